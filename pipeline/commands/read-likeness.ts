import type { Ports } from '../adapters/ports.ts'
import type { TreeFiles } from '../adapters/tree-files.ts'
import { decode } from '../documents/decode.ts'
import { placeOf } from '../documents/document.ts'
import { splitFrontMatter } from '../documents/front-matter.ts'
import { findLike } from '../likeness/find-like.ts'
import { freshIndex, readIndex, writeIndex } from '../likeness/index-file.ts'
import { contentPlace } from '../portal/content-place.ts'
import { CONTENT } from '../portal/portal.ts'
import type { Published } from '../rules/near-duplicate.ts'

type World = Pick<Ports, 'revisions' | 'cache'>

/** The name under which the cache keeps the index: it is made fit for whatever commit is asked about. */
const KEY = 'chi-muc'

/** The articles of all portals at a commit, ready to be compared with; the index is kept, and grows by what is new. */
export function publishedAt({ revisions, cache }: World, commit: string): Published {
  const articles = listedArticles({ revisions, cache }, commit)
  const oids = [...articles.keys()]
  const bodiesOf = (missing: readonly string[]) =>
    new Map([...revisions.contents(missing)].map(([oid, bytes]) => [oid, partsOf(bytes).body]))
  const kept = readIndex(cache.read('giong', KEY))
  const index = freshIndex(kept, oids, bodiesOf)
  if (index !== kept) cache.write('giong', KEY, writeIndex(index))
  return {
    like: (body, path) =>
      findLike(index, body, (oid) => bodiesOf([oid]).get(oid) ?? '').flatMap(({ oid, share }) => {
        const { title } = partsOf(revisions.contents([oid]).get(oid) ?? new Uint8Array())
        return (articles.get(oid) ?? [])
          .filter((each) => each !== path)
          .map((each) => ({ path: each, title, share }))
      }),
  }
}

type Articles = ReadonlyMap<string, readonly string[]>

const LIST = 'danh-sach'

/** As long as nothing below content/ changes, nothing is listed again: to list costs more than to compare. */
function listedArticles({ revisions, cache }: World, commit: string): Articles {
  const content = `${commit}:./${CONTENT}`
  const tree = revisions.objects([content]).get(content) ?? ''
  const kept = readList(cache.read('giong', LIST))
  if (tree !== '' && kept?.tree === tree) return new Map(kept.articles)
  const articles = articlesOf(revisions.files(commit))
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
    return Array.isArray(kept?.articles) ? kept : undefined
  } catch {
    return undefined
  }
}

/** Articles of all portals by their content; two may have the same. */
function articlesOf(tree: TreeFiles): Articles {
  const found = new Map<string, string[]>()
  for (const { path } of tree.list(CONTENT)) {
    const place = contentPlace(path)
    const oid = place.in === 'portal' && placeOf(place.below)?.folder === 'tin-bai' && tree.blobOf(path)?.oid
    if (!oid) continue
    const known = found.get(oid)
    if (known) known.push(path)
    else found.set(oid, [path])
  }
  return found
}

function partsOf(bytes: Uint8Array): { readonly title: string; readonly body: string } {
  const text = decode(bytes).text ?? ''
  const split = splitFrontMatter(text)
  const title = /^title:[ \t]*(.+)$/m.exec(text)?.[1] ?? ''
  return { title: title.replace(/^(["'])(.*)\1$/, '$2'), body: split.ok ? split.value.body : '' }
}
