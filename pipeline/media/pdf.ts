import { inflateSync } from 'node:zlib'
import { latin1 } from './bytes.ts'
import { readCameraNotes } from './exif.ts'
import { type Hazard, hazard } from './hazard.ts'

/** Names of a PDF that make it do something, open something or carry something (ISO 32000-2, 7.11, 12.6). */
const DANGERS: readonly (readonly [code: Hazard['code'], names: readonly string[]])[] = [
  // An XFA form is a program of its own.
  ['pdf-script', ['JavaScript', 'JS', 'XFA']],
  ['pdf-launch', ['Launch', 'ImportData', 'GoToE', 'SubmitForm']],
  ['pdf-embedded', ['EmbeddedFile', 'EmbeddedFiles', 'RichMedia']],
]
/** All object streams of a paper together; more is a trap, and what is beyond is called unseen. */
const MOST_UNPACKED = 64 * 1024 * 1024

/** What a PDF holds beside its pages. Streams are passed over, but for those that hold objects; those are unpacked. */
export function pdfHazards(all: Uint8Array): Hazard[] {
  const text = latin1(all)
  if (!text.startsWith('%PDF-') || !text.includes('%%EOF', Math.max(0, text.length - 2048)))
    return [hazard('container-broken')]
  const { outside, packed } = partsOf(text)
  const unpacked = unpackAll(packed)
  const names = namesIn(outside)
  for (const each of unpacked.texts) for (const name of namesIn(each)) names.add(name)
  const locked = names.has('Encrypt')
  const found = DANGERS.flatMap(([code, wanted]) => {
    const name = wanted.find((each) => names.has(each))
    return name ? [hazard(code, `/${name}`)] : []
  })
  const seen = !locked && !unpacked.unseen
  return [
    ...found,
    ...(hasPhotoPosition(all) ? [hazard('photo-position')] : []),
    ...(locked ? [hazard('locked')] : []),
    ...(unpacked.unseen && !locked ? [hazard('pdf-unseen')] : []),
    ...(seen && !names.has('Font') ? [hazard('pdf-scan')] : []),
  ]
}

type Packed = { readonly dictionary: string; readonly data: string }

/** The text of a PDF without its streams, and the streams that hold objects. */
function partsOf(text: string): { outside: string; packed: readonly Packed[] } {
  const outside: string[] = []
  const packed: Packed[] = []
  let at = 0
  for (const { index, 0: word } of text.matchAll(/\bstream\r?\n/g)) {
    const start = index + word.length
    const end = text.indexOf('endstream', start)
    if (end < 0) break
    if (index < at) continue
    const before = text.slice(at, index)
    const data = text.slice(start, end)
    outside.push(before)
    const dictionary = before.slice(Math.max(0, before.lastIndexOf(' obj')))
    if (/\/ObjStm(?![A-Za-z])/.test(decodeName(dictionary))) packed.push({ dictionary, data })
    // A word `stream` in a comment must not hide the objects behind it.
    else if (/\d{1,10} \d{1,5} obj\b/.test(data)) outside.push(data)
    at = end
  }
  outside.push(text.slice(at))
  return { outside: outside.join('\n'), packed }
}

function unpackAll(packed: readonly Packed[]): { texts: readonly string[]; unseen: boolean } {
  const texts: string[] = []
  let unseen = false
  let left = MOST_UNPACKED
  for (const each of packed) {
    const text = unpack(each, left)
    if (text === undefined) unseen = true
    else {
      texts.push(text)
      left -= text.length
    }
  }
  return { texts, unseen }
}

/** Undefined where the stream is packed in another way than all programs pack, or is locked. */
function unpack({ dictionary, data }: Packed, limit: number): string | undefined {
  const filters = /\/Filter\s*(\/\w+|\[[^\]]*\])/.exec(dictionary)?.[1] ?? ''
  if (filters === '') return data
  if (filters.replace(/[[\]\s]/g, '') !== '/FlateDecode' || limit <= 0) return undefined
  try {
    return latin1(inflateSync(Buffer.from(data, 'latin1'), { maxOutputLength: limit }))
  } catch {
    return undefined
  }
}

/** Every name, with its `#4a` read, outside of literal strings; a string that looks like objects is read all the same. */
export function namesIn(text: string): Set<string> {
  const names = new Set<string>()
  let inDoubtUntil = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (sign === OPEN && at >= inDoubtUntil) {
      const end = endOfString(text, at)
      if (/\bobj\b/.test(text.slice(at, end))) inDoubtUntil = end
      else at = end
    } else if (sign === SLASH) {
      NAME.lastIndex = at + 1
      names.add(decodeName(NAME.exec(text)?.[0] ?? ''))
    }
  }
  return names
}

const OPEN = '('.charCodeAt(0)
const CLOSE = ')'.charCodeAt(0)
const BACKSLASH = '\\'.charCodeAt(0)
const SLASH = '/'.charCodeAt(0)
const NAME = /[^\s()<>[\]{}/%]*/y

const decodeName = (name: string): string =>
  name.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** The end of a literal string, or of the text where it never ends. */
function endOfString(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (sign === BACKSLASH) at += 1
    else if (sign === OPEN) depth += 1
    else if (sign === CLOSE) depth -= 1
    if (depth === 0) return at
  }
  return text.length
}

const MOST_PHOTOS = 500

/** Photographs stand in a PDF as JPEG files, notes of the camera and all. */
function hasPhotoPosition(all: Uint8Array): boolean {
  const bytes = Buffer.from(all.buffer, all.byteOffset, all.byteLength)
  let at = bytes.indexOf('Exif\0\0', 0, 'latin1')
  for (let count = 0; at >= 0 && count < MOST_PHOTOS; count += 1) {
    if (readCameraNotes(all.subarray(at + 6))?.hasPosition) return true
    at = bytes.indexOf('Exif\0\0', at + 6, 'latin1')
  }
  return false
}
