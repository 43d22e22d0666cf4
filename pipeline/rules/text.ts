import type { Token } from 'markdown-it'
import type { Finding } from '../diagnostics/diagnostic.ts'
import type { Document } from '../documents/document.ts'
import { legacyRemains } from '../documents/legacy-encoding.ts'
import { parseMarkdown } from '../documents/markdown.ts'
import { PLACEHOLDERS } from '../documents/placeholders.ts'
import { placeOfOffset } from '../documents/text-place.ts'
import { refsOf } from '../regulation/regulation.ts'
import { placeInBody, type TextRule } from './rule.ts'

export const legacyEncoding: TextRule = {
  id: 'legacy-encoding',
  name: 'bảng mã cũ',
  severity: 'error',
  ofAnyForm: true,
  question: 'Không còn sót chữ của bảng mã cũ (TCVN3, VNI, VIQR)?',
  reason: 'Chữ của bảng mã cũ hiện ra vô nghĩa trên máy người đọc và không tìm kiếm được.',
  advice: 'Chuyển mã cả văn bản sang Unicode bằng công cụ chuyển mã trước khi dán vào bài.',
  check: ({ portal, document, look }) => {
    if (!look.legacy) return []
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

export const rawHtml: TextRule = {
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

export const placeholder: TextRule = {
  id: 'placeholder',
  name: 'chữ mẫu',
  severity: 'warning',
  ofAnyForm: true,
  question: 'Bài không còn chữ mẫu chưa thay?',
  reason: 'Chữ mẫu lọt lên trang làm người đọc nghi ngờ cả những gì đúng.',
  advice:
    'Tìm và thay hết các dòng mẫu mà lệnh `congbo new`, `congbo import`, `congbo init` để sẵn; dòng có «[CẦN SỬA]» thì sửa rồi bỏ dấu ấy.',
  check: ({ document, look }) => (look.placeholder ? leftIn(document) : []),
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
