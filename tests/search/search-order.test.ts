import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerFrom } from '../../templates/assets/js/search-answer.js'
import { excerptOf, placesOf, titlePieces } from '../../templates/assets/js/search-excerpt.js'
import { planOf } from '../../templates/assets/js/search-plan.js'
import { byRelevance, type Hit, rankHits } from '../../templates/assets/js/search-rank.js'
import { FILLER, fromIndex, TITLE_WORDS, toIndex } from '../../templates/assets/js/search-text.js'
import { answerInWords } from '../../templates/assets/js/search-words.js'

const hit = (id: string, { score = 1, words = [TITLE_WORDS] as readonly number[] } = {}): Hit => ({
  id,
  score,
  words,
  data: () => Promise.reject(new Error('not asked for')),
})
const NOTHING = { numbers: [], exactPhrase: [], phrase: [], pairs: [], exact: [], all: [] }
const orderOf = (found: Partial<Parameters<typeof rankHits>[0]>): string[] =>
  rankHits({ ...NOTHING, ...found })
    .sort(byRelevance)
    .map(({ id }) => id)

describe('the order of results', () => {
  test('is: number, phrase as marked, phrase, words apart; in each the title first', () => {
    expect(
      orderOf({
        all: ['apart', 'phrase', 'phrase-title', 'exact', 'exact-title', 'number'].map((id) =>
          hit(id, { score: 9 }),
        ),
        phrase: [
          hit('phrase'),
          hit('phrase-title', { words: [3] }),
          hit('exact'),
          hit('exact-title', { words: [] }),
        ],
        exactPhrase: [hit('exact'), hit('exact-title', { words: [0] })],
        numbers: [hit('number')],
      }),
    ).toEqual(['number', 'exact-title', 'exact', 'phrase-title', 'phrase', 'apart'])
  })
  test('of words apart: more neighbours, then marks as written, then the score', () => {
    const all = [hit('far', { score: 8 }), hit('marked'), hit('near'), hit('score', { score: 5 })]
    expect(orderOf({ all, pairs: [[hit('near')]], exact: [hit('marked')] })).toEqual([
      'near',
      'marked',
      'far',
      'score',
    ])
  })
})

describe('filters', () => {
  const result = (id: string, values: Record<string, string>, place: number) => {
    const [ranked] = rankHits({ ...NOTHING, all: [hit(id)] })
    if (!ranked) throw new Error('not ranked')
    return { ...ranked, values, place }
  }
  const ranked = [
    result('a', { nam: '2025', 'linh-vuc': 'kinh-te' }, 1),
    result('b', { nam: '2026', 'linh-vuc': 'kinh-te' }, 2),
    result('c', { nam: '2026', 'linh-vuc': 'xa-hoi' }, 3),
  ]
  const answer = (choices: Record<string, string[]>) =>
    answerFrom({ ranked, nearest: [], plan: planOf('một') }, { query: 'một', choices, newest: true })

  test('leave what has a chosen value of each', () => {
    expect(answer({ nam: ['2026'], 'linh-vuc': ['kinh-te'] }).results.map(({ id }) => id)).toEqual(['b'])
    expect(answer({ nam: ['2025', '2026'] }).results.map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  })
  test('count what each value would give, the others as they are chosen', () => {
    expect(answer({ nam: ['2026'] }).counts).toEqual({
      nam: { '2025': 1, '2026': 2 },
      'linh-vuc': { 'kinh-te': 1, 'xa-hoi': 1 },
    })
  })
})

describe('an excerpt', () => {
  const content = (title: string, text: string) => {
    const words = toIndex(title).split(' ')
    return [...words, ...Array(TITLE_WORDS - words.length).fill(FILLER), toIndex(text)].join(' ')
  }
  const unit = fc.constantFrom(...'đĐ ab.,-/(“ế1 '.split(''))
  const texts = fc.string({ unit, minLength: 1, maxLength: 80 }).filter((text) => text.trim() !== '')

  test('is a piece of the text as it was written, whatever is marked', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.integer({ min: 0, max: 120 })), (text, places) => {
        const pieces = excerptOf(content('Tên', text), places)
        const shown = pieces
          .map((piece) => piece.text)
          .join('')
          .replace(/^… | …$/g, '')
        expect(fromIndex(toIndex(text))).toContain(shown.trim())
      }),
    )
  })
  test('of a title is the title', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(20)), (title, places) => {
        const indexed = toIndex(title)
        expect(
          titlePieces(indexed, places)
            .map(({ text }) => text)
            .join(''),
        ).toBe(fromIndex(indexed).trimEnd())
      }),
    )
  })
  test('marks words and not the signs around them', () => {
    const text = content('Tên', 'Quyết định “849/QĐ-UBND”, ngày 3.')
    const places = placesOf(text, toIndex('849 qd ubnd').split(' '))
    expect(excerptOf(text, places).filter(({ marked }) => marked)).toEqual([
      { text: '849/QĐ-UBND', marked: true },
    ])
  })
})

// biome-ignore format: a table
const SENTENCES = [
  [{ results: { length: 0 }, numbers: 0, together: 0, nearest: false }, 'x', 'Không có kết quả nào cho “x”.'],
  [{ results: { length: 3 }, numbers: 0, together: 3, nearest: false }, 'x', '3 kết quả cho “x”.'],
  [{ results: { length: 3 }, numbers: 1, together: 1, nearest: false }, '849', '3 kết quả cho “849”, theo thứ tự: 1 văn bản mang số này; 1 trang có nguyên cụm từ; 1 trang có các từ đứng rời nhau.'],
  [{ results: { length: 2 }, numbers: 0, together: 0, nearest: true },  'x y', 'Không trang nào có đủ các từ cho “x y”. 2 trang gần nhất:'],
  [{ results: { length: 2 }, numbers: 0, together: 0, nearest: false }, '', '2 kết quả.'],
] as const
test.each(SENTENCES)('%j of “%s” is said: %s', (answer, query, sentence) => {
  expect(answerInWords(answer, query)).toBe(sentence)
})
