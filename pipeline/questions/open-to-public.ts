import type { FrontMatter, QuyChe } from '../contract/types.ts'
import { closedAt } from '../deadlines/verdict.ts'

type Law = Pick<QuyChe, 'questions'>

/**
 * Whether a question may be shown: a regulation may open only the answer, the way to it as well, or nothing but what concerns
 * everybody. A regulation that says nothing of questions opens the answers, which somebody has signed.
 */
export function mayBeShown(front: FrontMatter, law: Law): boolean {
  if (front.kind !== 'hoi-dap') return true
  const opened = law.questions?.publish ?? 'answer'
  if (opened === 'answer') return closedAt(front) !== undefined
  return opened === 'statusAndAnswer' || front.generalInterest === true
}

/** Whether the way to the answer is public too: receipt, passing on, the promised day. Where only answers are opened it is not. */
export const wayIsOpen = ({ questions }: Law): boolean => (questions?.publish ?? 'answer') !== 'answer'
