import type { WordReader } from '../adapters/word.ts'
import { lossesIn } from './losses.ts'
import { type Obstacle, obstaclesIn } from './obstacles.ts'
import { preparedWord } from './prepare-word.ts'
import { readWordDocument, type WordDocument } from './word-document.ts'
import { wordStyles } from './word-styles.ts'

/** A Word file that may be imported, or what stands against it. */
export type WordReading =
  | {
      readonly state: 'read'
      readonly document: WordDocument
      readonly pictures: readonly Uint8Array[]
      /** What the sender should look at. */
      readonly remarks: readonly string[]
    }
  | { readonly state: 'refused'; readonly obstacles: readonly Obstacle[] }

/**
 * Reads a .docx: first what must not be published by accident, then its text in Unicode.
 *
 * @param asPaper whether the official frame is taken off: always, never, or where there is one with a number
 */
export async function readWordFile(
  bytes: Uint8Array,
  reader: WordReader,
  asPaper: Parameters<typeof readWordDocument>[1],
): Promise<WordReading> {
  const obstacles = obstaclesIn(bytes)
  if (obstacles.length > 0) return { state: 'refused', obstacles }
  const prepared = preparedWord(bytes, wordStyles(bytes))
  const word = await reader(bytes, prepared.parts)
  if (word.state === 'broken')
    return {
      state: 'refused',
      obstacles: [
        {
          problem: 'Không đọc được nội dung tệp Word',
          fix: 'mở tệp bằng Word rồi lưu lại thành .docx',
        },
      ],
    }
  const document = readWordDocument(word.html, asPaper)
  return {
    state: 'read',
    document,
    pictures: word.pictures.map((each) => each.bytes),
    remarks: [...document.remarks, ...prepared.remarks, ...lossesIn(bytes)],
  }
}
