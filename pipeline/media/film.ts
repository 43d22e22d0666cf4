import { bytesOf, latin1 } from './bytes.ts'

/** A box of an MP4 (ISO 14496-12): its name, and where it stands. */
type Box = { readonly name: string; readonly from: number; readonly data: number; readonly to: number }

/** What the table of contents of a film tells. */
export type FilmFacts = {
  /** As it is shown, in pixels. */
  readonly shape: { readonly width: number; readonly height: number } | undefined
  /** Where it was filmed. */
  readonly hasPosition: boolean
  /** Coded as H.265, which many browsers do not play. */
  readonly hevc: boolean
}

/** Telephones write the place as one of these (QuickTime user data, 3GPP, Apple's keys). */
const POSITION = /\xa9xyz|loci|com\.apple\.quicktime\.location/
const HEVC = /hvc1|hev1/

/** @param contents the box `moov`, whole */
export function filmFacts(contents: Uint8Array): FilmFacts {
  const text = latin1(contents)
  return { shape: shapeOf(contents), hasPosition: POSITION.test(text), hevc: HEVC.test(text) }
}

/** The first track with a size is the picture; a telephone held upright turns it by its matrix. */
function shapeOf(contents: Uint8Array): FilmFacts['shape'] {
  const bytes = bytesOf(contents)
  const [moov] = boxesIn(contents, 0, contents.length)
  if (!moov) return undefined
  for (const track of boxesIn(contents, moov.data, moov.to).filter(({ name }) => name === 'trak')) {
    const header = boxesIn(contents, track.data, track.to).find(({ name }) => name === 'tkhd')
    if (!header) continue
    const width = (bytes.u32(header.to - 8) ?? 0) >>> 16
    const height = (bytes.u32(header.to - 4) ?? 0) >>> 16
    const turned = bytes.u32(header.to - 44) === 0
    if (width > 0 && height > 0) return turned ? { width: height, height: width } : { width, height }
  }
  return undefined
}

function boxesIn(all: Uint8Array, from: number, to: number): readonly Box[] {
  const bytes = bytesOf(all)
  const found: Box[] = []
  for (let at = from; at + 8 <= to; ) {
    const box = boxAt((place, length) => bytes.part(place, length), at, to)
    if (!box) return found
    found.push(box)
    at = box.to
  }
  return found
}

/** Reads the head of a box; undefined where it does not fit. */
function boxAt(part: (at: number, length: number) => Uint8Array, at: number, end: number): Box | undefined {
  const bytes = bytesOf(part(at, 16))
  const short = bytes.u32(0)
  if (short === undefined) return undefined
  const long = short === 1
  const length = long ? (bytes.u32(8) ?? 0) * 2 ** 32 + (bytes.u32(12) ?? 0) : short === 0 ? end - at : short
  const to = at + length
  if (length < (long ? 16 : 8) || to > end) return undefined
  return { name: bytes.text(4, 4), from: at, data: at + (long ? 16 : 8), to }
}

const MOST_CONTENTS = 16 * 1024 * 1024
const MOST_BOXES = 10_000

/**
 * The table of contents of an MP4, wherever it stands: a few small readings, however long the film.
 *
 * @param part reads a stretch of the file
 */
export function filmContents(
  part: (at: number, length: number) => Uint8Array,
  size: number,
): Uint8Array | undefined {
  let at = 0
  for (let count = 0; at + 8 <= size && count < MOST_BOXES; count += 1) {
    const box = boxAt(part, at, size)
    if (!box) return undefined
    if (box.name === 'moov')
      return box.to - box.from <= MOST_CONTENTS ? part(box.from, box.to - box.from) : undefined
    at = box.to
  }
  return undefined
}

/** Boxes that tell about a film and are no part of it. */
const TELLING: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid'])
const FREE = [0x66, 0x72, 0x65, 0x65]

/**
 * A film without what it tells about its making: the boxes that hold it are emptied and keep their room, so nothing else in the film
 * moves, and not a picture of it changes.
 */
export function withoutFilmNotes(film: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(film)
  const empty = (from: number, to: number): void => {
    for (const box of boxesIn(copy, from, to)) {
      if (TELLING.has(box.name)) {
        copy.set(FREE, box.from + 4)
        copy.fill(0, box.data, box.to)
      } else if (box.name === 'moov' || box.name === 'trak') empty(box.data, box.to)
    }
  }
  empty(0, copy.length)
  return copy
}
