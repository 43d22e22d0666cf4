import type { OverlayOptions } from 'sharp'
import { type Drawing, INK, type Label, PRESS_SCALE } from '../paper/drawing.ts'
import { productFolder } from './product.ts'

const FONT = productFolder('templates/assets/og/be-vietnam-pro-400.ttf')

/** Charts by sharp, which is loaded by the first that must be set; letters come from our own file, not from the machine. */
export async function pressChart(drawing: Drawing): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp')
  const [width, height] = [drawing.width, drawing.height].map((side) => Math.ceil(side * PRESS_SCALE))
  const ground = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${drawing.width} ${drawing.height}" width="${width}" height="${height}" fill="${INK}"><rect width="100%" height="100%" fill="#fff"/>${drawing.shapes}</svg>`,
  )
  const labels = await Promise.all(
    drawing.labels.filter(({ text }) => text.trim() !== '').map((label) => setLabel(label, width as number)),
  )
  return sharp(ground).composite(labels).flatten({ background: '#fff' }).png({ palette: true }).toBuffer()
}

/** A line of text at its place; what would run over the edge is moved back. */
async function setLabel({ x, y, text, size, anchor }: Label, width: number): Promise<OverlayOptions> {
  const { default: sharp } = await import('sharp')
  const set = sharp({
    text: {
      text: `<span foreground="${INK}">${escapeMarkup(text)}</span>`,
      font: `Be Vietnam Pro ${size * PRESS_SCALE}`,
      fontfile: FONT,
      rgba: true,
      dpi: 72,
    },
  })
  // A font draws its widest letters wider than a chart is laid out with: what is left over is cut off.
  const whole = await set.png().toBuffer({ resolveWithObject: true })
  const { data, info } =
    whole.info.width <= width
      ? whole
      : await sharp(whole.data)
          .extract({ left: 0, top: 0, width, height: whole.info.height })
          .png()
          .toBuffer({ resolveWithObject: true })
  const left = Math.round(x * PRESS_SCALE - info.width * SHIFT[anchor])
  const top = Math.round(y * PRESS_SCALE - info.height / 2)
  return { input: data, left: Math.max(0, Math.min(left, width - info.width)), top: Math.max(0, top) }
}

const SHIFT: Record<Label['anchor'], number> = { start: 0, middle: 0.5, end: 1 }

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escapeMarkup = (words: string): string => words.replaceAll(/[&<>]/g, (sign) => MARKUP[sign] as string)
