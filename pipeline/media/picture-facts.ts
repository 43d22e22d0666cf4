import { latin1 } from './bytes.ts'
import { readPng, readWebp } from './chunks.ts'
import { type CameraNotes, readCameraNotes } from './exif.ts'
import { readGif } from './gif.ts'
import { readJpeg } from './jpeg.ts'
import { MOST_PIXELS } from './rendition-plan.ts'

/** What stands in the frame of a picture file; nothing is unpacked. */
export type Structure = {
  /** In pixels, as they are stored. */
  readonly width: number
  readonly height: number
  readonly frames: number
  /** The notes of the camera, raw. */
  readonly notes: Uint8Array | undefined
  /** Whether there are texts about the picture: XMP, IPTC, comments. */
  readonly described: boolean
}

export type PictureFacts =
  | (Omit<Structure, 'notes'> & { readonly state: 'picture'; readonly notes: CameraNotes | undefined })
  /** Not one of the four formats. */
  | { readonly state: 'foreign' }
  /** One of them, but cut off or bent. */
  | { readonly state: 'broken' }

const READERS: readonly (readonly [begins: RegExp, read: (all: Uint8Array) => Structure | undefined])[] = [
  [/^\xff\xd8\xff/, readJpeg],
  [/^\x89PNG\r\n\x1a\n/, readPng],
  [/^GIF8[79]a/, readGif],
  [/^RIFF[\s\S]{4}WEBP/, readWebp],
]

/**
 * Reads the frame of a JPEG, PNG, GIF or WebP from its bytes alone: whether it is whole, how large, and what it tells beside the
 * picture. Costs a walk over the file and no memory, whatever the file claims to be.
 */
export function pictureFacts(all: Uint8Array): PictureFacts {
  const begin = latin1(all.subarray(0, 16))
  const reader = READERS.find(([begins]) => begins.test(begin))
  if (!reader) return { state: 'foreign' }
  const structure = reader[1](all)
  if (!structure || structure.width === 0 || structure.height === 0) return { state: 'broken' }
  const { notes, ...rest } = structure
  return { state: 'picture', ...rest, notes: notes && readCameraNotes(notes) }
}

export type PictureTrouble = 'foreign' | 'broken' | 'too-large'

/** Why a picture cannot be published; undefined where it can. */
export function pictureTrouble(facts: PictureFacts): PictureTrouble | undefined {
  if (facts.state !== 'picture') return facts.state
  return facts.width * facts.height > MOST_PIXELS ? 'too-large' : undefined
}
