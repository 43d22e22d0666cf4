import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { DocumentView, ScheduleDay, ScheduleEntry } from '../view.ts'
import { time } from './time.ts'

const WORDS = {
  vi: {
    week: (from: string, to: string) => `Tuần từ ${from} đến ${to}`,
    none: 'Chưa có việc nào sắp tới trong lịch.',
    past: (days: number) => `Lịch những ngày đã qua (${days} ngày)`,
    save: 'Tải lịch về điện thoại, máy tính',
    wholeDay: 'Cả ngày',
    who: 'Chủ trì, tham dự',
    where: 'Địa điểm',
    note: 'Ghi chú',
  },
  en: {
    week: (from: string, to: string) => `Week from ${from} to ${to}`,
    none: 'Nothing is scheduled yet.',
    past: (days: number) => `Past days (${days})`,
    save: 'Add to your calendar',
    wholeDay: 'All day',
    who: 'Who',
    where: 'Where',
    note: 'Note',
  },
} as const

type Words = (typeof WORDS)[keyof typeof WORDS]

/** A work schedule: what is to come by weeks and days, what is over folded away, and a file for one's own calendar. */
export function schedule({ schedule: view, language }: DocumentView, { to }: PageContext): Html {
  if (!view) return html``
  const words = WORDS[language]
  return html`<section class="schedule">
<p class="schedule-file"><a href="${to(view.calendar)}" type="text/calendar">${words.save} <span class="format">(ICS)</span></a></p>
${view.weeks.length === 0 && html`<p>${words.none}</p>`}
${view.weeks.map(
  ({ from, to: end, days }) => html`<h2>${words.week(from, end)}</h2>
${days.map((each) => day(each, words))}`,
)}
${
  view.past.length > 0 &&
  html`<details class="schedule-past">
<summary>${words.past(view.past.length)}</summary>
${view.past.map((each) => day(each, words))}
</details>`
}
</section>`
}

const day = ({ date, entries }: ScheduleDay, words: Words): Html => html`<section class="schedule-day">
<h3>${time(date)}</h3>
<ul>
${entries.map((each) => entry(each, words))}
</ul>
</section>`

const entry = (each: ScheduleEntry, words: Words): Html => html`<li>
<p class="schedule-time">${hours(each, words)}</p>
<div>
<p class="schedule-what">${each.what}</p>
<p class="schedule-details">${words.who}: ${each.who}<br>${words.where}: ${each.where}${each.note && html`<br>${words.note}: ${each.note}`}</p>
</div>
</li>`

/** `08:00–11:30`; also on the home page. */
export const hours = (
  { from, to }: Pick<ScheduleEntry, 'from' | 'to'>,
  { wholeDay }: Pick<Words, 'wholeDay'> = WORDS.vi,
): string => {
  if (from === undefined) return wholeDay
  return to === undefined ? from : `${from}–${to}`
}
