import type { Element, ElementContent } from 'hast'
import { tidyInline, trimmed } from './inline.ts'
import type { PdfLine, PdfWords } from './pdf-lines.ts'
import { element, text, withoutBold } from './tree.ts'

/** From the left, in points. */
export type Span = { readonly x: number; readonly right: number }

export const overlaps = (one: Span, other: Span): boolean => one.x < other.right && other.x < one.right

/** The columns in which the segments of lines stand. */
export function columnsOf(region: readonly PdfLine[]): Span[] {
  const spans = region.flatMap(({ segments }) => segments).sort((a, b) => a.x - b.x)
  const columns: { x: number; right: number }[] = []
  for (const { x, right } of spans) {
    const last = columns.at(-1)
    if (last && x < last.right) last.right = Math.max(last.right, right)
    else columns.push({ x, right })
  }
  return columns
}

export const BLANK: PdfWords = { text: ' ', bold: false, italic: false }

/** A table without knowing its lines: a row begins where the distance is larger, else where the first column has words. */
export function tableOf(region: readonly PdfLine[], columns: readonly Span[]): Element {
  const steps = region
    .slice(1)
    .map((line, at) => (line.page === region[at]?.page ? line.y - (region[at] as PdfLine).y : 0))
  const known = steps.filter((each) => each > 0)
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const limit = most > 1.2 * least ? (least + most) / 2 : undefined
  const rows: PdfWords[][][] = []
  region.forEach((line, at) => {
    const step = steps[at - 1] ?? 0
    const hasFirst = line.segments.some((each) => overlaps(each, columns[0] as Span))
    const begins = at === 0 || step === 0 || (limit === undefined ? hasFirst : step > limit)
    if (begins) rows.push(columns.map(() => []))
    const row = rows.at(-1) as PdfWords[][]
    for (const segment of line.segments) {
      const cell = row[columns.findIndex((each) => overlaps(each, segment))]
      cell?.push(...(cell.length > 0 ? [BLANK] : []), ...segment.words)
    }
  })
  const [head = [], ...body] = rows.map((row) => row.map(inlineOf))
  const rowOf = (cells: readonly ElementContent[][], name: string) =>
    element(
      'tr',
      cells.map((each) => element(name, each)),
    )
  return element('table', [
    element('thead', [rowOf(head.map(withoutBold), 'th')]),
    element(
      'tbody',
      body.map((each) => rowOf(each, 'td')),
    ),
  ])
}

/** Words with their looks. */
export const inlineOf = (words: readonly PdfWords[]): ElementContent[] =>
  trimmed(
    tidyInline(
      words.map((each) => {
        const inner = each.italic ? element('em', [text(each.text)]) : text(each.text)
        return each.bold ? element('strong', [inner]) : inner
      }),
    ),
  )
