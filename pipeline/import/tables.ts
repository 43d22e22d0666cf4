import type { Element, ElementContent } from 'hast'
import { trimmed } from './inline.ts'
import { element, find, isBold, isElement, text, withoutBold, wordsOf } from './tree.ts'

/** A table for Markdown, or the blocks of one that only placed things on the paper; whether cells of it were merged or held tables. */
export type Unfolded = { readonly blocks: readonly ElementContent[]; readonly merged: boolean }

/**
 * A table without merged cells: what stood in one stands in each of its places, so that every row can be read by itself. A table of one
 * column or one row is layout, and its content is given back as blocks.
 */
export function unfoldTable(table: Element): Unfolded {
  const rows = rowsOf(table)
  const { grid: whole, merged } = gridOf(rows)
  const grid = whole.filter(hasWords)
  const width = Math.max(0, ...grid.map((row) => row.length))
  const cells = rows.flatMap((row) => cellsOf(row))
  if (width <= 1 || grid.length <= 1 || cells.some(isFrame)) return opened(withCaptions(rows))
  const [first = []] = grid
  // A title across the whole table is no head of its columns.
  const isTitle = grid.length > 2 && new Set(first).size === 1 && first.length === width
  const columns = isTitle ? grid.slice(1) : grid
  const depth = headDepth(columns)
  const body = columns.slice(depth)
  const pictures = cells.flatMap((cell) => find(cell, 'img')).map((img) => element('p', [img]))
  return {
    blocks: [
      ...(isTitle && first[0]
        ? [element('p', [element('strong', withoutBold(inlineOf(first[0])))], { className: ['ten-bang'] })]
        : []),
      element('table', [
        element('thead', [headRow(columns.slice(0, depth), width)]),
        element(
          'tbody',
          body.map((each) => row(each, width)),
        ),
      ]),
      ...pictures,
    ],
    merged: merged || find(table, 'table').some((each) => each !== table),
  }
}

/** The cells of a table that only placed things; what stands below a picture in the next row stands behind it. */
function withCaptions(rows: readonly Element[]): Element[] {
  const [first, second] = rows.slice(0, 2).map(cellsOf)
  if (!first) return []
  const hasOnlyPictures =
    first.length > 1 && first.every((cell) => isEmpty(cell) && find(cell, 'img').length > 0)
  return hasOnlyPictures && second?.length === first.length
    ? [...first.flatMap((cell, index) => [cell, second[index] as Element]), ...withCaptions(rows.slice(2))]
    : [...first, ...withCaptions(rows.slice(1))]
}

const isEmpty = (cell: Element): boolean => wordsOf(cell).trim() === ''

/** What a table that only placed things had in its cells; tables among it are tables. */
function opened(cells: readonly Element[]): Unfolded {
  const blocks = cells.flatMap(({ children }) => children.filter(isBlock))
  const inner = blocks.map((each) => (isElement(each, 'table') ? unfoldTable(each) : undefined))
  return {
    blocks: blocks.flatMap((each, index) => inner[index]?.blocks ?? [each]),
    merged: inner.some((each) => each?.merged === true),
  }
}

/** Cells in which the frame of an official paper is drawn: the name of the nation, the recipients. */
const isFrame = (cell: Element): boolean =>
  find(cell, 'p', 'li').some((each) =>
    /^\s*(?:(?:cộng h[oò][àa] xã hội chủ nghĩa|đảng cộng sản) việt nam|nơi nhận\s*:)/iu.test(
      wordsOf(each).normalize('NFC').replace(/\s+/gu, ' '),
    ),
  )

type Grid = readonly (readonly (Element | undefined)[])[]

const hasWords = (row: Grid[number]): boolean => row.some((cell) => cell && wordsOf(cell).trim() !== '')

const isBlock = (node: ElementContent): boolean => isElement(node)

/** The rows of a table itself, not those of tables in its cells. */
const rowsOf = (table: Element): Element[] =>
  table.children.flatMap((each) => {
    if (isElement(each, 'tr')) return [each]
    return isElement(each, 'thead', 'tbody', 'tfoot') ? rowsOf(each) : []
  })

export const cellsOf = (row: Element): Element[] =>
  row.children.filter((each) => isElement(each, 'td', 'th')) as Element[]

/** No honest table is wider or higher than this where one cell says so. */
const MOST_SPAN = 200

