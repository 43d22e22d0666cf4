import { resolve } from 'node:path'
import type { Ports } from '../adapters/ports.ts'
import { indexPaper } from '../paper/index-paper.ts'
import type { Paper, PaperFormat } from '../paper/paper.ts'
import { reportStyle } from '../paper/report-style.ts'
import { writeHtml } from '../paper/write-html.ts'
import { writeJson } from '../paper/write-json.ts'
import { writeMarkdown } from '../paper/write-markdown.ts'
import { EXIT, type ExitCode } from './exit-code.ts'

/** Where a paper goes: a format, and a file; where there is none, text goes to the terminal and anything else into a file of its own name. */
export type PaperTarget = {
  readonly format: PaperFormat
  readonly out: string | undefined
  /** The name of the file without its ending. */
  readonly name: string
}

/** The larger libraries are loaded when their format is asked for. */
const FORMATS: Record<PaperFormat, (paper: Paper, ports: Ports) => Promise<string | Uint8Array>> = {
  md: async (paper) => writeMarkdown(indexPaper(paper)),
  json: async (paper) => writeJson(indexPaper(paper)),
  html: async (paper, ports) => writeHtml(indexPaper(paper), reportStyle(ports.productFile, paper.accent)),
  xlsx: async (paper, { charts }) =>
    (await import('../paper/write-xlsx.ts')).writeXlsx(indexPaper(paper), charts),
  docx: async (paper, { charts }) =>
    (await import('../paper/write-docx.ts')).writeDocx(indexPaper(paper), charts),
}

/** Writes a paper in a format, all or nothing, and says where it is. */
export async function writePaper(
  ports: Ports,
  paper: Paper,
  { format, out, name }: PaperTarget,
): Promise<ExitCode> {
  const content = await FORMATS[format](paper, ports)
  if (out === undefined && typeof content === 'string' && format !== 'html') {
    ports.out(content.trimEnd())
    return EXIT.ok
  }
  const file = out ?? `${name}.${format}`
  ports.output.write(resolve(ports.files.root, file), content)
  ports.err(`Đã ghi ${file}.`)
  return EXIT.ok
}
