import { resolve } from 'node:path'
import type { Ports } from '../adapters/ports.ts'
import type { Paper, PaperFormat } from '../paper/paper.ts'
import { paperIn } from '../paper/paper-in.ts'
import { EXIT, type ExitCode } from './exit-code.ts'

/** Where a paper goes: a format, and a file; where there is none, text goes to the terminal and anything else into a file of its own name. */
export type PaperTarget = {
  readonly format: PaperFormat
  readonly out: string | undefined
  /** The name of the file without its ending. */
  readonly name: string
}

/** Writes a paper in a format, all or nothing, and says where it is. */
export async function writePaper(
  ports: Ports,
  paper: Paper,
  { format, out, name }: PaperTarget,
): Promise<ExitCode> {
  const content = await paperIn(format, paper, { read: ports.productFile, press: ports.charts })
  if (out === undefined && typeof content === 'string' && format !== 'html') {
    ports.out(content.trimEnd())
    return EXIT.ok
  }
  const file = out ?? `${name}.${format}`
  ports.output.write(resolve(ports.files.root, file), content)
  ports.err(`Đã ghi ${file}.`)
  return EXIT.ok
}
