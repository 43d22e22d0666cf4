import type { Remark } from './remark.ts'
import { NEVER_DOUBLED, SAID_TWICE } from './word-lists.ts'

const WORD = /[\p{L}\p{M}\d]+/gu

const NONE: readonly Remark[] = []

/** A word, where it stands, and whether only spaces separate it from the word before. */
type Word = {
  readonly word: string
  readonly small: string
  readonly start: number
  readonly joined: boolean
}

function wordsOf(prose: string): Word[] {
  const words: Word[] = []
  let end = 0
  for (const { 0: word, index: start } of prose.matchAll(WORD)) {
    const between = prose.slice(end, start)
    words.push({
      word,
      small: word.toLowerCase(),
      start,
      joined: between !== '' && between.trim() === '' && !between.includes('\n'),
    })
    end = start + word.length
  }
  return words
}

/**
 * A word written twice, of those that never are on purpose, and three words written twice. Real reduplication (xanh xanh, ngày
 * ngày) is not told from an accident by its form, so only the words of a list are reported.
 */
export function repeatedRemarks(prose: string): Remark[] {
  const words = wordsOf(prose)
  return words.flatMap((_, at) => {
    const { small } = words[at] as Word
    if (words[at - 1]?.small !== small && words[at - 3]?.small !== small) return NONE
    const found = doubled(words, at) ?? tripled(words, at)
    if (!found) return NONE
    const { first, last, ...said } = found
    const written = prose.slice(first.start, last.start + last.word.length)
    return [{ kind: 'repeated-word' as const, start: first.start, written, ...said }]
  })
}

type Found = Pick<Remark, 'problem' | 'fix' | 'instead'> & { readonly first: Word; readonly last: Word }

/** The word at a place is that before it. A capital begins a name inside a sentence: «và Và A Sử». */
function doubled(words: readonly Word[], at: number): Found | undefined {
  const first = words[at - 1]
  const last = words[at] as Word
  if (!first || !last.joined || first.small !== last.word || !NEVER_DOUBLED.has(last.word)) return undefined
  return {
    first,
    last,
    problem: `Từ «${last.word}» viết hai lần liền`,
    fix: 'bỏ một lần',
    instead: first.word,
  }
}

/** The three words that end at a place are the three before them. */
function tripled(words: readonly Word[], at: number): Found | undefined {
  const last = words[at] as Word
  if (at < 5 || last.small !== words[at - 3]?.small) return undefined
  const six = words.slice(at - 5, at + 1)
  const [first, second, third, ...again] = six
  if (!first || !second || !third || !six.slice(1).every(({ joined }) => joined)) return undefined
  const phrase = [first, second, third]
  const same = again.every(({ small }, index) => small === phrase[index]?.small)
  if (!same || new Set(phrase.map(({ small }) => small)).size < 3 || SAID_TWICE.has(first.small))
    return undefined
  const said = phrase.map(({ word }) => word).join(' ')
  return { first, last, problem: `Cụm từ «${said}» viết hai lần liền`, fix: 'đọc lại, bỏ một lần' }
}
