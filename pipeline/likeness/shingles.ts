/** Five syllables in a row are nobody's by chance; a name of an office or a title of a law is shorter, or is outweighed. */
const SYLLABLES = 5

/** The address of a link is no word of a text; letters and digits are. */
const ADDRESS = /https?:\/\/\S+|\]\([^)\s]*\)/gi
const MAY_BE_ADDRESS = /:\/\/|\]\(/
const IN_WORDS = /[\p{L}\p{N}]/u

let table: Uint16Array | undefined
/** UTF-16 units of letters and digits as small letters, zero for every other sign. Made when it is first asked for. */
function smallLetters(): Uint16Array {
  table ??= Uint16Array.from({ length: 0x1_0000 }, (_, code) => {
    const sign = String.fromCharCode(code)
    return IN_WORDS.test(sign) ? sign.toLowerCase().charCodeAt(0) : 0
  })
  return table
}

/**
 * A text as its runs of five syllables, each as a number of 32 bits: marks, capitals and the order of sections do not matter.
 *
 * @param text in NFC
 */
export const shinglesOf = (text: string): ReadonlySet<number> => new Set(runsOf(text))

/** The same in the order of the text, with a run as often as it stands there. */
export function runsOf(text: string): Uint32Array {
  const words = wordsOf(MAY_BE_ADDRESS.test(text) ? text.replace(ADDRESS, ' ') : text)
  const runs = new Uint32Array(Math.max(0, words.length - SYLLABLES + 1))
  for (let at = 0; at < runs.length; at += 1) {
    let hash = 0
    for (let next = at; next < at + SYLLABLES; next += 1)
      hash = Math.imul(hash ^ (words[next] as number), 0x9e3779b1) + next - at
    runs[at] = mixed(hash)
  }
  return runs
}

/** Words as their hashes: FNV-1a over UTF-16 units. */
function wordsOf(text: string): Int32Array {
  const letters = smallLetters()
  const words = new Int32Array((text.length >> 1) + 1)
  let count = 0
  let hash = 0x811c9dc5 | 0
  let isInWord = false
  for (let at = 0; at < text.length; at += 1) {
    const small = letters[text.charCodeAt(at)] as number
    if (small !== 0) hash = Math.imul(hash ^ small, 0x01000193)
    else if (isInWord) {
      words[count] = hash
      count += 1
      hash = 0x811c9dc5 | 0
    }
    isInWord = small !== 0
  }
  if (isInWord) {
    words[count] = hash
    count += 1
  }
  return words.subarray(0, count)
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
