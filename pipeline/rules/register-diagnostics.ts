import type { Entry, Files } from '../adapters/ports.ts'
import type { Contract } from '../contract/contract.ts'
import { type Diagnostic, TOP } from '../diagnostics/diagnostic.ts'
import { placeOf } from '../documents/document.ts'
import { readDocument } from '../documents/read-document.ts'
import type { Portal } from '../portal/portal.ts'
import { numberProblems } from '../questions/register.ts'
import { stamp } from './apply-rules.ts'
import type { Archive } from './archive.ts'
import { questionNumber } from './questions.ts'
import { placeOfField } from './rule.ts'

type Touched = {
  readonly archive: Archive
  readonly entries: readonly Entry[]
  /** Years from which a question went away. */
  readonly years: readonly string[]
}

/**
 * Numbers of questions that are not checked themselves, in the years whose register a change touches: a number that was changed,
 * or a file that went away, leaves its gap in front of another.
 */
export function registerDiagnostics(
  files: Files,
  contract: Contract,
  portal: Portal,
  { archive, entries, years }: Touched,
): Diagnostic[] {
  const checked = new Set(entries.map(({ path }) => path))
  const touched = new Set([...years, ...[...checked].flatMap((path) => yearOf(path) ?? [])])
  return [...touched].flatMap((year) => {
    const register = archive.register(year)
    return register
      .filter(({ path }) => !checked.has(path))
      .flatMap((entry) =>
        numberProblems(entry, register)
          .filter(({ severity }) => severity !== 'warning')
          .map(({ field, ...problem }) => {
            const document = readDocument(files, portal.folder, entry.path, contract)
            const at = document ? placeOfField(document, field) : TOP
            return stamp(portal, entry.path, questionNumber.id, { at, ...problem })
          }),
      )
  })
}

function yearOf(path: string): string | undefined {
  const place = placeOf(path)
  return place?.folder === 'hoi-dap' ? place.year : undefined
}
