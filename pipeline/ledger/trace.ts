import type { Instant } from '../calendar/local-time.ts'
import type { FrontMatter } from '../contract/types.ts'
import type { Return } from './custody.ts'
import type { Approval, Attestation } from './entry.ts'

/** What the forge told of the pull request that brought an article, kept in a signed record. */
export type Recorded = {
  readonly opened: Instant | undefined
  readonly approvals: readonly Approval[]
  readonly returns: readonly Return[]
  /** The forge's instant of the merge. */
  readonly merged: Instant | undefined
  readonly deployed: Instant | undefined
}

/** One version of an article, as far as the ledger looks into it. */
export type Version = {
  readonly front: FrontMatter
  readonly words: number
  readonly images: number
}

/** An article as its history tells it, before any law has looked at it. */
export type Trace = {
  readonly path: string
  readonly published: { readonly at: Instant; readonly commit: string | undefined }
  readonly attestation: Attestation
  /** As it was when it came before the public. */
  readonly first: Version
  /** As it stands at the instant that is looked at, or stood last. */
  readonly present: Version
  readonly changes: readonly { readonly at: Instant; readonly commit: string | undefined }[]
  readonly removed: Instant | undefined
  readonly recorded: Recorded | undefined
}

/** Link targets and addresses are no words of a text. */
const TARGETS = /\]\([^)\n]*\)|<https?:[^>\n]*>|https?:\S+/g
const PICTURE = /!\[/g

/** Syllables and pictures of a version; the picture and the gallery of the front matter count too. */
export function versionOf({ front, body }: { readonly front: FrontMatter; readonly body: string }): Version {
  const { image, gallery } = front as { image?: unknown; gallery?: readonly unknown[] }
  return {
    front,
    words: wordsIn(body.replace(TARGETS, '] ')),
    images: (body.match(PICTURE)?.length ?? 0) + (image ? 1 : 0) + (gallery?.length ?? 0),
  }
}

/**
 * Runs of letters and digits. By their codes, because archives are long: the letters of Latin script with their marks, and
 * everything beyond the signs of punctuation; halves of a pair are signs, not letters.
 */
export function wordsIn(text: string): number {
  let words = 0
  let inside = false
  for (let at = 0; at < text.length; at++) {
    const letter = isLetter(text.charCodeAt(at))
    if (letter && !inside) words++
    inside = letter
  }
  return words
}

function isLetter(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba
  if (code === 0xd7 || code === 0xf7) return false
  return code < 0x2000 || (code > 0x2bff && code < 0xd800 && !(code >= 0x3000 && code <= 0x303f))
}
