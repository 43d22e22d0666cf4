import { releasesOf } from '../privacy/release.ts'
import { placeOfField, type Rule } from './rule.ts'

const FIELDS = ['submittedBy', 'answeredBy', 'forwardedTo'] as const

/** The units that a document names exist; reported under `roster`, whose question it shares. */
export const namedMembers: NonNullable<Rule['check']> = ({ portal, document }) =>
  [
    ...FIELDS.map((field) => [(document.front as unknown as Record<string, unknown>)[field], field] as const),
    ...releasesOf(document.front).map((each, index) => [each?.by, 'released', index, 'by'] as const),
  ].flatMap(([id, ...path]) => {
    if (typeof id !== 'string' || portal.roster.members.has(id)) return []
    const known = [...portal.roster.members.keys()].join(', ')
    return [
      {
        at: placeOfField(document, ...path),
        problem: `Không có đơn vị \`${id}\` trong ban-bien-tap.yaml`,
        fix: `chọn một trong: ${known}`,
      },
    ]
  })
