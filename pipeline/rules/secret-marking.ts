import type { Finding, Severity } from '../diagnostics/diagnostic.ts'
import type { Document } from '../documents/document.ts'
import { placeOfOffset } from '../documents/text-place.ts'
import { type Mark, secretMarks } from '../secrecy/marks.ts'
import type { TextRule } from './rule.ts'

/** What a mark means for whoever would publish. */
export const MARK_WORDS: Readonly<
  Record<Mark['kind'], { readonly severity: Severity; readonly problem: string; readonly fix: string }>
> = {
  stamp: {
    severity: 'error',
    problem: 'Có dấu chỉ độ mật của tài liệu',
    fix: 'không đăng, không đẩy lên máy chủ; báo ngay Trưởng ban biên tập và làm theo quy định về bảo vệ bí mật nhà nước',
  },
  limited: {
    severity: 'warning',
    problem: 'Có dòng chữ hạn chế phổ biến',
    fix: 'hỏi lại cơ quan ban hành trước khi đăng',
  },
  cited: {
    severity: 'warning',
    problem: 'Nhắc tới văn bản có ký hiệu độ mật (M)',
    fix: 'hỏi lại cơ quan ban hành văn bản ấy; không nêu số, ký hiệu và nội dung của văn bản mật',
  },
}

export const secretMarking: TextRule = {
  id: 'secret-marking',
  name: 'dấu chỉ độ mật',
  severity: 'error',
  ofAnyForm: true,
  question: 'Bài và tệp đính kèm không mang dấu chỉ độ mật?',
  reason:
    'Nội dung bí mật nhà nước đã đẩy lên máy chủ là đã lộ; kiểm tra này là lưới cuối, phải kiểm tra trên máy trước khi gửi.',
  advice:
    'Không soạn tài liệu mật trên máy nối mạng. Máy đọc chữ trong bài và trong tệp PDF, Word, Excel, PowerPoint, OpenDocument, CSV; không đọc chữ trong ảnh và trong trang quét. Nếu lỡ gửi: không chuyển tiếp, báo ngay Trưởng ban biên tập.',
  check: ({ document, look }) => {
    if (!look.secret) return []
    const seen = marksOf(document)
    return (['stamp', 'limited', 'cited'] as const).flatMap((kind) => {
      const first = seen.find((each) => each.kind === kind)
      return first ? [{ at: first.at, ...MARK_WORDS[kind] }] : []
    })
  },
}

/** The marks in the front matter and then in the body, where they stand in the file. */
const marksOf = ({ yaml, yamlLine, body, bodyLine }: Document): (Mark & { at: Finding['at'] })[] =>
  (
    [
      [yaml, yamlLine],
      [body, bodyLine],
    ] as const
  ).flatMap(([text, first]) =>
    secretMarks(text).map((mark) => {
      const { line, column } = placeOfOffset(text, mark.start)
      return { ...mark, at: { line: line + first - 1, column } }
    }),
  )
