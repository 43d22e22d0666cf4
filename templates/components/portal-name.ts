import type { PortalView } from '../view.ts'
import type { Language } from './frame-words.ts'

/** What a portal is called in the language of a page, and where its home in that language is. */
export type PortalName = {
  readonly kind: string
  readonly unit: string
  readonly owner: string
  readonly address: string
  readonly home: string
}

export function nameIn(portal: PortalView, language: Language): PortalName {
  const { english } = portal
  if (language === 'en' && english)
    return {
      kind: english.name,
      unit: english.unitName,
      owner: english.owner,
      address: english.address,
      home: portal.englishMenu[0]?.url ?? '',
    }
  const { kindName: kind, unitName: unit, owner, address } = portal
  return { kind, unit, owner, address, home: '' }
}
