/*
 * The pages of the floor: about as many bytes as the product's, each from one template string.
 */

export type Card = {
  readonly url: string
  readonly title: string
  readonly summary: string
  readonly date: string
  readonly section: string
  readonly linhVuc: string
}

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

export function documentPage(card: Card, author: string, source: string, body: string): string {
  const title = escapeText(card.title)
  const summary = escapeText(card.summary)
  return `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><title>${title}</title><meta name="description" content="${summary}">
<meta name="DC.Title" content="${title}"><meta name="DC.Description" content="${summary}">
<meta property="og:title" content="${title}"><meta property="og:description" content="${summary}">
${HEAD.join('\n')}
</head>
<body>
${HEADER}
<main><article><h1>${title}</h1><p class="byline">${escapeText(author)} · ${card.date}</p><p class="lead">${summary}</p>
<div class="body">${body}</div>
<dl><dt>Tác giả</dt><dd>${escapeText(author)}</dd><dt>Nguồn</dt><dd>${escapeText(source)}</dd><dt>Lĩnh vực</dt><dd>${card.linhVuc}</dd></dl>
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

export const listPage = (title: string, cards: readonly Card[]): string => `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><title>${title}</title>
${HEAD.join('\n')}
</head>
<body>
${HEADER}
<main><h1>${title}</h1>
${cards.map(cardHtml).join('\n')}
</main>
${FOOTER}
</body>
</html>
`

export const feed = (cards: readonly Card[]): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
${cards.map((card) => `<entry><id>/${card.url}</id><title>${escapeText(card.title)}</title><updated>${card.date}</updated><summary>${escapeText(card.summary)}</summary></entry>`).join('\n')}
</feed>
`
