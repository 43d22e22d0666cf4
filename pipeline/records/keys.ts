import { type Day, parseDay } from '../calendar/local-time.ts'
import type { KhoaHoSo } from '../contract/types.ts'
import type { ApprovalRecord } from './record.ts'
import { isSignedBy, type PublicKey } from './signature.ts'

/** A key that records are signed with, and the days on which they may be taken into the main branch. */
export type RecordKey = {
  readonly id: string
  readonly key: PublicKey
  readonly from: Day
  /** The last day; undefined where none is set. */
  readonly to: Day | undefined
}

/** The keys of a portal. The schema has proved every date. */
export const keysOf = ({ keys }: KhoaHoSo): RecordKey[] =>
  keys.map(({ id, key, validFrom, validTo }) => ({
    id,
    key,
    from: parseDay(validFrom) as Day,
    to: validTo === undefined ? undefined : parseDay(validTo),
  }))

export const isValidOn = ({ from, to }: RecordKey, day: Day): boolean =>
  from <= day && (to === undefined || day <= to)

/** The day from which every article needs a record; undefined where there is no key yet. */
export const recordsSince = (keys: readonly RecordKey[]): Day | undefined =>
  keys.length === 0 ? undefined : Math.min(...keys.map(({ from }) => from))

/** What the signature of a record is worth. */
export type Signed =
  | { readonly state: 'valid'; readonly key: RecordKey }
  | { readonly state: 'unknown-key' }
  | { readonly state: 'wrong' }
  | { readonly state: 'out-of-time'; readonly key: RecordKey }

/** @param day on which the record came, or is to come, into the main branch: the one date that its writer does not choose */
export function signatureOf(record: ApprovalRecord, keys: readonly RecordKey[], day: Day): Signed {
  const key = keys.find(({ id }) => id === record.signature.key)
  if (!key) return { state: 'unknown-key' }
  if (!isSignedBy(record, key.key)) return { state: 'wrong' }
  return isValidOn(key, day) ? { state: 'valid', key } : { state: 'out-of-time', key }
}
