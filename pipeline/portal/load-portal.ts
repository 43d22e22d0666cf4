import type { Files } from '../adapters/ports.ts'
import type { Contract } from '../contract/contract.ts'
import type { Cong, LichNghi } from '../contract/types.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Parsed } from '../diagnostics/parsed.ts'
import { contradictions } from '../language/agreed-names.ts'
import { checkRegulation } from '../regulation/check-regulation.ts'
import { applyInterpretations, type Choices } from '../regulation/interpretations.ts'
import { toRegulation } from '../regulation/regulation.ts'
import { ENFORCERS } from '../regulation/served.ts'
import { checkRoster } from '../roster/check-roster.ts'
import { toRoster } from '../roster/roster.ts'
import { RULE_IDS } from '../rules/rule-ids.ts'
import { contrast, MINIMUM_CONTRAST } from '../theme/contrast.ts'
import { loadCalendar } from './load-calendar.ts'
import { type DataFile, loadData, meaningDiagnostic } from './load-data.ts'
import { CONTENT, type Portal, SHARED_FOLDERS } from './portal.ts'

/** What a regulation may name as enforcing one of its clauses. */
const ENFORCING: ReadonlySet<string> = new Set([...RULE_IDS, ...ENFORCERS])

/** What a command may choose for one run, in the place of what the files say. */
export type Overrides = { readonly officeHours?: string; readonly choices?: Choices }

/** The ids of all portals of a repository: the folders of content/ that hold none of the shared data. */
export const portalIds = (files: Files): string[] =>
  files.folders(CONTENT).filter((name) => !SHARED_FOLDERS.has(name))

/** Reads the three files of a portal and its calendar, and holds them together; or every problem of them at once. */
export function loadPortal(
  files: Files,
  contract: Contract,
  holidays: readonly LichNghi[],
  id: string,
  overrides: Overrides = {},
): Parsed<Portal> {
  const folder = `${CONTENT}/${id}/`
  const cong = loadData(files, contract, { file: `${folder}cong.yaml`, schema: 'cong', rule: 'portal' })
  const law = loadData(files, contract, {
    file: `${folder}quy-che.yaml`,
    schema: 'quy-che',
    rule: 'regulation',
    prepare: (value) => applyInterpretations(value, overrides.choices),
  })
  const roster = loadData(files, contract, {
    file: `${folder}ban-bien-tap.yaml`,
    schema: 'ban-bien-tap',
    rule: 'roster',
  })
  if (!cong.ok || !law.ok || !roster.ok)
    return { ok: false, problems: [cong, law, roster].flatMap((each) => (each.ok ? [] : each.problems)) }

  const regulation = toRegulation(law.value.value)
  const board = toRoster(roster.value.value)
  const { officeHours, makeUpDays = 'working' } = regulation.law.calendar
  const calendar = loadCalendar(files, contract, holidays, overrides.officeHours ?? officeHours, makeUpDays)
  const inLaw = checkRegulation(regulation.law, ENFORCING)
  const people = inLaw.length > 0 ? { roster: [], regulation: [] } : checkRoster(board, regulation)
  const problems: Diagnostic[] = [
    ...(calendar.ok ? [] : calendar.problems),
    ...[...inLaw, ...people.regulation].map((each) => meaningDiagnostic(law.value, 'regulation', each)),
    ...people.roster.map((each) => meaningDiagnostic(roster.value, 'roster', each)),
    ...identityProblems(id, cong.value, [law.value, roster.value]),
    ...accentProblems(cong.value),
    ...spellingProblems(cong.value),
  ]
  if (problems.length > 0 || !calendar.ok) return { ok: false, problems }
  return {
    ok: true,
    value: { id, folder, cong: cong.value.value, regulation, roster: board, calendar: calendar.value },
  }
}

/** White letters stand on the accent of a portal: a colour on which they cannot be read is refused before anything is built. */
function accentProblems(cong: DataFile<Cong>): Diagnostic[] {
  const { accent } = cong.value
  if (accent === undefined) return []
  const found = contrast(accent, '#ffffff')
  if (found >= MINIMUM_CONTRAST) return []
  const words = (number: number) => (Math.floor(number * 10) / 10).toString().replace('.', ',')
  return [
    meaningDiagnostic(cong, 'portal', {
      path: ['accent'],
      problem: `Chữ trắng trên màu \`${accent}\` khó đọc: tương phản ${words(found)}:1, cần ít nhất ${words(MINIMUM_CONTRAST)}:1 (WCAG 2.2, tiêu chí 1.4.3)`,
      fix: 'chọn màu sẫm hơn, ví dụ #7d1a1f, #1b4d3e hoặc #1b3557',
    }),
  ]
}

/** What a list of names calls wrong must not be what another calls right: a repair would go round in circles. */
const spellingProblems = (cong: DataFile<Cong>): Diagnostic[] =>
  contradictions(cong.value.spelling ?? {}).map(({ list, index, wrong, right }) =>
    meaningDiagnostic(cong, 'portal', {
      path: ['spelling', list, index, 'wrong'],
      problem: `«${wrong}» ghi là viết sai, nhưng nằm trong lối viết đúng «${right}»`,
      fix: 'bỏ ở mục `wrong`, hoặc ghi lối viết sai dài hơn cho rõ',
    }),
  )

function identityProblems(
  id: string,
  cong: DataFile<Cong>,
  others: readonly DataFile<{ portal: string }>[],
): Diagnostic[] {
  const wrong = (file: DataFile<unknown>, key: string, found: string) =>
    found === id
      ? []
      : [
          meaningDiagnostic(file, 'portal', {
            path: [key],
            problem: `Mã \`${found}\` khác tên thư mục \`${id}\``,
            fix: `ghi \`${key}: ${id}\``,
          }),
        ]
  return [
    ...wrong(cong, 'id', cong.value.id),
    ...others.flatMap((file) => wrong(file, 'portal', file.value.portal)),
    ...(cong.value.languages[0] === 'vi'
      ? []
      : [
          meaningDiagnostic(cong, 'portal', {
            path: ['languages'],
            problem: 'Tiếng Việt phải đứng đầu danh sách ngôn ngữ',
            fix: 'đưa vi lên đầu',
          }),
        ]),
  ]
}
