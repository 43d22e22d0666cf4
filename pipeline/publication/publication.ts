import type { Instant } from '../calendar/local-time.ts'

/** Whether and when a document came before the public. */
export type Publication =
  | { readonly state: 'published'; readonly at: Instant }
  | { readonly state: 'pending' }

/** The publication of each document, by its path below the portal's folder. */
export type Publications = ReadonlyMap<string, Instant>

/** The state at an instant: what was published later is still pending. */
export function publicationOf(publications: Publications, path: string, now: Instant): Publication {
  const at = publications.get(path)
  return at !== undefined && at <= now ? { state: 'published', at } : { state: 'pending' }
}
