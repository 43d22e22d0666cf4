import type { FrontMatter } from '../contract/types.ts'
import type { Finding } from '../diagnostics/diagnostic.ts'
import type { Document } from '../documents/document.ts'
import { type DocumentNumber, parseDocumentNumber, typeName } from '../documents/document-number.ts'
import { placeOfField, type Rule } from './rule.ts'

export const documentNumber: Rule = {
  id: 'document-number',
  name: 'số, ký hiệu văn bản',
  severity: 'error',
  question: 'Số, ký hiệu văn bản đúng thể thức?',
  reason:
    'Người dân tra cứu văn bản bằng số, ký hiệu; ký hiệu sai chữ hoa, sai dấu (TTr khác TT, QĐ khác QD) thì tra không ra.',
  advice: 'Ghi như trên văn bản: 849/QĐ-UBND, 204/2025/QĐ-UBND, 2450/VPCP-KGVX, 80-NQ/TW.',
  check: ({ document }) => {
    const { front } = document
    const number = 'documentType' in front && 'number' in front ? front.number : undefined
    if (number === undefined) return []
    return [...ownNumber(document, number), ...otherNumbers(document, number)]
  },
}

function ownNumber(document: Document, number: string): Finding[] {
  const at = placeOfField(document, 'number')
  const parsed = parseDocumentNumber(number)
  if (!parsed) return [misspelt(at, number)]
  if (parsed.form === 'incomplete')
    return [
      {
        at,
        severity: 'warning',
        problem: `Số, ký hiệu \`${number}\` thiếu ${parsed.missing === 'issuer' ? 'chữ viết tắt của cơ quan' : 'số'}`,
        fix: 'bổ sung nếu văn bản có; nếu bản gốc để trống thì giữ nguyên',
      },
    ]
  return otherType(document.front, parsed).map(({ named, expected }) => ({
    at,
    severity: 'warning',
    problem: `Ký hiệu \`${number}\` là ${expected}, nhưng loại văn bản ghi «${named}»`,
    fix: 'sửa số, ký hiệu hoặc `documentType` cho khớp',
  }))
}

const misspelt = (at: Finding['at'], number: string): Finding => ({
  at,
  problem: `Số, ký hiệu \`${number}\` không đúng thể thức (Nghị định 30/2020/NĐ-CP, Phụ lục III)`,
  fix: 'ghi theo dạng số/LOẠI-CƠ QUAN, ví dụ 849/QĐ-UBND; kiểm tra chữ hoa và dấu (QĐ, TTr, KH, TB…)',
})

/** The type that the number says, where the document names another. */
function otherType(
  front: FrontMatter,
  parsed: DocumentNumber,
): readonly { readonly named: string; readonly expected: string }[] {
  const named = 'documentType' in front ? front.documentType : undefined
  const expected = 'type' in parsed ? typeName(parsed.type) : undefined
  if (!named || !expected || expected === 'Quyết định') return []
  return named.toLowerCase().startsWith(expected.toLowerCase()) ? [] : [{ named, expected }]
}

const RELATIONS = ['replaces', 'replacedBy', 'amendedBy'] as const

/** The documents that this one replaces, or that replaced or amended it. */
function otherNumbers(document: Document, own: string): Finding[] {
  const fields = document.front as unknown as Partial<Record<string, readonly string[]>>
  return RELATIONS.flatMap((field) =>
    (fields[field] ?? []).flatMap((number, index) => {
      const at = () => placeOfField(document, field, index)
      if (number === own)
        return [
          {
            at: at(),
            problem: `\`${number}\` là số của chính văn bản này`,
            fix: `ghi số của văn bản khác, hoặc bỏ \`${field}\``,
          },
        ]
      return parseDocumentNumber(number) ? [] : [misspelt(at(), number)]
    }),
  )
}
