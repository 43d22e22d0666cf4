import { type RequiredApproval, requiredApprovals, type Subject } from '../approval/required-approvals.ts'
import type { FrontMatter } from '../contract/types.ts'
import { isRecordPath, isRegister } from '../documents/allowed-files.ts'
import { type DocumentPlace, placeOf } from '../documents/document.ts'
import { contentPlace, isRoyaltyBook } from '../portal/content-place.ts'
import type { Portal } from '../portal/portal.ts'
import { type ClauseRef, clauseInWords } from '../regulation/clause.ts'
import { groundOf, refsOf } from '../regulation/regulation.ts'
import { delegatesOf, labelOf } from '../roster/roster.ts'
import type { Change } from './change.ts'
import { type Approver, mergeNeeds, type Need } from './need.ts'

/** What the needs of a change depend on, all of it from the branch that the change goes to. */
export type Law = {
  readonly portals: ReadonlyMap<string, Portal>
  /**
   * The front matter of every version of a document that counts: on the branch, where the change began, and at its head.
   * Undefined for a version that cannot be read.
   */
  readonly versions: (path: string) => readonly (FrontMatter | undefined)[]
  /** The documents beside a file that name it, in any version that counts. */
  readonly namedBy: (path: string) => readonly string[]
}

/**
 * Every approval that a change needs. What lies in a portal's folder asks for the portal's own people; what moves or changes
 * its lĩnh vực, for the old ones and the new; everything else, and what this function does not know, for the administrators.
 */
export const needsOf = (change: Change, law: Law): Need[] =>
  mergeNeeds(change.files.flatMap(({ path }) => needsOfPath(path, law)))

function needsOfPath(path: string, law: Law): Need[] {
  const where = contentPlace(path)
  if (where.in === 'shared') return [...law.portals.values()].map((portal) => governance(portal, path))
  const portal = where.in === 'portal' ? law.portals.get(where.id) : undefined
  if (where.in === 'elsewhere' || !portal) return [administrators(law, path)]
  const { below } = where
  if (isRecordPath(below)) return [governance(portal, path, RECORDS)]
  const place = placeOf(below)
  if (isRegister(below)) return [governance(portal, path)]
  if (isRoyaltyBook(below)) return [payments(portal, path)]
  if (place) return needsOfDocument(portal, path, place, law.versions(path))
  return below.includes('/') ? needsOfAttachment(portal, path, below, law) : [governance(portal, path)]
}

function needsOfDocument(
  portal: Portal,
  path: string,
  place: DocumentPlace,
  versions: readonly (FrontMatter | undefined)[],
): Need[] {
  const needs = versions
    .flatMap((front) => subjectsOf(portal, place, front))
    .flatMap((subject) => approvalsOf(portal, subject, path))
  return needs.length > 0 ? needs : [governance(portal, path)]
}

/** The folder decides the lĩnh vực, and so does the front matter where it says another: then both approve. */
function subjectsOf(portal: Portal, place: DocumentPlace, front: FrontMatter | undefined): Subject[] {
  const folder = place.folder === 'tin-bai' ? place.linhVuc : undefined
  if (!front)
    return [...portal.regulation.kinds.keys()].map((kind) => ({
      kind,
      ...(folder ? { linhVuc: folder } : {}),
    }))
  const { kind, section } = front
  const areas = [...new Set([folder, front.linhVuc].filter((each) => each !== undefined))]
  const subject = { kind, ...(section ? { section } : {}) }
  return areas.length === 0 ? [subject] : areas.map((linhVuc) => ({ ...subject, linhVuc }))
}

const approvalsOf = (portal: Portal, subject: Subject, path: string): Need[] =>
  requiredApprovals(portal.regulation, subject).map((approval) => toNeed(portal, subject, approval, path))

function toNeed(portal: Portal, subject: Subject, approval: RequiredApproval, path: string): Need {
  const { stage, label, approvers, escalateTo, clauses } = approval
  const { regulation } = portal
  const scope = [subject.linhVuc ?? '', subject.section ?? '']
  return {
    key: JSON.stringify([portal.id, stage, approvers, delegationsMatter(portal) ? scope : []]),
    portal: portal.id,
    stage,
    label,
    approvers: approvers.map((id) => approver(portal, id, subject)),
    escalateTo: escalateTo === undefined ? undefined : approver(portal, escalateTo, subject),
    ground:
      clauses.length > 0 ? citeTogether(clauses, regulation) : groundOf(regulation, stageOf(portal, stage)),
    clauses,
    covers: [path],
  }
}

