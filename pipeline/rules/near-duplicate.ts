import type { Files } from '../adapters/ports.ts'
import { type Finding, TOP } from '../diagnostics/diagnostic.ts'
import { decode } from '../documents/decode.ts'
import { placeOf } from '../documents/document.ts'
import { splitFrontMatter } from '../documents/front-matter.ts'
import { DOCUMENT_LIMIT } from '../documents/parse-document.ts'
import type { Rule } from './rule.ts'

/** Asked of the articles of a change, not of the whole archive: what was published is as it is. */
export const nearDuplicate: Rule = {
  id: 'near-duplicate',
  name: 'bài trùng lặp',
  severity: 'warning',
  question: 'Bài không trùng phần lớn với một bài đã có ở cổng này, hay ở cổng khác trong kho?',
  reason:
    'Bài trùng làm người đọc tưởng có tin mới, làm sai số liệu tin bài và nhuận bút; chép bài của nơi khác là dùng công của người khác.',
  advice:
    'Việc tiếp theo của một tin cũ thì ghi vào `updates` của bài ấy, hoặc viết phần mới và đặt liên kết. Đăng lại bài của cổng khác thì ghi nguồn và xin phép nếu Quy chế cho. Chỉ xét khi kiểm tra phần thay đổi (`--since`, `--staged`, tên tệp) trong kho Git, với các bài đã có ở bản trước.',
}

/** An article that has much in common with the one that was asked about. */
export type LikeArticle = { readonly path: string; readonly title: string; readonly share: number }

/** The articles before the change. */
export type Published = { readonly like: (body: string, path: string) => readonly LikeArticle[] }

const MOST = 3

/** What stands in other articles too. One that the change moves or takes away is no other. */
export function likenessFindings(files: Files, path: string, below: string, { like }: Published): Finding[] {
  if (placeOf(below)?.folder !== 'tin-bai') return []
  const read = files.read(path, DOCUMENT_LIMIT)
  const split = read.state === 'read' ? splitFrontMatter(decode(read.bytes).text ?? '') : undefined
  if (!split?.ok) return []
  return like(split.value.body, path)
    .filter((other) => other.path !== path && files.exists(other.path))
    .slice(0, MOST)
    .map(({ path: other, title, share }) => ({
      at: TOP,
      problem: `Trùng ${Math.round(share * 100)}% với «${title}» (${other})`,
      fix: 'viết phần mới và liên kết tới bài đã có; đăng lại bài của nơi khác thì ghi nguồn, xin phép khi Quy chế cho; trùng vì cùng một mẫu thì người duyệt cân nhắc',
    }))
}
