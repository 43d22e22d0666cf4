import { posix } from 'node:path'
import type { Token } from 'markdown-it'
import type { Finding } from '../diagnostics/diagnostic.ts'
import { type Document, placeOf } from '../documents/document.ts'
import { legacyRemains } from '../documents/legacy-encoding.ts'
import { linkType, parseMarkdown } from '../documents/markdown.ts'
import { anchorsOf, type Reference, referencesOf } from '../documents/references.ts'
import { placeOfOffset } from '../documents/text-place.ts'
import { refsOf } from '../regulation/regulation.ts'
import type { Archive } from './archive.ts'
import { type Facts, placeInBody, placeOfField, type Rule } from './rule.ts'

export const legacyEncoding: Rule = {
  id: 'legacy-encoding',
  name: 'bảng mã cũ',
  severity: 'error',
  question: 'Không còn sót chữ của bảng mã cũ (TCVN3, VNI, VIQR)?',
  reason: 'Chữ của bảng mã cũ hiện ra vô nghĩa trên máy người đọc và không tìm kiếm được.',
  advice: 'Chuyển mã cả văn bản sang Unicode bằng công cụ chuyển mã trước khi dán vào bài.',
  check: ({ portal, document }) => {
    const { severity, standard, basis } = portal.regulation.law.encoding
    const remains = [
      ...legacyRemains(document.yaml).map((each) => ({
        ...each,
        at: { line: each.at.line + document.yamlLine - 1, column: each.at.column },
      })),
      ...legacyRemains(document.body).map((each) => ({ ...each, at: placeInBody(document, each.at) })),
    ]
    return remains.map(({ name, at, sample }) => ({
      at,
      severity,
      problem: `Còn sót ${name}: «${sample}»; cổng dùng ${standard}`,
      fix: 'chuyển mã đoạn này sang Unicode rồi dán lại',
      clauses: refsOf(basis),
    }))
  },
}

/** A link that stays inside the portal, resolved against its document. */
type Inside = { readonly path: string; readonly anchor: string }

function inside(document: Document, target: string): Inside | undefined {
  const [file = '', anchor = ''] = target.split('#')
  const clean = safely(file.split('?')[0] as string)
  const path = clean === '' ? document.path : posix.normalize(posix.join(posix.dirname(document.path), clean))
  return path.startsWith('..') ? undefined : { path, anchor: safely(anchor) }
}

function safely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const relative = (document: Document): readonly Reference[] =>
  referencesOf(document.body).filter(({ target }) => linkType(target) === 'relative')

