/** The headings of the issue form, in its order: GitHub writes each answer below the label of its field. */
export const FORM_LABELS = {
  portal: 'Cổng',
  question: 'Nội dung hỏi',
  area: 'Nơi ở (chỉ ghi tới tổ dân phố, thôn)',
  confirmed: 'Xác nhận',
} as const

/** In front of the title that the form proposes. */
export const FORM_TITLE = 'Câu hỏi: '

/** What an issue asks, taken apart: a stranger's words, of which nothing is believed. */
export type FormAnswers = {
  readonly title: string
  readonly portal: string | undefined
  readonly question: string
  readonly area: string | undefined
}

/** What GitHub writes where a field was left empty. */
const NOTHING = '_No response_'

/**
 * Reads the text of an issue. Whoever fills the form in can write headings too: the fields before the long one are looked for from
 * the top, those behind it from the end. A text without the form's headings is all question.
 */
export function readIssueForm(issue: { readonly title: string; readonly body: string }): FormAnswers {
  const title = issue.title.trim().replace(/^câu hỏi:\s*/i, '')
  const lines = issue.body.replace(/\r\n?/g, '\n').split('\n')
  const start = lines.indexOf(heading('question'))
  if (start < 0) return { title, portal: undefined, question: withoutPictures(issue.body), area: undefined }
  const ends = [lines.lastIndexOf(heading('area')), lines.lastIndexOf(heading('confirmed'))]
  const [area = -1, confirmed = -1] = ends.map((line) => (line > start ? line : -1))
  const end = area > 0 ? area : confirmed > 0 ? confirmed : lines.length
  return {
    title,
    portal: answer(lines.slice(0, start), 'portal'),
    question: withoutPictures(
      lines
        .slice(start + 1, end)
        .join('\n')
        .trim(),
    ),
    area: area < 0 ? undefined : firstLine(lines.slice(area + 1, confirmed > area ? confirmed : undefined)),
  }
}

const heading = (field: keyof typeof FORM_LABELS): string => `### ${FORM_LABELS[field]}`

function answer(lines: readonly string[], field: keyof typeof FORM_LABELS): string | undefined {
  const at = lines.indexOf(heading(field))
  return at < 0 ? undefined : firstLine(lines.slice(at + 1))
}

function firstLine(lines: readonly string[]): string | undefined {
  const line = lines.map((each) => each.trim()).find((each) => each !== '')
  return line === undefined || line === NOTHING ? undefined : line
}

/** What stands in the place of what was dropped into a question. */
export const NOT_COPIED = { picture: '[ảnh không chép theo]', file: '[tệp không chép theo]' } as const

/** A picture of a paper tells more than its words; it stays where it was put, for a person to look at. */
const withoutPictures = (text: string): string =>
  text
    .replace(/!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>/gi, NOT_COPIED.picture)
    .replace(/\[[^\]]*\]\([^)\s]*\/user-attachments\/[^)]*\)/gi, NOT_COPIED.file)
