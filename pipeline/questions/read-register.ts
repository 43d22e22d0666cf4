import type { Files } from '../adapters/ports.ts'
import { parseTrigger } from '../deadlines/trigger.ts'
import { decode } from '../documents/decode.ts'
import { placeOf } from '../documents/document.ts'
import { splitFrontMatter } from '../documents/front-matter.ts'
import { DOCUMENT_LIMIT } from '../documents/parse-document.ts'
import type { RegisterEntry } from './register.ts'

/**
 * The questions of a year with their numbers, as written; a file that cannot be read has none.
 *
 * @param folder of the portal, with its slash
 * @param standing how long a document has been there
 */
export const readRegister = (
  files: Files,
  folder: string,
  year: string,
  standing: (path: string) => RegisterEntry['standing'],
): RegisterEntry[] =>
  files
    .list(`${folder}hoi-dap/${year}`)
    .map(({ path }) => path.slice(folder.length))
    .filter((path) => placeOf(path)?.folder === 'hoi-dap')
    .map((path) => {
      const read = files.read(folder + path, DOCUMENT_LIMIT)
      return registerEntry(path, read.state === 'read' ? read.bytes : new Uint8Array(), standing(path))
    })

/** A question as the register sees it, from the bytes of its file. */
export function registerEntry(
  path: string,
  bytes: Uint8Array,
  standing: RegisterEntry['standing'],
): RegisterEntry {
  const split = splitFrontMatter(decode(bytes).text ?? '')
  const { number, receivedDate } = split.ok ? split.value.data : {}
  const received = typeof receivedDate === 'string' ? parseTrigger(receivedDate) : undefined
  return {
    path,
    number: typeof number === 'number' && Number.isInteger(number) && number > 0 ? number : undefined,
    received: received?.ok ? received.value : undefined,
    standing,
  }
}
