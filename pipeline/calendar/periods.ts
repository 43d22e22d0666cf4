import { type Day, dayOf, formatDay, type Instant, parseDay, startOf } from './local-time.ts'

/** How often a duty comes back: a day, a month, a quarter, half a year, a year. */
export type Period = 'P1D' | 'P1M' | 'P3M' | 'P6M' | 'P1Y'

/** A calendar period: first and last day, its exclusive end, and its name for people and for machines (`2026-Q4`). */
export type Span = {
  readonly first: Day
  readonly last: Day
  readonly end: Instant
  readonly label: string
  readonly code: string
}

const MONTHS = { P1M: 1, P3M: 3, P6M: 6, P1Y: 12 } as const

/** The calendar period that holds an instant, in Vietnam's days: 23:50 on 30 April is April, 00:10 is May. */
export function periodOf(instant: Instant, period: Period): Span {
  const day = dayOf(instant)
  if (period === 'P1D') {
    const code = formatDay(day)
    return { first: day, last: day, end: startOf(day + 1), label: code.split('-').reverse().join('/'), code }
  }
  const [year, month] = formatDay(day).split('-').map(Number) as [number, number]
  return spanOf(period, year, Math.floor((month - 1) / MONTHS[period]))
}

/** A period by its code. */
export type NamedPeriod = { readonly every: Exclude<Period, 'P1D'>; readonly span: Span }

const CODE = /^(\d{4})(?:-(?:(\d{2})|Q([1-4])|H([12])))?$/

/** Reads `2026-11`, `2026-Q4`, `2026-H2` or `2026`; undefined for anything else. */
export function parsePeriod(code: string): NamedPeriod | undefined {
  const match = CODE.exec(code)
  if (!match) return undefined
  const [, year, month, quarter, half] = match
  const every = month ? 'P1M' : quarter ? 'P3M' : half ? 'P6M' : 'P1Y'
  const index = Number(month ?? quarter ?? half ?? 1) - 1
  return index >= 0 && index < 12 / MONTHS[every]
    ? { every, span: spanOf(every, Number(year), index) }
    : undefined
}

/** @param index of the period in its year, from 0 */
function spanOf(period: keyof typeof MONTHS, year: number, index: number): Span {
  const length = MONTHS[period]
  const first = dayAt(year, index * length)
  const next = dayAt(year, (index + 1) * length)
  return {
    first,
    last: next - 1,
    end: startOf(next),
    label: labelOf(period, year, index),
    code: codeOf(period, year, index),
  }
}

function codeOf(period: keyof typeof MONTHS, year: number, index: number): string {
  const number = String(index + 1)
  const parts = { P1M: `-${number.padStart(2, '0')}`, P3M: `-Q${number}`, P6M: `-H${number}`, P1Y: '' }
  return String(year).padStart(4, '0') + parts[period]
}

function dayAt(year: number, month: number): Day {
  const text = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
  return parseDay(text) as Day
}

function labelOf(period: keyof typeof MONTHS, year: number, index: number): string {
  if (period === 'P1M') return `tháng ${String(index + 1).padStart(2, '0')}/${year}`
  if (period === 'P3M') return `quý ${['I', 'II', 'III', 'IV'][index]}/${year}`
  if (period === 'P6M') return `6 tháng ${index === 0 ? 'đầu' : 'cuối'} năm ${year}`
  return `năm ${year}`
}