function gridOf(rows: readonly Element[]): { grid: Grid; merged: boolean } {
  const begun = new Set<number>()
  const grid: (Element | undefined)[][] = rows.map(() => [])
  let merged = false
  rows.forEach((row, y) => {
    let x = 0
    for (const cell of cellsOf(row)) {
      while (grid[y]?.[x] !== undefined) x += 1
      const [across, down] = [span(cell, 'colSpan'), span(cell, 'rowSpan')]
      merged ||= across > 1 || down > 1
      begun.add(x)
      for (let dy = 0; dy < down && y + dy < grid.length; dy += 1)
        for (let dx = 0; dx < across; dx += 1) (grid[y + dy] as (Element | undefined)[])[x + dx] = cell
      x += across
    }
  })
  // Word counts columns in which no cell begins: they are seen by nobody.
  const seen = grid.map((row) => row.filter((_, x) => begun.has(x)))
  return { grid: seen, merged }
}

const span = (cell: Element, name: 'colSpan' | 'rowSpan'): number =>
  Math.min(MOST_SPAN, Math.max(1, Math.floor(Number(cell.properties[name] ?? 1)) || 1))

/** Rows that name columns: several where the first has cells both over columns and over rows. */
function headDepth(grid: Grid): number {
  const first = [...new Set(grid[0] ?? [])].filter((cell) => cell !== undefined)
  const down = Math.max(1, ...first.map((cell) => span(cell, 'rowSpan')))
  const isNested = first.some((cell) => span(cell, 'colSpan') > 1)
  return isNested && down < grid.length ? down : 1
}

/** The names of columns in one row, the greater first: `Kết quả – Rác`. */
function headRow(rows: Grid, width: number): Element {
  const names = Array.from({ length: width }, (_, x) =>
    [...new Set(rows.map((each) => each[x]))]
      .flatMap((cell) => (cell ? [withoutBold(inlineOf(cell, 'name'))] : []))
      .filter((each) => each.length > 0),
  )
  const cells = names.map((each) =>
    each.flatMap((inline, index) => (index === 0 ? inline : [text(' – '), ...inline])),
  )
  return element(
    'tr',
    cells.map((each) => element('th', each)),
  )
}

const row = (cells: Grid[number], width: number): Element =>
  element(
    'tr',
    Array.from({ length: width }, (_, index) => element('td', cells[index] ? inlineOf(cells[index]) : [])),
  )

/**
 * The paragraphs, list items and breaks of a cell in one line; pictures stand behind the table.
 *
 * @param as a name of a column was broken where the paper was narrow
 */
export function inlineOf(cell: Element, as: 'name' | 'value' = 'value'): ElementContent[] {
  const lines = linesOf(cell.children)
  const bold = lines.every((line) => isBold(element('p', line)))
  const isOne = cell.children.filter(isBlock).length === 1 && find(cell, 'table').length === 0
  return lines.flatMap((line, index) => {
    const before = lines[index - 1]
    if (before === undefined) return line
    const [end, own] = [wordsOf(element('p', before)).trim(), withoutBullet(line)]
    const isSmall = /^\p{Ll}/u.test(wordsOf(element('p', line)))
    const goesOn = bold || (as === 'name' ? isOne || isSmall : isOne && isSmall)
    return [text(goesOn || /[\p{P}]$/u.test(end) ? ' ' : '; '), ...own]
  })
}

/** A line of a cell without the sign of a list that a line of Markdown cannot hold. */
function withoutBullet(line: readonly ElementContent[]): ElementContent[] {
  const [first, ...rest] = line
  return first?.type === 'text' ? [text(first.value.replace(/^[-–—+•*]\s+(?=\S)/u, '')), ...rest] : [...line]
}

function linesOf(nodes: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]]
  for (const node of nodes) {
    if (isElement(node, 'br')) lines.push([])
    else if (
      isElement(node, 'p', 'li', 'ul', 'ol', 'table', 'thead', 'tbody', 'tr', 'td', 'th') ||
      isElement(node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')
    )
      lines.push(...linesOf(node.children), [])
    else if (isElement(node, 'strong', 'em') && find(node, 'br').length > 0)
      lines.push(...linesOf(node.children).map((line) => [element(node.tagName, line)]), [])
    else if (!isElement(node, 'img')) lines.at(-1)?.push(node)
  }
  return lines.map(trimmed).filter((line) => wordsOf(element('p', line)).trim() !== '')
}
