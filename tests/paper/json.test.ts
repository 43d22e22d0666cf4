import { expect, test } from 'vitest'
import { examplePaper, hostilePaper } from './example.ts'
import { writtenText } from './written.ts'

/** The same value whose keys were put in from the last to the first. */
function reversed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reversed) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, reversed(each)]),
  ) as T
}

test('the same paper gives the same bytes, in whatever order it was put together', async () => {
  expect(await writtenText(reversed(examplePaper()), 'json')).toBe(await writtenText(examplePaper(), 'json'))
})

test('values keep their type and form; figures name their items', async () => {
  const paper = JSON.parse(await writtenText(examplePaper(), 'json'))
  expect(paper).toMatchObject({
    format: 'congbo-paper-1',
    asOf: '2026-11-30T17:00:00+07:00',
    sample: true,
    letter: { date: '2026-12-02', signers: [{ office: 'Trưởng ban' }] },
  })
  const [economy] = paper.blocks.find((block: { id: string }) => block.id === 'linh-vuc').rows
  expect(economy.figures[0]).toEqual({ value: 'Kinh tế' })
  expect(economy.figures[1].items).toHaveLength(economy.figures[1].value)
  expect(economy.figures.slice(4)).toEqual([
    { value: { part: 6, whole: 6 } },
    { value: 2128 },
    { value: '2026-11-20' },
  ])
  expect(paper.catalogue.items[3]).toEqual({
    id: 'tin-bai/2026/bai-so-4.md',
    title: 'Bài số 4: Ra quân vệ sinh môi trường tại xóm Thượng',
    address: 'https://vi-du.example.vn/tin-bai/2026/bai-so-4/',
    cells: [
      { value: 'Văn hóa – Xã hội' },
      { value: 'Văn phòng' },
      { value: '2026-11-05' },
      { value: '2026-11-05T09:03:00+07:00' },
      { value: 2971 },
      { value: 'Đúng hạn' },
    ],
  })
})

test('a value of another type than its column says so; an empty place is null', async () => {
  const paper = JSON.parse(await writtenText(examplePaper(), 'json'))
  const rows = paper.blocks.find((block: { id: string }) => block.id === 'linh-vuc').rows
  expect(rows.at(-1).figures.at(-1)).toEqual({ value: null })
})

test('signs that no other format can carry are not carried here either', async () => {
  expect(await writtenText(hostilePaper(), 'json')).not.toMatch(/\\u00(?:00|07|0b)|\\ud800/i)
})
