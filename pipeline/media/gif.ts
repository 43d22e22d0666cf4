import { type Bytes, bytesOf } from './bytes.ts'
import type { Structure } from './picture-facts.ts'

const IMAGE = 0x2c
const EXTENSION = 0x21
const TRAILER = 0x3b

/** Bytes of a table of colours, from the field that announces it. */
const tableLength = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

export function readGif(all: Uint8Array): Structure | undefined {
  const bytes = bytesOf(all)
  let frames = 0
  let at = 13 + tableLength(bytes.u8(10) ?? 0)
  while (at < bytes.length) {
    const block = bytes.u8(at)
    if (block === TRAILER)
      return {
        width: bytes.u16(6, true) ?? 0,
        height: bytes.u16(8, true) ?? 0,
        frames,
        notes: undefined,
        described: false,
      }
    if (block === IMAGE) frames += 1
    else if (block !== EXTENSION) return undefined
    const start = block === IMAGE ? at + 11 + tableLength(bytes.u8(at + 9) ?? 0) : at + 2
    at = afterBlocks(bytes, start)
  }
  return undefined
}

/** Data stand in blocks of up to 255 bytes, each behind its length; an empty one ends them. */
function afterBlocks(bytes: Bytes, start: number): number {
  let at = start
  for (let length = bytes.u8(at); length !== undefined && length > 0; length = bytes.u8(at)) at += length + 1
  return at + 1
}
