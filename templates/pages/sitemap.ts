import { absoluteUrl } from '../components/words.ts'
import { xmlFile } from '../components/xml.ts'
import { html } from '../html.ts'
import type { PageTemplate } from '../page.ts'
import type { SitemapEntry } from '../view.ts'

/** Written only where the portal's address is known: the format asks for absolute addresses. */
export const sitemapPage: PageTemplate<readonly SitemapEntry[]> = (entries, { portal }) =>
  xmlFile(html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.map(
  ({ url, modified }) =>
    html`<url><loc>${absoluteUrl(portal, url)}</loc>${modified && html`<lastmod>${modified}</lastmod>`}</url>`,
)}
</urlset>
`)

export const sitemapIndexPage: PageTemplate<readonly SitemapEntry[]> = (files, { portal }) =>
  xmlFile(html`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${files.map(
  ({ url, modified }) =>
    html`<sitemap><loc>${absoluteUrl(portal, url)}</loc>${modified && html`<lastmod>${modified}</lastmod>`}</sitemap>`,
)}
</sitemapindex>
`)
