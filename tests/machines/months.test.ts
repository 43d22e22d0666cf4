import { expect, test } from 'vitest'
import { parseInstant } from '../../pipeline/calendar/local-time.ts'
import { monthFiles } from '../../pipeline/site/api-months.ts'
import type { SiteDocument } from '../../pipeline/site/site.ts'

const published = (at: string, count: number): SiteDocument[] =>
  Array.from(
    { length: count },
    (_, n) => ({ path: `${at}-${count - n}`, publishedAt: parseInstant(at) }) as unknown as SiteDocument,
  )
const shape = (documents: readonly SiteDocument[]) =>
  monthFiles(documents).map(({ month, file, documents: those }) => [month, file, those.length])

test('one file a month, the newest first, by the days of Vietnam', () => {
  const documents = [
    ...published('2026-11-30T18:00:00Z', 1),
    ...published('2026-11-30T16:00:00Z', 2),
    ...published('2026-01-05T09:00:00+07:00', 3),
  ]
  expect(shape(documents)).toEqual([
    ['2026-12', 'documents/2026-12.json', 1],
    ['2026-11', 'documents/2026-11.json', 2],
    ['2026-01', 'documents/2026-01.json', 3],
  ])
})

test('an archive that moves in with one merge becomes parts of a thousand', () => {
  expect(shape(published('2026-11-20T09:00:00+07:00', 3500))).toEqual([
    ['2026-11', 'documents/2026-11.json', 1500],
    ['2026-11', 'documents/2026-11-2.json', 1000],
    ['2026-11', 'documents/2026-11-1.json', 1000],
  ])
})

test('one more document leaves every full part as it was, and is told once', () => {
  const before = published('2026-11-20T09:00:00+07:00', 2999)
  const after = [...published('2026-11-21T09:00:00+07:00', 1), ...before]
  const part = (documents: readonly SiteDocument[]) =>
    monthFiles(documents).find(({ file }) => file.endsWith('-1.json'))?.documents
  expect(part(after)).toEqual(part(before))
  expect(monthFiles(after).flatMap(({ documents }) => documents)).toEqual(after)
})

test('nothing published, no file', () => expect(monthFiles([])).toEqual([]))
