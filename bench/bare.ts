/**
 * The floor of a build: the least that anybody must do for the same pages with the same parsers. No rules, no dates, no
 * Eleventy, no safety; links stay as they are written.
 *
 *   node bench/bare.ts <folder of the portal> <output folder>
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import matter from 'gray-matter'
import MarkdownIt from 'markdown-it'
import { chunk, chunkUrl } from '../pipeline/site/list-pages.ts'
import { markdownFiles } from './bare-files.ts'
import { apiMonth, atomFeed, type Card, documentPage, jsonFeed, listPage, sitemap } from './bare-page.ts'

const [portal, output] = process.argv.slice(2) as [string, string]
const FEED_SIZE = 30
/** As many to a page as the product puts there. */
const SIZES = { 'chuyen-muc': 20, 'linh-vuc': 50, 'don-vi': 50, thang: 100 } as const
const NEWEST = 40
/** As many to a file as the product's API. */
const API_SIZE = 1000

function write(url: string, text: string): void {
  const file = join(output, url.endsWith('/') ? `${url}index.html` : url)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function writeDocuments(): Card[] {
  const markdown = new MarkdownIt({ html: false })
  const cards: Card[] = []
  for (const { path, text } of markdownFiles(portal)) {
    // An options argument, always: without one gray-matter keeps every file in memory.
    const { data, content } = matter(text, {})
    const card = cardOf(path, data)
    write(card.url, documentPage(card, markdown.render(content)))
    cards.push(card)
  }
  return cards
}

function cardOf(
  path: string,
  { title, summary, section, linhVuc, submittedBy, author, source, ...dates }: Record<string, unknown>,
): Card {
  const [folder, , year, name] = path.replace(/\.md$/, '').split('/')
  const date = dates.eventDate ?? dates.promulgatedDate
  return {
    url: `${folder}/${year}/${name}/`,
    title: String(title),
    summary: String(summary),
    date: date instanceof Date ? date.toISOString() : `${year}-01-01T00:00:00.000Z`,
    section: String(section),
    linhVuc: String(linhVuc),
    unit: String(submittedBy),
    author: String(author),
    source: String(source),
  }
}

function writeLists(cards: readonly Card[]): void {
  write('tin-moi/', listPage('tin-moi', cards.slice(0, NEWEST), 'cards'))
  const divisions = {
    'chuyen-muc': Map.groupBy(cards, ({ section }) => section),
    'linh-vuc': Map.groupBy(cards, ({ linhVuc }) => linhVuc),
    'don-vi': Map.groupBy(cards, ({ unit }) => unit),
    thang: Map.groupBy(cards, ({ date }) => date.slice(0, 7)),
  }
  for (const [folder, parts] of Object.entries(divisions)) {
    const size = SIZES[folder as keyof typeof SIZES]
    for (const [id, own] of parts) {
      for (const { number, items } of chunk(own, size))
        write(chunkUrl(`${folder}/${id}/`, number), listPage(id, items, size === 20 ? 'cards' : 'lines'))
      if (folder === 'chuyen-muc') writeFeeds(`${folder}/${id}/`, own)
    }
  }
}

function writeFeeds(root: string, cards: readonly Card[]): void {
  write(`${root}feed.xml`, atomFeed(cards.slice(0, FEED_SIZE)))
  write(`${root}feed.json`, jsonFeed(cards.slice(0, FEED_SIZE)))
}

function writeForMachines(cards: readonly Card[]): void {
  for (const [year, own] of Map.groupBy(cards, ({ date }) => date.slice(0, 4)))
    write(`sitemap-${year}.xml`, sitemap(own))
  for (let at = 0; at < cards.length; at += API_SIZE)
    write(`api/${at}.json`, apiMonth(cards.slice(at, at + API_SIZE)))
}

const cards = writeDocuments().sort((a, b) => (a.date > b.date ? -1 : 1))
writeLists(cards)
writeFeeds('', cards)
writeForMachines(cards)
