import { formatDay } from '../calendar/local-time.ts'
import { refsOf } from '../regulation/regulation.ts'
import type { DutyCalendar, Mark, Occurrence } from './duty-calendar.ts'
import { type DutyPortal, dutyGround, reminderWords } from './duty-words.ts'
import type { Duty } from './upcoming.ts'

const dutyJson = (duty: Duty, portal: DutyPortal) => ({
  duty: duty.id,
  type: duty.type,
  label: duty.label,
  by: duty.by ?? [],
  to: duty.to ?? [],
  clauses: refsOf(duty.basis),
  ground: dutyGround(duty, portal),
  assumption: duty.assumption ?? null,
})

const markJson = ({ period, doneOn, document, remarks }: Mark) => ({
  period,
  doneOn,
  document,
  remarks: remarks ?? null,
})

const occurrenceJson = ({ duty, span, reminder, progress }: Occurrence, portal: DutyPortal) => ({
  ...dutyJson(duty, portal),
  period: span.code,
  periodLabel: span.label,
  first: formatDay(span.first),
  last: formatDay(span.last),
  remindOn: reminder.state === 'known' ? formatDay(reminder.day) : null,
  provisional: reminder.state === 'known' && reminder.provisional,
  whyNoDay: reminder.state === 'unknown' ? `${reminder.problem}; ${reminder.fix}` : null,
  dayRestsOn: reminderWords(duty),
  state: progress.state,
  mark: progress.state === 'done' ? markJson(progress.mark) : null,
})

/** The calendar of duties for machines. */
export const dutyCalendarJson = ({ occurrences, daily, unbound }: DutyCalendar, portal: DutyPortal) => ({
  occurrences: occurrences.map((each) => occurrenceJson(each, portal)),
  daily: daily.map((duty) => dutyJson(duty, portal)),
  withoutPeriod: unbound.map(({ duty, marks }) => ({
    ...dutyJson(duty, portal),
    marks: marks.map(markJson),
  })),
})
