import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { DocumentView } from '../view.ts'
import { label } from './label.ts'
import { time } from './time.ts'

export const documentHeader = (
  view: DocumentView,
  context: PageContext,
): Html => html`<header class="document-header">
${view.kind !== 'trang' && html`<p class="kicker" lang="vi">${kicker(view, context)}</p>`}
<h1>${label(view.label)}${view.title}</h1>
<p class="byline" lang="vi">${view.author && html`<span class="author">${view.author}</span> · `}${view.kind === 'trang' ? 'Cập nhật' : 'Đăng'} lúc ${time(view.published)}</p>
${translation(view, context)}
${view.summary && html`<p class="lead">${view.summary}</p>`}
</header>`

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
