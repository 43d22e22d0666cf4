import { requiredApprovals, type Subject } from '../approval/required-approvals.ts'
import type { Portal } from '../portal/portal.ts'
import { delegatesOf } from '../roster/roster.ts'

/** What ownership is made of. */
export type OwnedPortal = Pick<Portal, 'id' | 'folder' | 'cong' | 'regulation' | 'roster'>

/** An approval that a document needs, down to the accounts any of which may give it. */
export type Approval = {
  readonly stage: string
  readonly label: string
  /** Members of the roster, without those who act for them. */
  readonly approvers: readonly string[]
  readonly accounts: readonly string[]
}

/** The approvals that a document needs; one that no stage asks for is the business of whoever governs the portal. */
export function approvalsOf(portal: OwnedPortal, subject: Subject): readonly Approval[] {
  const needed = requiredApprovals(portal.regulation, subject).map(
    ({ stage, label, approvers, escalateTo }): Approval => ({
      stage,
      label,
      approvers,
      accounts: accountsOf(portal, escalateTo ? [...approvers, escalateTo] : approvers, subject),
    }),
  )
  return needed.length > 0 ? needed : [governanceOf(portal)]
}

/** Who approves a change of the portal's own files: regulation, roster, name and address. */
export function governanceOf(portal: OwnedPortal): Approval {
  const { approvers } = portal.regulation.law.approval.governance
  return {
    stage: 'governance',
    label: 'Sửa dữ liệu của cổng',
    approvers,
    accounts: accountsOf(portal, approvers, {}),
  }
}

/**
 * Who approves scores and closed months of royalties: the one whom the regulation has decide payments. Where it names nobody, or
 * somebody without an account, whoever approves the portal's own files.
 */
export function royaltiesOf(portal: OwnedPortal): Approval {
  const approver = portal.regulation.law.royalties?.approver
  const accounts = approver === undefined ? [] : accountsOf(portal, [approver], {})
  if (approver === undefined || accounts.length === 0) return governanceOf(portal)
  return { stage: 'royalties', label: 'Duyệt nhuận bút, thù lao', approvers: [approver], accounts }
}

/** The administrators of all portals of the repository: code, look and workflows are common to them. */
export const administratorsOf = (portals: readonly OwnedPortal[]): readonly string[] =>
  unique(portals.flatMap(({ roster }) => roster.written.administrators))

/**
 * The accounts of members and of those to whom they have delegated. A delegation counts as soon as it is written down, on any
 * day: CODEOWNERS knows no dates, and would otherwise stop the delegate whom the gate lets through. The gate holds the days.
 */
function accountsOf(
  portal: OwnedPortal,
  ids: readonly string[],
  subject: Partial<Subject>,
): readonly string[] {
  const delegates = ids.flatMap((id) => delegatesOf(portal, id, subject).map(({ member }) => member))
  const members = ids.flatMap((id) => portal.roster.members.get(id) ?? [])
  return unique([...members, ...delegates].flatMap(({ accounts }) => accounts))
}

export const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)]
