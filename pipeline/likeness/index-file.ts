import { runsOf } from './shingles.ts'
import { sketchOf, WIDTH } from './sketch.ts'

/** Sketches by the names of the contents that they were made of; what a path holds is Git's to say. */
export type SketchIndex = { readonly oids: readonly string[]; readonly row: Uint32Array }

export const EMPTY_INDEX: SketchIndex = { oids: [], row: new Uint32Array() }

/** Another way to make sketches makes others of the same texts. */
const VERSION = 'giong/2'

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

/** So many texts are asked for at once: an archive is larger than the room that one answer of Git may take. */
const AT_ONCE = 5000

/**
 * The index with just the contents that are wanted: sketches that are known stay, the others are made.
 *
 * @param textsOf asked for all that are missing, in parts
 */
export function freshIndex(
  kept: SketchIndex,
  wanted: readonly string[],
  textsOf: (missing: readonly string[]) => ReadonlyMap<string, string>,
): SketchIndex {
  const places = new Map(kept.oids.map((oid, place) => [oid, place]))
  const unique = [...new Set(wanted)]
  const missing = unique.filter((oid) => !places.has(oid))
  if (missing.length === 0 && unique.length === kept.oids.length) return kept
  const known = unique.filter((oid) => places.has(oid))
  const row = new Uint32Array(unique.length * WIDTH)
  known.forEach((oid, index) => {
    const place = places.get(oid) as number
    row.set(kept.row.subarray(place * WIDTH, (place + 1) * WIDTH), index * WIDTH)
  })
  for (let start = 0; start < missing.length; start += AT_ONCE) {
    const part = missing.slice(start, start + AT_ONCE)
    const texts = textsOf(part)
    part.forEach((oid, index) => {
      row.set(sketchOf(runsOf(texts.get(oid) ?? '')), (known.length + start + index) * WIDTH)
    })
  }
  return { oids: [...known, ...missing], row }
}
