import { type Instant, parseInstant } from '../calendar/local-time.ts'
import type { HoSo } from '../contract/types.ts'

/** The approvals of one merged change in one portal, signed by the job that asked the forge. */
export type ApprovalRecord = HoSo
/** What a record says, before anybody has signed it. */
export type Statement = Omit<HoSo, 'signature'>

export type RecordedDocument = HoSo['documents'][number]
export type RecordedApproval = HoSo['approvals'][number]
export type RecordedReturn = HoSo['returns'][number]

/** Below a portal's folder: everything about its records, the keys among them. */
export const RECORDS = 'ho-so'
export const KEYS = `${RECORDS}/khoa.yaml`

/** Where the record of a change lies, below the portal's folder: by the year of the merge in Vietnam, and its number. */
export const pathOfRecord = ({ merged, pull }: Pick<Statement, 'merged' | 'pull'>): string =>
  `${RECORDS}/${merged.slice(0, 4)}/pr-${pull}.yaml`

/** An instant of a record. The schema has proved it. */
export const instantOf = (text: string): Instant => parseInstant(text) as Instant
