import { shinglesOf } from './shingles.ts'
import { sketchOf, WIDTH } from './sketch.ts'

/** Sketches by the names of the contents that they were made of; what a path holds is Git's to say. */
export type SketchIndex = { readonly oids: readonly string[]; readonly row: Uint32Array }

export const EMPTY_INDEX: SketchIndex = { oids: [], row: new Uint32Array() }

/** Another way to make sketches makes others of the same texts. */
const VERSION = 'giong/1'

/** One line of JSON with the names, and the numbers behind it. */
export function writeIndex({ oids, row }: SketchIndex): Uint8Array {
  const line = Buffer.from(`${JSON.stringify({ version: VERSION, oids })}\n`)
  return Buffer.concat([line, Buffer.from(row.buffer, row.byteOffset, row.byteLength)])
}

/** What was kept; empty where it is none of ours or broken, so that it is made anew. */
export function readIndex(bytes: Uint8Array | undefined): SketchIndex {
  const end = bytes?.indexOf(10) ?? -1
  if (!bytes || end < 0) return EMPTY_INDEX
  try {
    const { version, oids } = JSON.parse(Buffer.from(bytes.subarray(0, end)).toString('utf8'))
    const row = new Uint32Array(new Uint8Array(bytes.subarray(end + 1)).buffer)
    return version === VERSION && Array.isArray(oids) && oids.length * WIDTH === row.length
      ? { oids, row }
      : EMPTY_INDEX
  } catch {
    return EMPTY_INDEX
  }
}

/**
 * The index with just the contents that are wanted: sketches that are known stay, the others are made.
 *
 * @param textsOf asked once, for all that are missing
 */
export function freshIndex(
  kept: SketchIndex,
  wanted: readonly string[],
  textsOf: (missing: readonly string[]) => ReadonlyMap<string, string>,
): SketchIndex {
  const places = new Map(kept.oids.map((oid, place) => [oid, place]))
  const oids = [...new Set(wanted)]
  const missing = oids.filter((oid) => !places.has(oid))
  if (missing.length === 0 && oids.length === kept.oids.length) return kept
  const texts = textsOf(missing)
  const row = new Uint32Array(oids.length * WIDTH)
  oids.forEach((oid, index) => {
    const place = places.get(oid)
    const sketch =
      place === undefined
        ? sketchOf(shinglesOf(texts.get(oid) ?? ''))
        : kept.row.subarray(place * WIDTH, (place + 1) * WIDTH)
    row.set(sketch, index * WIDTH)
  })
  return { oids, row }
}
