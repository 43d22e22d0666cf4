import { MOST_BYTES } from '../media/formats.ts'
import type { HazardCode } from '../media/hazard.ts'
import { officeHazards } from '../media/office.ts'
import { unzip, zipEntries } from '../media/zip.ts'
import { stampIn, stampObstacle } from './stamps.ts'
import { type Unseen, unseenIn } from './unseen.ts'
import { tooMuchIn } from './word-size.ts'
import { type WordStyles, wordStyles } from './word-styles.ts'
import { paragraphOf } from './word-tree.ts'
import { attribute, below, TEXT_PARTS, wordPart } from './word-xml.ts'

/** Something in a Word file that must not be published by accident, where it is, and how it is mended in Word. */
export type Obstacle = {
  readonly problem: string
  readonly where?: string
  readonly fix: string
  /** What else mends it, for whoever runs the command; a sender far away can do nothing with it. */
  readonly orHere?: string
  /** It is a stamp of secrecy. */
  readonly secret?: true
}

/** Everything in a Word file (.docx by its bytes) for which it is refused. */
export function obstaclesIn(bytes: Uint8Array): Obstacle[] {
  const dangers = officeHazards(bytes).flatMap(({ code, detail }) =>
    code in DANGERS ? [obstacleOf(code, detail)] : [],
  )
  if (dangers.length > 0) return dangers
  const tooMuch = tooMuchIn(bytes)
  if (tooMuch) return [tooMuch]
  const body = wordPart(bytes, 'word/document.xml')
  if (!body)
    return [{ problem: 'Không đọc được nội dung tệp Word', fix: 'mở tệp bằng Word rồi lưu lại thành .docx' }]
  // What the library that reads the file would unpack without a limit is unpacked within one first.
  const entries = zipEntries(bytes) ?? []
  if (entries.some((each) => unzip(bytes, each, MOST_BYTES) === undefined))
    return [obstacleOf('container-broken')]
  const styles = wordStyles(bytes)
  const stamp = stampIn(bytes, styles)
  if (stamp !== undefined) return [stampObstacle(stamp)]
  return TEXT_PARTS.flatMap((name) => {
    const part = wordPart(bytes, name)
    return part ? obstaclesOfPart(part, name, styles) : []
  })
}

/** What is dangerous in a file of an office, and how it is mended there. */
// biome-ignore format: a table
export const DANGERS: Partial<Record<HazardCode, readonly [problem: string, fix: string]>> = {
  macro:               ['Tệp có macro (mã chạy được)', 'trong Word: Tệp → Lưu thành… → chọn «Word Document (.docx)», rồi nhập tệp mới'],
  'active-x':          ['Tệp có điều khiển ActiveX', 'xóa các ô, nút điều khiển trong Word, lưu lại rồi nhập'],
  'embedded-object':   ['Tệp nhúng đối tượng khác (OLE)', 'trong Word: bấm vào đối tượng, xóa, hoặc thay bằng bảng hay ảnh; tệp kia gửi riêng làm tệp đính kèm'],
  'embedded-workbook': ['Tệp nhúng một tệp Office khác', 'trong Word: thay bảng tính, biểu đồ nhúng bằng bảng hay ảnh; tệp kia gửi riêng làm tệp đính kèm'],
  'remote-template':   ['Tệp tự tải mẫu hoặc nội dung từ máy khác', 'trong Word: bỏ mẫu đính kèm (Developer → Document Template) và các liên kết tự tải, lưu lại'],
  locked:              ['Tệp bị khóa bằng mật khẩu', 'trong Word: Tệp → Thông tin → Bảo vệ tài liệu → bỏ mật khẩu, lưu lại'],
  bomb:                ['Tệp nén bung ra quá lớn', 'không dùng tệp này; xin người gửi bản khác'],
  'container-broken':  ['Tệp Word bị hỏng hoặc không phải tệp Word', 'mở tệp bằng Word rồi lưu lại thành .docx'],
}

/** A danger that this table knows, in words. */
export function obstacleOf(code: keyof typeof DANGERS, where?: string): Obstacle {
  const [problem, fix] = DANGERS[code] ?? ['Tệp không nhập được', 'mở tệp bằng Word rồi lưu lại thành .docx']
  return { problem, fix, ...(where === undefined ? {} : { where }) }
}

