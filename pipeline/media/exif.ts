import { type Bytes, bytesOf } from './bytes.ts'

/** What the notes of a camera tell beside the picture (Exif 2.3, which are TIFF directories). */
export type CameraNotes = {
  /** How the picture must be turned, 1 to 8; 1 is upright. */
  readonly orientation: number
  /** Where it was taken. */
  readonly hasPosition: boolean
  /** `Apple iPhone 15`; undefined where no camera is named. */
  readonly camera: string | undefined
}

const TAG = { make: 0x010f, model: 0x0110, orientation: 0x0112, gps: 0x8825 } as const
/** A GPS directory without one of these says nothing of the place. */
const LATITUDE = 2
const LONGITUDE = 4
const MOST_ENTRIES = 1000

type Entry = { readonly tag: number; readonly count: number; readonly at: number }

/**
 * @param notes the TIFF block, without the `Exif\0\0` before it
 * @returns undefined where it is none
 */
export function readCameraNotes(notes: Uint8Array): CameraNotes | undefined {
  const bytes = bytesOf(notes)
  const order = bytes.text(0, 2)
  if (order !== 'II' && order !== 'MM') return undefined
  const little = order === 'II'
  const main = entriesAt(bytes, bytes.u32(4, little), little)
  const numberOf = (tag: number, read: (entry: Entry) => number | undefined) =>
    main.filter((each) => each.tag === tag).map(read)[0]
  const gps = numberOf(TAG.gps, ({ at }) => bytes.u32(at + 8, little))
  const position = new Set(entriesAt(bytes, gps, little).map(({ tag }) => tag))
  const word = (tag: number) =>
    main.filter((each) => each.tag === tag).map((each) => textOf(bytes, each, little))[0]
  return {
    orientation: numberOf(TAG.orientation, ({ at }) => bytes.u16(at + 8, little)) ?? 1,
    hasPosition: position.has(LATITUDE) || position.has(LONGITUDE),
    camera: [word(TAG.make), word(TAG.model)].filter(Boolean).join(' ') || undefined,
  }
}

function entriesAt(bytes: Bytes, at: number | undefined, little: boolean): Entry[] {
  const count = at === undefined ? undefined : bytes.u16(at, little)
  if (at === undefined || count === undefined) return []
  return Array.from({ length: Math.min(count, MOST_ENTRIES) }, (_, index) => at + 2 + index * 12).flatMap(
    (place) => {
      const [tag, length] = [bytes.u16(place, little), bytes.u32(place + 4, little)]
      return tag === undefined || length === undefined ? [] : [{ tag, count: length, at: place }]
    },
  )
}

/** Up to four characters stand in the entry itself, more elsewhere. */
function textOf(bytes: Bytes, { count, at }: Entry, little: boolean): string {
  const place = count <= 4 ? at + 8 : (bytes.u32(at + 8, little) ?? bytes.length)
  const text = bytes.text(place, Math.min(count, 64))
  return (text.split('\0')[0] as string).replace(/[^\x20-\x7e]/g, '').trim()
}
