/** The UTF-16 units of the text that is read, and a zero behind them. An array is read faster than the signs of a string that was cut out of another. */
const room = { bytes: Buffer.alloc(1 << 17), codes: new Uint16Array(), text: '' }
const isBigEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 0

/** Good until the next text is asked for: one array serves all. */
export function codesOf(text: string): Uint16Array {
  if (room.text === text && room.codes.length > 0) return room.codes
  const needed = text.length * 2 + 2
  if (needed > room.bytes.length || room.codes.length === 0) {
    room.bytes = Buffer.alloc(Math.max(needed, room.bytes.length))
    room.codes = new Uint16Array(room.bytes.buffer, room.bytes.byteOffset, room.bytes.length >> 1)
  }
  room.bytes.write(text, 'utf16le')
  if (isBigEndian) room.bytes.subarray(0, needed - 2).swap16()
  room.codes[text.length] = 0
  room.text = text
  return room.codes
}
