import { html } from '../html.ts'
import { basePage } from '../layouts/base.ts'
import type { PageTemplate } from '../page.ts'

export const notFoundPage: PageTemplate<undefined> = (_, context) =>
  basePage({
    title: 'Không tìm thấy trang',
    description: 'Địa chỉ này không có trên trang.',
    language: 'vi',
    detached: true,
    main: html`<h1>Không tìm thấy trang</h1>
<p class="lead">Địa chỉ này không có trên ${context.portal.name}: có thể địa chỉ bị gõ sai, hoặc bài viết đã được gỡ theo quy chế.</p>
<p>Quý vị có thể:</p>
<ul>
<li><a href="${context.to('')}">Về trang chủ</a></li>
<li><a href="${context.to('tin-moi/')}">Xem tin mới</a></li>
<li><a href="${context.to('van-ban/')}">Tìm văn bản</a></li>
<li><a href="${context.to('hoi-dap/')}">Xem mục hỏi đáp</a></li>
</ul>`,
    context,
  })
