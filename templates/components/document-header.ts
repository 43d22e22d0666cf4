import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { DocumentView } from '../view.ts'
import { label } from './label.ts'
import { printButton } from './print-address.ts'
import { time } from './time.ts'

export const documentHeader = (
  view: DocumentView,
  context: PageContext,
): Html => html`<header class="document-header">
${view.kind !== 'trang' && html`<p class="kicker" lang="vi">${kicker(view, context)}</p>`}
<h1${view.title.length > LONG_TITLE && html` class="long"`}>${label(view.label)}${view.title}</h1>
${byline(view)}
${translation(view, context)}
${view.summary && html`<p class="lead">${view.summary}</p>`}
</header>`

/** Beyond this many letters a title is set smaller, so that a phone shows more than it. */
const LONG_TITLE = 120

/** What is not published yet has no time of publication. */
function byline(view: DocumentView): Html {
  const { author, language, pending } = view
  const words = WORDS[language]
  return html`<div class="byline">
<p lang="${language}">${author && html`<span class="author">${author}</span> · `}${
    pending
      ? words.pending
      : html`${view.kind === 'trang' ? words.updated : words.published} ${time(view.published)}`
  }</p>
${printButton(view)}
</div>`
}

const WORDS = {
  vi: { published: 'Đăng lúc', updated: 'Cập nhật lúc', pending: 'Chưa công bố' },
  en: { published: 'Published', updated: 'Updated', pending: 'Not published yet' },
} as const

const kicker = ({ kindName, section, linhVuc }: DocumentView, { to }: PageContext): Html =>
  html`${kindName}${
    section && section.title !== kindName && html` · <a href="${to(section.url)}">${section.title}</a>`
  }${linhVuc && html` · <a href="${to(linhVuc.url)}">${linhVuc.title}</a>`}`

/** The link speaks the language that it leads to. */
function translation({ translation: other, language }: DocumentView, { to }: PageContext): Html {
  if (!other) return html``
  const [target, words] = language === 'vi' ? ['en', 'Read in English'] : ['vi', 'Đọc bằng tiếng Việt']
  return html`<p class="translation"><a href="${to(other.url)}" lang="${target}" hreflang="${target}">${words}: ${other.title}</a></p>`
}
