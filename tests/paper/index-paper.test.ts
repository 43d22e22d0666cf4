import { describe, expect, test } from 'vitest'
import { indexPaper, numbersInWords } from '../../pipeline/paper/index-paper.ts'
import type { Block, Paper } from '../../pipeline/paper/paper.ts'
import { count, integer, share, type Table, text } from '../../pipeline/tables/table.ts'
import { examplePaper } from './example.ts'

// biome-ignore format: a table
const NUMBERS = [
  [[],                     '',             'nothing'],
  [[4],                    '4',            'one'],
  [[1, 2, 3],              '1–3',          'a stretch'],
  [[1, 2, 3, 7, 9, 10],    '1–3, 7, 9–10', 'stretches and single ones'],
] as const

test.each(NUMBERS)('the items %j are «%s»: %s', (numbers, words) => {
  expect(numbersInWords(numbers)).toBe(words)
})

const heading = (level: 1 | 2 | 3): Block => ({ type: 'heading', level, text: 'Mục' })
const withBlocks = (...blocks: Block[]): Paper => ({ ...examplePaper(2), blocks })
const [first, second] = examplePaper(2).catalogue.items.map(({ id }) => id) as [string, string]

test('headings are numbered as letters number them, and lower ones begin again', () => {
  const levels = [1, 2, 2, 3, 3, 1, 2, 3, 1, 1] as const
  const marks = indexPaper(withBlocks(...levels.map(heading))).blocks.map(
    (block) => 'mark' in block && block.mark,
  )
  expect(marks).toEqual(['I.', '1.', '2.', 'a)', 'b)', 'II.', '1.', 'a)', 'III.', 'IV.'])
})

test('points go on after d with đ', () => {
  const marks = indexPaper(withBlocks(...Array.from({ length: 6 }, () => heading(3)))).blocks
  expect(marks.map((block) => 'mark' in block && block.mark)).toEqual(['a)', 'b)', 'c)', 'd)', 'đ)', 'e)'])
})

const table = (rows: Table['rows']): Block => ({
  type: 'table',
  table: {
    id: 't',
    title: 'Bảng',
    columns: [
      { id: 'ten', label: 'Tên', type: 'text' },
      { id: 'so', label: 'Số', type: 'integer' },
    ],
    rows,
    empty: '',
  },
})

test('a figure opens to its items by their numbers, each once; one of no item opens to nothing', () => {
  const rows = [
    { id: 'a', figures: [text('Kinh tế'), integer(3, [second, first, second])] },
    { id: 'b', figures: [text('Xã hội'), count([])] },
  ]
  expect(indexPaper(withBlocks(table(rows))).openings).toEqual([
    {
      number: 1,
      place: 'Bảng 1, Kinh tế – Số',
      line: 'Bảng 1, Kinh tế',
      column: 'Số',
      value: '3',
      items: [1, 2],
    },
  ])
})

const row = (figures: Table['rows'][number]['figures']) => table([{ id: 'a', figures }])
const chart = (columns: string[], of = 't'): Block => ({
  type: 'chart',
  chart: { id: 'c', title: '', kind: 'bar', table: of, columns },
})

describe('a paper that contradicts itself is a fault of the code that computed it', () => {
  // biome-ignore format: a table
  const FAULTS = [
    [withBlocks(row([text('a'), count(['khong-co'])])),               'the item khong-co'],
    [withBlocks(row([text('a')])),                                    '1 figures, 2 columns'],
    [withBlocks(row([text('a'), integer(Number.NaN)])),               'no number'],
    [withBlocks(row([text('a'), share(1, Number.POSITIVE_INFINITY)])),'no number'],
    [withBlocks(row([text('a'), integer(1)]), chart(['khac'])),       'no table t with columns khac'],
    [withBlocks(chart(['so'])),                                       'no table t'],
  ] as const
  test.each(FAULTS.map(([paper, message]) => [message, paper] as const))('%s', (message, paper) =>
    expect(() => indexPaper(paper)).toThrow(message),
  )
  test('two items of one name', () => {
    const paper = examplePaper(2)
    const items = [...paper.catalogue.items, ...paper.catalogue.items]
    expect(() => indexPaper({ ...paper, catalogue: { ...paper.catalogue, items } })).toThrow('one id')
  })
})

test('a table without rows has no chart', () => {
  expect(indexPaper(withBlocks(table([]), chart(['so']))).blocks.map(({ type }) => type)).toEqual(['table'])
})
