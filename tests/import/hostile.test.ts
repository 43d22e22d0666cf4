import fc from 'fast-check'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { createRepository } from '../support/repository.ts'
import { importer } from './importing.ts'
import { changed } from './word-files.ts'
import { BOLD, p, r, wordFile } from './word-parts.ts'

/** Files that mean harm, or that a program has broken: an answer in words, soon, and nothing written. */

const imported = importer(createRepository({ portal: 'thanh-dong' }), 'thanh-dong')
const MAIN = 'word/document.xml'
const plain = () => wordFile({ body: p(r('Tin thường', BOLD)) + p('Nội dung.') })
const main = (change: (xml: string) => string) => async () => changed(await plain(), MAIN, change)
const more = (xml: string) => main((whole) => whole.replace('<w:sectPr/>', `${xml}<w:sectPr/>`))
const times = (count: number, xml: string) => xml.repeat(count)
const CELL = '<w:tbl><w:tr><w:tc>'

// biome-ignore format: a table
const REFUSED: readonly (readonly [why: string, file: () => Promise<Uint8Array>, said: string])[] = [
  ['an end that fits no beginning', main((xml) => xml.replace('</w:p>', '</w:q>')), 'Không đọc được nội dung tệp Word'],
  ['XML that is cut off', main((xml) => xml.slice(0, -40)), 'Không đọc được nội dung tệp Word'],
  ['no XML at all', main(() => ''), 'Không đọc được nội dung tệp Word'],
  ['entities that would grow', main((xml) => `<!DOCTYPE a [<!ENTITY b "bb">]>${xml}`), 'Không đọc được nội dung tệp Word'],
  ['tables in each other without end', more(times(3000, CELL) + p('x') + times(3000, '</w:tc></w:tr></w:tbl>')), 'Không đọc được nội dung tệp Word'],
  ['a comment that never ends, again and again', more(times(200_000, '<!--')), 'Không đọc được nội dung tệp Word'],
  ['a hundred thousand runs of one paragraph', more(`<w:p>${times(100_000, r('chữ '))}</w:p>`), 'Có đoạn bị cắt thành quá nhiều mảnh'],
  ['a table of a hundred thousand cells', more(`<w:tbl>${times(2000, `<w:tr>${times(50, `<w:tc>${p('x')}</w:tc>`)}</w:tr>`)}</w:tbl>`), 'Tệp quá dài để thành một bài'],
  ['text of a hundred megabytes', more(p('a'.repeat(100_000_000))), 'chưa nhập được'],
]
test.each(REFUSED)('%s', { timeout: 30_000 }, async (_, file, said) => {
  const { code, stderr, path } = await imported(await file())
  expect(code).toBe(1)
  expect(stderr).toContain(said)
  expect(stderr).toContain('cách sửa')
  expect(path).toBe('')
})

describe('strange, and harmless', () => {
  // biome-ignore format: a table
  const READ: readonly (readonly [why: string, file: () => Promise<Uint8Array>, body: string])[] = [
    ['a cell over a billion columns', more(`<w:tbl>${times(2, `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>${p('x')}</w:tc><w:tc>${p('y')}</w:tc></w:tr>`)}</w:tbl>`), 'Nội dung.\n\n| x | y |\n| --- | --- |\n| x | y |'],
    ['a sign > in an attribute', more('<w:p w:rsidR="a > b"><w:r><w:t>Chữ</w:t></w:r></w:p>'), 'Nội dung.\n\nChữ'],
    ['program text and templates are words', more(p('&lt;script&gt;x&lt;/script&gt; {{ y }}')), 'Nội dung.\n\n\\<script>x\\</script> {{ y }}'],
    ['a line of blanks and dots', more(p(`a${' '.repeat(100_000)}b`) + p(times(50_000, ' .'))), `Nội dung.\n\na b\n\n${times(50_000, ' .').trim()}`],
    ['styles that stand on each other', () => wordFile({ body: p(r('Tin vòng', BOLD)) + p('Nội dung.', '<w:pStyle w:val="A"/>'), styles: '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>' }), 'Nội dung.'],
  ]
  test.each(READ)('%s', { timeout: 30_000 }, async (why, file, body) => {
    const outcome = await imported(await file(), { title: `Tin lạ: ${why}` })
    expect(outcome.stderr).toBe('')
    expect(outcome.body.replace(/^\*\*Tin.*\*\*\n\n|^## Tin.*\n\n/, '')).toBe(body)
  })
})

test('whatever a file has been broken into, it is read or refused, and never falls', {
  timeout: 120_000,
}, async () => {
  const bytes = await plain()
  const zip = await JSZip.loadAsync(bytes)
  const xml = (await zip.file(MAIN)?.async('string')) ?? ''
  let count = 0
  await fc.assert(
    fc.asyncProperty(
      fc.nat(xml.length - 1),
      fc.nat(30),
      fc.constantFrom('', '<', '>', '"', '</w:p>', '<w:tbl>', '\u0000', 'w:val="-1"', '&#0;', '&x;'),
      async (at, length, put) => {
        count += 1
        const broken = await changed(bytes, MAIN, () => xml.slice(0, at) + put + xml.slice(at + length))
        const { code, stderr } = await imported(broken, { title: `Tin hỏng số ${count}` })
        return code === 0 || (code === 1 && stderr.includes('cách sửa'))
      },
    ),
    { numRuns: 60 },
  )
})
