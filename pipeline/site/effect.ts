import type { Effect } from '../../templates/view.ts'
import { type Day, parseDay, vietnameseDay } from '../calendar/local-time.ts'

/** What a document says of its own force; every field may be unknown. */
export type ForceFields = {
  readonly effectiveDate?: string
  readonly expiryDate?: string
  readonly replacedBy?: readonly string[]
}

/**
 * How a document stands on a day. The day of expiry is the first without force (Luật Ban hành văn bản QPPL speaks of the
 * moment from which it ends); a replacement that names no day of expiry counts at once; what is not known is not said.
 */
export function effectOf(
  { effectiveDate, expiryDate, replacedBy }: ForceFields,
  today: Day,
): Effect | undefined {
  const [begins, ends] = [dayIn(effectiveDate), dayIn(expiryDate)]
  const ended = ends !== undefined && ends <= today
  if (replacedBy !== undefined && (ends === undefined || ended))
    return { state: 'replaced', text: `Đã được thay thế bởi ${replacedBy.join(', ')}` }
  if (ended) return { state: 'expired', text: `Hết hiệu lực từ ${vietnameseDay(ends)}` }
  if (begins === undefined) return undefined
  return begins > today
    ? { state: 'not-yet', text: 'Chưa có hiệu lực' }
    : { state: 'in-force', text: 'Còn hiệu lực' }
}

const dayIn = (text: string | undefined): Day | undefined => (text === undefined ? undefined : parseDay(text))
