/**
 * `npm run fonts`: cuts the typeface of the portals to the letters they need and writes it to templates/assets/fonts/.
 * tests/site/fonts.test.ts holds that what is committed is what this makes.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { REPOSITORY } from './portals.ts'

/** The package brings no types. */
type Subset = (font: Buffer, text: string, options: object) => Promise<Buffer>
const subsetFont = createRequire(import.meta.url)('subset-font') as Subset

const SOURCE = `${REPOSITORY}node_modules/@expo-google-fonts/be-vietnam-pro/`
export const FONT_FOLDER = `${REPOSITORY}templates/assets/fonts/`

/** The two weights of the pages, by the name of the file in the package. */
export const WEIGHTS = {
  400: '400Regular/BeVietnamPro_400Regular.ttf',
  600: '600SemiBold/BeVietnamPro_600SemiBold.ttf',
}

/** The letters of the cards for social networks, which are drawn when a site is built; no page loads it. */
export const CARD_FONT = `${REPOSITORY}templates/assets/og/be-vietnam-pro-600.ttf`

/** The letters of charts that are set as PNG, for letters and sheets. */
export const CHART_FONT = `${REPOSITORY}templates/assets/og/be-vietnam-pro-400.ttf`

const VOWELS = 'aăâeêioôơuưy'
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']

/** Every letter of Vietnamese, both cases: 12 vowels by 6 tones, đ, and the consonants. */
export const VIETNAMESE_LETTERS = [
  ...[...VOWELS].flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC'))),
  ...'bcdđghklmnpqrstvx',
].flatMap((letter) => [letter, letter.toUpperCase()])

/** Signs of administrative texts beside ASCII; Ă, Đ, Ơ and their like are among the letters. */
const SIGNS = '\u00a0–—‘’“”„«»…•·×÷°²³½¼¾±≤≥≠§№©→←↑↓›‹₫%‰'
/** Letters of place names of the highlands and of English loan words: Xơ Đăng, Ba Na, Gia Rai, Đăk, Mơ Nông. */
const OTHERS = 'ČčĬĭŎŏŬŭĔĕÄäÖöÜüÇçÑñŃńŇň'
const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))

const LETTERS = [
  ...new Set([...ASCII, ...VIETNAMESE_LETTERS, ...SIGNS, ...OTHERS, ...'\u0300\u0301\u0303\u0309\u0323']),
].join('')

/** A weight, cut: hinting is left out (phones do without, and it is half of the file), kerning and mark placement stay. */
export const makeFont = (source: string, targetFormat: 'woff2' | 'truetype'): Promise<Buffer> =>
  subsetFont(readFileSync(SOURCE + source), LETTERS, {
    targetFormat,
    noHinting: true,
    keepFeatures: ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'tnum'],
  })

if (import.meta.main) {
  for (const [weight, source] of Object.entries(WEIGHTS))
    writeFileSync(`${FONT_FOLDER}be-vietnam-pro-${weight}.woff2`, await makeFont(source, 'woff2'))
  writeFileSync(CARD_FONT, await makeFont(WEIGHTS[600], 'truetype'))
  writeFileSync(CHART_FONT, await makeFont(WEIGHTS[400], 'truetype'))
  copyFileSync(`${SOURCE}LICENSE_FONT`, `${FONT_FOLDER}OFL.txt`)
}
