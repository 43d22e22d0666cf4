import type { Obstacle } from './obstacles.ts'
import { partText, TEXT_PARTS } from './word-xml.ts'

/** Some 400 pages. Reading costs about a millisecond a paragraph. */
const MOST_PARAGRAPHS = 20_000
/** Runs, breaks and tabs of one paragraph; Word cuts a page into some hundred. What is read together costs their square. */
const MOST_PIECES = 3_000

/** Why a Word file is too large to become an article, told before a tree is built of it. */
export function tooMuchIn(bytes: Uint8Array): Obstacle | undefined {
  for (const name of TEXT_PARTS) {
    const text = partText(bytes, name)
    let [paragraphs, pieces] = [0, 0]
    for (const [, element] of (text ?? '').matchAll(/<(?:\w+:)?(p|r|br|tab|cr)[\s/>]/g)) {
      if (element === 'p') [paragraphs, pieces] = [paragraphs + 1, 0]
      else pieces += 1
      if (paragraphs > MOST_PARAGRAPHS)
        return {
          problem: 'Tệp quá dài để thành một bài: hơn 20.000 đoạn và ô bảng',
          fix: 'chia thành nhiều tệp theo từng phần; bảng số liệu lớn thì gửi làm tệp đính kèm (.xlsx, .pdf)',
        }
      if (pieces > MOST_PIECES)
        return {
          problem: `Có đoạn bị cắt thành quá nhiều mảnh (hơn 3.000 mảnh chữ, chỗ ngắt dòng)`,
          where: `đoạn ${paragraphs}`,
          fix: 'trong Word: chép chữ của đoạn ấy, dán lại thành chữ thường (Paste Special → Unformatted Text), chia thành nhiều đoạn, lưu lại',
        }
    }
  }
  return undefined
}
