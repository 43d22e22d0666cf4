import { citeAll, type Regulation } from '../regulation/regulation.ts'
import type { Rule } from './rule.ts'

const WEIGHT = {
  error: 'lỗi: không đăng được khi chưa sửa',
  warning: 'cảnh báo: người duyệt cân nhắc',
  info: 'lưu ý',
} as const

/** What a rule asks, why, how to get it right, and on which clause it rests in each portal: as Markdown. */
export function describeRule(
  rule: Rule,
  regulations: readonly (readonly [portal: string, regulation: Regulation])[],
): string {
  const rows = regulations.flatMap(([portal, regulation]) => {
    const refs = regulation.clausesOfRule.get(rule.id) ?? []
    const law = citeAll(regulation, refs)
    return law ? [`- ${portal}: ${law}`] : []
  })
  return [
    `# ${rule.id}`,
    '',
    rule.question,
    '',
    `Mức độ mặc định: ${WEIGHT[rule.severity]}.`,
    '',
    '## Vì sao',
    '',
    rule.reason,
    '',
    '## Làm thế nào cho đúng',
    '',
    rule.advice,
    '',
    '## Căn cứ',
    '',
    ...(rows.length > 0 ? rows : ['Quy ước kỹ thuật của hệ thống; không có điều khoản riêng.']),
    '',
  ].join('\n')
}
