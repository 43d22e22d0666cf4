import { formatInstant } from '../calendar/local-time.ts'
import { clausesOf, type Outcome } from './outcome.ts'
import type { PortalReport } from './words.ts'

/** The report of one portal for machines: all differences, keys in a fixed order, `null` where there is nothing. */
export const portalToJson = ({ open: { portal, now }, archive, simulation }: PortalReport) => ({
  portal: portal.id,
  now: formatInstant(now),
  judged: simulation.judged,
  differing: simulation.differences.length,
  totals: simulation.totals,
  turns: simulation.turns,
  unreadable: archive.unreadable.map((path) => portal.folder + path),
  absent: archive.absent.map((path) => portal.folder + path),
  documents: simulation.differences.map(({ document, aspects, before, after }) => ({
    file: portal.folder + document.path,
    title: document.front.title,
    published: formatInstant(document.at),
    aspects,
    before: outcomeToJson(before),
    after: outcomeToJson(after),
  })),
})

const outcomeToJson = (outcome: Outcome) => ({
  verdict: outcome.verdict,
  why: outcome.why ?? null,
  due: outcome.due ? formatInstant(outcome.due.at) : null,
  lateAfter: outcome.due ? formatInstant(outcome.due.lateAfter) : null,
  deadline: outcome.deadline?.written.id ?? null,
  clauses: clausesOf(outcome),
  ground: outcome.deadline?.ground ?? null,
  approvals: outcome.approvals.map(({ stage, label, approvers, escalateTo, clauses }) => ({
    stage,
    label,
    approvers,
    escalateTo: escalateTo ?? null,
    clauses,
  })),
  unknown: outcome.unknown,
})
