import type { CalendarEvent } from '../calendar/icalendar.ts'
import { dayOf, type Instant } from '../calendar/local-time.ts'
import type { Occurrence } from './duty-calendar.ts'
import { type DutyPortal, dutyGround, partiesInWords, progressInWords, reminderWords } from './duty-words.ts'

/** At eight on the day, and at eight four days before: an all-day event begins at midnight. */
const ALARMS = ['-P3DT16H', 'PT8H'] as const

/**
 * The occurrences that have a reminder day, as all-day events. The UID is made of the duty and its period, so that a later file
 * changes the event that is there, also where a new holiday file moves the day; what was done rings no more.
 *
 * @param host the right-hand side of the UIDs
 */
export const dutyEvents = (
  occurrences: readonly Occurrence[],
  portal: DutyPortal,
  { host, now }: { readonly host: string; readonly now: Instant },
): CalendarEvent[] =>
  occurrences.flatMap((each): CalendarEvent[] =>
    each.reminder.state === 'unknown'
      ? []
      : [
          {
            uid: `nghia-vu-${each.duty.id}-${each.span.code.toLowerCase()}@${host}`,
            time: { day: each.reminder.day },
            summary: `${each.progress.state === 'done' ? 'Đã làm: ' : ''}${each.duty.label} (${each.span.label})`,
            description: descriptionOf(each, portal),
            // Later files win over earlier ones; days only go forward.
            sequence: dayOf(now),
            alarms: each.progress.state === 'done' ? [] : ALARMS,
          },
        ],
  )

function descriptionOf({ duty, reminder, progress }: Occurrence, portal: DutyPortal): string {
  const provisional = reminder.state === 'known' && reminder.provisional
  return [
    partiesInWords(duty, portal),
    `Căn cứ: ${dutyGround(duty, portal)}`,
    `${reminderWords(duty)}.`,
    ...(provisional ? ['Lịch nghỉ năm ấy chưa có thông báo chính thức, ngày nhắc là tạm tính.'] : []),
    `Tình trạng: ${progressInWords(progress)}.`,
  ]
    .filter((line) => line !== '')
    .join('\n')
}
