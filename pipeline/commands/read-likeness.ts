import type { Ports } from '../adapters/ports.ts'
import { utf8Text } from '../documents/decode.ts'
import { splitFrontMatter } from '../documents/front-matter.ts'
import { findLike } from '../likeness/find-like.ts'
import { freshIndex, readIndex, type SketchIndex, writeIndex } from '../likeness/index-file.ts'
import type { Published } from '../rules/near-duplicate.ts'
import { type Articles, listedArticles } from './listed-articles.ts'

type World = Pick<Ports, 'revisions' | 'cache'>

/** The name under which the cache keeps the index: it is made fit for whatever commit is asked about. */
const KEY = 'chi-muc'

/** The articles of all portals at a commit, ready to be compared with; the index is kept, and grows by what is new. */
export async function publishedAt(world: World, commit: string): Promise<Published> {
  const { articles, index } = await indexAt(world, commit)
  const { revisions } = world
  return {
    like: (body, path) =>
      findLike(index, body, (oid) => bodiesOf(world, [oid]).get(oid) ?? '').flatMap(({ oid, share }) => {
        const { title } = partsOf(revisions.contents([oid]).get(oid) ?? new Uint8Array())
        return (articles.get(oid) ?? [])
          .filter((each) => each !== path)
          .map((each) => ({ path: each, title, share }))
      }),
  }
}

/**
 * Makes the index at the last commit ready for the next check; nothing where there is no commit. Whatever keeps it from being made is told
 * by the check that needs it: a build does not fail for it.
 */
export async function prepareLikeness(world: World): Promise<void> {
  const commit = await world.revisions.commitOf('HEAD')
  if (commit !== undefined) await indexAt(world, commit).catch(() => undefined)
}

async function indexAt(
  world: World,
  commit: string,
): Promise<{ readonly articles: Articles; readonly index: SketchIndex }> {
  const articles = await listedArticles(world, commit)
  const kept = readIndex(world.cache.read('giong', KEY))
  const index = freshIndex(kept, [...articles.keys()], (missing) => bodiesOf(world, missing))
  if (index !== kept) world.cache.write('giong', KEY, writeIndex(index))
  return { articles, index }
}

const bodiesOf = ({ revisions }: World, oids: readonly string[]): ReadonlyMap<string, string> =>
  new Map([...revisions.contents(oids)].map(([oid, bytes]) => [oid, partsOf(bytes).body]))

function partsOf(bytes: Uint8Array): { readonly title: string; readonly body: string } {
  const text = utf8Text(bytes) ?? ''
  const split = splitFrontMatter(text)
  const title = /^title:[ \t]*(.+)$/m.exec(text)?.[1] ?? ''
  return { title: title.replace(/^(["'])(.*)\1$/, '$2'), body: split.ok ? split.value.body : '' }
}
