import { bytesOf } from './bytes.ts'
import type { Structure } from './picture-facts.ts'

/** A named stretch of a PNG or WebP, with its length and its name. */
export type Chunk = {
  readonly name: string
  readonly from: number
  readonly data: number
  readonly to: number
}

/** The chunks of a PNG up to its end; undefined where it is cut off. */
export function pngChunks(all: Uint8Array): readonly Chunk[] | undefined {
  const bytes = bytesOf(all)
  const found: Chunk[] = []
  for (let at = 8; at < bytes.length; ) {
    const to = at + 12 + (bytes.u32(at) ?? bytes.length)
    if (to > bytes.length) return undefined
    const name = bytes.text(at + 4, 4)
    found.push({ name, from: at, data: at + 8, to })
    if (name === 'IEND') return found
    at = to
  }
  return undefined
}

export function readPng(all: Uint8Array): Structure | undefined {
  const chunks = pngChunks(all)
  const [header] = chunks ?? []
  if (!chunks || header?.name !== 'IHDR' || !chunks.some(({ name }) => name === 'IDAT')) return undefined
  const bytes = bytesOf(all)
  const notes = chunks.find(({ name }) => name === 'eXIf')
  const control = chunks.find(({ name }) => name === 'acTL')
  return {
    width: bytes.u32(header.data) ?? 0,
    height: bytes.u32(header.data + 4) ?? 0,
    frames: control ? (bytes.u32(control.data) ?? 1) : 1,
    notes: notes && all.subarray(notes.data, notes.to - 4),
    described: chunks.some(({ name }) => PNG_WORDS.has(name)),
  }
}

/** Texts: titles, programs, and XMP, which is an iTXt. */
export const PNG_WORDS: ReadonlySet<string> = new Set(['tEXt', 'zTXt', 'iTXt'])

/** The chunks of a WebP (RIFF); undefined where it is cut off. */
export function webpChunks(all: Uint8Array): readonly Chunk[] | undefined {
  const bytes = bytesOf(all)
  const end = 8 + (bytes.u32(4, true) ?? bytes.length)
  const found: Chunk[] = []
  if (end > bytes.length) return undefined
  for (let at = 12; at < end; ) {
    const length = bytes.u32(at + 4, true) ?? bytes.length
    const to = at + 8 + length + (length % 2)
    if (at + 8 + length > end) return undefined
    found.push({ name: bytes.text(at, 4), from: at, data: at + 8, to: Math.min(to, end) })
    at = to
  }
  return found
}

export function readWebp(all: Uint8Array): Structure | undefined {
  const chunks = webpChunks(all)
  const [first] = chunks ?? []
  const size = first && webpSize(all, first)
  if (!chunks || !size) return undefined
  const notes = chunks.find(({ name }) => name === 'EXIF')
  const block = notes && all.subarray(notes.data, notes.to)
  return {
    ...size,
    frames: Math.max(1, chunks.filter(({ name }) => name === 'ANMF').length),
    // Some programs put the words of a JPEG before the block.
    notes: block && (bytesOf(block).text(0, 4) === 'Exif' ? block.subarray(6) : block),
    described: chunks.some(({ name }) => name === 'XMP '),
  }
}

/** Three kinds of WebP say their size in three ways (RFC 9649). */
function webpSize(all: Uint8Array, { name, data }: Chunk): { width: number; height: number } | undefined {
  const bytes = bytesOf(all)
  if (name === 'VP8 ')
    return {
      width: (bytes.u16(data + 6, true) ?? 0) & 0x3fff,
      height: (bytes.u16(data + 8, true) ?? 0) & 0x3fff,
    }
  if (name === 'VP8L') {
    const bits = bytes.u32(data + 1, true) ?? 0
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (name !== 'VP8X') return undefined
  const u24 = (at: number) => (bytes.u16(at, true) ?? 0) + ((bytes.u8(at + 2) ?? 0) << 16)
  return { width: u24(data + 4) + 1, height: u24(data + 7) + 1 }
}
