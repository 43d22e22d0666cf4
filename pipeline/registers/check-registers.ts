import type { Files } from '../adapters/ports.ts'
import type { Instant } from '../calendar/local-time.ts'
import type { Contract } from '../contract/contract.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { isRegister } from '../documents/allowed-files.ts'
import { markFileProblems } from '../duties/marks.ts'
import { type DataFile, meaningDiagnostic, toDiagnostic } from '../portal/load-data.ts'
import type { Portal } from '../portal/portal.ts'
import { citeAll, refsOf } from '../regulation/regulation.ts'
import { locate } from '../yaml/positions.ts'
import type { RecordProblem } from './problem.ts'
import { refusalProblems } from './refusals.ts'
import {
  DUTY_MARK,
  loadRegisters,
  REFUSAL,
  type Registers,
  TAKEDOWN,
  TAKEDOWNS_FOLDER,
} from './register-files.ts'
import { takedownProblems } from './takedowns.ts'

/** What the registers of a portal are held against. */
export type RegisterFacts = {
  readonly portal: Portal
  readonly now: Instant
  /** Whether the history knows an article, below the portal's folder; undefined where not all of it was read. */
  readonly published: ((path: string) => boolean) | undefined
  /** The paths below the portal's folder that a check is about: only their records and those of their articles are told. */
  readonly about: 'all' | ReadonlySet<string>
}

/** The problems of the registers of a portal: the form of each file, its meaning, its number among the others, and the tree. */
export function checkRegisters(files: Files, contract: Contract, facts: RegisterFacts): Diagnostic[] {
  const { portal, about } = facts
  const registers = loadRegisters(files, contract, portal.folder)
  const found = [
    ...registers.problems,
    ...ofMarks(registers, facts),
    ...ofRefusals(registers, facts),
    ...ofTakedowns(registers, facts, files),
  ]
  if (about === 'all') return found
  const told = new Set([
    ...[...about].map((path) => portal.folder + path),
    ...registers.takedowns.filter(({ value }) => about.has(value.path)).map(({ file }) => file),
  ])
  return found.filter(({ file }) => told.has(file))
}

/** Whether a check of these paths has to look at the registers: at one of their files, or at an article that may stand in one. */
export const concernsRegisters = (files: Files, folder: string, paths: readonly string[]): boolean =>
  paths.some(isRegister) ||
  (paths.some((path) => path.endsWith('.md')) && files.folders(folder + TAKEDOWNS_FOLDER).length > 0)

const ofMarks = ({ marks }: Registers, { portal, now }: RegisterFacts): Diagnostic[] =>
  marks.flatMap((file) => [
    ...markFileProblems(file.value, portal.regulation, now).map((each) =>
      meaningDiagnostic(file, DUTY_MARK, each),
    ),
    ...misnamed(file, portal.id),
  ])

function misnamed(file: DataFile<{ portal: string; year: number }>, portal: string): Diagnostic[] {
  const { value } = file
  const wrong = (key: string, problem: string, fix: string) =>
    meaningDiagnostic(file, DUTY_MARK, { path: [key], problem, fix })
  return [
    ...(value.portal === portal
      ? []
      : [
          wrong(
            'portal',
            `Mã \`${value.portal}\` khác tên thư mục \`${portal}\``,
            `ghi \`portal: ${portal}\``,
          ),
        ]),
    ...(file.file.endsWith(`/${value.year}.yaml`)
      ? []
      : [wrong('year', `Năm ${value.year} khác tên tệp`, `đặt tên tệp là ${value.year}.yaml`)]),
  ]
}

function ofRefusals({ refusals }: Registers, { portal, now }: RegisterFacts): Diagnostic[] {
  const { regulation, roster } = portal
  const law = citeAll(regulation, refsOf(regulation.law.refusal?.basis))
  return refusals.flatMap((record) =>
    refusalProblems(record, refusals, { regulation, roster, now }).map(toDiagnosticOf(record, REFUSAL, law)),
  )
}

function ofTakedowns(
  { takedowns }: Registers,
  { portal, now, published }: RegisterFacts,
  files: Files,
): Diagnostic[] {
  const { regulation, roster, folder } = portal
  const law = citeAll(regulation, refsOf(regulation.law.takedown?.basis))
  const articles = { present: (path: string) => files.exists(folder + path), published }
  return takedowns.flatMap((record) =>
    takedownProblems(record, takedowns, { regulation, roster, now, articles }).map(
      toDiagnosticOf(record, TAKEDOWN, law),
    ),
  )
}

const toDiagnosticOf =
  ({ file, text }: DataFile<unknown>, rule: string, law: string | undefined) =>
  ({ at, ...finding }: RecordProblem): Diagnostic =>
    toDiagnostic(file, rule, { at: locate(text, at), ...finding }, law)
