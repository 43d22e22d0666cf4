import { describe, expect, test } from 'vitest'
import { sealedText } from '../../pipeline/royalties/seal.ts'
import { settle } from '../../pipeline/royalties/settle.ts'
import type { SealedMonth } from '../../pipeline/royalties/statement.ts'
import { verifyBooks } from '../../pipeline/royalties/verify.ts'
import { parseYaml } from '../../pipeline/yaml/parse-yaml.ts'
import { contract } from '../support/portals.ts'
import { close, facts, score, work } from './desk.ts'

const OCTOBER = { month: '2026-10' } as const
const WORKS = [
  work('mot', '2026-10-05'),
  work('hai', '2026-10-20', { byline: 'Cường' }),
  work('ba', '2026-11-10'),
]
const SCORES = [
  score(
    'mot',
    [
      { genre: 'tin', coefficient: 4 },
      { genre: 'bien-tap', person: 'binh' },
    ],
    OCTOBER,
  ),
  score('hai', [{ genre: 'tin', coefficient: 2 }], OCTOBER),
  score('ba', [{ genre: 'tin', coefficient: 3 }]),
]
const START = facts({ works: WORKS, scores: SCORES })
const closed = close('2026-10', START)
const both = close('2026-11', closed)
const books = both.sealed as [SealedMonth, SealedMonth]

const short = (so: ReturnType<typeof settle>) =>
  so.lines.map(
    ({ path, person, amount, reverses }) =>
      `${path.split('/').at(-1)} ${person} ${amount}${reverses ? ` ← ${reverses.month} ${reverses.line}` : ''}`,
  )

describe('closed months', () => {
  test('written and read again they are the same, and fit their schema', () => {
    for (const book of books) {
      const read = parseYaml(sealedText(book))
      expect(read).toEqual({ ok: true, value: book })
      expect(contract.errors('so-nhuan-but', book)).toEqual([])
    }
  })

  test('nothing is wrong with them', () => expect(verifyBooks(books)).toEqual([]))

  test('nothing is paid again in the month after', () => {
    expect(short(settle(closed, '2026-11'))).toEqual(['ba.md an 759000'])
  })
})

type Change = (all: [SealedMonth, SealedMonth]) => void
const entry = (book: SealedMonth, index: number) => book.entries[index] as SealedMonth['entries'][number]

// biome-ignore format: a table
const TAMPERING: readonly (readonly [string, Change, RegExp, string])[] = [
  ['a sum',            ([first]) => { entry(first, 1).amount += 1000; entry(first, 1).gross += 1000 }, /tháng 10\/2026 đã bị sửa ở dòng 2/,     'the line is named'],
  ['a person',         ([first]) => { entry(first, 0).person = 'dung' },                              /đã bị sửa ở dòng 1/,                    'the payee'],
  ['a title',          ([, second]) => { entry(second, 0).title += '.' },                             /tháng 11\/2026 đã bị sửa ở dòng 1/,     'a full stop'],
  ['a line removed',   ([first]) => { first.entries.pop() },                                          /có dòng bị thêm, bớt/,                  'the rest keeps its marks'],
  ['two lines swapped', ([first]) => { first.entries.reverse() },                                     /đã bị sửa ở dòng/,                      'numbers run from 1'],
  ['the total',        ([first]) => { first.totals.amount = 1 },                                      /cộng lại được/,                         'sums are added again'],
  ['the closing',      ([first]) => { first.closedAt = '2026-10-31T09:00:00+07:00' },                 /Mã băm của sổ tháng 10\/2026/,          'the head of the file counts too'],
  ['what was left',    ([first]) => { first.leftOpen.push({ path: 'a.md', title: 'A', why: 'quên' }) }, /Mã băm của sổ tháng 10\/2026/,        'the questions too'],
  ['closed anew',      (all) => { all[0] = (close('2026-10', { ...START, scores: SCORES.slice(0, 1) }).sealed as SealedMonth[])[0] as SealedMonth }, /tháng 10\/2026 không còn là sổ mà tháng 11\/2026 đã nối vào/, 'a valid book in the place of another breaks the chain'],
  ['the first gone',   (all) => { all.shift() },                                                      /nối vào sổ tháng 10\/2026, mà tệp ấy không còn/, 'nor can it be dropped'],
]

