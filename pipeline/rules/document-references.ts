import { posix } from 'node:path'
import type { Document } from '../documents/document.ts'
import { linkType } from '../documents/markdown.ts'
import { type Reference, referencesOf } from '../documents/references.ts'

/** The document that was read last: rules ask about one after the other. */
let last: { readonly document: Document; readonly found: readonly Reference[] } | undefined

/** The links and images of a document; several rules ask, the body is read once. */
export function referencesIn(document: Document): readonly Reference[] {
  if (last?.document !== document) last = { document, found: referencesOf(document.body) }
  return last.found
}

/** Those that stay inside the portal. */
export const relativeIn = (document: Document): readonly Reference[] =>
  referencesIn(document).filter(({ target }) => linkType(target) === 'relative')

/** A link that stays inside the portal, resolved against its document. */
export type Inside = { readonly path: string; readonly anchor: string }

/** Undefined where it leads out of the portal. */
export function inside(document: Document, target: string): Inside | undefined {
  const [file = '', anchor = ''] = target.split('#')
  const clean = safely(file.split('?')[0] as string)
  const path = clean === '' ? document.path : posix.join(posix.dirname(document.path), clean)
  return path.startsWith('..') ? undefined : { path, anchor: safely(anchor) }
}

/** A target as the file is called; what cannot be decoded is taken as written. */
export function safely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Whether a path lies in the folder of a document. */
export const isBeside = (document: Document, path: string): boolean =>
  posix.dirname(path) === posix.dirname(document.path)
