import { requiredApprovals } from '../approval/required-approvals.ts'
import type { FrontMatter } from '../contract/types.ts'
import type { Portal } from '../portal/portal.ts'
import { labelOf } from '../roster/roster.ts'

const known = new WeakMap<Portal, Map<string, readonly string[]>>()

/** Who must approve a document, a name or a choice of names a step; thousands of documents share a few answers. */
export function approversInWords(portal: Portal, front: FrontMatter): readonly string[] {
  const answers = known.get(portal) ?? new Map<string, readonly string[]>()
  known.set(portal, answers)
  const key = `${front.kind} ${front.linhVuc ?? ''} ${front.section ?? ''}`
  const answer = answers.get(key) ?? answerFor(portal, front)
  answers.set(key, answer)
  return answer
}

function answerFor({ regulation, roster }: Portal, { kind, linhVuc, section }: FrontMatter): string[] {
  const subject = { kind, ...(linhVuc ? { linhVuc } : {}), ...(section ? { section } : {}) }
  return requiredApprovals(regulation, subject).map(({ approvers }) =>
    approvers.map((id) => labelOf(roster, id)).join(' hoặc '),
  )
}
