/** Five syllables in a row are nobody's by chance; a name of an office or a title of a law is shorter, or is outweighed. */
const SYLLABLES = 5

/** The address of a link is no word of a text; letters and digits are. */
const ADDRESS = /https?:\/\/\S+|\]\([^)\s]*\)/g
const WORD = /[\p{L}\p{N}]+/gu

/**
 * A text as the set of its runs of five syllables, each as a number of 32 bits: marks, capitals and the order of sections do not matter.
 *
 * @param text in NFC
 */
export function shinglesOf(text: string): ReadonlySet<number> {
  const words = (text.toLowerCase().replace(ADDRESS, ' ').match(WORD) ?? []).map(hashOf)
  const found = new Set<number>()
  for (let at = 0; at + SYLLABLES <= words.length; at += 1) {
    let hash = 0
    for (let next = at; next < at + SYLLABLES; next += 1)
      hash = Math.imul(hash ^ (words[next] as number), 0x9e3779b1) + next - at
    found.add(mixed(hash))
  }
  return found
}

/** FNV-1a over the UTF-16 units of a word. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Every bit of the answer depends on every bit of the number: the last step of MurmurHash3. */
export function mixed(number: number): number {
  let hash = number
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Which share of the first text stands in the other too, from 0 to 1. */
export function sharedShare(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  let shared = 0
  for (const each of one) if (other.has(each)) shared += 1
  return one.size === 0 ? 0 : shared / one.size
}
