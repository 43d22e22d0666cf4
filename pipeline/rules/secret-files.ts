import { type Finding, TOP } from '../diagnostics/diagnostic.ts'
import type { SeenInFile } from './file-text.ts'
import { MARK_WORDS } from './secret-marking.ts'

/** Marks of secrecy in the text of a paper beside a document. */
export const secretFileFindings = ({ marks }: SeenInFile): Finding[] =>
  marks.map((kind) => {
    const { severity, problem, fix } = MARK_WORDS[kind]
    return { at: TOP, severity, problem: `${problem}, ở trong tệp`, fix }
  })
