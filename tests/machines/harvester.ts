import type { ApiChanges, ApiDocuments, ApiIndex } from '../../pipeline/contract/types.ts'

/** A document as a parent portal keeps it: what was told of it, and the address at which it is read. */
export type Harvested = ApiDocuments['documents'][number] & { readonly address: string }

export type Harvest = {
  readonly documents: ReadonlyMap<string, Harvested>
  /** Every file that was fetched, in order. */
  readonly fetched: readonly string[]
  /** The instant to come back with. */
  readonly until: string
}

/**
 * What a parent portal would write: it knows the address of one file and follows links. A second visit reads only what changed
 * since the first.
 */
export async function harvest(start: string, before?: Harvest): Promise<Harvest> {
  const fetched: string[] = []
  const get = async <T>(address: URL): Promise<T> => {
    fetched.push(address.pathname)
    const response = await fetch(address)
    if (!response.ok) throw new Error(`${address}: ${response.status}`)
    return (await response.json()) as T
  }
  const root = new URL(start)
  const index = await get<ApiIndex>(root)
  const months = before
    ? await changedMonths(get, root, index, before.until)
    : index.months.map(({ href }) => href)
  const documents = new Map(before?.documents)
  for (const href of months) {
    const address = new URL(href, root)
    for (const each of (await get<ApiDocuments>(address)).documents)
      documents.set(each.id, { ...each, address: new URL(each.href, address).href })
  }
  return { documents, fetched, until: index.generatedFor }
}

async function changedMonths(
  get: <T>(address: URL) => Promise<T>,
  root: URL,
  index: ApiIndex,
  since: string,
): Promise<string[]> {
  const { changes, complete } = await get<ApiChanges>(new URL(index.links.changes, root))
  const newer = changes.filter(({ at }) => Date.parse(at) > Date.parse(since))
  return complete || newer.length < changes.length
    ? [...new Set(newer.map(({ documents }) => documents))]
    : index.months.filter(({ modified }) => Date.parse(modified) > Date.parse(since)).map(({ href }) => href)
}
