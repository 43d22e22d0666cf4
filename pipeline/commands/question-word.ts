import type { WrittenIssue } from '../adapters/forge.ts'
import type { Ports } from '../adapters/ports.ts'
import { plainWords } from '../import/headings.ts'
import { sortFiles } from '../import/mail-files.ts'
import type { Obstacle } from '../import/obstacles.ts'
import { NOT_COPIED } from '../questions/issue-form.ts'
import { droppedIn } from '../submissions/attachments.ts'
import { openWord } from './import-source.ts'
import { serverOf } from './open-pull.ts'
import { saidAgain } from './said-again.ts'
import { fetchDropped } from './submission-material.ts'

export type Written =
  | { readonly state: 'read'; readonly question: string }
  | { readonly state: 'refused'; readonly obstacles: readonly Obstacle[] }

/** More than anybody asks with. */
const MOST_FILES = 5

/**
 * A question with the words of the Word file in which somebody has written it. Pictures and other files stay where they were put, for a
 * person to look at.
 */
export async function withWordFile(ports: Ports, issue: WrittenIssue, typed: string): Promise<Written> {
  const dropped = droppedIn(issue.body, serverOf(ports)).filter(({ name }) => name !== undefined)
  if (dropped.length === 0) return { state: 'read', question: typed }
  if (dropped.length > MOST_FILES)
    return refused(`Câu hỏi kèm ${dropped.length} tệp, quá ${MOST_FILES}`, 'gửi một tệp Word')
  const { files, failed } = await fetchDropped(ports, dropped)
  if (failed.length > 0)
    return refused('Chưa tải được tệp đính kèm', 'chọn lại tệp, chờ tải lên xong rồi mới gửi')
  const sorted = await sortFiles(files, 'câu hỏi')
  if (!('word' in sorted)) return { state: 'refused', obstacles: sorted }
  const [word] = sorted.word
  if (!word) return { state: 'read', question: typed }
  const opened = await openWord(ports, word.bytes, false)
  if (opened.state === 'refused') return opened
  const { title, blocks } = opened.material.document
  const words = [title ?? '', ...blocks.map(plainWords)].filter(Boolean)
  const said = dropped.length === 1 ? typed.replace(NOT_COPIED.file, '').trim() : typed
  return { state: 'read', question: [said, ...words].filter(Boolean).join('\n\n') }
}

const refused = (problem: string, fix: string): Written => ({
  state: 'refused',
  obstacles: [{ problem, fix }],
})

/** What the asker is told whose file cannot be read; nothing of it is said again. */
export function fileNotRead(obstacles: readonly Obstacle[]): string {
  if (obstacles.some(({ secret }) => secret))
    return 'Tệp mang dấu chỉ độ mật: không được gửi ở đây, xin không gửi lại và không chuyển tiếp. Quản trị kho sẽ xóa hẳn câu hỏi này.'
  return `Cảm ơn bạn đã gửi câu hỏi. Máy chưa đọc được tệp gửi kèm nên chưa vào sổ, vì:

${obstacles.map(({ problem, fix }) => `- ${saidAgain(problem)}. Cách sửa: ${saidAgain(fix)}.`).join('\n')}

Xin gửi lại bằng một câu hỏi mới: gõ lời vào ô «Nội dung hỏi», hoặc chọn tệp đã sửa.`
}
