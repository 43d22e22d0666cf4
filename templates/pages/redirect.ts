import { html } from '../html.ts'
import { basePage } from '../layouts/base.ts'
import type { PageTemplate } from '../page.ts'

/** A page that has moved: browsers follow at once, and who does not is told where it is. The view is the new address. */
export const redirectPage: PageTemplate<string> = (target, context) =>
  basePage({
    title: 'Trang đã đổi địa chỉ',
    description: 'Trang này đã chuyển sang địa chỉ mới.',
    language: 'vi',
    movedTo: target,
    main: html`<h1>Trang đã đổi địa chỉ</h1>
<p class="lead">Nội dung quý vị tìm đã chuyển sang địa chỉ mới.</p>
<p><a href="${context.to(target)}">Đến trang mới</a></p>`,
    context,
    path: [],
  })
