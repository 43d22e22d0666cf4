import { type Html, html } from '../html.ts'
import type { DocumentView, OrganisationUnit } from '../view.ts'
import { mailLink, phoneLink } from './contact-links.ts'

const WORDS = { vi: 'Sơ đồ tổ chức', en: 'Organisation chart' } as const

/** A chart of offices: a list in lists, which the style sheet draws as a tree where there is room. */
export const organisation = ({ organisation: root, language }: DocumentView): Html =>
  html`${
    root &&
    html`<section class="organisation">
<h2>${WORDS[language]}</h2>
<ul class="chart">
${unit(root)}
</ul>
</section>`
  }`

const unit = ({ name, role, head, phone, email, children }: OrganisationUnit): Html => html`<li>
<div class="unit">
<p class="unit-name">${name}</p>
${head && html`<p class="unit-head">${head}</p>`}
${role && html`<p class="unit-role">${role}</p>`}
${phone && html`<p>${phoneLink(phone)}</p>`}
${email && html`<p>${mailLink(email)}</p>`}
</div>
${children.length > 0 && html`<ul>${children.map(unit)}</ul>`}
</li>`
