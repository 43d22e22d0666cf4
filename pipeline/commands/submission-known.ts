import type { Ports } from '../adapters/ports.ts'
import type { Instant } from '../calendar/local-time.ts'
import type { Contract } from '../contract/contract.ts'
import { placeOf } from '../documents/document.ts'
import { readDocument } from '../documents/read-document.ts'
import { inOrder, type Received, receivedIn, type SentFront } from '../submissions/register.ts'
import type { Office } from './question-file.ts'

type Where = {
  readonly contract: Contract
  /** Of the portal, with its slash. */
  readonly folder: string
  readonly published: (path: string) => Instant | undefined
}

/** Everything that was sent in and became an article, in the order in which it came. */
export function receivedArticles(
  { files }: Ports,
  { contract, folder, published }: Where,
  paths: readonly string[] = files.list(folder.replace(/\/$/, '')).map(({ path }) => path),
): Received[] {
  return inOrder(
    paths.flatMap((file) => {
      const path = file.slice(folder.length)
      if (placeOf(path) === undefined || !mentions(files, file)) return []
      const document = readDocument(files, folder, path, contract)
      return (document && receivedIn(path, document.front as SentFront, published(path))) ?? []
    }),
  )
}

/** Most articles of an archive were not sent in: they are not taken apart. */
function mentions(files: Ports['files'], file: string): boolean {
  const read = files.part(file, 0, 16 * 1024)
  return read.state === 'read' && Buffer.from(read.bytes).includes('\nintake:')
}

/** The file of the article that came from an issue. */
export async function articleOfIssue(
  ports: Ports,
  { workspace: { contract }, open: { portal } }: Office,
  issue: number,
): Promise<string | undefined> {
  const { folder } = portal
  const found = await ports.git.filesWith(`issue: ${issue}`, folder)
  const rows = receivedArticles(ports, { contract, folder, published: () => undefined }, found)
  const row = rows.find((each) => each.issue === issue)
  return row && folder + row.path
}
