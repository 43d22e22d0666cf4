import type { Finding } from '../diagnostics/diagnostic.ts'
import { languageOf } from '../documents/document.ts'
import { legacyRemains } from '../documents/legacy-encoding.ts'
import { unclosedMarks } from '../language/closing-marks.ts'
import type { Note } from '../language/remark.ts'
import { longSentences } from '../language/sentences.ts'
import { LONGEST_SENTENCE, longestSentence } from './first-look.ts'
import type { TextFacts, TextRule } from './rule.ts'
import { placed, toFinding } from './writing.ts'

const NO_FINDING: readonly Finding[] = []

/** In the body of an article, an answer or a page in Vietnamese; the words of a law are not the editor's to cut. */
const inBody =
  (announcedAs: 'unclosedMark' | 'longSentence', read: (body: string, facts: TextFacts) => readonly Note[]) =>
  (facts: TextFacts): readonly Finding[] => {
    if (!facts.look[announcedAs]) return NO_FINDING
    const { front, place, body, bodyLine } = facts.document
    if (languageOf(front) !== 'vi' || place.folder === 'van-ban') return NO_FINDING
    const notes = read(body, facts)
    // Text in an older encoding is one problem, and a rule of its own says so.
    if (notes.length === 0 || legacyRemains(body).length > 0) return NO_FINDING
    return placed(notes, body, bodyLine).map(toFinding)
  }

export const longSentence: TextRule = {
  id: 'long-sentence',
  name: 'câu dài',
  severity: 'info',
  question: 'Không có câu quá dài, đọc một hơi không hết?',
  reason: 'Câu dài làm người đọc mất ý, nhất là trên màn hình điện thoại và khi nghe máy đọc.',
  advice: `Tách mỗi ý một câu. Mỗi bài chỉ gợi ý vài câu dài nhất; danh sách, bảng, lời trích không tính. Mức mặc định ${LONGEST_SENTENCE} tiếng là lựa chọn của phần mềm, không phải quy định; cổng đổi ở \`spelling.longestSentence\` của cong.yaml.`,
  check: inBody('longSentence', (body, { portal }) => longSentences(body, longestSentence(portal.cong))),
}

export const unclosedMark: TextRule = {
  id: 'unclosed-mark',
  name: 'dấu nháy, ngoặc không khép',
  severity: 'warning',
  question: 'Mỗi dấu nháy, dấu ngoặc mở ra đều khép lại?',
  reason: 'Thiếu dấu khép thì không biết lời trích hết ở đâu, lời ai nói.',
  advice:
    'Lời trích nhiều đoạn: mở dấu ở đầu mỗi đoạn, khép ở cuối đoạn sau cùng. Dấu nháy thẳng (") không phân biệt mở, khép nên không xét.',
  check: inBody('unclosedMark', (body) => unclosedMarks(body)),
}
