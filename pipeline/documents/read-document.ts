import { isUtf8 } from 'node:buffer'
import type { Files } from '../adapters/ports.ts'
import type { Contract } from '../contract/contract.ts'
import { decodeText } from './decode.ts'
import type { Document } from './document.ts'
import { DOCUMENT_LIMIT, parseText } from './parse-document.ts'

/**
 * A document of a portal; undefined where there is none, or none in the right form, which is for a check to tell.
 *
 * @param folder of the portal, with its slash
 * @param path below it
 */
export function readDocument(
  files: Files,
  folder: string,
  path: string,
  contract: Contract,
): Document | undefined {
  const read = files.read(folder + path, DOCUMENT_LIMIT)
  if (read.state !== 'read' || !isUtf8(read.bytes)) return undefined
  return parseText(path, decodeText(read.bytes), contract).document
}
