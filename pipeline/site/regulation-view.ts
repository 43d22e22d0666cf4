import type { ClauseView, RegulationView } from '../../templates/view.ts'
import { requiredApprovals } from '../approval/required-approvals.ts'
import { vietnameseDay } from '../calendar/local-time.ts'
import { limitInWords } from '../deadlines/words.ts'
import type { Portal } from '../portal/portal.ts'
import { clauseInWords } from '../regulation/clause.ts'
import { type Clause, groundOf, type Regulation } from '../regulation/regulation.ts'
import { servedInWords } from '../regulation/served.ts'
import { labelOf } from '../roster/roster.ts'
import { ruleById } from '../rules/index.ts'

/** The regulation of a portal for everybody: what it asks, and how the system serves each clause. */
export function regulationView({ regulation, roster }: Portal): RegulationView {
  const { law } = regulation
  const ground = (value: { basis?: string | string[]; assumption?: string }) => groundOf(regulation, value)
  return {
    title: law.title,
    issuer: law.issuer,
    effective:
      regulation.effectiveFrom === undefined ? 'chưa rõ ngày' : vietnameseDay(regulation.effectiveFrom),
    clauses: byArticle(regulation),
    deadlines: law.deadlines.map((deadline) => ({
      label: deadline.label,
      limit: limitInWords(deadline),
      ground: ground(deadline),
    })),
    approvers: law.linhVuc.map((linhVuc) => ({
      linhVuc: linhVuc.label,
      approvers: requiredApprovals(regulation, { kind: 'bai-viet', linhVuc: linhVuc.id })
        .map(({ approvers }) => approvers.map((id) => labelOf(roster, id)).join(' hoặc '))
        .join('; và '),
      ground: ground(linhVuc),
    })),
    interpretations: law.interpretations.map((each) => ({
      question: each.question,
      choice: each.choice,
      alternatives: each.alternatives.join('; '),
      ground: ground(each),
    })),
    assumptions: assumptionsIn(law),
    errata: law.errata.map(({ ref, found, suggested }) => ({
      where: clauseInWords(ref),
      found,
      suggested: suggested ?? '',
    })),
  }
}

function byArticle(regulation: Regulation): RegulationView['clauses'] {
  const articles = Map.groupBy(regulation.law.clauses, ({ ref }) =>
    ref.startsWith('QD') ? 'Quyết định ban hành' : clauseInWords(ref.split('.')[0] as string),
  )
  return [...articles].map(([article, each]) => ({
    article,
    clauses: each.map((clause) => clauseView(clause, regulation)),
  }))
}

const clauseView = (clause: Clause, regulation: Regulation): ClauseView => ({
  ref: clause.ref,
  words: clauseInWords(clause.ref),
  says: clause.says,
  served: servedInWords(clause, regulation, (rule) => ruleById(rule)?.name ?? rule),
})

/** Every assumption of the file, wherever it stands: none is hidden from the public. */
function assumptionsIn(value: unknown): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap(assumptionsIn))]
  if (typeof value !== 'object' || value === null) return []
  return [
    ...new Set(
      Object.entries(value).flatMap(([key, each]) =>
        key === 'assumption' && typeof each === 'string' ? [each] : assumptionsIn(each),
      ),
    ),
  ]
}
