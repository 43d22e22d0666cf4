import type { Calendar } from '../calendar/calendar.ts'
import type { Instant } from '../calendar/local-time.ts'
import type { DonViCu, QuyChe } from '../contract/types.ts'
import type { Portal } from '../portal/portal.ts'
import { type Regulation, toRegulation } from '../regulation/regulation.ts'
import type { Member } from '../roster/roster.ts'
import type { Archive } from '../rules/archive.ts'
import { type CalendarData, packCalendar, unpackCalendar } from './calendar-data.ts'
import type { FormConfig } from './form-types.ts'
import type { ReviewFacts } from './review.ts'

/** The file beside the form that tells it whose form it is. */
export const FORM_DATA = 'cau-hinh.json'

/** Everything that the form knows of its portal. */
export type FormData = {
  readonly portal: string
  readonly config: FormConfig
  readonly law: QuyChe
  readonly calendar: CalendarData
  readonly reading: ReadingData
  /** Of a sample portal: the instant at which it stands; a real one goes by the clock. */
  readonly standsAt: Instant | null
}

/** What the rules of text know of a portal. */
type ReadingData = {
  readonly cong: ReviewFacts['portal']['cong']
  readonly members: readonly Member[]
  /** Telephones and mailboxes that the fixed pages publish. */
  readonly contacts: readonly string[]
  readonly formerNames: readonly DonViCu[]
}

export const formData = (
  { id, regulation, calendar, cong, roster }: Portal,
  config: FormConfig,
  standsAt: Instant | undefined,
  { contacts, formerNames }: Pick<Archive, 'contacts' | 'formerNames'>,
): FormData => ({
  portal: id,
  config,
  law: regulation.law,
  calendar: packCalendar(calendar),
  reading: {
    cong: {
      contacts: cong.contacts,
      unit: cong.unit,
      lifecycle: cong.lifecycle,
      ...(cong.spelling ? { spelling: cong.spelling } : {}),
    },
    members: [...roster.members.values()],
    contacts: [...contacts()],
    formerNames: formerNames(),
  },
  standsAt: standsAt ?? null,
})

/** The portal as the rules of text know it. A sample portal stands still, whatever the clock says. */
export const reviewFactsOf = ({ law, reading, standsAt }: FormData, clock: Instant): ReviewFacts => ({
  portal: {
    cong: reading.cong,
    regulation: toRegulation(law),
    roster: { members: new Map(reading.members.map((member) => [member.id, member])) },
  },
  archive: { contacts: () => new Set(reading.contacts), formerNames: () => reading.formerNames },
  now: standsAt ?? clock,
})

/** The law and the calendar of the data, ready to reckon with. */
export const lawOf = ({
  law,
  calendar,
}: FormData): { readonly regulation: Regulation; readonly calendar: Calendar } => ({
  regulation: toRegulation(law),
  calendar: unpackCalendar(calendar),
})
