import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chunk } from '../../pipeline/site/list-pages.ts'

const lists = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 30 }))
const newestFirst = (length: number) => Array.from({ length }, (_, index) => length - index)

test('every item stands on one page, newest first', () => {
  fc.assert(
    fc.property(lists, ([length, size]) => {
      expect(chunk(newestFirst(length), size).flatMap(({ items }) => items)).toEqual(newestFirst(length))
    }),
  )
})

test('a new item leaves every full page as it was', () => {
  fc.assert(
    fc.property(lists, ([length, size]) => {
      const before = chunk(newestFirst(length), size)
      const after = chunk(newestFirst(length + 1), size)
      for (const { number, items } of before.filter((each) => each.number > 0)) {
        expect(after.find((each) => each.number === number)?.items).toEqual(items)
      }
    }),
  )
})

test('the front page is never empty while there is something to show, and never holds two pages’ worth', () => {
  fc.assert(
    fc.property(lists, ([length, size]) => {
      const front = chunk(newestFirst(length), size)[0]?.items.length ?? 0
      expect(front).toBeLessThan(2 * size)
      if (length > 0) expect(front).toBeGreaterThan(0)
    }),
  )
})

test('newer and older lead through all pages and back', () => {
  const pages = chunk(newestFirst(100), 10)
  const visited: number[] = []
  for (
    let at: number | undefined = 0;
    at !== undefined;
    at = pages.find(({ number }) => number === at)?.older
  )
    visited.push(at)
  expect(visited).toEqual(pages.map(({ number }) => number))
  expect(pages.at(-1)?.newer).toBe(2)
})
