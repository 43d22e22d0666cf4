import { mixed } from './shingles.ts'

/** Numbers in a sketch: with 64 of them two texts that share half are told from strangers with few misses. */
export const WIDTH = 64

const NOTHING = 0xffffffff
/** The first six bits of a shingle name its place among the 64. */
const PLACE_SHIFT = 26

/** A text with a single run finds it in so many tries, but for one in millions. */
const MOST_TRIES = WIDTH * 16

/**
 * MinHash with one permutation: shingles, which are hashes, fall into 64 places, and the least of each is kept; an empty place borrows.
 * Two texts agree in as many places as they share shingles (A. Broder, «On the resemblance and containment of documents», 1997;
 * A. Shrivastava, «Optimal Densification for Fast and Accurate Minwise Hashing», 2017).
 */
export function sketchOf(shingles: Iterable<number>): Uint32Array {
  const least = new Uint32Array(WIDTH).fill(NOTHING)
  for (const shingle of shingles) {
    const place = shingle >>> PLACE_SHIFT
    if (shingle < (least[place] as number)) least[place] = shingle
  }
  return least.includes(NOTHING)
    ? least.map((number, place) => (number === NOTHING ? lent(least, place) : number))
    : least
}

/** What an empty place borrows: the first number that its own order of the others comes upon, the same order for every text. */
function lent(least: Uint32Array, place: number): number {
  for (let tried = 0; tried < MOST_TRIES; tried += 1) {
    const number = least[mixed(place * MOST_TRIES + tried) >>> PLACE_SHIFT] as number
    if (number !== NOTHING) return number
  }
  return NOTHING
}

/** The places of a long row of sketches that agree with one in at least so many numbers. */
export function likeOnes(row: Uint32Array, sketch: Uint32Array, least: number): number[] {
  const found: number[] = []
  for (let start = 0; start < row.length; start += WIDTH) {
    let equal = 0
    for (let place = 0; place < WIDTH; place += 1) if (row[start + place] === sketch[place]) equal += 1
    if (equal >= least) found.push(start / WIDTH)
  }
  return found
}
