import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { DocumentView } from '../view.ts'
import { factList } from './fact-list.ts'
import { revisions } from './revisions.ts'
import { time } from './time.ts'

/** Where a document comes from and who answers for it: what the regulation asks to be shown with it. */
export function provenance(view: DocumentView, { portal }: PageContext): Html {
  const words = WORDS[view.language]
  return html`<footer class="provenance" lang="${view.language}">
<h2>${words.heading}</h2>
${factList([
  { name: words.author, value: view.author },
  { name: words.source, value: sourceOf(view) },
  { name: words.submittedBy, value: view.submittedBy && html`<span lang="vi">${view.submittedBy}</span>` },
  {
    name: words.approvedBy,
    value: view.approvedBy.length > 0 && html`<span lang="vi">${view.approvedBy.join('; ')}</span>`,
  },
  { name: words.event, value: view.event && time(view.event) },
  {
    name: view.kind === 'trang' ? words.updated : words.published,
    value: view.pending ? words.pending : time(view.published),
  },
  { name: words.modified, value: view.modified.iso !== view.published.iso && time(view.modified) },
  { name: words.lateReason, value: view.lateReason },
])}
${revisions(view)}
${
  portal.attribution &&
  html`<p class="attribution" lang="vi">Khi sử dụng lại nội dung này, đề nghị ghi nguồn: ${portal.attribution}.</p>`
}
</footer>`
}

const WORDS = {
  vi: {
    heading: 'Thông tin xuất bản',
    author: 'Tác giả',
    source: 'Nguồn',
    submittedBy: 'Đơn vị cung cấp',
    approvedBy: 'Thẩm quyền duyệt',
    event: 'Thời điểm diễn ra',
    published: 'Đăng',
    updated: 'Cập nhật',
    modified: 'Sửa lần cuối',
    lateReason: 'Lý do đăng sau thời hạn',
    pending: 'chưa công bố',
  },
  en: {
    heading: 'About this page',
    author: 'Author',
    source: 'Source',
    submittedBy: 'Supplied by',
    approvedBy: 'Approved by',
    event: 'Took place',
    published: 'Published',
    updated: 'Updated',
    modified: 'Last changed',
    lateReason: 'Reason for late publication',
    pending: 'not published yet',
  },
} as const

function sourceOf({ source, sourceUrl }: DocumentView): Html | undefined {
  if (sourceUrl) return html`<a href="${sourceUrl}" rel="noopener external">${source ?? sourceUrl}</a>`
  return source ? html`${source}` : undefined
}
