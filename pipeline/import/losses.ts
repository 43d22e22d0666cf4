import { zipEntries } from '../media/zip.ts'
import { placeIn, textIn } from './obstacles.ts'
import { below, MARGIN, wordPart } from './word-xml.ts'

/** What Word can show and Markdown cannot hold, and is therefore left out: for the sender to know. */
export function lossesIn(bytes: Uint8Array): string[] {
  const part = wordPart(bytes, 'word/document.xml')
  if (!part) return []
  const margins = marginsIn(bytes)
  const left = LOSSES.flatMap(([element, words]) => {
    const [first] = below(part, element)
    return first ? [`${words} (${placeIn(part, 'word/document.xml', first)})`] : []
  })
  return margins === '' ? left : [...left, `đầu trang, chân trang không đưa vào bài: «${margins}»`]
}

const LOSSES: readonly (readonly [element: string, words: string])[] = [
  ['relIds', 'sơ đồ SmartArt không chuyển được; chụp thành ảnh rồi chèn lại'],
  ['altChunk', 'phần nhúng từ tệp khác không chuyển được; mở tệp bằng Word, lưu lại rồi nhập'],
  ['chart', 'biểu đồ không chuyển được; chụp thành ảnh rồi chèn lại'],
]

const LONGEST = 80

/** The words of headers and footers that are more than the number of a page. */
function marginsIn(bytes: Uint8Array): string {
  const words = (zipEntries(bytes) ?? [])
    .filter(({ name }) => MARGIN.test(name))
    .flatMap(({ name }) => wordPart(bytes, name) ?? [])
    .map(textIn)
    .filter((each) => /\p{L}/u.test(each) && !/^(?:trang|page)\s*\d*(?:\s*\/\s*\d*)?$/iu.test(each))
  const all = [...new Set(words)].join('; ')
  return all.length > LONGEST ? `${all.slice(0, LONGEST)}…` : all
}
