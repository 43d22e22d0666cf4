import { type Bytes, bytesOf } from './bytes.ts'
import type { Structure } from './picture-facts.ts'

/** A stretch of a JPEG: the marker, and where it begins and ends in the file. */
export type Segment = { readonly marker: number; readonly from: number; readonly to: number }

const START_OF_SCAN = 0xda
const END = 0xd9
/** Frames of all codings (ITU T.81, table B.1): SOF0 to SOF15 without DHT, JPG and DAC. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
/** Markers that stand alone, without a length. */
const isAlone = (marker: number): boolean => (marker >= 0xd0 && marker <= 0xd9) || marker === 0x01

/** The stretches of a JPEG in their order; undefined where it is cut off or bent. */
export function jpegSegments(all: Uint8Array): readonly Segment[] | undefined {
  const bytes = bytesOf(all)
  const found: Segment[] = []
  let segment = segmentAt(bytes, 2)
  while (segment) {
    found.push(segment)
    if (segment.marker === END) return found
    segment = segmentAt(bytes, segment.marker === START_OF_SCAN ? endOfScan(bytes, segment.to) : segment.to)
  }
  return undefined
}

/** Undefined where none begins, or where the file ends before it does. */
function segmentAt(bytes: Bytes, start: number): Segment | undefined {
  let at = start
  while (bytes.u8(at) === 0xff && bytes.u8(at + 1) === 0xff) at += 1
  const marker = bytes.u8(at + 1)
  if (bytes.u8(at) !== 0xff || marker === undefined) return undefined
  const length = isAlone(marker) ? 0 : bytes.u16(at + 2)
  if (length === undefined || at + 2 + length > bytes.length) return undefined
  return { marker, from: at, to: at + 2 + length }
}

/** The packed pixels go on until a marker that is neither a stuffed zero nor a restart. */
function endOfScan({ all, length }: Bytes, start: number): number {
  let at = all.indexOf(0xff, start)
  while (at >= 0) {
    const next = all[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
    at = all.indexOf(0xff, at + 1)
  }
  return length
}

export function readJpeg(all: Uint8Array): Structure | undefined {
  const segments = jpegSegments(all)
  const frame = segments?.find(({ marker }) => isFrame(marker))
  if (!segments || !frame || !segments.some(({ marker }) => marker === START_OF_SCAN)) return undefined
  const bytes = bytesOf(all)
  const notes = segments.find((segment) => isNotes(bytes, segment))
  return {
    width: bytes.u16(frame.from + 7) ?? 0,
    height: bytes.u16(frame.from + 5) ?? 0,
    frames: 1,
    notes: notes && all.subarray(notes.from + 10, notes.to),
    described: segments.some((segment) => isDescription(bytes, segment)),
  }
}

const EXIF = 'Exif\0\0'

export const isNotes = (bytes: Bytes, { marker, from }: Segment): boolean =>
  marker === 0xe1 && bytes.text(from + 4, EXIF.length) === EXIF

/** XMP (APP1), IPTC (APP13) and comments: what says who, where and with what, beside the notes of the camera. */
export const isDescription = (bytes: Bytes, { marker, from }: Segment): boolean =>
  (marker === 0xe1 && bytes.text(from + 4, 4) === 'http') || marker === 0xed || marker === 0xfe
