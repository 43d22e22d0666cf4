import { clean } from './clean.ts'
import type { ChartPress } from './drawing.ts'
import { indexPaper } from './index-paper.ts'
import type { Paper, PaperFormat } from './paper.ts'
import { writeHtml } from './write-html.ts'
import { writeJson } from './write-json.ts'
import { writeMarkdown } from './write-markdown.ts'

/** What formats need that is not in the paper. */
export type Workshop = {
  /** The style sheet of a page: `reportStyle`. */
  readonly style: string
  readonly press: ChartPress
}

/**
 * A paper in a format; text is UTF-8. JSON, Markdown and HTML are the same bytes for the same paper; workbooks and letters carry the
 * instant of their making. Libraries are loaded by the format that needs them.
 */
export async function writePaper(paper: Paper, format: PaperFormat, workshop: Workshop): Promise<Uint8Array> {
  const indexed = indexPaper(clean(paper))
  switch (format) {
    case 'json':
      return Buffer.from(writeJson(indexed))
    case 'md':
      return Buffer.from(writeMarkdown(indexed))
    case 'html':
      return Buffer.from(writeHtml(indexed, workshop.style))
    case 'xlsx':
      return (await import('./write-xlsx.ts')).writeXlsx(indexed, workshop.press)
    case 'docx':
      return (await import('./write-docx.ts')).writeDocx(indexed, workshop.press)
  }
}
