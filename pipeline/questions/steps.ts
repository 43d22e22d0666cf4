import type { Day } from '../calendar/local-time.ts'
import { parseDay } from '../calendar/local-time.ts'
import type { HoiDap } from '../contract/types.ts'
import { parseTrigger, type Trigger } from '../deadlines/trigger.ts'

/** What has been done about a question, and when; `field` is the path of the date in the front matter. */
export type QuestionStep = {
  readonly at: Trigger
  readonly field: readonly (string | number)[]
} & (
  | { readonly step: 'received' }
  | { readonly step: 'passed'; readonly to: string | undefined }
  | {
      readonly step: 'noticed'
      readonly promised: Day | undefined
      readonly reason: string | undefined
      readonly text: string | undefined
    }
  | { readonly step: 'told'; readonly authority: string | undefined }
  | { readonly step: 'answered'; readonly by: string | undefined }
)

/** The steps of a question in the order in which they must be taken; a step without a readable date is left out. */
export function stepsOf(front: HoiDap): QuestionStep[] {
  const { receivedDate, forwardedDate, forwardedTo, toldDate, answeredDate } = front
  return [
    ...dated(receivedDate, ['receivedDate'], { step: 'received' }),
    ...dated(forwardedDate, ['forwardedDate'], { step: 'passed', to: forwardedTo }),
    ...noticesOf(front).flatMap(({ sentDate, promisedDate, reason, text, field }) =>
      dated(sentDate, [...field, 'sentDate'], {
        step: 'noticed',
        promised: parseDay(promisedDate ?? ''),
        reason,
        text,
      }),
    ),
    ...dated(toldDate, ['toldDate'], { step: 'told', authority: front.competentAuthority }),
    ...dated(answeredDate, ['answeredDate'], { step: 'answered', by: front.answeredBy }),
  ]
}

type Notice = {
  readonly sentDate: string
  readonly promisedDate?: string
  readonly reason?: string
  readonly text?: string
  readonly field: readonly (string | number)[]
}

/** The first notice and the later ones, each with its place. */
export const noticesOf = ({ progressNotice, furtherNotices = [] }: HoiDap): Notice[] => [
  ...(progressNotice ? [{ ...progressNotice, field: ['progressNotice'] }] : []),
  ...furtherNotices.map((notice, index) => ({ ...notice, field: ['furtherNotices', index] })),
]

type Kind<T> = T extends unknown ? Omit<T, 'at' | 'field'> : never

function dated(
  text: string | undefined,
  field: readonly (string | number)[],
  step: Kind<QuestionStep>,
): QuestionStep[] {
  const parsed = text === undefined ? undefined : parseTrigger(text)
  return parsed?.ok ? [{ ...step, at: parsed.value, field } as QuestionStep] : []
}
