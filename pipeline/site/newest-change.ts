import type { Instant } from '../calendar/local-time.ts'
import type { SiteDocument } from './site.ts'

/** When any of some documents last changed; undefined where there are none. */
export const newestChange = (documents: readonly Pick<SiteDocument, 'modifiedAt'>[]): Instant | undefined =>
  documents.length === 0
    ? undefined
    : documents.reduce((newest, { modifiedAt }) => Math.max(newest, modifiedAt), 0)
