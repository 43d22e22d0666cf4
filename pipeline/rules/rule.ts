import type { Instant } from '../calendar/local-time.ts'
import type { Finding, Place, Severity } from '../diagnostics/diagnostic.ts'
import type { Document } from '../documents/document.ts'
import type { Portal } from '../portal/portal.ts'
import type { Publication } from '../publication/publication.ts'
import { locate } from '../yaml/positions.ts'
import type { Archive } from './archive.ts'
import type { FirstLook } from './first-look.ts'

/** Everything that a rule may look at. */
export type Facts = {
  readonly portal: Portal
  readonly document: Document
  /** What one pass over the text has told. */
  readonly look: FirstLook
  readonly publication: Publication
  readonly archive: Archive
  readonly now: Instant
}

/** What a rule asks, and why: the page in the docs and `congbo explain` are made of it. In Vietnamese. */
export type Rule = {
  readonly id: string
  /** What it is called in a sentence, in Vietnamese. */
  readonly name: string
  readonly severity: Severity
  readonly question: string
  /** Why it is asked. */
  readonly reason: string
  /** How an editor gets it right from the start. */
  readonly advice: string
  /** Asked even where fields have the wrong form, because it looks only at which are there, or at the text: all problems at once. */
  readonly ofAnyForm?: true
  /** Absent for what the parsers themselves report. */
  readonly check?: (facts: Facts) => readonly Finding[]
}

/** What a rule of text looks at: of the portal and of the other files only what somebody who writes in a form knows too. */
export type TextFacts = Pick<Facts, 'document' | 'look' | 'publication' | 'now'> & {
  readonly portal: Pick<Portal, 'regulation'> & {
    readonly cong: Pick<Portal['cong'], 'contacts' | 'lifecycle' | 'spelling' | 'unit'>
    readonly roster: Pick<Portal['roster'], 'members'>
  }
  /** Where nobody knows the files beside, those that a text names are taken to be there. */
  readonly archive: Pick<Archive, 'contacts' | 'formerNames'> & Partial<Pick<Archive, 'has'>>
}

/** A rule that reads what is written and nothing else: the form asks it while somebody writes. */
export type TextRule = Omit<Rule, 'check'> & {
  readonly check: (facts: TextFacts) => readonly Finding[]
}

/** The place of a front-matter field, or where it would go. */
export function placeOfField({ yaml, yamlLine }: Document, ...path: readonly (string | number)[]): Place {
  const [key] = path
  const line = path.length === 1 ? lineOfKey(yaml, String(key)) : undefined
  if (line !== undefined) return { line: line + yamlLine, column: 1 }
  const place = locate(yaml, path)
  return { line: place.line + yamlLine - 1, column: place.column }
}

/**
 * The line of a key at the top of front matter, counted from 0, without asking the parser that knows positions: a line that
 * begins with a word and a colon can only be one, because whatever stands inside a field is indented.
 */
function lineOfKey(yaml: string, key: string): number | undefined {
  const start = yaml.startsWith(`${key}:`) ? 0 : yaml.indexOf(`\n${key}:`) + 1
  if (start === 0 && !yaml.startsWith(`${key}:`)) return undefined
  let line = 0
  for (let at = yaml.indexOf('\n'); at >= 0 && at < start; at = yaml.indexOf('\n', at + 1)) line += 1
  return line
}

/** A place in the body as a place in the file. */
export const placeInBody = ({ bodyLine }: Document, at: Place): Place => ({
  line: at.line + bodyLine - 1,
  column: at.column,
})
