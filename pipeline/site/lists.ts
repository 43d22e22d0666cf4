import { documentLists, draftList } from './document-lists.ts'
import type { List } from './list.ts'
import { newsLists } from './news-lists.ts'
import { questionLists } from './question-lists.ts'
import type { Site } from './site.ts'

/** Every list that holds something, and those that must be there even when they are empty. */
export const listsOf = (site: Site): List[] =>
  [...newsLists(site), ...documentLists(site), draftList(site), ...questionLists(site)].filter(
    ({ documents, always }) => always || documents.length > 0,
  )
