import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  CARD_FONT,
  CHART_FONT,
  FONT_FOLDER,
  makeFont,
  VIETNAMESE_LETTERS,
  WEIGHTS,
} from '../support/fonts.ts'

test.each(Object.entries(WEIGHTS))(
  'the committed weight %s is what `npm run fonts` makes',
  async (weight, source) => {
    const made = await makeFont(source, 'woff2')
    expect(made.equals(readFileSync(`${FONT_FOLDER}be-vietnam-pro-${weight}.woff2`))).toBe(true)
  },
)

test('and so are those of the cards and of the charts', async () => {
  expect((await makeFont(WEIGHTS[600], 'truetype')).equals(readFileSync(CARD_FONT))).toBe(true)
  expect((await makeFont(WEIGHTS[400], 'truetype')).equals(readFileSync(CHART_FONT))).toBe(true)
})

test.each(Object.entries(WEIGHTS))(
  'weight %s carries every letter of Vietnamese, in both cases',
  async (_, source) => {
    const letters = lettersOf(await makeFont(source, 'truetype'))
    expect(VIETNAMESE_LETTERS.length).toBe(2 * (12 * 6 + 17))
    expect(VIETNAMESE_LETTERS.filter((letter) => !letters.has(letter.codePointAt(0) as number))).toEqual([])
  },
)

test.each(Object.entries(WEIGHTS))(
  'in weight %s a capital with two marks below a g never touches it at the line height of headings',
  async (_, source) => {
    const { top, bottom, unitsPerEm } = boundsOf(await makeFont(source, 'truetype'))
    const base = readFileSync(`${FONT_FOLDER}../css/base.css`, 'utf8')
    const lineHeight = Number(/^h1,[^}]*line-height: ([\d.]+)/m.exec(base)?.[1])
    expect((top - bottom) / unitsPerEm).toBeLessThanOrEqual(lineHeight)
  },
)

const tableOf = (font: Buffer, tag: string): number => {
  const count = font.readUInt16BE(4)
  for (let index = 0; index < count; index += 1) {
    const at = 12 + 16 * index
    if (font.toString('latin1', at, at + 4) === tag) return font.readUInt32BE(at + 8)
  }
  throw new Error(`no table ${tag}`)
}

/** The characters of the format 4 table of a TrueType font (OpenType, `cmap`). */
function lettersOf(font: Buffer): ReadonlySet<number> {
  const cmap = tableOf(font, 'cmap')
  const found = new Set<number>()
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + 8 * index + 4)
    if (font.readUInt16BE(at) !== 4) continue
    const segments = font.readUInt16BE(at + 6) / 2
    for (let segment = 0; segment < segments; segment += 1) {
      const end = font.readUInt16BE(at + 14 + 2 * segment)
      const start = font.readUInt16BE(at + 16 + 2 * segments + 2 * segment)
      for (let code = start; code <= end && code < 0xffff; code += 1) found.add(code)
    }
  }
  return found
}

/** The box around all glyphs (`head`). */
function boundsOf(font: Buffer) {
  const head = tableOf(font, 'head')
  return {
    unitsPerEm: font.readUInt16BE(head + 18),
    bottom: font.readInt16BE(head + 38),
    top: font.readInt16BE(head + 42),
  }
}
