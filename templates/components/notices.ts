import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { Notice } from '../view.ts'

const NAMES: Record<Notice['kind'], string> = {
  archived: 'Lưu trữ',
  sample: 'Bản mẫu',
  preview: 'Bản xem trước',
}

export function notices({ portal }: PageContext): Html {
  if (portal.notices.length === 0) return html``
  return html`<aside class="notices" aria-label="Lưu ý về trang này" lang="vi">
${portal.notices.map(
  ({ kind, text, links }) =>
    html`<p class="notice notice-${kind}"><strong>${NAMES[kind]}.</strong> ${text}${links.map(
      ({ title, url }) => html` <a href="${url}">${title}</a>`,
    )}</p>`,
)}
</aside>`
}
