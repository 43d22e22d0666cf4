import type { Calendar, DayKind } from '../calendar/calendar.ts'
import type { Day } from '../calendar/local-time.ts'

/** A calendar as JSON: what the form needs to reckon a deadline in the browser. */
export type CalendarData = {
  readonly years: readonly (readonly [year: number, days: readonly (readonly [Day, DayKind])[]])[]
  readonly hours: readonly (Omit<Calendar['hours'][number], 'to'> & { readonly to: Day | null })[]
  readonly hoursLabel: string
}

export const packCalendar = ({ years, hours, hoursLabel }: Calendar): CalendarData => ({
  years: [...years].map(([year, days]) => [year, [...days]]),
  // JSON has no infinity: a period without an end.
  hours: hours.map((period) => ({ ...period, to: Number.isFinite(period.to) ? period.to : null })),
  hoursLabel,
})

export const unpackCalendar = ({ years, hours, hoursLabel }: CalendarData): Calendar => ({
  years: new Map(years.map(([year, days]) => [year, new Map(days)])),
  hours: hours.map((period) => ({ ...period, to: period.to ?? Number.POSITIVE_INFINITY })),
  hoursLabel,
})
