import type { FrontMatter, QuyChe } from '../contract/types.ts'

/**
 * Whether a question may be shown: a regulation may open only the answer, the way to it as well, or nothing but what concerns
 * everybody. A regulation that says nothing of questions opens the answers, which somebody has signed.
 */
export function mayBeShown(front: FrontMatter, { questions }: Pick<QuyChe, 'questions'>): boolean {
  if (front.kind !== 'hoi-dap') return true
  const opened = questions?.publish ?? 'answer'
  if (opened === 'answer') return front.answeredDate !== undefined
  return opened === 'statusAndAnswer' || front.generalInterest === true
}
