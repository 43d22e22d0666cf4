import type { Instant } from '../calendar/local-time.ts'

/** Whether and when a document came before the public. */
export type Publication =
  | { readonly state: 'published'; readonly at: Instant }
  | { readonly state: 'pending' }

/** The publication of each document, by its path below the portal's folder. */
export type Publications = ReadonlyMap<string, Instant>

/** When published documents were changed later, oldest first, by their paths; a path that is missing never was. */
export type Revisions = ReadonlyMap<string, readonly Instant[]>

/** What a portal knows of the life of its documents. */
export type History = {
  readonly publications: Publications
  readonly revisions: Revisions
  /** The last paths of documents that were published and are gone. */
  readonly removed?: ReadonlySet<string>
}

/** The state at an instant: what was published later is still pending. */
export function publicationOf(publications: Publications, path: string, now: Instant): Publication {
  const at = publications.get(path)
  return at !== undefined && at <= now ? { state: 'published', at } : { state: 'pending' }
}

/** The last change of a published document that an instant knows of, or its publication. */
export const modifiedAt = (revisions: Revisions, path: string, published: Instant, now: Instant): Instant =>
  (revisions.get(path) ?? []).findLast((at) => at > published && at <= now) ?? published
