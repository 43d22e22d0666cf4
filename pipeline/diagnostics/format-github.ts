import type { Diagnostic } from './diagnostic.ts'

const LEVEL = { error: 'error', warning: 'warning', info: 'notice' } as const

/** Escapes the message of a workflow command. Source: GitHub, “Workflow commands”, toolkit `command.ts`. */
const escapeMessage = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string) => escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** One diagnostic as a GitHub annotation (`::error file=…`). Nothing of a document can start a second command. */
export function formatGitHub({ file, line, column, rule, severity, problem, fix, law }: Diagnostic): string {
  const message = [problem, ...(law ? [`Căn cứ: ${law}`] : []), `Cách sửa: ${fix}`].join('\n')
  return `::${LEVEL[severity]} file=${escapeProperty(file)},line=${line},col=${column},title=${escapeProperty(rule)}::${escapeMessage(message)}`
}
