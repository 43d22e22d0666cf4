import { placeOfField, type Rule } from './rule.ts'

const FIELDS = ['submittedBy', 'answeredBy', 'forwardedTo'] as const

/** The units that a document names exist; reported under `roster`, whose question it shares. */
export const namedMembers: NonNullable<Rule['check']> = ({ portal, document }) =>
  FIELDS.flatMap((field) => {
    const id = (document.front as unknown as Record<string, unknown>)[field]
    if (typeof id !== 'string' || portal.roster.members.has(id)) return []
    const known = [...portal.roster.members.keys()].join(', ')
    return [
      {
        at: placeOfField(document, field),
        problem: `Không có đơn vị \`${id}\` trong ban-bien-tap.yaml`,
        fix: `chọn một trong: ${known}`,
      },
    ]
  })
