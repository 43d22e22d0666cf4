import type { ChartPress } from './drawing.ts'
import { indexPaper } from './index-paper.ts'
import type { Paper, PaperFormat } from './paper.ts'
import { reportStyle } from './report-style.ts'
import { writeHtml } from './write-html.ts'
import { writeJson } from './write-json.ts'
import { writeMarkdown } from './write-markdown.ts'

/** What formats need that is not in the paper. */
export type Workshop = {
  /** The text of a file of the product: the style sheets of a page. */
  readonly read: (path: string) => string
  readonly press: ChartPress
}

/**
 * A paper in a format: a string for those that are text. JSON, Markdown and HTML are the same bytes for the same paper; workbooks and
 * letters carry the instant of their making. Libraries are loaded by the format that needs them.
 */
export async function paperIn(
  format: PaperFormat,
  paper: Paper,
  { read, press }: Workshop,
): Promise<string | Uint8Array> {
  const indexed = indexPaper(paper)
  switch (format) {
    case 'json':
      return writeJson(indexed)
    case 'md':
      return writeMarkdown(indexed)
    case 'html':
      return writeHtml(indexed, reportStyle(read, paper.accent))
    case 'xlsx':
      return (await import('./write-xlsx.ts')).writeXlsx(indexed, press)
    case 'docx':
      return (await import('./write-docx.ts')).writeDocx(indexed, press)
  }
}
