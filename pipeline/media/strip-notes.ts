import { crc32 } from 'node:zlib'
import { bytesOf, latin1 } from './bytes.ts'
import { PNG_WORDS, pngChunks, webpChunks } from './chunks.ts'
import { jpegSegments, type Segment } from './jpeg.ts'
import { pictureFacts } from './picture-facts.ts'

/**
 * A picture file without the notes of the camera, texts and thumbnails, byte for byte the same picture: nothing is packed anew. How it
 * is to be turned is kept. Undefined where the file is no whole JPEG, PNG or WebP.
 */
export function withoutNotes(all: Uint8Array): Uint8Array | undefined {
  const facts = pictureFacts(all)
  if (facts.state !== 'picture') return undefined
  const orientation = facts.notes?.orientation ?? 1
  const notes = orientation === 1 ? undefined : orientationNotes(orientation)
  const begin = latin1(all.subarray(0, 12))
  if (begin.startsWith('\xff\xd8')) return strippedJpeg(all, notes)
  if (begin.startsWith('\x89PNG')) return strippedPng(all, notes)
  return begin.startsWith('RIFF') ? strippedWebp(all, notes) : undefined
}

/** A TIFF block that tells one thing: which way is up. */
function orientationNotes(orientation: number): Uint8Array {
  const notes = Buffer.alloc(26)
  notes.write('II', 'latin1')
  notes.writeUInt16LE(42, 2)
  notes.writeUInt32LE(8, 4)
  notes.writeUInt16LE(1, 8)
  notes.writeUInt16LE(0x0112, 10)
  notes.writeUInt16LE(3, 12)
  notes.writeUInt32LE(1, 14)
  notes.writeUInt16LE(orientation, 18)
  return notes
}

/** Of the application's segments only what the pixels need: JFIF, the colour profile, Adobe's colours. What lies behind the end goes too. */
function strippedJpeg(all: Uint8Array, notes: Uint8Array | undefined): Uint8Array {
  const segments = jpegSegments(all) ?? []
  const end = segments.at(-1)?.to ?? all.length
  const gone = segments.filter((segment) => isBeside(all, segment))
  const kept: Uint8Array[] = [all.subarray(0, 2), ...(notes ? [exifSegment(notes)] : [])]
  let at = 2
  for (const { from, to } of gone) {
    kept.push(all.subarray(at, from))
    at = to
  }
  return Buffer.concat([...kept, all.subarray(at, end)])
}

function isBeside(all: Uint8Array, { marker, from }: Segment): boolean {
  if (marker === 0xfe) return true
  if (marker < 0xe1 || marker > 0xef || marker === 0xee) return false
  return !(marker === 0xe2 && bytesOf(all).text(from + 4, 11) === 'ICC_PROFILE')
}

function exifSegment(notes: Uint8Array): Uint8Array {
  const head = Buffer.alloc(10)
  head.writeUInt16BE(0xffe1, 0)
  head.writeUInt16BE(notes.length + 8, 2)
  head.write('Exif\0\0', 4, 'latin1')
  return Buffer.concat([head, notes])
}

function strippedPng(all: Uint8Array, notes: Uint8Array | undefined): Uint8Array {
  const chunks = pngChunks(all) ?? []
  const kept = chunks.filter(({ name }) => !PNG_WORDS.has(name) && name !== 'eXIf' && name !== 'tIME')
  const [header, ...rest] = kept.map(({ from, to }) => all.subarray(from, to))
  return Buffer.concat([
    all.subarray(0, 8),
    header ?? new Uint8Array(),
    ...(notes ? [pngChunk('eXIf', notes)] : []),
    ...rest,
  ])
}

function pngChunk(name: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(data.length, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return chunk
}

const HAS_NOTES = 0x08
const HAS_XMP = 0x04

function strippedWebp(all: Uint8Array, notes: Uint8Array | undefined): Uint8Array {
  const parts = (webpChunks(all) ?? [])
    .filter(({ name }) => name !== 'EXIF' && name !== 'XMP ')
    .map(({ name, from, to }) =>
      name === 'VP8X' ? withFlags(Uint8Array.from(all.subarray(from, to)), notes) : all.subarray(from, to),
    )
  const body = Buffer.concat([...parts, ...(notes ? [riffChunk('EXIF', notes)] : [])])
  const head = Buffer.alloc(12)
  head.write('RIFF', 'latin1')
  head.writeUInt32LE(body.length + 4, 4)
  head.write('WEBP', 8, 'latin1')
  return Buffer.concat([head, body])
}

/** The flags of the extended header say what else is in the file. */
function withFlags(header: Uint8Array, notes: Uint8Array | undefined): Uint8Array {
  header[8] = ((header[8] ?? 0) & ~(HAS_NOTES | HAS_XMP)) | (notes ? HAS_NOTES : 0)
  return header
}

function riffChunk(name: string, data: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(8 + data.length + (data.length % 2))
  chunk.write(name, 'latin1')
  chunk.writeUInt32LE(data.length, 4)
  chunk.set(data, 8)
  return chunk
}
