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
const WORD = /[\p{L}\p{N}]+/gu
const PICTURE = /!\[/g

/** Syllables and pictures of a version; the picture and the gallery of the front matter count too. */
export function versionOf({ front, body }: { readonly front: FrontMatter; readonly body: string }): Version {
  const { image, gallery } = front as { image?: unknown; gallery?: readonly unknown[] }
  return {
    front,
    words: countOf(body.replace(TARGETS, '] '), WORD),
    images: countOf(body, PICTURE) + (image ? 1 : 0) + (gallery?.length ?? 0),
  }
}

function countOf(text: string, pattern: RegExp): number {
  let found = 0
  pattern.lastIndex = 0
  while (pattern.test(text)) found++
  return found
}
