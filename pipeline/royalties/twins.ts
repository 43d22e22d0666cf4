import type { Question } from './statement.ts'
import { monthOfDay, publishedOn, sameTitle, type Work } from './work.ts'

/** An article that came before under another path with the same title and byline: the same work once more, or one that is called alike. */
export type Twin = { readonly earlier: Work; readonly alike: 'text' | 'title' }

/** For each work the earlier one that it repeats. @param works oldest first */
export function twinsAmong(works: readonly Work[]): ReadonlyMap<Work, Twin> {
  const seen = new Map<string, Work[]>()
  const twins = new Map<Work, Twin>()
  for (const work of works) {
    const key = JSON.stringify([sameTitle(work.entry.title), work.entry.byline ?? ''])
    const before = seen.get(key) ?? []
    const same = before.find(({ entry }) => entry.words === work.entry.words)
    const [first] = before
    if (first) twins.set(work, { earlier: same ?? first, alike: same ? 'text' : 'title' })
    seen.set(key, [...before, work])
  }
  return twins
}

/** Nothing is paid for it until somebody says that it is another work. */
export const twinQuestion = (work: Work, { earlier }: Twin): Question => ({
  path: work.entry.path,
  title: work.entry.title,
  month: monthOfDay(publishedOn(work)),
  why: `trùng tên, người viết và số chữ với ${earlier.entry.path}`,
  fix: 'cùng một bài thì ghi skip ở bảng chấm; bài khác thì ghi newWork: true',
})
