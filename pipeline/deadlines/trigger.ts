import { type Day, dayOf, type Instant, parseDay, parseInstant, startOf } from '../calendar/local-time.ts'

/** The instant a deadline counts from: a time of day where the writer gave one, else a calendar date. */
export type Trigger = { readonly at: Instant; readonly day: Day; readonly precise: boolean }

export type ParsedTrigger =
  | { readonly ok: true; readonly value: Trigger }
  | { readonly ok: false; readonly problem: string; readonly fix: string }

const WITHOUT_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/

/** Several rules ask about one document after the other. */
let last: { readonly text: string; readonly parsed: ParsedTrigger } | undefined

/** Reads `2026-11-20` or `2026-11-20T08:00:00+07:00`; a time without an offset is an error, never guessed. */
export function parseTrigger(text: string): ParsedTrigger {
  if (last?.text !== text) last = { text, parsed: parse(text) }
  return last.parsed
}

function parse(text: string): ParsedTrigger {
  const day = parseDay(text)
  if (day !== undefined) return { ok: true, value: { at: startOf(day), day, precise: false } }
  const instant = parseInstant(text)
  if (instant !== undefined) return { ok: true, value: { at: instant, day: dayOf(instant), precise: true } }
  return WITHOUT_OFFSET.test(text)
    ? {
        ok: false,
        problem: `Thời điểm \`${text}\` không ghi múi giờ`,
        fix: `ghi thêm múi giờ: \`${text}+07:00\``,
      }
    : {
        ok: false,
        problem: `\`${text}\` không phải là ngày, giờ có thật`,
        fix: 'ghi ngày (2026-11-20) hoặc thời điểm có múi giờ (2026-11-20T08:00:00+07:00)',
      }
}

/** The instant of a field; a date without a time is the start of that day: whoever writes no hour gets the benefit of the doubt. */
export function instantOf(text: string | undefined): Instant | undefined {
  const parsed = text === undefined ? undefined : parseTrigger(text)
  return parsed?.ok ? parsed.value.at : undefined
}

/** Whether one is before the other; where either has no hour, days alone are compared. */
export const isBefore = (a: Trigger, b: Trigger): boolean =>
  a.precise && b.precise ? a.at < b.at : a.day < b.day

/** The word for each trigger in a sentence. */
export const TRIGGER_WORDS: Record<string, string> = {
  eventDate: 'thời điểm diễn ra',
  eventEnd: 'thời điểm kết thúc',
  signedDate: 'ngày ký',
  promulgatedDate: 'ngày ban hành',
  approvedDate: 'ngày phê duyệt',
  receivedDate: 'thời điểm tiếp nhận',
  decidedDate: 'ngày quyết định công bố',
  sentDate: 'thời điểm gửi báo cáo',
}
