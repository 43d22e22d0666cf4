import { type Day, dayOf, formatDay, type Instant, parseDay, startOf } from './local-time.ts'

/** How often a duty comes back: a day, a month, a quarter, half a year, a year. */
export type Period = 'P1D' | 'P1M' | 'P3M' | 'P6M' | 'P1Y'

/** A calendar period: first and last day, and its exclusive end. */
export type Span = { readonly first: Day; readonly last: Day; readonly end: Instant; readonly label: string }

const MONTHS = { P1M: 1, P3M: 3, P6M: 6, P1Y: 12 } as const

/** The calendar period that holds an instant, in Vietnam's days: 23:50 on 30 April is April, 00:10 is May. */
export function periodOf(instant: Instant, period: Period): Span {
  const day = dayOf(instant)
  if (period === 'P1D') return span(day, day, formatDay(day).split('-').reverse().join('/'))
  const [year, month] = formatDay(day).split('-').map(Number) as [number, number]
  const length = MONTHS[period]
  const index = Math.floor((month - 1) / length)
  const first = dayAt(year, index * length)
  const next = dayAt(year, (index + 1) * length)
  return span(first, next - 1, labelOf(period, year, index))
}

const span = (first: Day, last: Day, label: string): Span => ({ first, last, end: startOf(last + 1), label })

function dayAt(year: number, month: number): Day {
  const text = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
  return parseDay(text) as Day
}

function labelOf(period: Period, year: number, index: number): string {
  if (period === 'P1M') return `tháng ${String(index + 1).padStart(2, '0')}/${year}`
  if (period === 'P3M') return `quý ${['I', 'II', 'III', 'IV'][index]}/${year}`
  if (period === 'P6M') return `6 tháng ${index === 0 ? 'đầu' : 'cuối'} năm ${year}`
  return `năm ${year}`
}
