import { type Html, html, raw } from '../html.ts'
import type { DocumentView } from '../view.ts'

/** Shorter texts are seen at a glance. */
const LONG = 12_000
const ENOUGH = 4
const HEADING = /<h2 id="([^"]+)">(.*?)<\/h2>/gs
const TAGS = /<[^>]+>/g

/**
 * The headings of a long text as a way through it; nothing for a short one.
 *
 * @param body what the Markdown renderer made, so its words are escaped already
 */
export function tableOfContents(body: string, { language }: Pick<DocumentView, 'language'>): Html {
  if (body.length < LONG) return html``
  const headings = [...body.matchAll(HEADING)]
  if (headings.length < ENOUGH) return html``
  return html`<details class="contents-of-text" lang="${language}">
<summary>${language === 'en' ? 'Contents' : 'Mục lục'}</summary>
<ol>
${headings.map(([, id = '', words = '']) => html`<li><a href="#${raw(id)}">${raw(words.replace(TAGS, ''))}</a></li>`)}
</ol>
</details>`
}
