import { Bookmark, Paragraph, type Table, TableRow } from 'docx'
import { cellInWords, integerInWords } from '../tables/words.ts'
import { grid, gridCell, widthsOf } from './docx-table.ts'
import { centred, LYING_WIDTH, run, SIZE } from './docx-text.ts'
import { type IndexedPaper, nameOf, numbersInWords, type Opening } from './index-paper.ts'
import { numberInWords } from './letter-words.ts'
import type { Catalogue } from './paper.ts'

/** A letter with more items would be a book; the workbook and the page hold them all, and the letter says so. */
export const MOST_ITEMS = 300

export const hasAppendix = ({ paper: { catalogue } }: IndexedPaper): boolean =>
  catalogue.items.length > 0 && catalogue.items.length <= MOST_ITEMS

export const bookmarkOf = ({ number }: Opening): string => `so-lieu-${number}`

/** What stands at the end of a letter whose items are too many for an appendix. */
export const tooMany = ({ catalogue }: IndexedPaper['paper']): string =>
  `${catalogue.title} gồm ${integerInWords(catalogue.items.length)} mục, không in kèm văn bản này; danh mục đầy đủ và các mục của từng số liệu ở tệp bảng tính (XLSX) và tệp trang (HTML) cùng kỳ.`

/** The items, and which of them each figure consists of (Phụ lục I, phần I, mục III, khoản 1: phụ lục). */
export function appendix({ paper, openings }: IndexedPaper): (Paragraph | Table)[] {
  const { genre, letter, catalogue } = paper
  const bold = { bold: true, size: SIZE.body }
  return [
    centred('Phụ lục', bold),
    centred(catalogue.title.toUpperCase(), bold),
    centred(
      `(Kèm theo ${genre} ${numberInWords(letter).replace('Số:', 'số')} của ${letter.authority})`,
      { italics: true, size: SIZE.body },
      { spacing: { after: 160 } },
    ),
    itemsTable(catalogue),
    ...(openings.length === 0 ? [] : openingLines(openings)),
  ]
}

function itemsTable({ label, columns, items }: Catalogue): Table {
  const heads = [{ label: 'Mục', type: 'integer' as const }, { label, type: 'text' as const }, ...columns]
  const texts = items.map((item, index) => [`${index + 1}`, nameOf(item), ...item.cells.map(cellInWords)])
  const rows = items.map(
    (item, index) =>
      new TableRow({
        cantSplit: true,
        children: [
          gridCell('integer', [run(`${index + 1}`, { size: SIZE.small })]),
          gridCell('text', [run(nameOf(item), { size: SIZE.small })]),
          ...item.cells.map((cell) => gridCell(cell.type, [run(cellInWords(cell), { size: SIZE.small })])),
        ],
      }),
  )
  return grid(heads, widthsOf(heads, texts, LYING_WIDTH, SIZE.small), rows)
}

/** One paragraph for the figures of a row: a month has a hundred of them. */
const openingLines = (openings: readonly Opening[]): Paragraph[] => [
  new Paragraph({
    keepNext: true,
    spacing: { before: 240, after: 80 },
    children: [run('Các mục của từng số liệu', { bold: true, size: SIZE.head })],
  }),
  ...[...Map.groupBy(openings, ({ line }) => line)].map(
    ([line, figures]) =>
      new Paragraph({
        spacing: { after: 20 },
        children: [
          run(`${line}: `, { bold: true, size: SIZE.list }),
          ...figures.flatMap((opening, index) => figureRuns(opening, index === figures.length - 1)),
        ],
      }),
  ),
]

const figureRuns = (opening: Opening, last: boolean) => [
  new Bookmark({
    id: bookmarkOf(opening),
    children: [run(`${opening.column} ${opening.value}`, { size: SIZE.list })],
  }),
  run(` (mục ${numbersInWords(opening.items)})${last ? '.' : '; '}`, { size: SIZE.list, italics: true }),
]
