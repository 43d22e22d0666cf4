import type { Files } from '../adapters/ports.ts'
import { dayOf, vietnameseDay } from '../calendar/local-time.ts'
import type { Contract } from '../contract/contract.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { TOP } from '../diagnostics/diagnostic.ts'
import { readDocument } from '../documents/read-document.ts'
import { type DataFile, meaningDiagnostic, toDiagnostic } from '../portal/load-data.ts'
import type { History } from '../publication/publication.ts'
import type { MeaningProblem } from '../regulation/check-regulation.ts'
import { citeAll } from '../regulation/regulation.ts'
import { checkRates } from './check-rates.ts'
import { checkScores } from './check-scores.ts'
import { creditsIn } from './credits.ts'
import { loadRoyalties, nameOf, ROYALTIES } from './load-royalties.ts'
import type { RoyaltyData, RoyaltyPortal } from './royalty-data.ts'
import type { Makers, ScoreProblem } from './score-problem.ts'
import type { SealedMonth } from './statement.ts'
import { BOOK_FIX, verifyBooks } from './verify.ts'
import { addressOf } from './work.ts'

const RULE = 'royalties'

/** The royalty files of a portal, and every problem of them: form, meaning, who scored, and whether a closed month was touched. */
export function checkRoyalties(
  files: Files,
  contract: Contract,
  portal: RoyaltyPortal,
  history: History,
): { readonly data: RoyaltyData; readonly problems: readonly Diagnostic[] } {
  const { data, problems } = loadRoyalties(files, contract, portal.folder)
  const law = citeAll(portal.regulation, portal.regulation.clausesOfRule.get(RULE) ?? [])
  const all = [
    ...problems,
    ...data.tables.flatMap((file) => told(file, checkRates(file.value, nameOf(file.file), portal))),
    ...scoreProblems(data, portal, makersIn(files, contract, portal.folder)),
    ...bookProblems(data.books, portal),
    ...rewritten(files, portal, history),
  ]
  return { data, problems: all.map((each) => (law === undefined ? each : { ...each, law })) }
}

const told = (
  file: DataFile<unknown>,
  found: readonly (MeaningProblem & Pick<ScoreProblem, 'severity'>)[],
): Diagnostic[] =>
  found.map((each) => ({
    ...meaningDiagnostic(file, RULE, each),
    ...(each.severity ? { severity: each.severity } : {}),
  }))

function scoreProblems({ scores, tables }: RoyaltyData, portal: RoyaltyPortal, makers: Makers): Diagnostic[] {
  const scored = new Map<string, string>()
  return scores.flatMap((file) => {
    const facts = { portal, tables: tables.map(({ value }) => value), makers, scored: new Map(scored) }
    for (const { path } of file.value.scores) scored.set(addressOf(path), file.value.month)
    return told(file, checkScores(file.value, nameOf(file.file), facts))
  })
}

const makersIn =
  (files: Files, contract: Contract, folder: string): Makers =>
  (path) => {
    const document = readDocument(files, folder, path, contract)
    return (
      document && {
        byline: document.front.author,
        credits: creditsIn(document.front),
        unit: document.front.submittedBy,
      }
    )
  }

function bookProblems(books: readonly DataFile<SealedMonth>[], { id }: RoyaltyPortal): Diagnostic[] {
  const misplaced = books.flatMap((file) => {
    const at = (path: string, problem: string): Diagnostic =>
      meaningDiagnostic(file, RULE, { path: [path], problem, fix: BOOK_FIX })
    return [
      ...(file.value.portal === id
        ? []
        : [at('portal', `Sổ của cổng \`${file.value.portal}\` nằm ở cổng khác`)]),
      ...(file.value.month === nameOf(file.file)
        ? []
        : [at('month', `Tên tệp không khớp với tháng ${file.value.month}`)]),
    ]
  })
  if (misplaced.length > 0) return misplaced
  const byMonth = new Map(books.map((file) => [file.value.month, file]))
  return verifyBooks(books.map(({ value }) => value)).flatMap(({ month, path, problem }) => {
    const file = byMonth.get(month)
    return file ? [meaningDiagnostic(file, RULE, { path, problem, fix: BOOK_FIX })] : []
  })
}

/** What Git remembers of a closed month: it was merged once, and nothing has changed or removed it since. */
function rewritten(
  files: Files,
  { folder }: RoyaltyPortal,
  { publications, revisions }: History,
): Diagnostic[] {
  const books = [...new Set([...publications.keys(), ...revisions.keys()])].filter((path) =>
    path.startsWith(`${ROYALTIES}/so/`),
  )
  return books.flatMap((path) => {
    const last = revisions.get(path)?.at(-1)
    const gone = !files.exists(folder + path)
    if (last === undefined && !gone) return []
    const problem = gone
      ? 'Sổ đã đóng bị xóa khỏi kho'
      : `Sổ đã đóng bị sửa lại ngày ${vietnameseDay(dayOf(last as number))}, sau khi đã gộp`
    return [toDiagnostic(folder + path, RULE, { at: TOP, problem, fix: BOOK_FIX })]
  })
}

/** A change that would touch a book which the main branch already has. */
export const rewrittenBook = (file: string): Diagnostic =>
  toDiagnostic(file, RULE, { at: TOP, problem: 'Sổ đã đóng không được sửa, đổi tên hay xóa', fix: BOOK_FIX })
