import type { Facet, ListPage } from '../../templates/view.ts'
import { languageOf } from '../documents/document.ts'
import type { Site, SiteDocument } from './site.ts'

/** A list of the site: where it is, what it is called, what stands in it, newest first. */
export type List = {
  readonly root: string
  readonly title: string
  readonly description: string
  readonly layout: ListPage['layout']
  readonly documents: readonly SiteDocument[]
  /** How many stand on a page; undefined puts all on one, for lists that are bounded by what they are. */
  readonly size: number | undefined
  /** There even when it is empty, because the regulation asks for it or people look for it. */
  readonly always: boolean
  /** The list of which this one is a part, for the way back. */
  readonly parent?: ListPage['parent']
  /** Ways to narrow or leave the list, on its first page. */
  readonly facets?: readonly Facet[]
}

/** Cards with summaries, and lines of titles. */
export const CARDS_ON_PAGE = 20
export const LINES_ON_PAGE = 50

/** The documents of a folder, newest first. */
export const inFolder = ({ documents }: Site, folder: SiteDocument['place']['folder']): SiteDocument[] =>
  documents.filter(({ place }) => place.folder === folder)

/** Fixed pages in one language, in the order that they ask for. */
export function fixedPagesIn(documents: readonly SiteDocument[], language: 'vi' | 'en'): SiteDocument[] {
  const order = ({ front }: SiteDocument) => (front.kind === 'trang' ? (front.order ?? 999) : 999)
  return documents
    .filter(({ place, front }) => place.folder === 'trang' && languageOf(front) === language)
    .sort((a, b) => order(a) - order(b) || (a.path < b.path ? -1 : 1))
}
