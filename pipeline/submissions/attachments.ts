import { isAttachment } from './attachment-address.ts'

/** A file that was dropped into an issue: GitHub writes where it lies into the text. */
export type Dropped = { readonly address: string; readonly name: string | undefined }

const ADDRESS = /https?:\/\/[^\s<>"'\\^`{|}]+/gi

/** The files in a text, each once, in order; addresses of any other kind are words. */
export function droppedIn(text: string, server: string): Dropped[] {
  const found = [...text.matchAll(ADDRESS)]
    .map(([address]) => address.replace(/[)\].,;:!?*_]+$/, ''))
    .filter((address) => isAttachment(address, server))
  return [...new Set(found)].map((address) => ({ address, name: nameIn(address) }))
}

/** The name of a file as its sender had it; pictures have lost theirs. */
function nameIn(address: string): string | undefined {
  const name = /\/files\/\d+\/([^/]+)$/.exec(address)?.[1]
  if (name === undefined) return undefined
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
