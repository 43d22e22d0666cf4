import { type Html, html } from '../html.ts'
import type { DocumentView } from '../view.ts'
import { time } from './time.ts'

/** What the editors changed after the publication, and why; a document that was never changed has no such part. */
export const revisions = ({ revisions: all, language }: Pick<DocumentView, 'revisions' | 'language'>): Html =>
  html`${
    all.length > 0 &&
    html`<section class="revisions" aria-labelledby="cap_nhat">
<h3 id="cap_nhat">${language === 'en' ? 'Updates' : 'Cập nhật'}</h3>
<ul>
${all.map(({ date, note }) => html`<li>${time(date)}: ${note}</li>`)}
</ul>
</section>`
  }`
