import type { Approval } from '../ledger/entry.ts'
import type { Recorded } from '../ledger/trace.ts'
import type { RecordKey } from './keys.ts'
import { type ApprovalRecord, instantOf, type RecordedApproval } from './record.ts'
import { isSignedBy } from './signature.ts'

/** What the records of a portal tell of the document that a commit of the main branch brought to a path below its folder. */
export type RecordOf = (path: string, commit: string) => Recorded | undefined

/**
 * Looks records up for the ledger. Only those count that one of the keys has signed; whether the key held on that day, and whether
 * Git agrees, is what `congbo verify` tells.
 */
export function recordsOf(records: readonly ApprovalRecord[], keys: readonly RecordKey[]): RecordOf {
  const byId = new Map(keys.map(({ id, key }) => [id, key]))
  const signed = records.filter((record) => {
    const key = byId.get(record.signature.key)
    return key !== undefined && isSignedBy(record, key)
  })
  const known = new Map(
    signed.flatMap((record) =>
      record.documents.map(({ path }) => [keyOf(path, record.merge), record] as const),
    ),
  )
  return (path, commit) => {
    const record = known.get(keyOf(path, commit))
    return record && recordedOf(record, path)
  }
}

const keyOf = (path: string, commit: string): string => `${commit} ${path}`

function recordedOf(record: ApprovalRecord, path: string): Recorded {
  const { opened, merged, deployed, approvals, returns } = record
  return {
    opened: instantOf(opened),
    merged: instantOf(merged),
    deployed: deployed === undefined ? undefined : instantOf(deployed),
    approvals: approvals.filter(({ paths }) => paths?.includes(path) ?? true).map(toApproval),
    returns: returns.map(({ at, member }) => ({ at: instantOf(at), member })),
  }
}

const toApproval = ({ at, member, stage, account, delegation }: RecordedApproval): Approval => ({
  at: instantOf(at),
  member,
  stage,
  account,
  delegation,
})
