import { CONTENT, SHARED_FOLDERS } from './portal.ts'

/** Where a path of the repository lies: beside the content, in what the portals share, or under the name of a portal. */
export type ContentPlace =
  | { readonly in: 'elsewhere' }
  | { readonly in: 'shared' }
  /** Whether there is a portal of that name is another question; `below` counts from its folder, and is empty for a file in `content/` itself. */
  | { readonly in: 'portal'; readonly id: string; readonly below: string }

export function contentPlace(path: string): ContentPlace {
  const [top, id = '', ...rest] = path.split('/')
  if (top !== CONTENT) return { in: 'elsewhere' }
  return SHARED_FOLDERS.has(id) ? { in: 'shared' } : { in: 'portal', id, below: rest.join('/') }
}

/** Law, roster, identity or record of a portal: a file that stands in its folder itself. */
export const isPortalData = (below: string): boolean => /^[^/]+\.yaml$/.test(below)

/** Scores and closed months of royalties: the business of whoever approves payments. The rate tables beside them are law. */
export const isRoyaltyBook = (below: string): boolean => /^nhuan-but\/(?:cham|so)\//.test(below)

/** A closed month of royalties. */
export const isClosedBook = (below: string): boolean => below.startsWith('nhuan-but/so/')
