import { absoluteUrl, identifierOf, labelledTitle } from '../components/words.ts'
import { xmlFile } from '../components/xml.ts'
import { type Html, html } from '../html.ts'
import type { PageContext, PageTemplate } from '../page.ts'
import type { FeedView } from '../view.ts'

/** Atom 1.0. While the portal's address is unconfirmed, names are `urn:` and links are relative to the feed. */
export const feedPage: PageTemplate<FeedView> = (view, context) =>
  xmlFile(html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
<id>${identifierOf(context.portal, '')}</id>
<title>${context.portal.name}</title>
<updated>${view.updated}</updated>
<author><name>${context.portal.owner}</name></author>
<link rel="self" type="application/atom+xml" href="${linkTo('feed.xml', context)}"/>
<link rel="alternate" type="text/html" href="${linkTo('', context)}"/>
${context.portal.attribution && html`<rights>${context.portal.attribution}</rights>`}
${view.cards.map((card) => entry(card, context))}
</feed>
`)

const entry = (
  card: FeedView['cards'][number],
  context: PageContext,
): Html => html`<entry xml:lang="${card.language}">
<id>${identifierOf(context.portal, card.url)}</id>
<title>${labelledTitle(card)}</title>
<updated>${card.updated}</updated>
${card.published.iso.includes('T') && html`<published>${card.published.iso}</published>`}
<author><name>${card.author}</name></author>
<link rel="alternate" type="text/html" href="${linkTo(card.url, context)}"/>
<category term="${card.section?.title ?? card.kindName}"/>
<summary>${card.summary}</summary>
</entry>`

const linkTo = (url: string, { portal, to }: PageContext): string => absoluteUrl(portal, url) ?? to(url)