describe('a closed month that somebody touched', () => {
  test.each(TAMPERING)('%s', (_, change, words) => {
    const copy = structuredClone(books) as [SealedMonth, SealedMonth]
    change(copy)
    expect(
      verifyBooks(copy)
        .map(({ problem }) => problem)
        .join('\n'),
    ).toMatch(words)
  })
})

describe('an article is paid once', () => {
  test('whatever lĩnh vực it moves to, and whatever it is renamed', () => {
    const moved = work('tin-bai/kinh-te/2026/mot.md', '2026-10-05')
    const renamed = {
      ...work('ten-moi', '2026-10-20', { byline: 'Cường' }),
      formerPaths: ['tin-bai/xa-hoi/2026/hai.md'],
    }
    const so = settle({ ...closed, works: [moved, renamed, WORKS[2] as never], scores: SCORES }, '2026-11')
    expect(short(so)).toEqual(['ba.md an 759000'])
    expect(so.questions).toEqual([])
  })

  test('even if its publication is recorded in another month later', () => {
    const again = work('mot', '2026-11-20', { title: 'Bài mot' })
    expect(short(settle({ ...closed, works: [again, ...WORKS.slice(1)] }, '2026-11'))).toEqual([
      'ba.md an 759000',
    ])
  })

  test('the same text under another path is asked about first', () => {
    const [first] = WORKS
    const copy = {
      ...(first as never as ReturnType<typeof work>),
      entry: {
        ...(first as ReturnType<typeof work>).entry,
        path: 'tin-bai/xa-hoi/2026/chep.md',
        milestones: (WORKS[2] as ReturnType<typeof work>).entry.milestones,
      },
    }
    const works = [...WORKS, copy]
    const scored = [...SCORES, score('chep', [{ genre: 'tin', coefficient: 2 }])]
    const asked = settle({ ...closed, works, scores: scored }, '2026-11')
    expect(asked.questions.map(({ why }) => why)).toEqual([
      expect.stringContaining('trùng tên, người viết và số chữ với tin-bai/xa-hoi/2026/mot.md'),
    ])
    const other = settle(
      {
        ...closed,
        works,
        scores: [...SCORES, score('chep', [{ genre: 'tin', coefficient: 2 }], { newWork: true })],
      },
      '2026-11',
    )
    expect(other.questions).toEqual([])
    expect(other.lines).toHaveLength(2)
  })

  test('a book that pays twice is not a right one', () => {
    const second = structuredClone(closed.sealed[0] as SealedMonth)
    const twice = verifyBooks([closed.sealed[0] as SealedMonth, { ...second, month: '2026-11' }])
    expect(twice.map(({ problem }) => problem).join('\n')).toMatch(
      /trả lần thứ hai cho «Bài mot», An: đã trả ở dòng 1 sổ tháng 10\/2026/,
    )
  })

  test('an article that stands in two portals is told', () => {
    const so = settle(
      { ...closed, elsewhere: [{ portal: 'kep', path: 'tin-bai/x/2026/b.md', title: 'bài  BA' }] },
      '2026-11',
    )
    expect(so.notices).toEqual([expect.stringMatching(/cũng đăng ở cổng kep/)])
  })
})

