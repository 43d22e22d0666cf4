import type { Sharp, SharpOptions } from 'sharp'
import type { MadeFile } from '../media/packed.ts'
import type { PictureFormat, PicturePart } from '../media/picture.ts'
import { SUFFIX } from '../media/picture.ts'
import { MOST_PIXELS, ogSize, PICTURE_SETTINGS, widthsOf } from '../media/rendition-plan.ts'
import { versionOf } from './product.ts'

/** What came of a picture. */
export type Made =
  | { readonly state: 'made'; readonly files: readonly MadeFile[] }
  /** The bytes are no picture that can be unpacked; `why` is the library's word. */
  | { readonly state: 'broken'; readonly why: string }

/** The workshop for pictures. */
export type Images = {
  /** The version of the library: another version makes other bytes. */
  readonly version: string
  /** Makes a part of a picture: upright, in the colours of the web, without anything that is not the picture itself. */
  readonly make: (bytes: Uint8Array, part: PicturePart) => Promise<Made>
  /** Cuts parts of the width and the height off, 0 to 1, and turns what is left to the right; undefined for what is no picture. */
  readonly cut: (bytes: Uint8Array, cut: Cut) => Promise<Uint8Array | undefined>
}

type Cut = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly turn: number
}

const { avif, webp, jpeg, png, og, whole } = PICTURE_SETTINGS

/** Decodes only the first frame; whatever is cut off or bent is refused. */
const OPENING: SharpOptions = { limitInputPixels: MOST_PIXELS, failOn: 'truncated', pages: 1 }

/** Pictures by sharp, which is loaded by the first picture that must be made. */
export function sharpImages(): Images {
  return {
    version: versionOf('sharp'),
    make: async (bytes, part) => {
      const { default: sharp } = await import('sharp')
      try {
        return { state: 'made', files: await PARTS[part](() => sharp(bytes, OPENING).autoOrient()) }
      } catch (error) {
        return { state: 'broken', why: (error as Error).message }
      }
    },
    cut: async (bytes, cut) => {
      const { default: sharp } = await import('sharp')
      try {
        const upright = await sharp(bytes, OPENING).autoOrient().png().toBuffer({ resolveWithObject: true })
        const [left, top] = [
          Math.round(cut.left * upright.info.width),
          Math.round(cut.top * upright.info.height),
        ]
        const width = Math.max(1, Math.round((1 - cut.right) * upright.info.width) - left)
        const height = Math.max(1, Math.round((1 - cut.bottom) * upright.info.height) - top)
        return await sharp(upright.data, OPENING)
          .extract({ left, top, width, height })
          .rotate(cut.turn)
          .png()
          .toBuffer()
      } catch {
        return undefined
      }
    },
  }
}

type Open = () => Sharp

const PARTS: Record<PicturePart, (open: Open) => Promise<MadeFile[]>> = {
  shown,
  og: card,
  whole: complete,
  emblem: mark,
}

/** The pixels themselves, unpacked and turned once: nothing that stood beside them in the file can come along. */
type Pixels = { readonly at: (width: number) => Sharp; readonly width: number; readonly transparent: boolean }

async function pixelsOf(open: Open, width: number): Promise<Pixels> {
  const { data, info } = await open()
    .toColourspace('srgb')
    .resize({ width, withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { default: sharp } = await import('sharp')
  const raw = { raw: { width: info.width, height: info.height, channels: info.channels } }
  const transparent = info.channels > 3 && !(await sharp(data, raw).stats()).isOpaque
  const pixels = () => (transparent ? sharp(data, raw) : sharp(data, raw).removeAlpha())
  return { at: (to) => pixels().resize({ width: to }), width: info.width, transparent }
}

async function shown(open: Open): Promise<MadeFile[]> {
  const pixels = await pixelsOf(open, PICTURE_SETTINGS.widths.at(-1) as number)
  const inFormat = (format: PictureFormat) =>
    Promise.all(
      widthsOf(pixels.width).map((width) => finish(encode(pixels.at(width), format), `${width}`, format)),
    )
  const modern = await Promise.all([inFormat('avif'), inFormat('webp')])
  if (!(await isDrawing(open))) return [...modern.flat(), ...(await inFormat('jpg'))]
  const fallback = await smallest(pixels.transparent ? ['png'] : ['png', 'jpg'], inFormat)
  // Of a few flat colours a PNG may be the smallest of all.
  return [...modern.filter((files) => lengthOf(files) < lengthOf(fallback)).flat(), ...fallback]
}

async function smallest(
  formats: readonly PictureFormat[],
  inFormat: (format: PictureFormat) => Promise<MadeFile[]>,
): Promise<MadeFile[]> {
  const made = await Promise.all(formats.map(inFormat))
  return made.reduce((best, files) => (lengthOf(files) < lengthOf(best) ? files : best))
}

const lengthOf = (files: readonly MadeFile[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes.length, 0)

/** Few colours and sharp edges may be smaller, and clearer, without loss. */
const isDrawing = async (open: Open): Promise<boolean> =>
  ['png', 'gif', 'webp'].includes((await open().metadata()).format ?? '')

async function card(open: Open): Promise<MadeFile[]> {
  const { autoOrient } = await open().metadata()
  const cut = open()
    .toColourspace('srgb')
    .resize({ ...ogSize(autoOrient.width, autoOrient.height), fit: 'cover', position: 'attention' })
  return [await finish(flat(cut).jpeg({ ...jpeg, quality: og.quality }), SUFFIX.og, 'jpg')]
}

async function complete(open: Open): Promise<MadeFile[]> {
  const { longest, quality } = whole
  const upright = open()
    .toColourspace('srgb')
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
  return (await isDrawing(open))
    ? [await finish(upright.png({ compressionLevel: 9 }), SUFFIX.whole, 'png')]
    : [await finish(upright.jpeg({ ...jpeg, quality }), SUFFIX.whole, 'jpg')]
}

async function mark(open: Open): Promise<MadeFile[]> {
  const { longest } = PICTURE_SETTINGS.emblem
  const upright = open()
    .toColourspace('srgb')
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
  return [await finish(upright.png(PICTURE_SETTINGS.emblem.png), SUFFIX.emblem, 'png')]
}

function encode(picture: Sharp, format: PictureFormat): Sharp {
  if (format === 'avif') return picture.avif(avif)
  if (format === 'webp') return picture.webp(webp)
  return format === 'png' ? picture.png(png) : flat(picture).jpeg(jpeg)
}

/** JPEG knows no transparency: paper is white. */
const flat = (picture: Sharp): Sharp => picture.flatten({ background: '#ffffff' })

async function finish(picture: Sharp, suffix: string, format: PictureFormat): Promise<MadeFile> {
  const { data, info } = await picture.toBuffer({ resolveWithObject: true })
  return { suffix, format, width: info.width, height: info.height, bytes: data }
}
