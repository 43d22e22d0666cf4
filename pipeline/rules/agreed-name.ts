import type { Cong } from '../contract/types.ts'
import type { Finding } from '../diagnostics/diagnostic.ts'
import { languageOf } from '../documents/document.ts'
import { createNameReader, type NameReader } from '../language/agreed-names.ts'
import type { TextRule } from './rule.ts'
import { inFields, placed, toFinding } from './writing.ts'

const NO_FINDING: readonly Finding[] = []
type Spelling = Pick<Cong, 'spelling'>
const readers = new WeakMap<Spelling, NameReader>()

function readerOf(cong: Spelling): NameReader {
  const reader = readers.get(cong) ?? createNameReader(cong.spelling ?? {})
  readers.set(cong, reader)
  return reader
}

export const agreedName: TextRule = {
  id: 'agreed-name',
  name: 'tên và chữ viết tắt thống nhất',
  severity: 'warning',
  question: 'Tên cơ quan, chữ viết tắt viết theo danh sách của cổng?',
  reason: 'Một cơ quan viết ba lối thì người đọc tưởng ba nơi, tìm kiếm không gom được bài.',
  advice:
    'Danh sách ở mục `spelling.names`, `spelling.abbreviations` của cong.yaml: lối đúng, các lối sai đã gặp; `congbo check --fix` sửa lại. Chữ viết tắt có `spellOut: true` thì lần đầu trong bài viết đủ, chữ tắt trong ngoặc.',
  check: ({ portal: { cong }, look, document: { front, yaml, yamlLine, body, bodyLine } }) => {
    if (!look.agreedName || languageOf(front) !== 'vi') return NO_FINDING
    const reader = readerOf(cong)
    const above = inFields(yaml, reader.wrongForms)
    const below = reader.wrongForms(body)
    const short = reader.notSpelledOut(body)
    if (above.length + below.length + short.length === 0) return NO_FINDING
    return [
      ...placed(above, yaml, yamlLine).map(toFinding),
      ...placed(below, body, bodyLine).map(toFinding),
      ...placed(short, body, bodyLine).map((each) => ({ ...toFinding(each), severity: 'info' as const })),
    ]
  },
}