// biome-ignore format: a table
const LATER: readonly (readonly [string, Partial<typeof closed>, readonly string[], string])[] = [
  ['a score corrected', { scores: [score('mot', [{ genre: 'tin', coefficient: 5 }, { genre: 'bien-tap', person: 'binh' }], OCTOBER), ...SCORES.slice(1)] },
    ['mot.md an -1012000 ← 2026-10 1', 'mot.md an 1265000', 'mot.md binh -152000 ← 2026-10 2', 'mot.md binh 190000'], 'the line is taken back whole and written anew; the editor’s share with it'],
  ['another genre of payee', { scores: [score('mot', [{ genre: 'tin', coefficient: 4 }], OCTOBER), ...SCORES.slice(1)] },
    ['mot.md binh -152000 ← 2026-10 2'], 'the editor fell away'],
  ['a takedown for a breach', { breached: new Set(['tin-bai/xa-hoi/2026/hai.md']) },
    ['hai.md cuong -506000 ← 2026-10 3'], 'what was paid is taken back'],
  ['nothing to pay after all', { scores: [...SCORES.slice(0, 1), score('hai', undefined, { ...OCTOBER, skip: 'chép của báo khác' }), ...SCORES.slice(2)] },
    ['hai.md cuong -506000 ← 2026-10 3'], 'the scorer took the score back'],
]

describe('what changes after the closing', () => {
  test.each(LATER)('%s', (_, change, reversing) => {
    const later = { ...closed, ...change }
    const so = settle(later, '2026-11')
    expect(short(so)).toEqual(['ba.md an 759000', ...reversing])
    for (const { reason, month } of so.lines.slice(1)) {
      expect(reason).toBeTruthy()
      expect(month).toBe('2026-10')
    }
    const again = close('2026-11', later)
    expect(verifyBooks(again.sealed)).toEqual([])
    expect(settle(again, '2026-12').lines).toEqual([])
  })

  test('a breach known before the closing pays nothing, and says so', () => {
    const so = settle({ ...START, breached: new Set(['tin-bai/xa-hoi/2026/hai.md']) }, '2026-10')
    expect(short(so)).toEqual(['mot.md an 1012000', 'mot.md binh 152000'])
    expect(so.unpaid).toEqual([expect.objectContaining({ why: 'đã gỡ bỏ do vi phạm' })])
  })

  test('a takedown that was lifted pays again', () => {
    const taken = close('2026-11', { ...closed, breached: new Set(['tin-bai/xa-hoi/2026/hai.md']) })
    expect(short(settle({ ...taken, breached: new Set() }, '2026-12'))).toEqual(['hai.md cuong 506000'])
  })

  test('a question that was left open is asked again, and paid late once it is answered', () => {
    const open = close('2026-10', { ...START, scores: SCORES.filter(({ path }) => !path.includes('hai')) })
    expect(open.sealed[0]?.leftOpen.map(({ path }) => path)).toEqual(['tin-bai/xa-hoi/2026/hai.md'])
    expect(settle(open, '2026-11').questions.map(({ path }) => path)).toEqual(['tin-bai/xa-hoi/2026/hai.md'])
    const late = settle({ ...open, scores: SCORES }, '2026-11')
    expect(short(late)).toEqual(['ba.md an 759000', 'hai.md cuong 506000'])
    expect(late.lines[1]?.reason).toBe('Trả muộn: bài của tháng 10/2026 đã đóng sổ')
  })

  test('while a paid work has an open question, what was paid for it stays', () => {
    const so = settle({ ...closed, scores: SCORES.slice(1) }, '2026-11')
    expect(short(so)).toEqual(['ba.md an 759000'])
    expect(so.questions.map(({ path }) => path)).toEqual(['tin-bai/xa-hoi/2026/mot.md'])
  })

  test('what the ledger no longer knows is left as it was paid, and told', () => {
    const so = settle({ ...closed, works: WORKS.slice(1), scores: SCORES.slice(1) }, '2026-11')
    expect(short(so)).toEqual(['ba.md an 759000'])
    expect(so.notices).toEqual([expect.stringMatching(/mot\.md đã trả ở tháng 10\/2026 nay không còn/)])
  })
})
