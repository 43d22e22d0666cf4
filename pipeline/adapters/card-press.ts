import type { OverlayOptions } from 'sharp'
import { SHARE_CARD, type ShareCard } from '../media/share-card.ts'
import { productFolder, versionOf } from './product.ts'

/** Draws cards for social networks. */
export type CardPress = {
  /** The version of the library: another version makes other bytes. */
  readonly version: string
  readonly draw: (card: ShareCard) => Promise<Uint8Array>
}

const FONT = productFolder('templates/assets/og/be-vietnam-pro-600.ttf')
/** The comma ends the family's name: without it, `SemiBold` would be taken for a weight of another family. */
const FAMILY = 'Be Vietnam Pro SemiBold,'

const { width, height, margin, mark } = SHARE_CARD
const ROOM = width - 2 * margin

/** Cards by sharp, which is loaded by the first that must be drawn; letters come from our own file, not from the machine. */
export const sharpCards = (): CardPress => ({
  version: versionOf('sharp'),
  draw,
})

async function draw(card: ShareCard): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  const initials = await text(card.initials, 40, mark, card.accent)
  const layers: OverlayOptions[] = [
    {
      input: initials.data,
      left: margin + half(mark, initials.info.width),
      top: 72 + half(mark, initials.info.height),
    },
    await line(card.kicker, SHARE_CARD.kicker, { left: margin + mark + 28, top: 72, height: mark }),
    { input: await title(card.title), left: margin, top: SHARE_CARD.titleTop },
    await line(card.footer, SHARE_CARD.footer, { left: margin, top: SHARE_CARD.footerTop, height: 40 }),
  ]
  return sharp(ground(card.accent)).composite(layers).removeAlpha().png({ compressionLevel: 6 }).toBuffer()
}

const half = (room: number, taken: number): number => Math.max(0, Math.floor((room - taken) / 2))

type Place = { readonly left: number; readonly top: number; readonly height: number }

/** A line of text, in the middle of its height. */
async function line(words: string, size: number, place: Place): Promise<OverlayOptions> {
  const { data, info } = await text(words, size, width - margin - place.left)
  return { input: data, left: place.left, top: place.top + half(place.height, info.height) }
}

async function title(words: string): Promise<Buffer> {
  for (const size of SHARE_CARD.titles) {
    const { data, info } = await text(words, size, ROOM)
    if (info.height <= SHARE_CARD.titleHeight) return data
  }
  const { default: sharp } = await import('sharp')
  const { data, info } = await text(words, SHARE_CARD.titles.at(-1) as number, ROOM)
  return sharp(data)
    .extract({ left: 0, top: 0, width: info.width, height: SHARE_CARD.titleHeight })
    .png()
    .toBuffer()
}

async function text(words: string, size: number, room: number, colour = '#ffffff') {
  const { default: sharp } = await import('sharp')
  return sharp({
    text: {
      text: `<span foreground="${colour}">${escapeMarkup(words)}</span>`,
      font: `${FAMILY} ${size}`,
      fontfile: FONT,
      width: room,
      rgba: true,
      dpi: 72,
      wrap: 'word-char',
      spacing: 6,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
}

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escapeMarkup = (words: string): string => words.replaceAll(/[&<>]/g, (sign) => MARKUP[sign] as string)

/** Shapes only, and a colour that the schema has proved: no word of an author stands in it. */
const ground = (accent: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="${accent}"/>
<rect x="${margin}" y="72" width="${mark}" height="${mark}" rx="14" fill="#ffffff"/>
<rect y="${height - SHARE_CARD.band}" width="${width}" height="${SHARE_CARD.band}" fill="#ffffff" fill-opacity="0.22"/>
</svg>`)
