import type { FrontMatter } from '../contract/types.ts'
import type { Deadline, Regulation } from '../regulation/regulation.ts'

/** What a deadline looks at to know whether it is meant. */
export type DeadlineSubject = {
  readonly kind: FrontMatter['kind']
  readonly section?: string | undefined
  readonly linhVuc?: string | undefined
  readonly outOfField?: boolean | undefined
}

/** The deadline that a regulation sets: the first of its list that fits. Undefined where it sets none. */
export const deadlineOf = (regulation: Regulation, subject: DeadlineSubject): Deadline | undefined =>
  regulation.law.deadlines.find(
    (deadline) => deadline.kinds.includes(subject.kind) && fits(deadline.when, subject),
  )

function fits(when: Deadline['when'], subject: DeadlineSubject): boolean {
  if (!when) return true
  const { sections, linhVuc, outOfField } = when
  return (
    (sections === undefined || sections.includes(subject.section ?? '')) &&
    (linhVuc === undefined || linhVuc.includes(subject.linhVuc ?? '')) &&
    (outOfField === undefined || outOfField === (subject.outOfField ?? false))
  )
}
