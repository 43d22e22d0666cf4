import { type Diagnostic, type Place, type Severity, TOP } from '../diagnostics/diagnostic.ts'
import type { Codeowners } from './read-codeowners.ts'

/** Where the file stands; GitHub looks here first and takes the first it finds. */
export const CODEOWNERS_FILE = '.github/CODEOWNERS'

export const REWRITE = 'chạy `congbo owners --write` rồi gửi tệp này cùng thay đổi'

/** A diagnostic about who owns what. */
export const ownersError = (
  file: string,
  problem: string,
  fix: string,
  { line, column }: Place = TOP,
  severity: Severity = 'error',
): Diagnostic => ({ file, line, column, rule: 'owners', severity, problem, fix })

/** The lines of a CODEOWNERS that GitHub skips. */
export const lineErrors = ({ errors }: Codeowners): Diagnostic[] =>
  errors.map(({ line, column, problem }) =>
    ownersError(CODEOWNERS_FILE, `GitHub bỏ qua dòng này: ${problem}`, REWRITE, { line, column }),
  )
