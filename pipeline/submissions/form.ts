import type { Kind } from '../regulation/regulation.ts'

/** The headings of the issue form, in its order: GitHub writes each answer below the label of its field. */
export const SUBMISSION_LABELS = {
  portal: 'Cổng',
  kind: 'Thể loại',
  linhVuc: 'Lĩnh vực',
  author: 'Người viết (bút danh ghi dưới bài)',
  unit: 'Đơn vị gửi',
  day: 'Ngày diễn ra',
  hour: 'Giờ bắt đầu',
  source: 'Nguồn tin',
  text: 'Nội dung bài',
  files: 'Ảnh và tệp Word',
  confirmed: 'Cam kết',
} as const

export type SubmissionField = keyof typeof SUBMISSION_LABELS

/** What the form is called where the regulation has no word for it. */
export const SUBMISSION_FORM_NAME = 'Mẫu «Gửi tin, bài» trên kho nội dung của cổng'

/** In front of the title that the form proposes. */
export const SUBMISSION_TITLE = 'Tin, bài: '

/** What somebody without knowledge of the regulation calls the kinds that are sent in; a portal takes those that it knows. */
export const SENT_KINDS = {
  'tin-su-kien': 'Tin về việc đã diễn ra',
  'hoi-nghi': 'Tin hội nghị, cuộc họp',
  'bai-viet': 'Bài viết',
  'pho-bien-phap-luat': 'Tuyên truyền, phổ biến pháp luật',
  'van-ban': 'Văn bản (gửi tệp Word)',
} as const satisfies Partial<Record<Kind, string>>

/** The first choice where the sender need not know. */
export const NOT_SURE = 'Không rõ, nhờ Ban biên tập chọn'
/** The last choice of units. */
export const OTHER_UNIT = 'Cơ quan, đơn vị, cá nhân khác'

/** What an issue brings, taken apart: a stranger's words, of which nothing is believed. */
export type Submission = {
  readonly title: string
  readonly portal: string | undefined
  readonly kind: keyof typeof SENT_KINDS | undefined
  readonly linhVuc: string | undefined
  readonly author: string | undefined
  readonly unit: string | undefined
  readonly day: string | undefined
  readonly hour: string | undefined
  readonly source: string | undefined
  /** Markdown, as the sender wrote it. */
  readonly text: string
  readonly files: string
}

/** What GitHub writes where a field was left empty. */
const NOTHING = '_No response_'

const heading = (field: SubmissionField): string => `### ${SUBMISSION_LABELS[field]}`

/** Whether an issue was written with the form. */
export const isSubmission = (body: string): boolean =>
  body.split(/\r?\n/).includes(heading('text')) && body.split(/\r?\n/).includes(heading('author'))

/**
 * Reads the text of an issue. Whoever fills the form in can write headings too: the fields before the long ones are looked for from the
 * top, those behind them from the end. A text without the form's headings is all article.
 */
export function readSubmission(issue: { readonly title: string; readonly body: string }): Submission {
  const title = oneLine(issue.title).replace(/^tin, bài:\s*/iu, '')
  const lines = issue.body.replace(/\r\n?/g, '\n').split('\n')
  const start = lines.indexOf(heading('text'))
  const [files = -1, confirmed = -1] = [heading('files'), heading('confirmed')]
    .map((each) => lines.lastIndexOf(each))
    .map((line) => (line > start ? line : -1))
  const before = start < 0 ? [] : lines.slice(0, start)
  const read = (field: SubmissionField) => answerIn(before, field)
  const end = (from: number) => (confirmed > from ? confirmed : undefined)
  const kind = read('kind')
  return {
    title,
    portal: read('portal'),
    kind: Object.entries(SENT_KINDS).find(([, words]) => words === kind)?.[0] as Submission['kind'],
    linhVuc: read('linhVuc'),
    author: read('author'),
    unit: read('unit'),
    day: read('day'),
    hour: read('hour'),
    source: read('source'),
    text: start < 0 ? issue.body.trim() : textIn(lines.slice(start + 1, files > start ? files : end(start))),
    files: files < 0 ? '' : textIn(lines.slice(files + 1, end(files))),
  }
}

function answerIn(lines: readonly string[], field: SubmissionField): string | undefined {
  const at = lines.indexOf(heading(field))
  if (at < 0) return undefined
  const next = lines.findIndex((line, index) => index > at && line.startsWith('### '))
  // Who fills in later what was left empty often leaves these words beside it.
  const answer = oneLine(
    lines
      .slice(at + 1, next < 0 ? undefined : next)
      .join(' ')
      .replaceAll(NOTHING, ' '),
  )
  return answer === '' || answer === NOT_SURE ? undefined : answer
}

function textIn(lines: readonly string[]): string {
  return lines.join('\n').replace(NOTHING, '').trim()
}

/** Line breaks and signs that nobody sees are no part of an answer. */
export const oneLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
