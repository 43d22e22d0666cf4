import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { DocumentView } from '../view.ts'
import { factList } from './fact-list.ts'
import { revisions } from './revisions.ts'
import { time } from './time.ts'

/** Where a document comes from and who answers for it: what the regulation asks to be shown with it. */
export const provenance = (
  view: DocumentView,
  { portal }: PageContext,
): Html => html`<footer class="provenance" lang="vi">
<h2>Thông tin xuất bản</h2>
${factList([
  { name: 'Tác giả', value: view.author },
  { name: 'Nguồn', value: sourceOf(view) },
  { name: 'Đơn vị cung cấp', value: view.submittedBy },
  { name: 'Thẩm quyền duyệt', value: view.approvedBy.join('; ') },
  { name: 'Thời điểm diễn ra', value: view.event && time(view.event) },
  { name: view.kind === 'trang' ? 'Cập nhật' : 'Đăng', value: time(view.published) },
  { name: 'Sửa lần cuối', value: view.modified.iso !== view.published.iso && time(view.modified) },
  { name: 'Lý do đăng sau thời hạn', value: view.lateReason },
])}
${revisions(view)}
${
  portal.attribution &&
  html`<p class="attribution">Khi sử dụng lại nội dung này, đề nghị ghi nguồn: ${portal.attribution}.</p>`
}
</footer>`

function sourceOf({ source, sourceUrl }: DocumentView): Html | undefined {
  if (sourceUrl) return html`<a href="${sourceUrl}" rel="noopener external">${source ?? sourceUrl}</a>`
  return source ? html`${source}` : undefined
}
