import { mediaType } from '../components/media-type.ts'
import { addressOf, identifierOf, labelledTitle } from '../components/words.ts'
import { xmlFile } from '../components/xml.ts'
import { type Html, html } from '../html.ts'
import type { PageContext, PageTemplate } from '../page.ts'
import type { FeedView } from '../view.ts'

/** Atom 1.0. While the portal's address is unconfirmed, names are `urn:` and links are relative to the feed. */
export const feedPage: PageTemplate<FeedView> = (view, context) =>
  xmlFile(html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
<id>${identifierOf(context.portal, view.root)}</id>
<title>${view.title}</title>
<updated>${view.updated}</updated>
<author><name>${context.portal.owner}</name></author>
<link rel="self" type="application/atom+xml" href="${addressOf(`${view.root}feed.xml`, context)}"/>
<link rel="alternate" type="text/html" href="${addressOf(view.root, context)}"/>
<link rel="alternate" type="application/feed+json" href="${addressOf(`${view.root}feed.json`, context)}"/>
${context.portal.attribution && html`<rights>${context.portal.attribution}</rights>`}
${view.entries.map((each) => entry(each, context))}
</feed>
`)

const entry = (
  view: FeedView['entries'][number],
  context: PageContext,
): Html => html`<entry xml:lang="${view.language}">
<id>${identifierOf(context.portal, view.url)}</id>
<title>${labelledTitle(view)}</title>
<updated>${view.modified.iso}</updated>
<published>${view.published.iso}</published>
<author><name>${view.author}</name></author>
<link rel="alternate" type="text/html" href="${addressOf(view.url, context)}"/>
${view.files.map(
  ({ url, title }) =>
    html`<link rel="enclosure" type="${mediaType(url)}" title="${title}" href="${addressOf(url, context)}"/>`,
)}
<category term="${view.section?.title ?? view.kindName}"/>
<summary>${view.summary || view.title}</summary>
</entry>`
