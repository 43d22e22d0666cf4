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
import { type Card, documentPage, feed, listPage } from './bare-page.ts'

const [portal, output] = process.argv.slice(2) as [string, string]
const LIST_SIZE = 20
const FEED_SIZE = 30

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
    write(card.url, documentPage(card, data.author, data.source, markdown.render(content)))
    cards.push(card)
  }
  return cards
}

function cardOf(path: string, { title, summary, section, linhVuc, ...dates }: Record<string, unknown>): Card {
  const [folder, , year, name] = path.replace(/\.md$/, '').split('/')
  const date = dates.eventDate ?? dates.promulgatedDate
  return {
    url: `${folder}/${year}/${name}/`,
    title: String(title),
    summary: String(summary),
    date: date instanceof Date ? date.toISOString() : `${year}-01-01T00:00:00.000Z`,
    section: String(section),
    linhVuc: String(linhVuc),
  }
}

function writeLists(cards: readonly Card[]): void {
  const lists = [
    ['tin-moi', cards] as const,
    ...[...Map.groupBy(cards, ({ section }) => section)].map(
      ([id, own]) => [`chuyen-muc/${id}`, own] as const,
    ),
    ...[...Map.groupBy(cards, ({ linhVuc }) => linhVuc)].map(([id, own]) => [`linh-vuc/${id}`, own] as const),
  ]
  for (const [root, own] of lists) {
    for (const { number, items } of chunk(own, LIST_SIZE))
      write(chunkUrl(`${root}/`, number), listPage(root, items))
  }
}

const cards = writeDocuments().sort((a, b) => (a.date > b.date ? -1 : 1))
writeLists(cards)
write('feed.xml', feed(cards.slice(0, FEED_SIZE)))
