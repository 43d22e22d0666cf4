import { mixed } from './shingles.ts'

/** Numbers in a sketch: with 64 of them two texts that share half are told from strangers with a miss in millions. */
export const WIDTH = 64

/**
 * MinHash: of every shingle 64 numbers are made, and of each kind the least is kept. Two texts agree in as many places as they
 * share shingles (A. Broder, «On the resemblance and containment of documents», 1997).
 */
export function sketchOf(shingles: ReadonlySet<number>): Uint32Array {
  const sketch = new Uint32Array(WIDTH).fill(0xffffffff)
  for (const shingle of shingles) {
    for (let place = 0; place < WIDTH; place += 1) {
      const hash = mixed(shingle ^ Math.imul(place + 1, 0x9e3779b1))
      if (hash < (sketch[place] as number)) sketch[place] = hash
    }
  }
  return sketch
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
