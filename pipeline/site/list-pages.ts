import type { List } from './list.ts'
import type { SiteDocument } from './site.ts'

/** One page of a list: which of the items, and its place among the others. */
export type Chunk<T> = {
  /** 0 is the newest page, at the list's own address; older pages are numbered from the oldest, 1. */
  readonly number: number
  readonly items: readonly T[]
  readonly newer: number | undefined
  readonly older: number | undefined
}

/**
 * Cuts a list, newest first, into pages that stay as they are when something new arrives: full pages are numbered from
 * the oldest and never change again; the newest page takes what is left, between one and two pages' worth. So a new
 * article touches one page of a list and not all of them.
 */
export function chunk<T>(items: readonly T[], size: number): Chunk<T>[] {
  const closed = Math.max(0, Math.floor(items.length / size) - 1)
  const front: Chunk<T> = {
    number: 0,
    items: items.slice(0, items.length - closed * size),
    newer: undefined,
    older: closed > 0 ? closed : undefined,
  }
  const older = Array.from({ length: closed }, (_, index): Chunk<T> => {
    const number = closed - index
    const start = items.length - number * size
    return {
      number,
      items: items.slice(start, start + size),
      newer: number === closed ? 0 : number + 1,
      older: number > 1 ? number - 1 : undefined,
    }
  })
  return [front, ...older]
}

/** The pages of a list of the site. */
export const chunksOf = ({ documents, size }: Pick<List, 'documents' | 'size'>): Chunk<SiteDocument>[] =>
  chunk(documents, size ?? Math.max(1, documents.length))

/** The address of a page of a list. */
export const chunkUrl = (root: string, number: number): string =>
  number === 0 ? root : `${root}trang-${number}/`
