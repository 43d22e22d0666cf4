import { posix } from 'node:path'
import type { Files } from '../adapters/ports.ts'
import type { Contract } from '../contract/contract.ts'
import type { Document } from '../documents/document.ts'
import { placeOf } from '../documents/document.ts'
import { namedFiles } from '../documents/named-files.ts'
import { readDocument } from '../documents/read-document.ts'
import { inside, referencesIn } from '../rules/document-references.ts'

/** What a takedown of an article takes along, and who would be left with a broken link. Paths count from the portal's folder. */
export type TakedownPlan = {
  /** Files beside the article that no other document uses. */
  readonly files: readonly string[]
  /** Files beside it that others use too, and that stay. */
  readonly shared: readonly string[]
  /** Documents that link to the article. */
  readonly linking: readonly string[]
}

/** @param document the article; the folder is the portal's, with its slash */
export function planTakedown(
  files: Files,
  contract: Contract,
  folder: string,
  document: Document,
): TakedownPlan {
  const others = documentsOf(files, folder).filter((path) => path !== document.path)
  const slug = posix.basename(document.path, '.md')
  const beside = others
    .filter((path) => posix.dirname(path) === posix.dirname(document.path))
    .flatMap((path) => readDocument(files, folder, path, contract) ?? [])
  const elsewhere = new Set(beside.flatMap(usedBeside))
  const own = usedBeside(document).filter((path) => files.exists(folder + path))
  return {
    files: own.filter((path) => !elsewhere.has(path)),
    shared: own.filter((path) => elsewhere.has(path)),
    linking: others
      .filter((path) => mentions(files, folder + path, slug))
      .flatMap((path) => readDocument(files, folder, path, contract) ?? [])
      .filter((each) => referencesIn(each).some(({ target }) => inside(each, target)?.path === document.path))
      .map(({ path }) => path),
  }
}

const documentsOf = (files: Files, folder: string): string[] =>
  files
    .list(folder.slice(0, -1))
    .filter(({ type }) => type === 'file')
    .map(({ path }) => path.slice(folder.length))
    .filter((path) => placeOf(path))

/** Only a text that holds the name of a file can link to it; most need not be parsed. */
function mentions(files: Files, path: string, name: string): boolean {
  const read = files.read(path)
  return read.state === 'read' && Buffer.from(read.bytes).includes(name)
}

/** The files beside a document that it names or links to, in their order and each once. */
function usedBeside(document: Document): string[] {
  const folder = posix.dirname(document.path)
  const named = namedFiles(document.front).map(({ file }) => posix.join(folder, file))
  const linked = referencesIn(document).flatMap(({ target }) => inside(document, target)?.path ?? [])
  return [...new Set([...named, ...linked])].filter(
    (path) => posix.dirname(path) === folder && !path.endsWith('.md'),
  )
}
