import { columnInWords, isNumber } from '../tables/words.ts'
import { type IndexedPaper, nameOf, numbersInWords, type Opening } from './index-paper.ts'
import { cellName, placeIn, type Sheet, type SheetRow, sheetCell, textCell, widthFor } from './sheet.ts'
import { ABOVE, BORDER, HEAD, headRows, ITEMS_SHEET, LINK, OPENINGS_SHEET } from './sheet-parts.ts'

/** Numbers of items that one cell takes; a longer list goes on in the next. */
const NUMBERS_PER_CELL = 30_000

/** Every figure that was counted from items, and which: row `n` below the head is opening `n`. */
export function openingsSheet(indexed: IndexedPaper): Sheet {
  const { openings } = indexed
  const body = openings.map(
    ({ place, value, items }): SheetRow => [
      textCell(place, { ...BORDER, wrap: true }),
      textCell(value, { ...BORDER, align: 'right' }),
      sheetCell({ type: 'integer', value: items.length }, { ...BORDER, align: 'right' }),
      ...piecesOf(numbersInWords(items)).map((text) => textCell(text, { ...BORDER, textColor: LINK })),
    ],
  )
  return {
    name: OPENINGS_SHEET,
    rows: [
      ...headRows(
        indexed,
        'Đối chiếu: mỗi số liệu gồm những mục nào',
        `số thứ tự theo trang «${ITEMS_SHEET}»`,
      ),
      ['Số liệu', 'Giá trị', 'Số mục', 'Các mục'].map((label) => textCell(label, HEAD)),
      ...body,
    ],
    widths: [48, 16, 10, 80],
    frozen: ABOVE + 1,
    links: openings.map((opening, row) => ({
      cell: cellName(ABOVE + 1 + row, 3),
      to: firstItem(opening, indexed.paper.catalogue.columns.length),
    })),
    pictures: [],
  }
}

const firstItem = ({ items }: Opening, columns: number): string => {
  const row = ABOVE + (items[0] as number)
  return placeIn(ITEMS_SHEET, cellName(row, 0), cellName(row, columns + 1))
}

function piecesOf(text: string): string[] {
  if (text.length <= NUMBERS_PER_CELL) return [text]
  const cut = text.lastIndexOf(', ', NUMBERS_PER_CELL)
  return [text.slice(0, cut), ...piecesOf(text.slice(cut + 2))]
}

/** All items: row `n` below the head is item `n`. */
export function itemsSheet(indexed: IndexedPaper): Sheet {
  const { title, label, columns, items } = indexed.paper.catalogue
  const styles = columns.map(({ type }) => (isNumber(type) ? { ...BORDER, align: 'right' as const } : BORDER))
  const body = items.map(
    (item, index): SheetRow => [
      { ...BORDER, value: index + 1, type: Number, format: '0' },
      textCell(nameOf(item), { ...BORDER, wrap: true }),
      ...item.cells.map((cell, at) => sheetCell(cell, styles[at])),
      textCell(item.id, BORDER),
    ],
  )
  const heads = ['Mục', label, ...columns.map(columnInWords), 'Mã']
  return {
    name: ITEMS_SHEET,
    rows: [...headRows(indexed, title, undefined), heads.map((head) => textCell(head, HEAD)), ...body],
    widths: [8, 60, ...columns.map((column) => widthFor(column.type, columnInWords(column), 18)), 40],
    frozen: ABOVE + 1,
    ...(items.length > 0
      ? { filter: `${cellName(ABOVE, 0)}:${cellName(ABOVE + items.length, heads.length - 1)}` }
      : {}),
    links: [],
    pictures: [],
  }
}
