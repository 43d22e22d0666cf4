/*
 * The files of the floor: the same as the product's, page for page and about byte for byte, each from one template string.
 */

export type Card = {
  readonly url: string
  readonly title: string
  readonly summary: string
  readonly date: string
  readonly section: string
  readonly linhVuc: string
  readonly unit: string
  readonly author: string
  readonly source: string
}

const SITE = 'https://thanhdong.haiphong.gov.vn/'
const NAME = 'Cổng thông tin điện tử phường Thành Đông'

const MENU = Array.from(
  { length: 40 },
  (_, index) =>
    `<li><a href="/chuyen-muc/muc-${index}/">Thông tin chỉ đạo, điều hành, tin tức, sự kiện ${index}</a></li>`,
)
const HEAD = Array.from(
  { length: 16 },
  (_, index) => `<link rel="stylesheet" href="/assets/css/part-${index}.css" media="screen, print">`,
)
const HEADER = `<header class="site-header"><a class="brand" href="/">Cổng thông tin điện tử</a>
<nav class="site-nav"><ul>\n${MENU.slice(0, 18).join('\n')}\n</ul></nav></header>`
const FOOTER = `<footer class="site-footer"><ul>\n${MENU.slice(18).join('\n')}\n</ul></footer>`

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeText = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] as string)

/** What machines are told of a document: Dublin Core, Open Graph, JSON-LD. */
function metadata(card: Card): string {
  const [title, summary, author, source] = [card.title, card.summary, card.author, card.source].map(
    escapeText,
  )
  const url = SITE + card.url
  const fixed = 'Khi sử dụng lại, đề nghị ghi nguồn: «Theo Cổng thông tin điện tử phường Thành Đông»'
  const data = {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Article',
        '@id': url,
        url,
        name: card.title,
        description: card.summary,
        inLanguage: 'vi',
        datePublished: card.date,
        dateModified: card.date,
        keywords: card.linhVuc,
        publisher: { '@id': `${SITE}#co-quan` },
        isPartOf: { '@id': `${SITE}#cong` },
        headline: card.title,
        author: { '@type': 'Organization', name: card.author },
        articleSection: card.section,
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: NAME, item: SITE },
          {
            '@type': 'ListItem',
            position: 2,
            name: card.section,
            item: `${SITE}chuyen-muc/${card.section}/`,
          },
          { '@type': 'ListItem', position: 3, name: card.title, item: url },
        ],
      },
      {
        '@type': 'GovernmentOrganization',
        '@id': `${SITE}#co-quan`,
        name: 'UBND phường Thành Đông',
        url: SITE,
      },
      { '@type': 'WebSite', '@id': `${SITE}#cong`, name: NAME, url: SITE },
    ],
  }
  return `<link rel="canonical" href="${url}">
<meta name="DC.Title" content="${title}"><meta name="DC.Creator" content="${author}"><meta name="DC.Subject" content="${card.linhVuc}; ${card.section}">
<meta name="DC.Description" content="${summary}"><meta name="DC.Contributor" content="${card.unit}"><meta name="DC.Date" content="${card.date}">
<meta name="DC.Identifier" content="${url}"><meta name="DC.Source" content="${source}"><meta name="DC.Language" content="vi">
<meta name="DC.Publisher" content="UBND phường Thành Đông"><meta name="DC.Format" content="text/html"><meta name="DC.Rights" content="${fixed}">
<meta property="og:title" content="${title}"><meta property="og:description" content="${summary}"><meta property="og:type" content="article">
<meta property="og:site_name" content="${NAME}"><meta property="og:url" content="${url}"><meta property="article:published_time" content="${card.date}">
<meta property="article:modified_time" content="${card.date}"><meta property="article:section" content="${card.section}">
<meta property="og:image" content="${SITE}assets/chia-se/${card.section}.png"><meta name="twitter:card" content="summary_large_image">
<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`
}

export function documentPage(card: Card, body: string): string {
  const title = escapeText(card.title)
  const summary = escapeText(card.summary)
  const author = escapeText(card.author)
  return `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><title>${title}</title><meta name="description" content="${summary}">
${metadata(card)}
${HEAD.join('\n')}
</head>
<body>
${HEADER}
<main><article><h1>${title}</h1><p class="byline">${author} · ${card.date}</p><p class="lead">${summary}</p>
<div class="body">${body}</div>
<dl><dt>Tác giả</dt><dd>${author}</dd><dt>Nguồn</dt><dd>${escapeText(card.source)}</dd><dt>Lĩnh vực</dt><dd>${card.linhVuc}</dd></dl>
</article></main>
${FOOTER}
</body>
</html>
`
}

const cardHtml = ({ url, title, summary, date, section }: Card): string => `<article class="card">
<h2 class="card-title"><a href="/${url}">${escapeText(title)}</a></h2>
<p class="card-meta" lang="vi"><time datetime="${date}">${date}</time> · <span class="card-section">${section}</span></p>
<p>${escapeText(summary)}</p>
</article>`

const lineHtml = ({ url, title, date, section }: Card): string =>
  `<li><p class="headline-title"><a href="/${url}">${escapeText(title)}</a></p><p class="card-meta"><time datetime="${date}">${date}</time> · ${section}</p></li>`

export const listPage = (
  title: string,
  cards: readonly Card[],
  layout: 'cards' | 'lines',
): string => `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><title>${title}</title>
${HEAD.join('\n')}
</head>
<body>
${HEADER}
<main><h1>${title}</h1>
${cards.map(layout === 'cards' ? cardHtml : lineHtml).join('\n')}
</main>
${FOOTER}
</body>
</html>
`

export const atomFeed = (cards: readonly Card[]): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
${cards.map((card) => `<entry><id>${SITE}${card.url}</id><title>${escapeText(card.title)}</title><updated>${card.date}</updated><author><name>${escapeText(card.author)}</name></author><summary>${escapeText(card.summary)}</summary></entry>`).join('\n')}
</feed>
`

export const jsonFeed = (cards: readonly Card[]): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: NAME,
    items: cards.map((card) => ({
      id: SITE + card.url,
      url: SITE + card.url,
      title: card.title,
      summary: card.summary,
      date_published: card.date,
      authors: [{ name: card.author }],
    })),
  })

export const sitemap = (cards: readonly Card[]): string => `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${cards.map(({ url, date }) => `<url><loc>${SITE}${url}</loc><lastmod>${date}</lastmod></url>`).join('\n')}
</urlset>
`

/** The metadata of the documents of a month, for who harvests them. */
export const apiMonth = (cards: readonly Card[]): string =>
  JSON.stringify({
    documents: cards.map(({ url, ...card }) => ({
      id: SITE + url,
      url: SITE + url,
      ...card,
      language: 'vi',
      modified: card.date,
    })),
  })
