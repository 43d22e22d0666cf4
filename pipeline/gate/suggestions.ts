import { createHash } from 'node:crypto'
import type { Suggestion } from '../adapters/forge.ts'
import type { Files } from '../adapters/ports.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { decodeText } from '../documents/decode.ts'
import { DOCUMENT_LIMIT } from '../documents/parse-document.ts'
import type { Change } from './change.ts'

/** The most suggestions that one run makes: beyond it the command `check --fix` is the better way. */
const MOST = 10

/**
 * What `check --fix` would change, as suggestions that an official accepts with one press. Only for lines that the change itself
 * wrote, because the forge takes remarks on no others; a repair that adds or takes away lines is left to the command.
 */
export function suggestionsOf(
  change: Change,
  diagnostics: readonly Diagnostic[],
  head: Files,
  base: Files,
): Suggestion[] {
  const files = new Set(diagnostics.flatMap(({ file, repair }) => (repair?.kind === 'rewrite' ? [file] : [])))
  const present = change.files.filter(({ path, after }) => after && files.has(path))
  return present.flatMap(({ path }) => suggestionsIn(path, diagnostics, head, base)).slice(0, MOST)
}

function suggestionsIn(
  path: string,
  diagnostics: readonly Diagnostic[],
  head: Files,
  base: Files,
): Suggestion[] {
  const before = textAt(head, path)
  if (before === undefined) return []
  const repairs = diagnostics.flatMap(({ file, repair }) =>
    file === path && repair?.kind === 'rewrite' ? [repair] : [],
  )
  const after = repairs.reduce((text, repair) => repair.apply(text), before)
  const [was, becomes] = [before.split('\n'), after.split('\n')]
  if (was.length !== becomes.length) return []
  const known = new Set((textAt(base, path) ?? '').split('\n'))
  const how = [...new Set(repairs.map((repair) => repair.how))].join('; ')
  return was.flatMap((line, index) => {
    const better = becomes[index] as string
    return line === better || known.has(line) ? [] : [suggestion(path, index + 1, line, better, how)]
  })
}

function suggestion(file: string, line: number, before: string, after: string, how: string): Suggestion {
  const mark = createHash('sha256').update(`${file}\0${before}`).digest('hex').slice(0, 16)
  // Longer than any run of back-ticks in the line, so that the line cannot close it.
  const fence = '`'.repeat(Math.max(3, ...[...after.matchAll(/`+/g)].map(([run]) => run.length + 1)))
  return {
    file,
    line,
    mark: `<!-- congbo:sua:${mark} -->`,
    body: `Sửa tự động: ${how}. Bấm «Commit suggestion» để nhận.\n\n${fence}suggestion\n${after}\n${fence}`,
  }
}

function textAt(files: Files, path: string): string | undefined {
  const read = files.read(path, DOCUMENT_LIMIT)
  return read.state === 'read' ? decodeText(read.bytes) : undefined
}
