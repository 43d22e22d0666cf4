import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { ListPage } from '../view.ts'

export function pagination({ newer, older }: Pick<ListPage, 'newer' | 'older'>, { to }: PageContext): Html {
  if (!newer && !older) return html``
  return html`<nav class="pagination" aria-label="Các trang của danh sách">
${newer && html`<a rel="prev" href="${to(newer.url)}">← ${newer.title}</a>`}
${older && html`<a rel="next" class="older" href="${to(older.url)}">${older.title} →</a>`}
</nav>`
}
