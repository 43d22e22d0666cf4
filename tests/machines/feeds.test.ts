import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parseFeed } from 'feedsmith'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PORTALS } from '../support/portals.ts'
import { article, createRepository } from '../support/repository.ts'
import { type BuiltSite, buildSamples } from '../support/site.ts'
import { JSON_FEED } from './json-feed-schema.ts'

const ajv = new Ajv2020({ allErrors: true, strict: false })
addFormats.default(ajv)
const isJsonFeed = ajv.compile(JSON_FEED)

let site: BuiltSite
beforeAll(async () => {
  site = await buildSamples(PORTALS)
})
afterAll(() => site.remove())
const text = (path: string): string => site.files.get(path)?.toString() ?? `(no ${path})`
const named = (name: RegExp) => [...site.files.keys()].filter((path) => name.test(path))

type AtomEntry = {
  readonly id: string
  readonly title: { readonly value: string }
  readonly updated: string
  readonly published: string
  readonly links: readonly { readonly rel?: string; readonly href: string; readonly type?: string }[]
}
type Atom = {
  readonly id: string
  readonly entries: readonly AtomEntry[]
  readonly rights?: { readonly value: string }
}
type JsonFeed = {
  readonly title: string
  readonly items: readonly { readonly id: string; readonly title: string }[]
}
const atom = (path: string) => parseFeed(text(path)).feed as unknown as Atom
const json = (path: string) => JSON.parse(text(path)) as JsonFeed

test('every Atom feed is understood by a reader, with an id, a title and a date an entry', () => {
  const feeds = named(/feed\.xml$/)
  expect(feeds.length).toBeGreaterThan(60)
  for (const path of feeds) {
    expect(parseFeed(text(path)).format).toBe('atom')
    for (const entry of atom(path).entries ?? []) {
      expect(Number.isNaN(Date.parse(entry.updated))).toBe(false)
      expect(Date.parse(entry.updated)).toBeGreaterThanOrEqual(Date.parse(entry.published))
      expect(entry.title.value).toBeTruthy()
      expect(entry.links.map(({ rel }) => rel)).toContain('alternate')
    }
  }
})

test('every JSON feed keeps to version 1.1 and says what the Atom feed beside it says', () => {
  for (const path of named(/feed\.json$/)) {
    const feed = json(path)
    isJsonFeed(feed)
    expect(isJsonFeed.errors ?? [], path).toEqual([])
    const beside = atom(path.replace('.json', '.xml')).entries ?? []
    expect(feed.items.map(({ id, title }) => [id, title])).toEqual(
      beside.map(({ id, title }) => [id, title.value]),
    )
  }
})

test('ids are stable names: full addresses where the portal’s is known, urn: where it is not', () => {
  for (const { id } of atom('thanh-dong/feed.xml').entries)
    expect(id).toMatch(/^https:\/\/thanhdong\.haiphong\.gov\.vn\/[a-z0-9/-]+\/$/)
  for (const { id } of atom('dong-viet/feed.xml').entries) expect(id).toMatch(/^urn:congbo:dong-viet:/)
})

describe('a section’s feed', () => {
  test('holds its own and nothing else, and its page points to it', () => {
    const titles = atom('dong-viet/chuyen-muc/tin-tham-khao/feed.xml').entries.map(({ title }) => title)
    expect(titles).toHaveLength(2)
    for (const title of titles) expect(title?.value).toMatch(/^\[Tin tham khảo\] /)
    const page = text('dong-viet/chuyen-muc/tin-tham-khao/index.html')
    expect(page).toMatch(
      /<link rel="alternate" type="application\/atom\+xml"[^>]* href="..\/..\/chuyen-muc\/tin-tham-khao\/feed.xml">/,
    )
    expect(page).toMatch(
      /<link rel="alternate" type="application\/feed\+json"[^>]* href="..\/..\/chuyen-muc\/tin-tham-khao\/feed.json">/,
    )
  })
  test('of nothing yet is a feed all the same', () => {
    expect(text('thanh-dong/chuyen-muc/lien-ket/feed.xml')).toMatch(
      /<updated>2026-11-19T09:50:00\+07:00<\/updated>/,
    )
    expect(json('thanh-dong/chuyen-muc/lien-ket/feed.json').items).toEqual([])
  })
})

test('the label of unconfirmed news and of advertising stands in every title', () => {
  const titles = json('dong-viet/feed.json').items.map(({ title }) => title)
  expect(titles.filter((title) => title.startsWith('[Tin tham khảo] '))).toHaveLength(2)
  expect(titles.filter((title) => title.startsWith('[Quảng cáo'))).toHaveLength(2)
})

