import type { Document } from '../documents/document.ts'
import { releasesOf } from '../privacy/release.ts'
import { placeOfField, type Rule } from './rule.ts'

const FIELDS = ['submittedBy', 'answeredBy', 'forwardedTo'] as const

type Name = readonly [id: unknown, ...path: (string | number)[]]

function namesIn({ front }: Document): Name[] {
  const names: Name[] = []
  for (const field of FIELDS) {
    const id = (front as unknown as Record<string, unknown>)[field]
    if (id !== undefined) names.push([id, field])
  }
  for (const [index, each] of releasesOf(front).entries()) names.push([each?.by, 'released', index, 'by'])
  return names
}

/** The units that a document names exist; reported under `roster`, whose question it shares. */
export const namedMembers: NonNullable<Rule['check']> = ({ portal, document }) =>
  namesIn(document).flatMap(([id, ...path]) => {
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
