import { figureRemarks } from './figures.ts'
import type { House } from './judge-word.ts'
import { onlyProse, proseOfFrontMatter, type Span } from './prose.ts'
import { punctuationRemarks } from './punctuation.ts'
import { createQuickScan, type QuickScan } from './quick-scan.ts'
import type { Remark } from './remark.ts'
import { repeatedRemarks } from './repeated.ts'
import { spellingRemarks } from './spelling.ts'

/** A reader of one portal's texts; offsets count from the beginning of the text it was given. */
export type Reader = {
  readonly frontMatter: (yaml: string) => readonly Remark[]
  readonly body: (markdown: string) => readonly Remark[]
}

export function createReader(house: House, scan: QuickScan = createQuickScan(house)): Reader {
  return {
    frontMatter: (yaml) => proseOfFrontMatter(yaml).flatMap((span) => remarksIn(yaml, span, scan, house)),
    body: (markdown) => {
      const text = SEVERAL_LINES.test(markdown) ? onlyProse(markdown) : markdown
      return remarksIn(text, { start: 0, end: markdown.length }, scan, house)
    },
  }
}

/** What is no prose and may go over several lines: fenced code, comments. */
const SEVERAL_LINES = /```|~~~|<!--/
const NOTHING: readonly Remark[] = []

/** Only lines on which the quick scan stops are examined: their cost is paid where there may be something. */
function remarksIn(text: string, { start, end }: Span, scan: QuickScan, house: House): readonly Remark[] {
  let stop = scan.doubt(text, start, end)
  if (stop < 0) return NOTHING
  const remarks: Remark[] = []
  while (stop >= 0) {
    const from = Math.max(start, text.lastIndexOf('\n', stop - 1) + 1)
    const to = lineEnd(text, stop, end)
    const prose = onlyProse(text.slice(from, to))
    for (const remark of remarksOn(prose, house)) remarks.push({ ...remark, start: remark.start + from })
    stop = to < end ? scan.doubt(text, to, end) : -1
  }
  return remarks
}

function lineEnd(text: string, from: number, end: number): number {
  const at = text.indexOf('\n', from)
  return at < 0 || at > end ? end : at
}

/** All that is to be said of a text without anything but prose in it, in the order of the text. */
export const remarksOn = (prose: string, house: House): Remark[] =>
  [
    ...spellingRemarks(prose, house),
    ...punctuationRemarks(prose),
    ...repeatedRemarks(prose),
    ...figureRemarks(prose),
  ].sort((a, b) => a.start - b.start)