test('pictures and attachments come as enclosures, and the sentence for re-use comes along', () => {
  const links = atom('dong-viet/feed.xml').entries.flatMap((entry) =>
    entry.links.filter(({ rel }) => rel === 'enclosure'),
  )
  expect(links.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['image/png', 'text/csv', 'application/pdf']),
  )
  for (const { href } of links) expect(site.files.has(`dong-viet/${href}`), href).toBe(true)
  expect(atom('thanh-dong/feed.xml').rights?.value).toContain('Theo Cổng thông tin điện tử phường Thành Đông')
})

describe('real change dates', () => {
  const PAGE = 'tin-bai/2026/don-sach-bo-song-thai-binh/'
  test('in the feed: published when it was, updated when it was changed', () => {
    const entry = atom('thanh-dong/feed.xml').entries.find(({ id }) => id.endsWith(PAGE))
    expect(entry).toMatchObject({
      published: '2026-11-16T09:40:00+07:00',
      updated: '2026-11-18T10:05:00+07:00',
    })
  })
  const lastmod = (file: string, url: string) =>
    new RegExp(`<loc>[^<]*${url}</loc><lastmod>([^<]*)</lastmod>`).exec(text(`thanh-dong/${file}`))?.[1]
  // biome-ignore format: a table
  test.each([
    ['sitemap-2026.xml',  PAGE,                             '2026-11-18T10:05:00+07:00', 'the change, not the publication'],
    ['sitemap-trang.xml', 'linh-vuc/moi-truong/',           '2026-11-18T10:05:00+07:00', 'a list changes with what stands in it'],
    ['sitemap-trang.xml', '/linh-vuc/kinh-te/',             '2026-11-16T15:20:00+07:00', 'and only with that'],
    ['sitemap-trang.xml', '/trang/lien-he/',                '2026-01-12T09:10:00+07:00', 'a fixed page'],
    ['sitemap-trang.xml', 'vn/',                            '2026-11-19T09:50:00+07:00', 'home changes with everything'],
    ['sitemap.xml',       'sitemap-2026.xml',               '2026-11-19T09:50:00+07:00', 'the index says which year to read again'],
    ['sitemap-trang.xml', '/chuyen-muc/lien-ket/',          '2026-01-14T09:30:00+07:00', 'a section of fixed pages changes with them'],
  ] as [string, string, string | undefined, string][])('%s %s: %s (%s)', (file, url, date) => {
    expect(lastmod(file, url)).toBe(date)
  })
  test('the sitemap names every page that may be found, once, and no other', () => {
    const named = [...site.files]
      .filter(([path]) => /^thanh-dong\/sitemap-.*\.xml$/.test(path))
      .flatMap(([, bytes]) => [...bytes.toString().matchAll(/<loc>https:\/\/[^/]+\/([^<]*)<\/loc>/g)])
      .map(([, url]) => `thanh-dong/${url}index.html`)
    const hidden = /404|\/tim-kiem\//
    const pages = [...site.files.keys()].filter(
      (path) => /^thanh-dong\/.*\.html$/.test(path) && !hidden.test(path),
    )
    expect(named.sort()).toEqual(pages.sort())
  })
  test('a portal whose address is unconfirmed has no sitemap, and its robots.txt names none', () => {
    expect(named(/^dong-viet\/sitemap/)).toEqual([])
    expect(text('dong-viet/robots.txt')).toBe('User-agent: *\nAllow: /\n')
    expect(text('thanh-dong/robots.txt')).toContain(
      '\nSitemap: https://thanhdong.haiphong.gov.vn/sitemap.xml\n',
    )
  })
})

test('a title is text, whatever signs stand in it', async () => {
  const repository = createRepository({ sample: true })
  const at = `${repository.folder}/tin-bai/xa-hoi/2026/la.md`
  repository.write(at, article({ title: `'<b>Đậm</b> & "ngoặc" ]]> 🇻🇳'` }))
  repository.write(
    `${repository.folder}/nhat-ky-xuat-ban.yaml`,
    'portal: thanh-dong\npublished:\n  - { path: tin-bai/xa-hoi/2026/la.md, at: 2026-11-10T09:00:00+07:00 }\n',
  )
  await repository.congbo(['build'])
  const feed = parseFeed(repository.read('_site/thanh-dong/feed.xml')).feed as unknown as Atom
  expect(feed.entries[0]?.title.value).toBe('<b>Đậm</b> & "ngoặc" ]]> 🇻🇳')
})
