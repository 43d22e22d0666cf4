import type { Files } from '../adapters/ports.ts'
import { type Calendar, createCalendar } from '../calendar/calendar.ts'
import { parseDay, weekdayOf } from '../calendar/local-time.ts'
import type { Contract } from '../contract/contract.ts'
import type { GioHanhChinh, LichNghi } from '../contract/types.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Parsed } from '../diagnostics/parsed.ts'
import type { MeaningProblem } from '../regulation/check-regulation.ts'
import { type DataFile, loadData, meaningDiagnostic } from './load-data.ts'
import { CONTENT } from './portal.ts'

/** Every holiday file, read once for all portals. A year with a problem is left out; the others still count. */
export function loadHolidays(
  files: Files,
  contract: Contract,
): { readonly years: readonly LichNghi[]; readonly problems: readonly Diagnostic[] } {
  const years: LichNghi[] = []
  const problems: Diagnostic[] = []
  for (const { path } of files.list(`${CONTENT}/lich-nghi`)) {
    const loaded = loadData(files, contract, { file: path, schema: 'lich-nghi', rule: 'calendar' })
    const wrong = loaded.ok
      ? holidayProblems(loaded.value).map((each) => meaningDiagnostic(loaded.value, 'calendar', each))
      : loaded.problems
    if (loaded.ok && wrong.length === 0) years.push(loaded.value.value)
    problems.push(...wrong)
  }
  return { years, problems }
}

const OFFICE_HOURS = `${CONTENT}/gio-hanh-chinh`

/** One table of office hours with the holidays: the calendar of a portal. */
export function loadCalendar(
  files: Files,
  contract: Contract,
  holidays: readonly LichNghi[],
  table: string,
  makeUpDays: 'working' | 'off',
): Parsed<Calendar> {
  const hours = loadOfficeHours(files, contract, `${OFFICE_HOURS}/${table}.yaml`)
  return hours.ok ? { ok: true, value: createCalendar(holidays, hours.value, makeUpDays) } : hours
}

/** The problems of every table of office hours, of those that no portal uses too: a person may choose one any day. */
export const officeHoursProblems = (files: Files, contract: Contract): Diagnostic[] =>
  files
    .list(OFFICE_HOURS)
    .map(({ path }) => loadOfficeHours(files, contract, path))
    .flatMap((hours) => (hours.ok ? [] : hours.problems))

function loadOfficeHours(files: Files, contract: Contract, file: string): Parsed<GioHanhChinh> {
  const loaded = loadData(files, contract, { file, schema: 'gio-hanh-chinh', rule: 'calendar' })
  if (!loaded.ok) return loaded
  const problems = sessionProblems(loaded.value.value).map((each) =>
    meaningDiagnostic(loaded.value, 'calendar', each),
  )
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: loaded.value.value }
}

function holidayProblems({ file, value }: DataFile<LichNghi>): MeaningProblem[] {
  const documents = new Set(value.documents.map(({ id }) => id))
  const days = [
    ...value.off.map((each, index) => ({ each, path: ['off', index], weekend: false })),
    ...value.makeUp.map((each, index) => ({ each, path: ['makeUp', index], weekend: true })),
  ]
  const wrongYear = file.endsWith(`/${value.year}.yaml`)
    ? []
    : [
        {
          path: ['year'],
          problem: `Tên tệp không khớp với năm ${value.year}`,
          fix: `đặt tên tệp là ${value.year}.yaml`,
        },
      ]
  return [
    ...wrongYear,
    ...days.flatMap(({ each, path, weekend }) => {
      const day = parseDay(each.date)
      if (day === undefined || !each.date.startsWith(String(value.year)))
        return [
          {
            path: [...path, 'date'],
            problem: `Ngày ${each.date} không thuộc năm ${value.year}`,
            fix: 'chuyển ngày sang tệp của năm đó',
          },
        ]
      if (weekdayOf(day) > 5 !== weekend)
        return [
          {
            path: [...path, 'date'],
            problem: weekend
              ? `Ngày làm bù ${each.date} không phải thứ Bảy, Chủ nhật`
              : `Ngày nghỉ ${each.date} vốn là thứ Bảy, Chủ nhật`,
            fix: 'kiểm tra lại ngày theo thông báo',
          },
        ]
      return documents.has(each.document)
        ? []
        : [
            {
              path: [...path, 'document'],
              problem: `Văn bản \`${each.document}\` không có trong mục documents`,
              fix: 'thêm văn bản, hoặc sửa mã',
            },
          ]
    }),
  ]
}

/** Sessions must be in order and not empty: office time that never passes would never end a count. */
const sessionProblems = (hours: GioHanhChinh): MeaningProblem[] =>
  hours.periods.flatMap(({ sessions }, index) =>
    sessions.flatMap(({ from, to }, nth) => {
      const before = sessions[nth - 1]
      return from >= to || (before && before.to > from)
        ? [
            {
              path: ['periods', index, 'sessions', nth],
              problem: `Buổi ${from}–${to} trống hoặc chồng lên buổi trước`,
              fix: 'ghi giờ bắt đầu trước giờ kết thúc, các buổi theo thứ tự',
            },
          ]
        : []
    }),
  )
