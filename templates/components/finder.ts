import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'

/** Looks for words among the documents of some kinds: the search page with its filter already set; the pages of the list do without it. */
export const finder = (
  { label, hint, kinds }: { label: string; hint: string; kinds: readonly string[] },
  { to }: PageContext,
): Html => html`<search class="finder needs-script">
<form action="${to('tim-kiem/')}" method="get">
<label for="tim_van_ban">${label}</label>
<div class="finder-line">
<input id="tim_van_ban" type="search" name="q" placeholder="${hint}" maxlength="200">
${kinds.map((kind) => html`<input type="hidden" name="the-loai" value="${kind}">`)}
<button type="submit">Tìm văn bản</button>
</div>
</form>
</search>`
