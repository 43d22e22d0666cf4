import { MINUTE } from '../calendar/local-time.ts'
import type { Verdict } from '../deadlines/verdict.ts'
import { labelOf, type Roster } from '../roster/roster.ts'
import type { Attestation, Holder } from './entry.ts'

/** How an article stood to its deadline, in a table of people. */
export const VERDICT_WORDS: Readonly<Record<Verdict['state'], string>> = {
  'on-time': 'đúng hạn',
  'at-risk': 'sắp đến hạn',
  overdue: 'quá hạn, không nêu lý do',
  'late-with-reason': 'quá hạn, có lý do',
  'no-deadline': 'Quy chế không đặt thời hạn bằng số',
  'not-applicable': 'trước ngày Quy chế có hiệu lực',
  'no-trigger': 'thiếu mốc tính hạn',
  'cannot-tell': 'không tính được hạn',
}

/** Where the instant of publication comes from. */
export const ATTESTATION_WORDS: Readonly<Record<Attestation, string>> = {
  record: 'hồ sơ duyệt có chữ ký',
  merge: 'yêu cầu gộp vào nhánh chính',
  direct: 'ghi thẳng vào nhánh chính, thời điểm do người ghi tự đặt',
  sample: 'nhật ký của cổng mẫu',
}

/** Who held an article, by the name that the roster gives. */
export function holderName(holder: Holder, roster: Roster): string {
  switch (holder.party) {
    case 'approver':
      return labelOf(roster, holder.member)
    case 'writer':
      return 'người viết'
    case 'merge':
      return 'chờ gộp sau khi duyệt'
    case 'deploy':
      return 'chờ lên cổng'
    default:
      return 'không ghi ai giữ'
  }
}

/** `Trưởng ban Biên tập 2 giờ 30 phút`. */
export const holderInWords = (holder: Holder, milliseconds: number, roster: Roster): string =>
  `${holderName(holder, roster)} ${spanInWords(milliseconds)}`

const HOUR = 60
const DAY = 24 * HOUR

/** A length of calendar time: `3 ngày 2 giờ`, `2 giờ 30 phút`, `5 phút`; whole minutes, rounded down. */
export function spanInWords(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / MINUTE)
  const parts = [
    [Math.floor(minutes / DAY), 'ngày'],
    [Math.floor((minutes % DAY) / HOUR), 'giờ'],
    [minutes % HOUR, 'phút'],
  ] as const
  const told = parts.filter(([amount]) => amount > 0).slice(0, 2)
  return told.length === 0 ? '0 phút' : told.map(([amount, unit]) => `${amount} ${unit}`).join(' ')
}
