import type { DocumentView, LegalView } from '../view.ts'
import type { Common } from './document-node.ts'
import type { Node } from './node.ts'

/** A document of an authority, or a draft of one. */
export const legislation = (
  { act, effect }: Pick<DocumentView, 'act' | 'effect'>,
  legal: LegalView,
  common: Common,
): Node => ({
  ...common,
  '@type': 'Legislation',
  creativeWorkStatus: legal.draft ? 'Draft' : undefined,
  legislationIdentifier: act?.number,
  legislationType: act?.type,
  legislationPassedBy: act && { '@type': 'GovernmentOrganization', name: act.issuer },
  legislationDate: act?.dated?.iso.slice(0, 10),
  legislationLegalForce: forceOf(effect, legal.draft),
  temporalCoverage: legal.effective && `${legal.effective}/${legal.expiry ?? '..'}`,
  legislationRepeals:
    legal.replaces.length === 0
      ? undefined
      : legal.replaces.map((number) => ({ '@type': 'Legislation', legislationIdentifier: number })),
})

const forceOf = (effect: DocumentView['effect'], draft: boolean): string | undefined => {
  if (draft) return NOT_IN_FORCE
  return effect && (effect.state === 'in-force' ? 'https://schema.org/InForce' : NOT_IN_FORCE)
}

const NOT_IN_FORCE = 'https://schema.org/NotInForce'
