import type { Calendar } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/local-time.ts'
import type { QuyChe } from '../contract/types.ts'
import type { Portal } from '../portal/portal.ts'
import { type Regulation, toRegulation } from '../regulation/regulation.ts'
import { type CalendarData, packCalendar, unpackCalendar } from './calendar-data.ts'
import type { FormConfig } from './form-types.ts'

/** The file beside the form that tells it whose form it is. */
export const FORM_DATA = 'cau-hinh.json'

/** Everything that the form knows of its portal. */
export type FormData = {
  readonly portal: string
  readonly config: FormConfig
  readonly law: QuyChe
  readonly calendar: CalendarData
  /** Of a sample portal: the instant at which it stands; a real one goes by the clock. */
  readonly standsAt: Instant | null
}

export const formData = (
  { id, regulation, calendar }: Portal,
  config: FormConfig,
  standsAt: Instant | undefined,
): FormData => ({
  portal: id,
  config,
  law: regulation.law,
  calendar: packCalendar(calendar),
  standsAt: standsAt ?? null,
})

/** The law and the calendar of the data, ready to reckon with. */
export const lawOf = ({
  law,
  calendar,
}: FormData): { readonly regulation: Regulation; readonly calendar: Calendar } => ({
  regulation: toRegulation(law),
  calendar: unpackCalendar(calendar),
})
