import { type Document, placeOf } from '../documents/document.ts'
import { linkType } from '../documents/markdown.ts'
import { anchorsOf, type Reference } from '../documents/references.ts'
import type { Archive } from './archive.ts'
import { inside, isBeside, referencesIn, relativeIn } from './document-references.ts'
import { placeInBody, type Rule } from './rule.ts'

export const link: Rule = {
  id: 'link',
  name: 'liên kết',
  severity: 'error',
  ofAnyForm: true,
  question: 'Mọi liên kết đều mở được và thuộc loại cho phép?',
  reason:
    'Liên kết hỏng làm người dân mất lòng tin; liên kết lạ (javascript, data, địa chỉ có @) có thể gây hại.',
  advice:
    'Liên kết ra ngoài dùng địa chỉ https đầy đủ; liên kết trong cổng dùng đường dẫn tới tệp .md, ví dụ `../../kinh-te/2026/ten-bai.md`.',
  check: ({ document, archive }) =>
    referencesIn(document).flatMap((reference) => {
      const wrong = wrongWith(document, archive, reference)
      if (!wrong) return []
      const [problem, fix] = wrong
      const target = reference.target.slice(0, 80)
      return [{ at: placeInBody(document, reference.at), problem: problem.replace('…', target), fix }]
    }),
}

type Wrong = readonly [problem: string, fix: string]

const EMPTY: Wrong = ['Liên kết không có địa chỉ', 'ghi địa chỉ vào ngoặc tròn, hoặc bỏ liên kết, để lại chữ']
const FORBIDDEN: Wrong = [
  'Liên kết `…` không thuộc loại cho phép',
  'dùng địa chỉ https, mailto, tel, hoặc đường dẫn tương đối tới tệp trong cổng',
]
const FOREIGN_IMAGE: Wrong = ['Ảnh lấy từ trang khác (`…`)', 'tải ảnh về, đặt cạnh bài rồi dẫn bằng tên tệp']
const OUTSIDE: Wrong = [
  'Liên kết `…` đi ra ngoài thư mục của cổng',
  'dẫn tới tệp trong cổng, hoặc dùng địa chỉ https đầy đủ',
]

function wrongWith(document: Document, archive: Archive, reference: Reference): Wrong | undefined {
  if (reference.target === '') return EMPTY
  const nature = linkType(reference.target)
  if (nature === 'forbidden') return FORBIDDEN
  if (nature === 'external') return reference.type === 'image' ? FOREIGN_IMAGE : undefined
  return brokenInside(document, archive, reference)
}

function brokenInside(document: Document, archive: Archive, { target, type }: Reference): Wrong | undefined {
  const found = inside(document, target)
  if (!found) return OUTSIDE
  if (type === 'image' || found.path === document.path) return undefined
  const isDocument = found.path.endsWith('.md')
  if (!isDocument && !isBeside(document, found.path))
    return ['Tệp `…` không nằm cạnh bài', 'dẫn tới bài có tệp ấy, hoặc đặt tệp vào cùng thư mục với bài']
  if (archive.has(found.path) && (!isDocument || placeOf(found.path))) return undefined
  return [
    `Liên kết hỏng: không có \`${found.path}\``,
    isDocument ? 'sửa đường dẫn cho đúng tệp .md trong cổng' : 'đặt tệp cạnh bài, hoặc sửa tên tệp',
  ]
}

export const anchor: Rule = {
  id: 'anchor',
  name: 'liên kết tới mục',
  severity: 'error',
  ofAnyForm: true,
  question: 'Liên kết tới một mục (#…) trỏ đúng mục có thật?',
  reason: 'Người đọc bấm vào mà không tới mục cần đọc thì liên kết vô ích.',
  advice:
    'Mã của mục là tiêu đề viết không dấu, nối bằng gạch: «Kết quả thực hiện» thành `#ket-qua-thuc-hien`.',
  check: ({ document, archive }) =>
    relativeIn(document).flatMap(({ target, at }) => {
      const found = target.includes('#') ? inside(document, target) : undefined
      const anchors = found && found.anchor !== '' ? anchorsIn(document, archive, found.path) : undefined
      if (!found || !anchors || anchors.has(found.anchor)) return []
      const where = found.path === document.path ? 'bài này' : found.path
      return [
        {
          at: placeInBody(document, at),
          problem: `Không có mục \`#${found.anchor}\` trong ${where}`,
          fix: nearest(anchors),
        },
      ]
    }),
}

function anchorsIn(document: Document, archive: Archive, path: string): ReadonlySet<string> | undefined {
  if (path === document.path) return anchorsOf(document.body)
  return path.endsWith('.md') ? archive.anchorsOf(path) : undefined
}

function nearest(anchors: ReadonlySet<string>): string {
  const some = [...anchors].slice(0, 6).map((each) => `#${each}`)
  return some.length > 0
    ? `chọn một trong: ${some.join(', ')}`
    : 'bài ấy không có tiêu đề mục nào; bỏ phần sau dấu #'
}
