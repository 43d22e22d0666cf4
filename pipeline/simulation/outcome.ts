import { requiredApprovals, type Subject } from '../approval/required-approvals.ts'
import type { Due } from '../calendar/due-at.ts'
import { type Day, dayOf, type Instant } from '../calendar/local-time.ts'
import type { FrontMatter } from '../contract/types.ts'
import { deadlineOf } from '../deadlines/deadline-of.ts'
import { type Verdict, verdictOf } from '../deadlines/verdict.ts'
import type { Portal } from '../portal/portal.ts'
import { cite } from '../regulation/clause.ts'
import { type Deadline, groundOf, type Regulation, refsOf, type Stage } from '../regulation/regulation.ts'
import { delegatesOf, holdsOn, labelOf } from '../roster/roster.ts'

/** What judges a document: the regulation, the people, the calendar. */
export type Law = Pick<Portal, 'regulation' | 'roster' | 'calendar'>

/** A document that is before the public. */
export type PublishedDocument = {
  /** Path below the portal's folder. */
  readonly path: string
  readonly front: FrontMatter
  readonly at: Instant
}

/** What one law says of one document. */
export type Outcome = {
  readonly verdict: Verdict['state']
  /** Why there is no verdict: the deadline cannot be told, or does not apply. */
  readonly why: string | undefined
  readonly due: Due | undefined
  /** The deadline that fits the document, whether or not an instant comes of it, and what it rests on in words. */
  readonly deadline: { readonly written: Deadline; readonly ground: string } | undefined
  readonly approvals: readonly Approval[]
  readonly unknown: readonly UnknownName[]
}

/** One approval that was needed on the day of publication. */
export type Approval = {
  readonly stage: string
  readonly label: string
  readonly approvers: readonly Approver[]
  readonly escalateTo: Approver | undefined
  readonly clauses: readonly string[]
  /** The first of them in words, or that it is an assumption. */
  readonly ground: string
}

/** Who may give an approval, and every account through which it can be given: their own and those of their delegates. */
export type Approver = { readonly id: string; readonly label: string; readonly accounts: readonly string[] }

/** A name in a document that the law does not have. */
export type UnknownName = { readonly field: NamedField; readonly name: string }
export type NamedField = 'kind' | 'linhVuc' | 'section' | 'submittedBy'

/** @param now for what is still open, such as a question that waits for its answer */
export function outcomeUnder(law: Law, { front, at }: PublishedDocument, now: Instant): Outcome {
  const { regulation, calendar } = law
  const publication = { state: 'published', at } as const
  const verdict = verdictOf({ regulation, calendar, front, publication, now })
  const deadline = deadlineOf(regulation, front)
  return {
    verdict: verdict.state,
    why: 'why' in verdict ? verdict.why : 'problem' in verdict ? verdict.problem : undefined,
    due: 'due' in verdict ? verdict.due : undefined,
    deadline: deadline && { written: deadline, ground: groundOf(regulation, deadline) },
    approvals: approvalsOf(law, front, dayOf(at)),
    unknown: unknownNames(law, front),
  }
}

function approvalsOf(law: Law, front: FrontMatter, day: Day): Approval[] {
  const { regulation, roster } = law
  const { kind, linhVuc, section } = front
  const subject = { kind, ...(linhVuc ? { linhVuc } : {}), ...(section ? { section } : {}) }
  const approver = (id: string): Approver => ({
    id,
    label: labelOf(roster, id),
    accounts: accountsOf(law, id, subject, day),
  })
  const stages = new Map(regulation.law.approval.stages.map((stage) => [stage.id, stage]))
  return requiredApprovals(regulation, subject).map(({ stage, label, approvers, escalateTo, clauses }) => ({
    stage,
    label,
    approvers: approvers.map(approver),
    escalateTo: escalateTo === undefined ? undefined : approver(escalateTo),
    clauses,
    ground: groundOfApproval(regulation, stages.get(stage), clauses),
  }))
}

/** The first clause is the one that names the approver; those of the whole stage stand behind it. */
function groundOfApproval(
  regulation: Regulation,
  stage: Stage | undefined,
  [first]: readonly string[],
): string {
  return first === undefined ? groundOf(regulation, stage ?? {}) : cite(first, regulation.law.shortName)
}

/** Their own accounts, and those of whoever could act for them on a day. */
function accountsOf(law: Law, id: string, subject: Subject, day: Day): string[] {
  const delegates = delegatesOf(law, id, subject).filter((each) => holdsOn(each, day))
  const own = law.roster.members.get(id)?.accounts ?? []
  return [...new Set([...own, ...delegates.flatMap(({ member }) => member.accounts)])].sort()
}

function unknownNames({ regulation, roster }: Law, front: FrontMatter): UnknownName[] {
  const has: Record<NamedField, (name: string) => boolean> = {
    kind: () => regulation.kinds.has(front.kind),
    linhVuc: (name) => regulation.linhVuc.has(name),
    section: (name) => regulation.sections.has(name),
    submittedBy: (name) => roster.members.has(name),
  }
  return (Object.keys(has) as NamedField[]).flatMap((field) => {
    const name = front[field]
    return name === undefined || has[field](name) ? [] : [{ field, name }]
  })
}

/** Two approvals are the same where these texts are: the same offices, and the same people behind them. */
export const approvalKey = ({ approvers, escalateTo }: Approval): string =>
  JSON.stringify([approvers.map(approverKey).sort(), escalateTo ? approverKey(escalateTo) : ''])

const approverKey = ({ id, accounts }: Approver): string => [id, ...accounts].join(' ')

/** The clauses that a deadline rests on. */
export const clausesOf = ({ deadline }: Outcome): readonly string[] => refsOf(deadline?.written.basis)
