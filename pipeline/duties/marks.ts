import {
  type Day,
  dayOf,
  type Instant,
  parseDay,
  startOf,
  vietnameseDay,
  yearOf,
} from '../calendar/local-time.ts'
import { type NamedPeriod, type Period, parsePeriod, periodOf } from '../calendar/periods.ts'
import type { NghiaVu } from '../contract/types.ts'
import type { MeaningProblem } from '../regulation/check-regulation.ts'
import type { Regulation } from '../regulation/regulation.ts'
import { isMarked, type Mark } from './duty-calendar.ts'
import type { Duty } from './upcoming.ts'

const PERIOD_WORDS: Readonly<Record<Period, string>> = {
  P1D: 'ngày',
  P1M: 'tháng',
  P3M: 'quý',
  P6M: '6 tháng',
  P1Y: 'năm',
}

/** What is wrong with a mark, and how to put it right. */
export type MarkProblem = {
  readonly key: keyof Mark
  readonly problem: string
  readonly fix: string
}

/** Plans and budgets are made before their period begins; a report, a meeting, a backup of a period that is still to come cannot be. */
const MADE_AHEAD: ReadonlySet<Duty['type']> = new Set(['plan', 'budget'])

/** The problems of one mark: an unknown duty, one that nobody marks, a period of another length or still to come, a day to come. */
export function markProblems(mark: Mark, { law }: Regulation, now: Instant): MarkProblem[] {
  const duty = law.duties.find(({ id }) => id === mark.duty)
  if (!duty) {
    const known = law.duties.filter(isMarked).map(({ id }) => id)
    return [
      {
        key: 'duty',
        problem: `Quy chế không có việc \`${mark.duty}\``,
        fix: `chọn một trong: ${known.join(', ')}`,
      },
    ]
  }
  if (!isMarked(duty))
    return [
      {
        key: 'duty',
        problem: `«${duty.label}» không ghi đã làm: máy đếm từ tin bài đã đăng`,
        fix: 'bỏ dòng này; xem bằng `congbo coverage <cổng>`',
      },
    ]
  return [...periodProblems(mark, duty, now), ...dayProblems(mark, now)]
}

function periodProblems({ period }: Mark, duty: Duty, now: Instant): MarkProblem[] {
  const wrong = (problem: string, fix: string): MarkProblem[] => [{ key: 'period', problem, fix }]
  const named = parsePeriod(period)
  if (!named)
    return wrong(
      `\`${period}\` không phải là một kỳ`,
      'viết 2026-11 (tháng), 2026-Q4 (quý), 2026-H2 (6 tháng), 2026 (năm)',
    )
  if (duty.every !== null && named.every !== duty.every)
    return wrong(
      `«${duty.label}» theo ${PERIOD_WORDS[duty.every]}, không theo ${PERIOD_WORDS[named.every]}`,
      `viết kỳ ${PERIOD_WORDS[duty.every]}, ví dụ ${periodOf(startOf(named.span.first), duty.every).code}`,
    )
  if (startOf(named.span.first) > now && !MADE_AHEAD.has(duty.type))
    return wrong(
      `Kỳ ${named.span.label} chưa bắt đầu: từ ngày ${vietnameseDay(named.span.first)}`,
      'sửa kỳ cho đúng; chỉ kế hoạch, dự toán mới làm trước kỳ',
    )
  return []
}

function dayProblems({ doneOn }: Mark, now: Instant): MarkProblem[] {
  const day = parseDay(doneOn)
  return day !== undefined && day > dayOf(now)
    ? [{ key: 'doneOn', problem: `Ngày làm ${vietnameseDay(day)} chưa tới`, fix: 'ghi ngày đã làm thật' }]
    : []
}

/** The problems of a file of marks as a whole, with the path of the value that each is about. */
export function markFileProblems(
  { year, done }: NghiaVu,
  regulation: Regulation,
  now: Instant,
): MeaningProblem[] {
  return done.flatMap((mark, index) => {
    const at = ({ key, problem, fix }: MarkProblem): MeaningProblem => ({
      path: ['done', index, key],
      problem,
      fix,
    })
    const first = done.findIndex((each) => each.duty === mark.duty && each.period === mark.period)
    const named = parsePeriod(mark.period)
    return [
      ...markProblems(mark, regulation, now).map(at),
      ...(first < index
        ? [
            at({
              key: 'period',
              problem: `Việc \`${mark.duty}\` kỳ ${mark.period} đã ghi ở dòng thứ ${first + 1}`,
              fix: 'bỏ một dòng; điều cần thêm thì ghi vào remarks',
            }),
          ]
        : []),
      ...(named && yearOfPeriod(named) !== year
        ? [
            at({
              key: 'period',
              problem: `Kỳ ${mark.period} không thuộc năm ${year}`,
              fix: `chuyển dòng này sang nghia-vu/${yearOfPeriod(named)}.yaml`,
            }),
          ]
        : []),
    ]
  })
}

/** The year in whose file a mark stands. */
export const yearOfPeriod = ({ span }: Pick<NamedPeriod, 'span'>): number => yearOf(span.first as Day)
