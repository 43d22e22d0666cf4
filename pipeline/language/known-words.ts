/**
 * The words that were met before, each by two hashes of 32 bits, so that a word read again costs a few steps a letter and no string.
 * Two words with the same 64 bits would pass as one.
 */
export type KnownWords = {
  /** Entries of `STRIDE` numbers each, found by their hashes; the last two are outside the table. */
  readonly slots: Int32Array
  count: number
  readonly ids: Map<string, number>
}

/** What stands where in an entry. */
export const STRIDE = 8
/** An entry is empty where it has no `ID`. */
export const [HASH, OTHER_HASH, ID, BITS, FIRST, SECOND, FIRST_EXACT, SECOND_EXACT] = [0, 1, 2, 3, 4, 5, 6, 7]

const SLOTS = 32_768
export const MASK = SLOTS - 1
const MOST_WORDS = SLOTS / 2
/** Entries for what is not kept: a number, and a word when the table is full. */
export const NUMBER = SLOTS * STRIDE
const UNKEPT = NUMBER + STRIDE

/** What is kept of a word. */
export type Meaning = {
  readonly bits: number
  readonly first: number
  readonly second: number
  readonly firstExact: number
  readonly secondExact: number
}

export const noWords = (): KnownWords => ({
  slots: new Int32Array((SLOTS + 2) * STRIDE),
  count: 0,
  ids: new Map(),
})

/** Where the entry of a word stands, unless another took the place before. */
export const placeOf = (hash: number): number => ((hash ^ (hash >>> 15)) & MASK) * STRIDE

/** The entry of a word, or the empty one where it would go. */
export function entryOf(slots: Int32Array, hash: number, other: number): number {
  let slot = placeOf(hash)
  while (slots[slot + ID] !== 0 && (slots[slot] !== hash || slots[slot + OTHER_HASH] !== other))
    slot = (slot + STRIDE) & (MASK * STRIDE)
  return slot
}

/** Keeps a word at its empty entry, and gives back the entry; words that differ in capitals alone are one and the same. */
export function learn(
  known: KnownWords,
  entry: number,
  hashes: readonly [number, number],
  word: string,
  meaning: Meaning,
): number {
  const { slots, ids } = known
  const small = word.toLowerCase()
  const isFull = known.count === MOST_WORDS
  const at = isFull ? UNKEPT : entry
  const id = ids.get(small) ?? (isFull ? 0 : ids.size + 1)
  if (!isFull) {
    ids.set(small, id)
    known.count += 1
    slots[at + HASH] = hashes[0]
    slots[at + OTHER_HASH] = hashes[1]
  }
  write(slots, at, id, meaning)
  return at
}

export function write(slots: Int32Array, at: number, id: number, meaning: Meaning): void {
  slots[at + ID] = id
  slots[at + BITS] = meaning.bits
  slots[at + FIRST] = meaning.first
  slots[at + SECOND] = meaning.second
  slots[at + FIRST_EXACT] = meaning.firstExact
  slots[at + SECOND_EXACT] = meaning.secondExact
}