/** Marks of changes: their element, what they are called, and whether they have words. */
const CHANGES: readonly (readonly [element: string, words: string])[] = [
  ['ins', 'chữ thêm vào'],
  ['del', 'chữ bị xóa'],
  ['moveFrom', 'chữ chuyển đi'],
  ['moveTo', 'chữ chuyển đến'],
  ['cellIns', 'ô thêm vào'],
  ['cellDel', 'ô bị xóa'],
]

const LOOK =
  'chữ không được đăng thì xóa, chữ cần đăng thì chọn màu Tự động (Automatic), cỡ bình thường, rồi lưu lại'

const UNSEEN: Readonly<Record<Unseen, readonly [problem: string, fix: string]>> = {
  hidden: [
    'Có chữ ẩn (Hidden)',
    'trong Word: chọn tất cả (Ctrl+A), Ctrl+D, bỏ dấu ở ô Ẩn (Hidden) để đọc lại; xóa chữ không được đăng, lưu lại',
  ],
  pale: [
    'Có chữ trắng trên nền trắng, người đọc bản giấy không thấy',
    `trong Word: bôi đen chỗ ấy để đọc; ${LOOK}`,
  ],
  covered: [
    'Có chữ cùng màu với nền, bị che',
    `bôi màu lên chữ không xóa được chữ. Trong Word: bỏ màu nền chỗ ấy để đọc; ${LOOK}`,
  ],
  tiny: ['Có chữ nhỏ tới mức không đọc được', `trong Word: bôi đen chỗ ấy, tăng cỡ chữ để đọc; ${LOOK}`],
}

function obstaclesOfPart(part: Element, name: string, styles: WordStyles): Obstacle[] {
  const changed = CHANGES.flatMap(([element, words]) =>
    below(part, element)
      .slice(0, 1)
      .map((each) => ({
        problem: `Còn vết sửa chưa chấp nhận (Track Changes): ${words}${quoted(each)}`,
        where: placeIn(part, name, each),
        fix: 'trong Word: thẻ Xem lại (Review) → Chấp nhận tất cả (Accept All Changes), tắt Track Changes, lưu lại',
      })),
  )
  const [comment] = ['commentReference', 'commentRangeStart'].flatMap((each) => below(part, each))
  const linked = [...below(part, 'blip')].find((each) => attribute(each, 'link') !== undefined)
  return [
    ...changed,
    ...(comment
      ? [
          {
            problem: 'Còn lời bình (Comment) bên lề',
            where: placeIn(part, name, comment),
            fix: 'trong Word: thẻ Xem lại (Review) → Xóa → Xóa mọi lời bình (Delete All Comments), lưu lại',
          },
        ]
      : []),
    ...[...unseenIn(part, styles)].map(([why, run]) => {
      const [problem, fix] = UNSEEN[why]
      return { problem: `${problem}${quoted(run)}`, where: placeIn(part, name, run), fix }
    }),
    ...(linked
      ? [
          {
            problem: 'Có ảnh chỉ là liên kết tới tệp hoặc máy khác',
            where: placeIn(part, name, linked),
            fix: 'trong Word: cắt ảnh rồi dán lại thành ảnh (Paste Special → Picture), lưu lại',
          },
        ]
      : []),
  ]
}

export const textIn = (element: Element): string =>
  ['t', 'delText']
    .flatMap((name) => below(element, name))
    .map(({ textContent }) => textContent ?? '')
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

const LONGEST = 60

function quoted(element: Element): string {
  const text = textIn(element)
  return text === '' ? '' : ` «${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}»`
}

const PART_WORDS: Record<string, string> = {
  'word/footnotes.xml': 'chú thích cuối trang, ',
  'word/endnotes.xml': 'chú thích cuối bài, ',
}

/** `đoạn 12: «Ủy ban nhân dân…»`. */
export function placeIn(part: Element, name: string, element: Element): string {
  const all = below(part, 'p')
  const own = element.localName === 'p' ? element : (paragraphOf(element) ?? below(element, 'p')[0])
  const index = own ? all.indexOf(own) : -1
  return `${PART_WORDS[name] ?? ''}đoạn ${index + 1}${own ? quoted(own).replace(' ', ': ') : ''}`
}
