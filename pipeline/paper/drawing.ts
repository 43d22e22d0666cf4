import { escapeHtml } from '../../templates/html.ts'

/** A line of text in a drawing; `y` is the middle of its height. */
export type Label = {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size: number
  readonly anchor: 'start' | 'middle' | 'end'
}

/**
 * A picture in pixels: shapes as SVG, without a word in them, and labels apart, so that a press without fonts of its own can set
 * them in ours.
 */
export type Drawing = {
  readonly width: number
  readonly height: number
  readonly title: string
  readonly description: string
  readonly shapes: string
  readonly labels: readonly Label[]
}

/** Sets a drawing as PNG, for formats that know no SVG; its pixels are `PRESS_SCALE` times as many as the drawing's. */
export type ChartPress = (drawing: Drawing) => Promise<Uint8Array>

/** 720 pixels across the text of a page of A4 are 110 to the inch; print asks for about 300. */
export const PRESS_SCALE = 3

/** A part of a drawing. */
export type Plot = { readonly height: number; readonly shapes: string; readonly labels: readonly Label[] }

export const WIDTH = 720
export const INK = '#1f1c18'
export const TEXT = 13

/** Grounds that differ without colour: full, hatched, pale, dotted, crossed, ruled. `url(#…)` names a pattern of the same drawing. */
export const fillOf = (chart: number, series: number, accent: string): string =>
  series === 0 ? accent : series === 2 ? '#d8d0c2' : `url(#n${chart}-${series})`

const PATTERNS: Readonly<Record<number, string>> = {
  1: '<path d="M-2 2 2-2M0 8 8 0M6 10 10 6" stroke-width="1.8"/>',
  3: '<circle cx="2" cy="2" r="1.3" stroke="none"/><circle cx="6" cy="6" r="1.3" stroke="none"/>',
  4: '<path d="M0 0 8 8M8 0 0 8" stroke-width="1"/>',
  5: '<path d="M0 2H8M0 6H8" stroke-width="1.4"/>',
}

/** The patterns of a drawing, which `fillOf` names. */
export function patternsOf(chart: number, series: number, accent: string): string {
  const used = Object.entries(PATTERNS).filter(([each]) => Number(each) < series)
  const made = used.map(
    ([each, lines]) =>
      `<pattern id="n${chart}-${each}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="#fff"/><g stroke="${accent}" fill="${accent}">${lines}</g></pattern>`,
  )
  return made.length === 0 ? '' : `<defs>${made.join('')}</defs>`
}

export const rect = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(width, 0))}" height="${round(height)}" fill="${fill}" stroke="${INK}" stroke-width="1"/>`

/** A white ground behind a label that stands on a pattern. */
export const plate = (x: number, y: number, width: number, height: number): string =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="2" fill="#fff"/>`

export const line = (x1: number, y1: number, x2: number, y2: number, colour: string): string =>
  `<path d="M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}" stroke="${colour}" stroke-width="1" fill="none"/>`

export const round = (value: number): number => Math.round(value * 10) / 10

/** A letter is at most this wide in the middle, in parts of the size. */
const LETTER = 0.58

/** About how wide a text is: no font is at hand where a chart is laid out. */
export const widthOf = (text: string, size: number): number => [...text].length * size * LETTER

/** A text in lines that fit a width; what does not fit in the last line is cut, with an ellipsis. */
export function wrap(text: string, width: number, most: number): string[] {
  const room = Math.max(4, Math.floor(width / (TEXT * LETTER)))
  const letters = [...text.trim()]
  const lines: string[] = []
  while (letters.length > 0 && lines.length < most) {
    const last = lines.length === most - 1
    const cut = last && letters.length > room ? room - 1 : lineEnd(letters, room)
    lines.push(letters.splice(0, cut).join('').trim())
    if (last && letters.length > 0) lines.push(`${lines.pop()}…`)
  }
  return lines
}

/** Where a line ends: at the last blank that fits, inside a word that is longer than a line. */
function lineEnd(letters: readonly string[], room: number): number {
  if (letters.length <= room) return letters.length
  const blank = letters.lastIndexOf(' ', room)
  return blank > 0 ? blank + 1 : room
}

/** A text of some lines around the height `y`. */
export function block(lines: readonly string[], label: Omit<Label, 'text'>): Label[] {
  const step = label.size * 1.3
  const top = label.y - ((lines.length - 1) * step) / 2
  return lines.map((text, index) => ({ ...label, y: round(top + index * step), text }))
}

/** The drawing as SVG with its labels; title and description name it for those who do not see it. */
export function svgOf({ width, height, title, description, shapes, labels }: Drawing, id: string): string {
  const texts = labels.map(
    ({ x, y, text, size, anchor }) =>
      `<text x="${round(x)}" y="${round(y)}" font-size="${size}" text-anchor="${anchor}" dominant-baseline="central">${escapeHtml(text)}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-t ${id}-d" fill="${INK}"><title id="${id}-t">${escapeHtml(title)}</title><desc id="${id}-d">${escapeHtml(description)}</desc><rect width="${width}" height="${height}" fill="#fff"/>${shapes}${texts.join('')}</svg>`
}
