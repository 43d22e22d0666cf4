import type { SketchIndex } from './index-file.ts'
import { sharedShare, shinglesOf } from './shingles.ts'
import { likeOnes, sketchOf } from './sketch.ts'

/** A text that shares much with another: which content, and which share of the text that was asked about. */
export type Like = { readonly oid: string; readonly share: number }

/** Shorter texts are notices of one form, alike by nature. */
const LEAST_SHINGLES = 40
/** Of 64: far below what texts that share half agree in, so that chance loses none of them; then they are compared word by word. */
export const LEAST_EQUAL = 12

/** Half of an article in the words of another is no accident. */
export const LEAST_SHARE = 0.5

/** Texts of the index that share at least half of a text, the likest first. */
export function findLike(index: SketchIndex, text: string, textOf: (oid: string) => string): Like[] {
  const shingles = shinglesOf(text)
  if (shingles.size < LEAST_SHINGLES) return []
  return likeOnes(index.row, sketchOf(shingles), LEAST_EQUAL)
    .map((place) => index.oids[place] as string)
    .map((oid) => ({ oid, share: sharedShare(shingles, shinglesOf(textOf(oid))) }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share || (a.oid < b.oid ? -1 : 1))
}
