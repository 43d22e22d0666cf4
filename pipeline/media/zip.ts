import { inflateRawSync } from 'node:zlib'
import { bytesOf } from './bytes.ts'

/** An entry of a ZIP container, as its directory at the end tells it. */
export type ZipEntry = {
  readonly name: string
  readonly encrypted: boolean
  readonly method: number
  /** In bytes, packed and unpacked; what it claims, not what it holds. */
  readonly packed: number
  readonly size: number
  readonly at: number
}

const END_OF_DIRECTORY = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const LONGEST_COMMENT = 0xffff
const STORED = 0
const DEFLATED = 8

/** The directory of a ZIP; undefined where it has none that can be followed. Nothing is unpacked. */
export function zipEntries(all: Uint8Array): readonly ZipEntry[] | undefined {
  const bytes = bytesOf(all)
  const end = endOfDirectory(all)
  const count = end === undefined ? undefined : bytes.u16(end + 10, true)
  let at = end === undefined ? undefined : bytes.u32(end + 16, true)
  if (count === undefined || at === undefined) return undefined
  const found: ZipEntry[] = []
  for (let index = 0; index < count; index += 1) {
    if (at === undefined || bytes.u32(at, true) !== ENTRY) return undefined
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((field) =>
      bytes.u16((at as number) + field, true),
    )
    found.push({
      name: Buffer.from(bytes.part(at + 46, name)).toString('utf8'),
      encrypted: ((bytes.u16(at + 8, true) ?? 0) & 1) === 1,
      method: bytes.u16(at + 10, true) ?? -1,
      packed: bytes.u32(at + 20, true) ?? 0,
      size: bytes.u32(at + 24, true) ?? 0,
      at: bytes.u32(at + 42, true) ?? all.length,
    })
    at += 46 + name + extra + comment
  }
  return found
}

function endOfDirectory(all: Uint8Array): number | undefined {
  const bytes = bytesOf(all)
  for (let at = all.length - 22; at >= Math.max(0, all.length - 22 - LONGEST_COMMENT); at -= 1)
    if (bytes.u32(at, true) === END_OF_DIRECTORY) return at
  return undefined
}

/**
 * What an entry holds; undefined where it cannot be unpacked, or holds more than it claims or than the limit.
 *
 * @param limit in bytes
 */
export function unzip(all: Uint8Array, entry: ZipEntry, limit: number): Uint8Array | undefined {
  const bytes = bytesOf(all)
  if (bytes.u32(entry.at, true) !== LOCAL || entry.encrypted) return undefined
  const start = entry.at + 30 + (bytes.u16(entry.at + 26, true) ?? 0) + (bytes.u16(entry.at + 28, true) ?? 0)
  const packed = all.subarray(start, start + entry.packed)
  const most = Math.min(limit, entry.size)
  if (entry.method === STORED) return packed.length <= most ? packed : undefined
  if (entry.method !== DEFLATED) return undefined
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch {
    return undefined
  }
}
