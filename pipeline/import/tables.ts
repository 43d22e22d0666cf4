import type { Element, ElementContent } from 'hast'
import { trimmed } from './inline.ts'
import { element, find, isElement, text, withoutBold, wordsOf } from './tree.ts'

/** A table for Markdown, or the blocks of one that only placed things on the paper. */
export type Unfolded = { readonly blocks: readonly ElementContent[]; readonly merged: boolean }

/**
 * A table without merged cells: what stood in one stands in each of its places, so that every row can be read by itself. A table of one
 * column or one row is layout, and its content is given back as blocks.
 */
export function unfoldTable(table: Element): Unfolded {
  const rows = rowsOf(table)
  const { grid, merged } = gridOf(rows)
  const width = Math.max(0, ...grid.map((row) => row.length))
  const cells = rows.flatMap((row) => cellsOf(row))
  if (width <= 1 || grid.length <= 1 || cells.some(isFrame))
    return { blocks: cells.flatMap(({ children }) => children.filter(isBlock)), merged: false }
  const [first = []] = grid
  // A title across the whole table is no head of its columns.
  const isTitle = grid.length > 2 && new Set(first).size === 1 && first.length === width
  const [head = [], ...body] = isTitle ? grid.slice(1) : grid
  const pictures = cells.flatMap((cell) => find(cell, 'img')).map((img) => element('p', [img]))
  return {
    blocks: [
      ...(isTitle && first[0]
        ? [element('p', [element('strong', withoutBold(inlineOf(first[0])))], { className: ['ten-bang'] })]
        : []),
      element('table', [
        element('thead', [row(head, width, 'th')]),
        element(
          'tbody',
          body.filter(hasWords).map((each) => row(each, width, 'td')),
        ),
      ]),
      ...pictures,
    ],
    merged,
  }
}

/** Cells in which the frame of an official paper is drawn: the name of the nation, the recipients. */
const isFrame = (cell: Element): boolean =>
  find(cell, 'p', 'li').some((each) =>
    /^\s*(?:cộng h[oò][àa] xã hội chủ nghĩa việt nam|nơi nhận\s*:)/iu.test(
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
  const grid: (Element | undefined)[][] = rows.map(() => [])
  let merged = false
  rows.forEach((row, y) => {
    let x = 0
    for (const cell of cellsOf(row)) {
      while (grid[y]?.[x] !== undefined) x += 1
      const [across, down] = [span(cell, 'colSpan'), span(cell, 'rowSpan')]
      merged ||= across > 1 || down > 1
      for (let dy = 0; dy < down && y + dy < grid.length; dy += 1)
        for (let dx = 0; dx < across; dx += 1) (grid[y + dy] as (Element | undefined)[])[x + dx] = cell
      x += across
    }
  })
  return { grid, merged }
}

const span = (cell: Element, name: 'colSpan' | 'rowSpan'): number =>
  Math.min(MOST_SPAN, Math.max(1, Math.floor(Number(cell.properties[name] ?? 1)) || 1))

const row = (cells: Grid[number], width: number, name: 'th' | 'td'): Element =>
  element(
    'tr',
    Array.from({ length: width }, (_, index) => {
      const inline = cells[index] ? inlineOf(cells[index]) : []
      return element(name, name === 'th' ? withoutBold(inline) : inline)
    }),
  )

/** The paragraphs, list items and breaks of a cell in one line; pictures stand behind the table. */
export function inlineOf(cell: Element): ElementContent[] {
  const lines = linesOf(cell.children)
  return lines.flatMap((line, index) => {
    const before = lines[index - 1]
    if (before === undefined) return line
    const ends = /[\p{P}]$/u.test(wordsOf(element('p', before)).trim())
    return [text(ends ? ' ' : '; '), ...line]
  })
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
