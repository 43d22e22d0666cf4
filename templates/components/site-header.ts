import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { PortalView } from '../view.ts'

export const siteHeader = ({ portal, to }: PageContext): Html => html`<header class="site-header" lang="vi">
<div class="frame">
<a class="brand" href="${to('')}">
<span class="brand-mark" aria-hidden="true">${initials(portal)}</span>
<span class="brand-name"><span class="brand-kind">${portal.kindName}</span> <span class="brand-unit">${portal.unitName}</span></span>
</a>
<p class="brand-owner">Cơ quan chủ quản: ${portal.owner}</p>
</div>
</header>`

/** `phường Thành Đông` → `TĐ`: a mark in letters, because the national emblem is not ours to draw. */
const initials = ({ unitName }: PortalView): string =>
  unitName
    .split(' ')
    .map((word) => word.slice(0, 1))
    .filter((letter) => letter !== letter.toLowerCase())
    .join('')
    .slice(0, 3)
