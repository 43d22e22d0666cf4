import type { Instant } from '../calendar/local-time.ts'
import type { FrontMatter } from '../contract/types.ts'
import { placeOf } from '../documents/document.ts'
import type { GoneLife, Life, Lives, Passage } from '../publication/lives.ts'
import type { Recorded, Trace, Version } from './trace.ts'

/** The life of one article up to an instant: the passages that brought and changed it, and the one that took it away. */
export type Chapter = {
  readonly published: Passage
  readonly later: readonly Passage[]
  readonly removed: Passage | undefined
}

/** The lives of the documents of a portal, as far as an instant knows of them. */
export function chaptersOf(lives: Lives, folder: string, asOf: Instant): Chapter[] {
  const known = (life: Life | GoneLife): Chapter[] =>
    life.published.at > asOf || !placeOf(below(life.published, folder))
      ? []
      : [
          {
            published: life.published,
            later: life.later.filter(({ at }) => at <= asOf),
            removed: 'removed' in life && life.removed.at <= asOf ? life.removed : undefined,
          },
        ]
  const own = (path: string) => path.startsWith(folder)
  return [
    ...[...lives.present].flatMap(([path, life]) => (own(path) ? known(life) : [])),
    ...lives.gone.flatMap((life) => (own(life.removed.path) ? known(life) : [])),
  ]
}

const below = ({ path }: Passage, folder: string): string => path.slice(folder.length)

const lastOf = ({ published, later }: Chapter): Passage => later.at(-1) ?? published

/** The passages at which a document got another name of its own; a move to another lĩnh vực is none. */
const renamingsOf = ({ published, later }: Chapter): { before: Passage; at: Passage }[] =>
  later.flatMap((at, index) => {
    const before = later[index - 1] ?? published
    return at.renamed && nameOf(before.path) !== nameOf(at.path) ? [{ before, at }] : []
  })

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** The contents that must be looked into: as published, as it stands, and on both sides of a new name. */
export const blobsOf = (chapter: Chapter): string[] => [
  chapter.published.blob,
  lastOf(chapter).blob,
  ...renamingsOf(chapter).flatMap(({ before, at }) => [before.blob, at.blob]),
]

/** What is asked about the chapters of a portal. */
export type Library = {
  readonly folder: string
  /** What stands in a content; undefined where it is no document in the right form. */
  readonly versionOf: (blob: string) => Version | undefined
  /** Whether two versions tell of one matter: what their deadline counts from is the same. */
  readonly sameMatter: (before: FrontMatter, after: FrontMatter) => boolean
  readonly recordOf: (path: string, commit: string) => Recorded | undefined
}

/**
 * Chapters as traces. Git takes a new article for an old one that was renamed where enough of the words are the same; where it
 * tells of another matter it is a new one, or else it would have come before the public before it happened.
 */
export const tracesOf = (chapters: readonly Chapter[], library: Library): TraceResult[] =>
  chapters.flatMap((chapter) => splitAtReuse(chapter, library).map((each) => traceOf(each, library)))

export type TraceResult =
  | { readonly ok: true; readonly trace: Trace }
  | { readonly ok: false; readonly path: string }

function splitAtReuse(chapter: Chapter, { versionOf, sameMatter }: Library): Chapter[] {
  const reused = renamingsOf(chapter).find(({ before, at }) => {
    const [former, latter] = [versionOf(before.blob), versionOf(at.blob)]
    return former && latter && !sameMatter(former.front, latter.front)
  })
  if (!reused) return [chapter]
  const index = chapter.later.indexOf(reused.at)
  const first: Chapter = {
    published: chapter.published,
    later: chapter.later.slice(0, index),
    removed: reused.at,
  }
  const rest: Chapter = { ...chapter, published: reused.at, later: chapter.later.slice(index + 1) }
  return [first, ...splitAtReuse(rest, { versionOf, sameMatter } as Library)]
}

function traceOf(chapter: Chapter, { folder, versionOf, recordOf }: Library): TraceResult {
  const { published, later, removed } = chapter
  const path = below(lastOf(chapter), folder)
  const present = versionOf(lastOf(chapter).blob)
  // An article may have been published before the schema of today; then its present form speaks for it.
  const first = versionOf(published.blob) ?? present
  if (!present || !first) return { ok: false, path }
  const recorded = recordOf(below(published, folder), published.commit)
  return {
    ok: true,
    trace: {
      path,
      published: { at: published.at, commit: published.commit },
      attestation: recorded ? 'record' : published.merge ? 'merge' : 'direct',
      first,
      present,
      changes: later.flatMap(({ same, at, commit }) => (same ? [] : [{ at, commit }])),
      removed: removed?.at,
      recorded,
    },
  }
}