export const link: Rule = {
  id: 'link',
  name: 'liên kết',
  severity: 'error',
  question: 'Mọi liên kết đều mở được và thuộc loại cho phép?',
  reason:
    'Liên kết hỏng làm người dân mất lòng tin; liên kết lạ (javascript, data, địa chỉ có @) có thể gây hại.',
  advice:
    'Liên kết ra ngoài dùng địa chỉ https đầy đủ; liên kết trong cổng dùng đường dẫn tới tệp .md, ví dụ `../../kinh-te/2026/ten-bai.md`.',
  check: ({ document, archive }) =>
    referencesOf(document.body).flatMap((reference) => {
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

const isBeside = (document: Document, path: string): boolean =>
  posix.dirname(path) === posix.dirname(document.path)

export const anchor: Rule = {
  id: 'anchor',
  name: 'liên kết tới mục',
  severity: 'error',
  question: 'Liên kết tới một mục (#…) trỏ đúng mục có thật?',
  reason: 'Người đọc bấm vào mà không tới mục cần đọc thì liên kết vô ích.',
  advice:
    'Mã của mục là tiêu đề viết không dấu, nối bằng gạch: «Kết quả thực hiện» thành `#ket-qua-thuc-hien`.',
  check: ({ document, archive }) =>
    relative(document).flatMap(({ target, at }) => {
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

const MEDIA: Record<string, string> = {
  png: 'image',
  jpg: 'image',
  jpeg: 'image',
  webp: 'image',
  gif: 'image',
  mp3: 'audio',
  mp4: 'video',
  webm: 'video',
}
const MEDIA_WORDS: Record<string, string> = {
  text: 'văn bản',
  audio: 'âm thanh',
  image: 'hình ảnh',
  video: 'video',
  graphics: 'đồ họa',
}

export const attachment: Rule = {
  id: 'attachment',
  name: 'ảnh và tệp đính kèm',
  severity: 'error',
  question: 'Ảnh và tệp đính kèm có thật, nằm cạnh bài và thuộc hình thức cho phép?',
  reason: 'Tệp thiếu thì trang có chỗ trống; tệp lạ có thể mang mã độc.',
  advice: 'Đặt ảnh, tệp trong cùng thư mục với bài; tên tệp chữ thường không dấu.',
  check: (facts) => named(facts.document).flatMap((each) => wrongFile(facts, each)),
}

type Named = { readonly file: string; readonly at: Finding['at'] }

function named(document: Document): Named[] {
  const { front } = document
  const listed = (front.attachments ?? []).map(({ file }, index) => ({
    file,
    path: ['attachments', index, 'file'],
  }))
  const picture = front.image ? [{ file: front.image.file, path: ['image', 'file'] }] : []
  const images = relative(document).filter(({ type, target }) => type === 'image' && target !== '')
  return [
    ...[...listed, ...picture].map(({ file, path }) => ({ file, at: placeOfField(document, ...path) })),
    ...images.map(({ target, at }) => ({ file: safely(target), at: placeInBody(document, at) })),
  ]
}

function wrongFile({ portal, document, archive }: Facts, { file, at }: Named): Finding[] {
  const path = posix.normalize(posix.join(posix.dirname(document.path), file))
  if (!isBeside(document, path))
    return [
      {
        at,
        problem: `Tệp \`${file}\` không nằm cạnh bài`,
        fix: 'đặt tệp vào cùng thư mục với bài và chỉ ghi tên tệp',
      },
    ]
  if (!archive.has(path))
    return [
      {
        at,
        problem: `Không có tệp \`${file}\` cạnh bài`,
        fix: 'thêm tệp vào cùng thư mục với bài, hoặc sửa tên tệp',
      },
    ]
  const allowed = portal.regulation.law.content.mediaTypes
  const type = MEDIA[file.split('.').at(-1) ?? '']
  if (!allowed || type === undefined || allowed.values.includes(type as 'image')) return []
  return [
    {
      at,
      problem: `Quy chế không nêu hình thức ${MEDIA_WORDS[type]}`,
      fix: `dùng một trong: ${allowed.values.map((each) => MEDIA_WORDS[each]).join(', ')}`,
      clauses: refsOf(allowed.basis),
    },
  ]
}

export const imageAlt: Rule = {
  id: 'image-alt',
  name: 'lời mô tả ảnh',
  severity: 'error',
  question: 'Mọi ảnh trong bài đều có lời mô tả?',
  reason: 'Người khiếm thị nghe lời mô tả thay cho ảnh; mạng chậm thì ai cũng chỉ thấy lời mô tả.',
  advice: 'Viết trong ngoặc vuông điều người đọc cần biết: `![Đoàn viên thu gom rác ở bờ sông](anh.jpg)`.',
  check: ({ document }) =>
    referencesOf(document.body)
      .filter(({ type, text }) => type === 'image' && text.trim() === '')
      .map(({ at, target }) => ({
        at: placeInBody(document, at),
        problem: `Ảnh \`${target}\` chưa có lời mô tả`,
        fix: `viết lời mô tả vào ngoặc vuông: \`![mô tả](${target})\``,
      })),
}

export const rawHtml: Rule = {
  id: 'raw-html',
  name: 'mã HTML',
  severity: 'error',
  question: 'Bài không chứa mã HTML?',
  reason:
    'Mã HTML có thể chạy trên máy người đọc, nên hệ thống không cho hiện; người đọc sẽ thấy nguyên các dấu < >.',
  advice: 'Dùng cú pháp Markdown: **đậm**, *nghiêng*, bảng, danh sách.',
  check: ({ document }) => {
    if (!document.body.includes('<')) return []
    return parseMarkdown(document.body)
      .flatMap((token) => (token.type === 'html_block' ? [htmlBlock(token)] : htmlInline(token)))
      .map(({ content, line }) => ({
        at: placeInBody(document, { line, column: 1 }),
        problem: `Có mã HTML \`${content.trim().split('\n')[0]?.slice(0, 40)}\``,
        fix: 'thay bằng Markdown; muốn hiện dấu < thì viết `&lt;`',
      }))
  },
}

/** A piece of HTML, and the line of the body on which it stands. */
type Html = { readonly content: string; readonly line: number }

const htmlBlock = ({ content, map }: Token): Html => ({ content, line: (map?.[0] ?? 0) + 1 })

/** The tags in a paragraph; one that closes a tag already named says nothing new. */
function htmlInline({ children, map }: Token): Html[] {
  const found: Html[] = []
  let line = (map?.[0] ?? 0) + 1
  for (const { type, content } of children ?? []) {
    const name = /^<\/([a-z][a-z0-9-]*)/i.exec(content)?.[1]
    const closes = found.some(
      (each) => name && each.content.toLowerCase().startsWith(`<${name.toLowerCase()}`),
    )
    if (type === 'html_inline' && !closes) found.push({ content, line })
    line += type === 'softbreak' || type === 'hardbreak' ? 1 : content.split('\n').length - 1
  }
  return found
}

/** What a classified document carries, alone on its line: prose about secrecy says the same words in sentences. */
const STAMPS: readonly RegExp[] = [
  /^[^\p{L}\n]*(?:[A-Za-z]+:[^\p{L}\n]*)?(?:TUYỆT MẬT|TỐI MẬT|MẬT)[^\p{L}\n]*$/mu,
  /^[^\p{L}\n]*(?:mức )?độ mật\s*:[^\p{L}\n]*(?:tuyệt mật|tối mật|mật)[^\p{L}\n]*$/imu,
  /^[^\p{L}\n]*Thời hạn bảo vệ bí mật nhà nước\s*:.{0,40}$/mu,
  /TÀI LIỆU THU HỒI|Chỉ người có tên mới được bóc bì/u,
]
const INTERNAL: readonly RegExp[] = [/LƯU HÀNH NỘI BỘ|KHÔNG PHỔ BIẾN/u]

export const secretMarking: Rule = {
  id: 'secret-marking',
  name: 'dấu chỉ độ mật',
  severity: 'error',
  question: 'Bài không mang dấu chỉ độ mật?',
  reason:
    'Nội dung bí mật nhà nước đã đẩy lên máy chủ là đã lộ; kiểm tra này là lưới cuối, phải kiểm tra trên máy trước khi gửi.',
  advice:
    'Không soạn tài liệu mật trên máy nối mạng. Nếu lỡ gửi: không chuyển tiếp, báo ngay Trưởng ban biên tập.',
  check: ({ document }) => {
    const stamp = firstPlace(document, STAMPS)
    const internal = firstPlace(document, INTERNAL)
    return [
      ...(stamp
        ? [
            {
              at: stamp,
              problem: 'Có dấu chỉ độ mật của tài liệu',
              fix: 'không đăng, không đẩy lên máy chủ; báo ngay Trưởng ban biên tập và làm theo quy định về bảo vệ bí mật nhà nước',
            },
          ]
        : []),
      ...(internal
        ? [
            {
              at: internal,
              severity: 'warning' as const,
              problem: 'Có dòng chữ hạn chế phổ biến',
              fix: 'hỏi lại cơ quan ban hành trước khi đăng',
            },
          ]
        : []),
    ]
  },
}

/** The first place at which one of the patterns fits, in the front matter and then in the body. */
function firstPlace({ yaml, yamlLine, body, bodyLine }: Document, patterns: readonly RegExp[]) {
  const firstIn = (text: string) =>
    Math.min(...patterns.map((each) => text.search(each)).filter((at) => at >= 0))
  const [above, below] = [firstIn(yaml), firstIn(body)]
  if (!Number.isFinite(above) && !Number.isFinite(below)) return undefined
  const [text, offset, first] = Number.isFinite(above) ? [yaml, above, yamlLine] : [body, below, bodyLine]
  const { line, column } = placeOfOffset(text, offset)
  return { line: line + first - 1, column }
}
