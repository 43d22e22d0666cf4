/** A window on bytes that answers undefined beyond their end, so that a file that is cut off is noticed and never read past. */
export type Bytes = {
  readonly length: number
  readonly u8: (at: number) => number | undefined
  readonly u16: (at: number, little?: boolean) => number | undefined
  readonly u32: (at: number, little?: boolean) => number | undefined
  /** Latin-1: one character a byte. */
  readonly text: (at: number, length: number) => string
  readonly part: (at: number, length: number) => Uint8Array
  readonly all: Uint8Array
}

export function bytesOf(all: Uint8Array): Bytes {
  const view = new DataView(all.buffer, all.byteOffset, all.byteLength)
  const holds = (at: number, length: number) => at >= 0 && at + length <= all.length
  return {
    all,
    length: all.length,
    u8: (at) => all[at],
    u16: (at, little = false) => (holds(at, 2) ? view.getUint16(at, little) : undefined),
    u32: (at, little = false) => (holds(at, 4) ? view.getUint32(at, little) : undefined),
    text: (at, length) => latin1(all.subarray(at, at + length)),
    part: (at, length) => all.subarray(at, at + length),
  }
}

export const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
