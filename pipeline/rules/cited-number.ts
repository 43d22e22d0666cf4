import type { Finding } from '../diagnostics/diagnostic.ts'
import { miswrittenNumbers } from '../documents/cited-numbers.ts'
import type { Document } from '../documents/document.ts'
import type { Note } from '../language/remark.ts'
import type { TextRule } from './rule.ts'
import { inFields, placed, toFinding } from './writing.ts'

const NO_FINDING: readonly Finding[] = []

/** Code and addresses, which nobody may mend. */
const NO_TEXT =
  /(`+)[^`\n]+\1|\]\([^)\n]*\)|[a-z][a-z0-9+.-]*:\/\/\S+|^ {0,3}(```|~~~)[\s\S]*?(?:^ {0,3}\2|(?![\s\S]))/gim

export const citedNumber: TextRule = {
  id: 'cited-number',
  name: 'số, ký hiệu văn bản nhắc trong bài',
  severity: 'warning',
  question: 'Số, ký hiệu văn bản nhắc trong bài viết liền, đúng chữ, đúng gạch?',
  reason:
    'Người đọc chép số ấy vào ô tìm kiếm; thừa khoảng trắng, QD thay cho QĐ, thiếu gạch nối thì tìm không ra văn bản.',
  advice:
    'Chép đúng như trên văn bản: 849/QĐ-UBND, 204/2025/QĐ-UBND, 57-NQ/TW, 91/2025/QH15. `congbo check --fix` sửa chỗ chỉ có một cách sửa.',
  check: ({ document, look }) => (look.citedNumber ? findings(document) : NO_FINDING),
}

function findings({ yaml, yamlLine, body, bodyLine }: Document): readonly Finding[] {
  const above = inFields(yaml, notesOn)
  const below = notesOn(body)
  if (above.length + below.length === 0) return NO_FINDING
  return [...placed(above, yaml, yamlLine), ...placed(below, body, bodyLine)].map(toFinding)
}

function notesOn(text: string): Note[] {
  const found = miswrittenNumbers(text)
  if (found.length === 0) return []
  const others = [...text.matchAll(NO_TEXT)]
  return found
    .filter(
      ({ start }) => !others.some(({ index, 0: words }) => index <= start && start < index + words.length),
    )
    .map(({ start, written, instead }) => ({
      start,
      written,
      problem: `Số, ký hiệu «${written}» không đúng thể thức (Nghị định 30/2020/NĐ-CP, Phụ lục III)`,
      fix: `viết «${instead}»`,
      instead,
    }))
}
