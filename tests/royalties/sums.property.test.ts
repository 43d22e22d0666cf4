import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { settle } from '../../pipeline/royalties/settle.ts'
import { sumOf } from '../../pipeline/royalties/statement.ts'
import { GROUPINGS, totalsBy } from '../../pipeline/royalties/totals.ts'
import { verifyBooks } from '../../pipeline/royalties/verify.ts'
import { close, facts, SALARIES, score, TABLE, work } from './desk.ts'

/** Some articles of October and November with scores, under ceilings. */
const desks = fc
  .record({
    articles: fc.array(
      fc.record({
        day: fc.integer({ min: 1, max: 28 }),
        month: fc.constantFrom('2026-10', '2026-11'),
        byline: fc.constantFrom('An', 'Bình', 'Cường', 'Người lạ'),
        coefficient: fc.integer({ min: 100, max: 1000 }).map((hundredths) => hundredths / 100),
        editor: fc.option(fc.constantFrom('an', 'binh', 'dung'), { nil: undefined }),
        credits: fc.array(fc.constantFrom('Dung', 'Bình', 'Sưu tầm'), { maxLength: 3 }),
        scored: fc.boolean(),
      }),
      { maxLength: 12 },
    ),
    ceilings: fc.record(
      {
        work: fc.integer({ min: 1, max: 3_000_000 }),
        personMonth: fc.integer({ min: 1, max: 5_000_000 }),
        month: fc.integer({ min: 1, max: 9_000_000 }),
      },
      { requiredKeys: [] },
    ),
    rounding: fc.constantFrom(1, 100, 500, 1000) as fc.Arbitrary<1 | 100 | 500 | 1000>,
  })
  .map(({ articles, ceilings, rounding }) => {
    const works = articles.map(({ day, month, byline, credits }, index) =>
      work(`b${index}`, `${month}-${String(day).padStart(2, '0')}`, { byline, credits }),
    )
    const scores = articles.flatMap(({ month, coefficient, editor, credits, scored }, index) =>
      scored
        ? [
            score(
              `b${index}`,
              [
                { genre: 'tin', coefficient },
                ...(credits.some((name) => name !== 'Sưu tầm') ? [{ genre: 'anh', coefficient: 1 }] : []),
                ...(editor ? [{ genre: 'bien-tap', person: editor }] : []),
              ],
              { month },
            ),
          ]
        : [],
    )
    return facts({ works, scores, rates: { tables: [{ ...TABLE, ceilings, rounding }], salaries: SALARIES } })
  })

describe('whatever is published and scored', () => {
  test('the sum is the same however it is added up', () => {
    fc.assert(
      fc.property(desks, (desk) => {
        const { lines } = settle(desk, '2026-11')
        for (const grouping of Object.values(GROUPINGS)) {
          const totals = totalsBy(lines, grouping)
          expect(sumOf(totals)).toBe(sumOf(lines))
          expect(totals.flatMap((total) => total.lines)).toHaveLength(lines.length)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('sums are whole đồng, never below zero, and no ceiling is passed', () => {
    fc.assert(
      fc.property(desks, (desk) => {
        const { lines } = settle(desk, '2026-11')
        const ceilings = desk.rates.tables[0]?.ceilings ?? {}
        for (const { amount, gross, cuts = [] } of lines) {
          expect(Number.isSafeInteger(amount)).toBe(true)
          expect(amount).toBeGreaterThanOrEqual(0)
          expect(gross - cuts.reduce((sum, cut) => sum + cut.amount, 0)).toBe(amount)
        }
        const held = [
          [ceilings.work, GROUPINGS.work],
          [ceilings.personMonth, GROUPINGS.person],
          [ceilings.month, () => ''],
        ] as const
        for (const [limit = Number.MAX_SAFE_INTEGER, grouping] of held)
          for (const { amount } of totalsBy(lines, grouping)) expect(amount).toBeLessThanOrEqual(limit)
      }),
      { numRuns: 200 },
    )
  })

  test('every work of the month is paid, asked about, or told why not', () => {
    fc.assert(
      fc.property(desks, (desk) => {
        const { lines, questions, unpaid } = settle(desk, '2026-11')
        const told = new Set([...lines, ...questions, ...unpaid].map(({ path }) => path))
        const published = desk.works.filter(
          ({ entry }) => new Date(entry.milestones.merged).getUTCMonth() === 10,
        )
        expect(published.every(({ entry }) => told.has(entry.path))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test('whatever the scores become later, the books add up to what they would have been', () => {
    fc.assert(
      fc.property(
        desks,
        fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 12, maxLength: 12 }),
        (desk, changed) => {
          const closed = close('2026-10', desk)
          const later = {
            ...closed,
            scores: desk.scores.map((each, index) => ({
              ...each,
              items: (each.items ?? []).map((item) =>
                item.genre === 'tin' ? { ...item, coefficient: changed[index] as number } : item,
              ),
            })),
          }
          const both = close('2026-11', later)
          const paid = sumOf(
            both.sealed.flatMap(({ entries }) => entries.filter(({ month }) => month === '2026-10')),
          )
          expect(paid).toBe(sumOf(settle({ ...later, sealed: [] }, '2026-10').lines))
          expect(verifyBooks(both.sealed)).toEqual([])
          expect(settle(both, '2026-12').lines).toEqual([])
        },
      ),
      { numRuns: 200 },
    )
  })
})
