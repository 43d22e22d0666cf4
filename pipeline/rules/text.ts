import type { Token } from 'markdown-it'
import type { Finding } from '../diagnostics/diagnostic.ts'
import type { Document } from '../documents/document.ts'
import { legacyRemains } from '../documents/legacy-encoding.ts'
import { parseMarkdown } from '../documents/markdown.ts'
import { PLACEHOLDERS } from '../documents/placeholders.ts'
import { placeOfOffset } from '../documents/text-place.ts'
import { refsOf } from '../regulation/regulation.ts'
import { placeInBody, type Rule } from './rule.ts'

export const legacyEncoding: Rule = {
  id: 'legacy-encoding',
  name: 'bảng mã cũ',
  severity: 'error',
  ofAnyForm: true,
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

export const rawHtml: Rule = {
  id: 'raw-html',
  name: 'mã HTML',
  severity: 'error',
  ofAnyForm: true,
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
/** Words that every stamp holds one of: few documents have any, and the rest are spared the patterns. */
const STAMP_WORDS = ['MẬT', 'mật', 'Mật', 'THU HỒI', 'bóc bì', 'NỘI BỘ', 'PHỔ BIẾN']
const mayBeStamped = (text: string): boolean => STAMP_WORDS.some((word) => text.includes(word))

const INTERNAL: readonly RegExp[] = [/LƯU HÀNH NỘI BỘ|KHÔNG PHỔ BIẾN/u]

export const secretMarking: Rule = {
  id: 'secret-marking',
  name: 'dấu chỉ độ mật',
  severity: 'error',
  ofAnyForm: true,
  question: 'Bài không mang dấu chỉ độ mật?',
  reason:
    'Nội dung bí mật nhà nước đã đẩy lên máy chủ là đã lộ; kiểm tra này là lưới cuối, phải kiểm tra trên máy trước khi gửi.',
  advice:
    'Không soạn tài liệu mật trên máy nối mạng. Nếu lỡ gửi: không chuyển tiếp, báo ngay Trưởng ban biên tập.',
  check: ({ document }) => {
    if (!mayBeStamped(document.yaml) && !mayBeStamped(document.body)) return []
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

export const placeholder: Rule = {
  id: 'placeholder',
  name: 'chữ mẫu',
  severity: 'warning',
  ofAnyForm: true,
  question: 'Bài không còn chữ mẫu chưa thay?',
  reason: 'Chữ mẫu lọt lên trang làm người đọc nghi ngờ cả những gì đúng.',
  advice:
    'Tìm và thay hết các dòng mẫu mà lệnh `congbo new`, `congbo import`, `congbo init` để sẵn; dòng có «[CẦN SỬA]» thì sửa rồi bỏ dấu ấy.',
  check: ({ document }) => leftIn(document),
}

const leftIn = ({ yaml, yamlLine, body, bodyLine }: Document): Finding[] =>
  Object.values(PLACEHOLDERS).flatMap((words) => {
    const above = yaml.indexOf(words)
    const below = above < 0 ? body.indexOf(words) : -1
    if (above < 0 && below < 0) return []
    const [text, offset, first] = above >= 0 ? [yaml, above, yamlLine] : [body, below, bodyLine]
    const { line, column } = placeOfOffset(text, offset)
    return [
      {
        at: { line: line + first - 1, column },
        problem: `Còn chữ mẫu «${words}»`,
        fix: 'thay bằng nội dung thật',
      },
    ]
  })
