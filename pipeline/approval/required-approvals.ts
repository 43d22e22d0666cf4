import type { FrontMatter } from '../contract/types.ts'
import type { Regulation, Stage } from '../regulation/regulation.ts'
import { refsOf } from '../regulation/regulation.ts'

/** One approval that a document needs: any one of the approvers gives it. */
export type RequiredApproval = {
  readonly stage: string
  readonly label: string
  readonly approvers: readonly string[]
  readonly escalateTo?: string
  /** The clauses that give them this authority. */
  readonly clauses: readonly string[]
}

/** What decides who approves: kind, lĩnh vực, section. */
export type Subject = {
  readonly kind: FrontMatter['kind']
  readonly linhVuc?: string
  readonly section?: string
}

/** The words of quy-che.yaml for “the approver of the lĩnh vực” and “of the section”. */
export const BY_LINH_VUC = 'theo-linh-vuc'
export const BY_SECTION = 'theo-chuyen-muc'

/** The approvals that a regulation asks for, in its own order; all of them are needed. */
export function requiredApprovals(regulation: Regulation, subject: Subject): RequiredApproval[] {
  return regulation.law.approval.stages
    .filter((stage) => stage.kinds === undefined || stage.kinds.includes(subject.kind))
    .map((stage) => toApproval(regulation, stage, subject))
    .filter((approval) => approval.approvers.length > 0)
}

function toApproval(regulation: Regulation, stage: Stage, subject: Subject): RequiredApproval {
  const { approvers, clauses } = resolve(regulation, stage, subject)
  return {
    stage: stage.id,
    label: stage.label,
    approvers,
    ...(stage.escalateTo ? { escalateTo: stage.escalateTo } : {}),
    clauses: [...new Set([...clauses, ...refsOf(stage.basis)])],
  }
}

/**
 * A section that the regulation gives to one unit goes before the lĩnh vực where the stage names it first; a document
 * with neither (a fixed page) waits for nobody in a stage that knows only the two.
 */
function resolve(
  regulation: Regulation,
  stage: Stage,
  subject: Subject,
): { approvers: readonly string[]; clauses: readonly string[] } {
  const named = stage.approvers.filter((approver) => approver !== BY_LINH_VUC && approver !== BY_SECTION)
  for (const approver of stage.approvers) {
    const owner =
      approver === BY_SECTION
        ? regulation.sections.get(subject.section ?? '')
        : approver === BY_LINH_VUC
          ? regulation.linhVuc.get(subject.linhVuc ?? '')
          : undefined
    if (owner?.approver)
      return { approvers: [...new Set([owner.approver, ...named])], clauses: refsOf(owner.basis) }
  }
  return { approvers: named, clauses: [] }
}
