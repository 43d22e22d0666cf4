/** Good until the next text is asked for: one array serves all. */
const room = { codes: new Uint16Array(1 << 16), text: undefined as string | undefined }
const isBigEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 0

/** The UTF-16 units of the text that is read, and a zero behind them. An array is read faster than the signs of a string that was cut out of another. */
export function codesOf(text: string): Uint16Array {
  if (room.text === text) return room.codes
  if (text.length >= room.codes.length) room.codes = new Uint16Array(text.length + 1)
  fill(room.codes, text)
  room.codes[text.length] = 0
  room.text = text
  return room.codes
}

/** Node copies all signs at once; a browser, where an editor's one text is read, one by one. */
const fill =
  'Buffer' in globalThis
    ? (codes: Uint16Array, text: string): void => {
        const bytes = Buffer.from(codes.buffer)
        bytes.write(text, 'utf16le')
        if (isBigEndian) bytes.subarray(0, text.length * 2).swap16()
      }
    : (codes: Uint16Array, text: string): void => {
        for (let at = 0; at < text.length; at += 1) codes[at] = text.charCodeAt(at)
      }
