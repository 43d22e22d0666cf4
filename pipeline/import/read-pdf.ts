import type { PdfLayout, PdfPage } from '../adapters/pdf-layout.ts'
import type { HazardCode } from '../media/hazard.ts'
import { pdfHazards } from '../media/pdf.ts'
import type { Obstacle } from './obstacles.ts'
import { pdfBlocks } from './pdf-blocks.ts'
import { linesOf, linesOfPage, textOf } from './pdf-lines.ts'
import type { WordReading } from './read-word.ts'
import { isStamp, stampObstacle } from './stamps.ts'
import { understood } from './word-document.ts'

/** Where the words of a PDF lie; undefined where nobody can tell in reasonable time. */
export type PdfLayoutReader = (bytes: Uint8Array) => Promise<PdfLayout | undefined>

const FROM_WORD = 'xin người gửi tệp Word của văn bản này rồi nhập tệp Word'

// biome-ignore format: a table
const DANGERS: Partial<Record<HazardCode, readonly [problem: string, fix: string]>> = {
  'container-broken': ['Tệp PDF hỏng hoặc bị cắt cụt', 'xin người gửi bản khác'],
  locked:             ['Tệp PDF có mật khẩu hoặc bị mã hóa', 'bỏ mật khẩu bằng chương trình đã tạo ra tệp, lưu lại rồi nhập'],
  'pdf-script':       ['Tệp PDF chứa mã chạy được', `không dùng tệp này; ${FROM_WORD}`],
  'pdf-launch':       ['Tệp PDF có lệnh mở chương trình hoặc tệp khác', `không dùng tệp này; ${FROM_WORD}`],
  'pdf-embedded':     ['Tệp PDF nhúng tệp khác bên trong', 'gỡ tệp nhúng, hoặc in lại ra PDF, rồi nhập'],
}

const UNREADABLE: Obstacle = {
  problem: 'Không đọc được tệp PDF này, hoặc đọc quá lâu',
  fix: `mở tệp, in lại ra PDF rồi nhập; hoặc ${FROM_WORD}`,
}

/**
 * Reads the text of a PDF: what is known of its paragraphs is how they lie on the paper, so that much is marked and all of it must be read
 * again.
 *
 * @param asPaper as of a Word file
 */
export async function readPdfFile(
  bytes: Uint8Array,
  reader: PdfLayoutReader,
  asPaper: boolean | 'when-numbered',
): Promise<WordReading> {
  const dangers = pdfHazards(bytes).flatMap(({ code }) => DANGERS[code] ?? [])
  const [problem, fix] = dangers
  if (problem !== undefined && fix !== undefined) return refused({ problem, fix })
  // The reader takes the bytes for itself.
  const layout = await reader(bytes.slice())
  if (layout?.state === 'locked')
    return refused({ problem: DANGERS.locked?.[0] ?? '', fix: DANGERS.locked?.[1] ?? '' })
  if (layout?.state !== 'read') return refused(UNREADABLE)
  const obstacle = obstacleIn(layout.pages)
  if (obstacle) return refused(obstacle)
  const { blocks, hasTables } = pdfBlocks(linesOf(layout.pages))
  return {
    state: 'read',
    document: understood({ blocks, notes: undefined, merged: false }, asPaper),
    pictures: [],
    remarks: [...remarksOn(layout.pages, layout.count), ...(hasTables ? [TABLES] : [])],
  }
}

const refused = (obstacle: Obstacle): WordReading => ({ state: 'refused', obstacles: [obstacle] })

/** A page with fewer letters has a number, and no text. */
const FEWEST = 20

const lettersOf = ({ pieces }: PdfPage): number =>
  pieces.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0)

/** The lines of a page, their parts and every stretch for itself, also what is repeated or turned. */
const writtenOn = (page: PdfPage): string[] => {
  const lines = linesOfPage(page, 0)
  return [
    ...lines.map(textOf),
    ...lines.flatMap(({ segments }) => segments.map(textOf)),
    ...page.pieces.map(({ text }) => text),
  ]
}

const clean = (line: string): string => line.normalize('NFC').replace(/\s+/g, ' ').trim()

function obstacleIn(pages: readonly PdfPage[]): Obstacle | undefined {
  for (const [index, page] of pages.entries()) {
    const stamp = writtenOn(page).map(clean).find(isStamp)
    if (stamp !== undefined) return { ...stampObstacle(stamp), where: `trang ${index + 1}` }
  }
  if (pages.every((each) => lettersOf(each) < FEWEST))
    return {
      problem: 'PDF là ảnh chụp (bản quét), không có chữ để lấy',
      fix: `${FROM_WORD}; chỉ có bản giấy thì nhận dạng chữ (OCR) thành tệp Word, đọc soát từng chữ rồi nhập`,
    }
  const text = pages.flatMap(({ pieces }) => pieces.map((each) => each.text)).join('')
  const strange = text.match(/[\uFFFD\uE000-\uF8FF]/gu)?.length ?? 0
  return strange > text.length / 50
    ? { problem: 'PDF không cho biết chữ của nó (phông không có bảng mã)', fix: FROM_WORD }
    : undefined
}

const TABLES =
  'bảng trong PDF chỉ đoán được hàng, cột: đối chiếu từng ô với bản gốc, xóa dòng «[CẦN SỬA] Bảng sau…»'

function remarksOn(pages: readonly PdfPage[], count: number): string[] {
  const scanned = pages.flatMap((page, index) =>
    lettersOf(page) < FEWEST && page.hasPictures ? [index + 1] : [],
  )
  const white = pages
    .map((each) => each.white)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  const unpainted = pages.some((each) => /\p{L}/u.test(each.unpainted))
  return [
    'bài lấy từ PDF: đọc lại từng đoạn với bản gốc, nhất là chỗ ngắt đoạn, đề mục, danh sách, chữ đậm, chú thích; có tệp Word thì nhập tệp Word chắc hơn',
    ...(pages.some((each) => each.hasPictures)
      ? ['ảnh, con dấu, chữ ký trong PDF không lấy ra; cần ảnh thì thêm tay']
      : []),
    ...(scanned.length > 0 ? [`trang ${scanned.join(', ')} là ảnh chụp, không có chữ để lấy`] : []),
    ...(unpainted
      ? ['PDF là bản quét đã nhận dạng chữ (OCR): máy nhận sai dấu, sai số rất thường; soát từng chữ']
      : []),
    ...(/\p{L}/u.test(white)
      ? [`PDF có chữ màu trắng «${white.slice(0, 60)}»: xem có phải chữ giấu không`]
      : []),
    ...(count > pages.length ? [`PDF có ${count} trang, chỉ lấy ${pages.length} trang đầu`] : []),
  ]
}
