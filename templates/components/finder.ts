import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'

/** The search, offered where people look for a document by its number: the search page puts that document first. */
export const finder = (
  { label, hint }: { label: string; hint: string },
  { to }: PageContext,
): Html => html`<search class="finder needs-script">
<form action="${to('tim-kiem/')}" method="get">
<label for="tim_van_ban">${label}</label>
<div class="finder-line">
<input id="tim_van_ban" type="search" name="q" placeholder="${hint}" maxlength="200">
<button type="submit">Tìm văn bản</button>
</div>
</form>
</search>`
