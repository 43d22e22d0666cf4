import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { DocumentView } from '../view.ts'
import { factList } from './fact-list.ts'
import { figureOf, nearest, TEXT_SIZES } from './picture.ts'
import { time } from './time.ts'

export const question = ({ question: asked }: DocumentView): Html =>
  html`${
    asked &&
    html`<section class="question" lang="vi">
<h2>Câu hỏi</h2>
<p class="question-status"><span class="status">${asked.status}</span></p>
<blockquote>${paragraphs(asked.text)}</blockquote>
${factList([
  { name: 'Số tiếp nhận', value: asked.number },
  { name: 'Người hỏi', value: asked.askedBy },
  { name: 'Đơn vị trả lời', value: asked.answeredBy },
  { name: 'Trả lời lúc', value: asked.answered && time(asked.answered) },
  { name: 'Nơi có thẩm quyền', value: asked.authority },
])}
${way(asked.history)}
</section>`
  }`

/** What has been done about a question, in its order. */
const way = (history: NonNullable<DocumentView['question']>['history']): Html =>
  html`${
    history.length > 0 &&
    html`<h3>Quá trình xử lý</h3>
<ol class="question-way">
${history.map((event) => html`<li>${time(event.at)}: ${event.text}</li>`)}
</ol>`
  }`

const paragraphs = (text: string): readonly Html[] =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => html`<p>${paragraph}</p>`)

/** The picture at the head of the page is what the reader waits for; all others are loaded when they are come near. */
export const figure = ({ figure: shown }: DocumentView, context: PageContext): Html =>
  html`${shown && figureOf(shown, nearest(context), { sizes: TEXT_SIZES, eager: true })}`

export const attachments = ({ attachments: files }: DocumentView, { to }: PageContext): Html =>
  html`${
    files.length > 0 &&
    html`<section class="attachments" lang="vi">
<h2>Tệp đính kèm</h2>
<ul>
${files.map(
  ({ url, title, format }) =>
    html`<li><a href="${to(url)}">${title} <span class="format">(${format})</span></a></li>`,
)}
</ul>
</section>`
  }`