/** `Điều 13 khoản 11; Điều 12 khoản 2 Quy chế phường Thành Đông`: on a phone the name once is enough. */
const citeTogether = (clauses: readonly ClauseRef[], { law }: Portal['regulation']): string =>
  `${clauses.slice(0, 2).map(clauseInWords).join('; ')} ${law.shortName}`

const stageOf = (portal: Portal, id: string) =>
  portal.regulation.law.approval.stages.find((stage) => stage.id === id) ?? {}

/** Only where a delegation is limited to a lĩnh vực or a section does it matter which one an approval is about. */
const delegationsMatter = (portal: Portal): boolean =>
  portal.roster.written.delegations.some(({ linhVuc, sections }) => linhVuc || sections)

function approver(portal: Portal, id: string, subject: Partial<Subject>): Approver {
  return {
    id,
    label: labelOf(portal.roster, id),
    accounts: portal.roster.members.get(id)?.accounts ?? [],
    delegates: delegatesOf(portal, id, subject).map(
      ({ member: { id: delegate, label, accounts }, ...days }) => ({
        id: delegate,
        label,
        accounts,
        ...days,
      }),
    ),
  }
}

/** A file beside documents is approved with those that name it; one that nobody names, as an article of its folder. */
function needsOfAttachment(portal: Portal, path: string, below: string, law: Law): Need[] {
  const naming = law.namedBy(path)
  const needs = naming.flatMap((document) => {
    const place = placeOf(document.slice(portal.folder.length))
    return place ? needsOfDocument(portal, document, place, law.versions(document)) : []
  })
  if (needs.length > 0) return needs.map((need) => ({ ...need, covers: [path] }))
  const place = placeOf(`${below.slice(0, below.lastIndexOf('/'))}/x.md`)
  return place ? needsOfDocument(portal, path, place, [undefined]) : [governance(portal, path)]
}

const GOVERNANCE = { key: 'governance', label: 'Sửa Quy chế, ban biên tập, lịch và thông tin của cổng' }
/** Whoever takes records in looks at other things than whoever changes the law. */
const RECORDS = { key: 'ho-so', label: 'Nhận hồ sơ duyệt do máy lập' }

/** Law, roster and identity of a portal, and whatever else lies in its folder, belong to the head of the board. */
function governance(portal: Portal, path: string, matter = GOVERNANCE): Need {
  const { governance: rule } = portal.regulation.law.approval
  return {
    key: JSON.stringify([portal.id, matter.key]),
    portal: portal.id,
    stage: 'governance',
    label: matter.label,
    approvers: rule.approvers.map((id) => approver(portal, id, {})),
    escalateTo: undefined,
    ground: groundOf(portal.regulation, rule),
    clauses: refsOf(rule.basis),
    covers: [path],
  }
}

/** Scores and closed months of royalties belong to the one whom the regulation has decide payments, where it names one who can. */
function payments(portal: Portal, path: string): Need {
  const { royalties } = portal.regulation.law
  const decides = royalties?.approver === undefined ? undefined : approver(portal, royalties.approver, {})
  if (!royalties || !decides || decides.accounts.length === 0) return governance(portal, path)
  return {
    key: JSON.stringify([portal.id, 'royalties']),
    portal: portal.id,
    stage: 'royalties',
    label: 'Duyệt nhuận bút, thù lao',
    approvers: [decides],
    escalateTo: undefined,
    ground: groundOf(portal.regulation, royalties),
    clauses: refsOf(royalties.basis),
    covers: [path],
  }
}

const PRODUCT_GROUND = 'Quy tắc của hệ thống: mã nguồn, giao diện, quy trình tự động do quản trị kỹ thuật giữ'

function administrators(law: Law, path: string): Need {
  const accounts = [...law.portals.values()].flatMap(({ roster }) => roster.written.administrators)
  return {
    key: 'administrators',
    portal: undefined,
    stage: 'administrators',
    label: 'Sửa mã nguồn, giao diện, quy trình tự động',
    approvers: [
      { id: 'administrators', label: 'Quản trị kỹ thuật', accounts: [...new Set(accounts)], delegates: [] },
    ],
    escalateTo: undefined,
    ground: PRODUCT_GROUND,
    clauses: [],
    covers: [path],
  }
}
