import { type CodePattern, compilePattern, matchesPattern } from './code-pattern.ts'

/** One line that counts. */
export type CodeownersRule = {
  /** As written, with its backslashes. */
  readonly pattern: string
  /** Accounts, teams and addresses; none means that anybody who may write may approve. */
  readonly owners: readonly string[]
  /** From 1. */
  readonly line: number
  readonly compiled: CodePattern
}

/** A line that GitHub skips, so that its files fall to an earlier line or to nobody. Line and column from 1. */
export type CodeownersError = { readonly line: number; readonly column: number; readonly problem: string }

export type Codeowners = {
  readonly rules: readonly CodeownersRule[]
  readonly errors: readonly CodeownersError[]
  /** GitHub does not load a file of this size: nobody owns anything. */
  readonly tooLarge: boolean
}

/** In bytes; “under 3 MB”. The smaller reading of a megabyte, so that the file is loaded under either. */
export const CODEOWNERS_LIMIT = 3_000_000

/** Reads a CODEOWNERS file as GitHub does (“About code owners”): a line it does not understand is skipped, and told here. */
export function readCodeowners(text: string): Codeowners {
  if (new TextEncoder().encode(text).length >= CODEOWNERS_LIMIT)
    return { rules: [], errors: [], tooLarge: true }
  const rules: CodeownersRule[] = []
  const errors: CodeownersError[] = []
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const read = readLine(line, index + 1)
    if (read === undefined) continue
    if ('problem' in read) errors.push(read)
    else rules.push(read)
  }
  return { rules, errors, tooLarge: false }
}

type Word = { readonly text: string; readonly column: number }

function readLine(written: string, line: number): CodeownersRule | CodeownersError | undefined {
  const [pattern, ...owners] = wordsOf(written)
  if (pattern === undefined) return undefined
  const compiled = compilePattern(pattern.text)
  if (!compiled.ok) return { line, column: pattern.column + compiled.column, problem: compiled.problem }
  const stranger = owners.find(({ text }) => !isOwner(text))
  if (stranger)
    return {
      line,
      column: stranger.column,
      problem: `\`${stranger.text}\` không phải là tài khoản (@tên), nhóm (@tổ-chức/nhóm) hay thư điện tử`,
    }
  return { pattern: pattern.text, owners: owners.map(({ text }) => text), line, compiled: compiled.value }
}

/** The words of a line up to a comment; a backslash keeps the character behind it, a space too. */
function wordsOf(line: string): Word[] {
  const words: Word[] = []
  for (const { 0: text, index } of line.matchAll(/(?:\\.|[^ \t\\]|\\$)+/g)) {
    if (text.startsWith('#')) break
    words.push({ text, column: index + 1 })
  }
  return words
}

const ACCOUNT = /^@[A-Za-z0-9][\w-]*(?:\/[A-Za-z0-9_][\w.-]*)?$/
const ADDRESS = /^[\w.%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$/

/** Whether GitHub would take a word for an owner; whether there is such an account is another question. */
export const isOwner = (word: string): boolean => ACCOUNT.test(word) || ADDRESS.test(word)

/** The line that decides about a path: the last that matches. Undefined where none does. */
export const ruleFor = (codeowners: Codeowners, path: string): CodeownersRule | undefined =>
  codeowners.rules.findLast(({ compiled }) => matchesPattern(compiled, path))

/** Who owns a path of the repository (with `/`, without one in front); approval by any one of them is enough for GitHub. */
export const ownersOf = (codeowners: Codeowners, path: string): readonly string[] =>
  ruleFor(codeowners, path)?.owners ?? []
