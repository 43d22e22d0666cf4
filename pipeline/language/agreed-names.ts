import { literal } from './literal.ts'
import { onlyProse } from './prose.ts'
import type { Note } from './remark.ts'
import { readSyllable, spell } from './syllable.ts'
import type { Watch } from './watch.ts'
import { watchPhrases } from './watch-phrases.ts'

/** A name that is to be written in one way, and ways in which it was seen written wrongly; letters count as they are, capital or small. */
export type AgreedName = { readonly right: string; readonly wrong: readonly string[] }

/** A short form that a portal uses; `spellOut` where each article has to give the full name first. */
export type Abbreviation = {
  readonly short: string
  readonly full: string
  readonly wrong?: readonly string[]
  readonly spellOut?: boolean
}

export type NameLists = {
  readonly names?: readonly AgreedName[]
  readonly abbreviations?: readonly Abbreviation[]
}

/** A reader of names; one list of notes for any stretch of text, one for a body as a whole. */
export type NameReader = {
  readonly wrongForms: (text: string) => readonly Note[]
  readonly notSpelledOut: (body: string) => readonly Note[]
}

const NOTHING: readonly Note[] = []

/** What a quick scan waits for: whatever a reader of these names finds holds one of these. */
export const watchNames = ({ names = [], abbreviations = [] }: NameLists): Watch =>
  watchPhrases([
    ...names.flatMap(({ right, wrong }) => wrong.map((written) => ({ written, besides: right }))),
    ...abbreviations.flatMap(({ short, wrong = [], spellOut }) => [
      ...wrong.map((written) => ({ written, besides: short })),
      ...(spellOut ? [{ written: short }] : []),
    ]),
  ])

export function createNameReader({ names = [], abbreviations = [] }: NameLists): NameReader {
  const right = new Map([
    ...names.flatMap(({ right, wrong }) => wrong.map((each): [string, string] => [each, right])),
    ...abbreviations.flatMap(({ short, wrong = [] }) => wrong.map((each): [string, string] => [each, short])),
  ])
  const forms = [...right.keys()].sort((a, b) => b.length - a.length).map(literal)
  const any = forms.length === 0 ? undefined : new RegExp(forms.join('|'), 'g')
  const spelledOut = abbreviations.filter(({ spellOut }) => spellOut)
  return {
    wrongForms: (text) => (any ? wrongForms(text, any, right) : NOTHING),
    notSpelledOut: (body) => spelledOut.flatMap((each) => notSpelledOut(body, each)),
  }
}

const isWhole = (text: string, start: number, end: number): boolean =>
  !/[\p{L}\d]$/u.test(text.slice(Math.max(0, start - 1), start)) &&
  !/^[\p{L}\d]/u.test(text.slice(end, end + 2))

function wrongForms(text: string, any: RegExp, right: ReadonlyMap<string, string>): Note[] {
  any.lastIndex = 0
  if (!any.test(text)) return []
  const prose = onlyProse(text)
  any.lastIndex = 0
  return [...prose.matchAll(any)].flatMap(({ 0: written, index: start }) => {
    const instead = right.get(written) as string
    if (!isWhole(prose, start, start + written.length)) return []
    return [
      {
        start,
        written,
        problem: `«${written}» không đúng cách viết mà cổng đã thống nhất`,
        fix: `viết «${instead}»`,
        instead,
      },
    ]
  })
}

/** The first place of a word that is no part of another. */
function placeOf(text: string, words: string): number {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (isWhole(text, at, at + words.length)) return at
  return -1
}

function notSpelledOut(body: string, { short, full }: Abbreviation): Note[] {
  if (!body.includes(short)) return []
  const prose = onlyProse(body)
  const start = placeOf(prose, short)
  if (start < 0) return []
  // Behind it counts too: «TTHC (thủ tục hành chính)».
  const near = inOneStyle(prose.slice(0, start + short.length + full.length + 5))
  if (near.includes(inOneStyle(full))) return []
  return [
    {
      start,
      written: short,
      problem: `«${short}» dùng lần đầu mà chưa viết đủ`,
      fix: `lần đầu viết «${full} (${short})»`,
    },
  ]
}

const inOneStyle = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\p{L}*(?:oà|oá|oả|oã|oạ|oè|oé|oẻ|oẽ|oẹ|uỳ|uý|uỷ|uỹ|uỵ)(?!\p{L})/gu, (word) => {
      const syllable = readSyllable(word)
      return syllable ? spell(syllable, 'hòa') : word
    })

/** A list that contradicts itself: the same words right and wrong, or wrong words inside the right ones. */
export type Contradiction = {
  readonly list: 'names' | 'abbreviations'
  readonly index: number
  readonly wrong: string
  readonly right: string
}

export function contradictions({ names = [], abbreviations = [] }: NameLists): Contradiction[] {
  const entries = [
    ...names.map(({ right, wrong }, index) => ({ list: 'names' as const, index, right, wrong })),
    ...abbreviations.map(({ short, wrong = [] }, index) => ({
      list: 'abbreviations' as const,
      index,
      right: short,
      wrong,
    })),
  ]
  const rights = [...entries.map(({ right }) => right), ...abbreviations.map(({ full }) => full)]
  return entries.flatMap(({ list, index, wrong }) =>
    wrong.flatMap((each) => {
      const right = rights.find((one) => placeOf(one, each) >= 0)
      return right === undefined ? [] : [{ list, index, wrong: each, right }]
    }),
  )
}
