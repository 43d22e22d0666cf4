import { type Html, html } from '../html.ts'
import type { Notice } from '../view.ts'

const NAMES: Record<Notice['kind'], string> = {
  archived: 'Lưu trữ',
  sample: 'Bản mẫu',
  preview: 'Bản xem trước',
}

export function notices(all: readonly Notice[]): Html {
  if (all.length === 0) return html``
  return html`<aside class="notices" aria-label="Lưu ý về trang này" lang="vi">
${all.map(
  ({ kind, text }) => html`<p class="notice notice-${kind}"><strong>${NAMES[kind]}.</strong> ${text}</p>`,
)}
</aside>`
}
