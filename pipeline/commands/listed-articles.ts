import type { Ports } from '../adapters/ports.ts'
import type { TreeFiles } from '../adapters/tree-files.ts'
import { placeOf } from '../documents/document.ts'
import { type ChangedFile, changedFiles } from '../gate/change.ts'
import { contentPlace } from '../portal/content-place.ts'
import { CONTENT } from '../portal/portal.ts'

type World = Pick<Ports, 'revisions' | 'cache'>

/** Paths of articles by the name of what they hold; two may hold the same. */
export type Articles = ReadonlyMap<string, readonly string[]>

const LIST = 'danh-sach'

/**
 * The articles of all portals at a commit. As long as nothing below content/ changes, nothing is listed again; where something does, only what
 * lies between is asked of Git: to list an archive costs more than to compare with it.
 */
export async function listedArticles({ revisions, cache }: World, commit: string): Promise<Articles> {
  const content = `${commit}:./${CONTENT}`
  const tree = revisions.objects([content]).get(content) ?? ''
  const kept = readList(cache.read('giong', LIST))
  if (tree !== '' && kept?.tree === tree) return new Map(kept.articles)
  const changed = tree !== '' && kept ? await changesBetween({ revisions }, kept.tree, tree) : undefined
  const articles =
    kept && changed ? withChanges(new Map(kept.articles), changed) : articlesOf(revisions.files(commit))
  cache.write('giong', LIST, Buffer.from(JSON.stringify({ tree, articles: [...articles] })))
  return articles
}

type KeptList = {
  readonly tree: string
  readonly articles: readonly (readonly [string, readonly string[]])[]
}

function readList(bytes: Uint8Array | undefined): KeptList | undefined {
  try {
    const kept = bytes && JSON.parse(Buffer.from(bytes).toString('utf8'))
    return typeof kept?.tree === 'string' && Array.isArray(kept.articles) ? kept : undefined
  } catch {
    return undefined
  }
}

const TREE = /^[0-9a-f]{40,64}$/

/** What differs between two trees; undefined where Git does not have the older one: a cache may come from another clone. */
const changesBetween = ({ revisions }: Pick<World, 'revisions'>, from: string, to: string) =>
  TREE.test(from)
    ? revisions.rawDiff(from, to).then(changedFiles, () => undefined)
    : Promise.resolve(undefined)

/** @param changed paths that count from content/ */
function withChanges(articles: Map<string, readonly string[]>, changed: readonly ChangedFile[]): Articles {
  for (const { path: below, before, after } of changed) {
    const path = `${CONTENT}/${below}`
    if (!isArticle(path)) continue
    if (before) keep(articles, before.oid, (paths) => paths.filter((each) => each !== path))
    if (after) keep(articles, after.oid, (paths) => [...paths, path].sort())
  }
  return articles
}

function keep(
  articles: Map<string, readonly string[]>,
  oid: string,
  change: (paths: readonly string[]) => readonly string[],
): void {
  const paths = change(articles.get(oid) ?? [])
  if (paths.length > 0) articles.set(oid, paths)
  else articles.delete(oid)
}

function articlesOf(tree: TreeFiles): Articles {
  const found = new Map<string, string[]>()
  for (const { path } of tree.list(CONTENT)) {
    const oid = isArticle(path) && tree.blobOf(path)?.oid
    if (!oid) continue
    const known = found.get(oid)
    if (known) known.push(path)
    else found.set(oid, [path])
  }
  return found
}

function isArticle(path: string): boolean {
  const place = contentPlace(path)
  return place.in === 'portal' && placeOf(place.below)?.folder === 'tin-bai'
}
