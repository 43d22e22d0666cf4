import { documentLists, draftList } from './document-lists.ts'
import type { List } from './list.ts'
import { newsLists } from './news-lists.ts'
import { questionLists } from './question-lists.ts'
import type { Site } from './site.ts'

const known = new WeakMap<Site, readonly List[]>()

/** Every list that holds something, and those that must be there even when they are empty; pages, feeds, sitemap and API ask for them. */
export function listsOf(site: Site): readonly List[] {
  const lists = known.get(site) ?? makeLists(site)
  known.set(site, lists)
  return lists
}

const makeLists = (site: Site): List[] =>
  [...newsLists(site), ...documentLists(site), draftList(site), ...questionLists(site)].filter(
    ({ documents, always }) => always || documents.length > 0,
  )
