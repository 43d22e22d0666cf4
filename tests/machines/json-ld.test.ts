import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataBlock } from '../../templates/structured/structured-data.ts'
import { PORTALS } from '../support/portals.ts'
import { article, createRepository } from '../support/repository.ts'
import { type BuiltSite, buildSamples } from '../support/site.ts'
import { JSON_LD } from './json-ld-schema.ts'

type Node = { readonly '@type': string; readonly [key: string]: unknown }

const ajv = new Ajv2020({ allErrors: true, strict: false, discriminator: true })
addFormats.default(ajv)
const isJsonLd = ajv.compile(JSON_LD)

let site: BuiltSite
beforeAll(async () => {
  site = await buildSamples(PORTALS)
})
afterAll(() => site.remove())

const pages = () => [...site.files].filter(([path]) => path.endsWith('.html'))
const blocksOf = (html: string): string[] =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    (match) => match[1] as string,
  )
const nodesOf = (path: string): Node[] =>
  blocksOf(site.files.get(path)?.toString() ?? '').flatMap(
    (text) => (JSON.parse(text) as { '@graph': Node[] })['@graph'],
  )
const nodeOf = (path: string, type: string) => nodesOf(path).find((node) => node['@type'] === type)
const named = (name: RegExp) => [...site.files.keys()].filter((path) => name.test(path))

test('every page but the one for no address holds one block, and every block is of a shape that schema.org knows', () => {
  const wrong = pages().flatMap(([path, bytes]) => {
    const blocks = blocksOf(bytes.toString())
    const wanted = path.endsWith('/404.html') ? 0 : 1
    if (blocks.length !== wanted) return [`${path}: ${blocks.length} blocks`]
    return blocks.flatMap((text) => {
      isJsonLd(JSON.parse(text))
      return (isJsonLd.errors ?? []).map(
        ({ instancePath, message, params }) => `${path} ${instancePath} ${message} ${JSON.stringify(params)}`,
      )
    })
  })
  expect(wrong).toEqual([])
})

test('the shapes are strict: a property that nobody knows, a date that is none, a type that is none', () => {
  const graph = (change: object) => ({
    '@context': 'https://schema.org',
    '@graph': [{ ...nodesOf('thanh-dong/index.html')[0], ...change }],
  })
  expect(isJsonLd(graph({}))).toBe(true)
  for (const change of [
    { colour: 'red' },
    { '@type': 'GovernmentOrganisation' },
    { email: 'no mailbox' },
    { name: '' },
  ])
    expect(isJsonLd(graph(change)), JSON.stringify(change)).toBe(false)
})

// biome-ignore format: a table
test.each([
  ['thanh-dong/index.html',                                                   ['GovernmentOrganization', 'WebSite'],   'the home page says whose it is and how it is searched'],
  ['thanh-dong/tin-bai/2026/don-sach-bo-song-thai-binh/index.html',           ['NewsArticle', 'BreadcrumbList'],       'an event'],
  ['thanh-dong/tin-bai/2026/dung-hen-tu-viec-nho/index.html',                 ['Article', 'BreadcrumbList'],           'an article that is no news'],
  ['thanh-dong/tin-bai/2026/ket-qua-tthc-thang-10/index.html',                ['Report', 'BreadcrumbList'],            'statistics'],
  ['dong-viet/tin-bai/2024/quang-ba-gao-nga-ba-song/index.html',              ['AdvertiserContentArticle', 'BreadcrumbList'], 'advertising is called by its name'],
  ['dong-viet/van-ban/2024/bai-bo-van-ban-qppl/index.html',                   ['Legislation', 'BreadcrumbList'],       'a document'],
  ['thanh-dong/van-ban/2026/du-thao-phan-loai-rac/index.html',                ['Legislation', 'BreadcrumbList'],       'a draft'],
  ['dong-viet/hoi-dap/2024/vo-bao-thuoc-bao-ve-thuc-vat/index.html',          ['FAQPage', 'BreadcrumbList'],           'a question with the answer of the office'],
  ['thanh-dong/hoi-dap/2026/ngo-trung-binh-han/index.html',                   ['QAPage', 'BreadcrumbList'],            'a question that waits'],
  ['thanh-dong/trang/gioi-thieu/index.html',                                  ['AboutPage', 'BreadcrumbList'],         'about the office'],
  ['thanh-dong/chuyen-muc/tin-tuc-su-kien/index.html',                        ['CollectionPage', 'BreadcrumbList'],    'a list'],
  ['thanh-dong/tim-kiem/index.html',                                          ['SearchResultsPage', 'BreadcrumbList'], 'the search'],
] as [string, string[], string][])('%s: %j (%s)', (path, types) => {
  const publisher = types.includes('WebSite') ? [] : ['GovernmentOrganization', 'WebSite']
  expect(nodesOf(path).map((node) => node['@type'])).toEqual([...types, ...publisher])
})

describe('facts', () => {
  test('an article: dates, section, who wrote it, who publishes it, its pictures', () => {
    expect(
      nodeOf('thanh-dong/tin-bai/2026/don-sach-bo-song-thai-binh/index.html', 'NewsArticle'),
    ).toMatchObject({
      headline: 'Gần 180 người cùng dọn sạch hai cây số bờ sông Thái Bình',
      datePublished: '2026-11-16T09:40:00+07:00',
      dateModified: '2026-11-18T10:05:00+07:00',
      author: { '@type': 'Organization', name: 'Trung tâm dịch vụ sự nghiệp công' },
      publisher: { '@id': 'https://thanhdong.haiphong.gov.vn/#co-quan' },
      articleSection: 'Tin tức, sự kiện',
      keywords: 'Môi trường',
    })
  })
  test('whatever a page refers to stands on it, under the name that the home page gives it', () => {
    for (const id of PORTALS) {
      const home = new Set(nodesOf(`${id}/index.html`).map((node) => node['@id']))
      for (const [path] of pages().filter(([each]) => each.startsWith(`${id}/`))) {
        const nodes = nodesOf(path)
        const present = new Set(nodes.map((node) => node['@id']))
        const referred = nodes.flatMap(
          ({ publisher, isPartOf }) => [publisher, isPartOf] as (Node | undefined)[],
        )
        for (const reference of referred.flatMap((each) => each?.['@id'] ?? [])) {
          expect(present.has(reference), path).toBe(true)
          expect(home.has(reference), path).toBe(true)
        }
      }
    }
  })
  test('the home page tells of the office at length', () => {
    expect(nodeOf('thanh-dong/index.html', 'GovernmentOrganization')).toMatchObject({
      '@id': 'https://thanhdong.haiphong.gov.vn/#co-quan',
      name: 'UBND phường Thành Đông',
      address: { addressCountry: 'VN' },
      areaServed: { name: 'phường Thành Đông, thành phố Hải Phòng' },
      parentOrganization: { url: 'https://haiphong.gov.vn' },
    })
  })
  test('a document: number, issuer, day, and the force that it has at the instant of the build', () => {
    const path = 'dong-viet/van-ban/2024/bai-bo-van-ban-qppl/index.html'
    expect(nodeOf(path, 'Legislation')).toMatchObject({
      legislationIdentifier: '01/2024/QĐ-UBND',
      legislationType: 'Quyết định',
      legislationPassedBy: { name: 'Ủy ban nhân dân xã Đồng Việt' },
      legislationDate: '2024-04-22',
      legislationLegalForce: 'https://schema.org/InForce',
      temporalCoverage: '2024-05-02/..',
    })
  })
  test('the same before its day has no force yet; a draft never has', async () => {
    const before = await buildSamples(['dong-viet'], { now: '2024-04-30T09:00:00+07:00' })
    const html = before.files.get('dong-viet/van-ban/2024/bai-bo-van-ban-qppl/index.html')?.toString() ?? ''
    before.remove()
    expect(html).toContain('"legislationLegalForce":"https://schema.org/NotInForce"')
    expect(nodeOf('thanh-dong/van-ban/2026/du-thao-phan-loai-rac/index.html', 'Legislation')).toMatchObject({
      creativeWorkStatus: 'Draft',
      legislationLegalForce: 'https://schema.org/NotInForce',
    })
  })
  test('an answer: its words without markup, when, and by whom', () => {
    const page = nodeOf('dong-viet/hoi-dap/2024/vo-bao-thuoc-bao-ve-thuc-vat/index.html', 'FAQPage') as {
      mainEntity?: readonly { acceptedAnswer: { text: string; dateCreated: string; author: Node } }[]
    }
    const answer = page.mainEntity?.[0]?.acceptedAnswer
    expect(answer?.text.length).toBeGreaterThan(200)
    expect(answer?.text).not.toMatch(/<|&(?:amp|lt|quot);/)
    expect(answer?.dateCreated).toMatch(/^2024-05-06/)
  })
  test('the way to a page ends at the page', () => {
    const path = 'thanh-dong/tin-bai/2026/don-sach-bo-song-thai-binh/index.html'
    expect(
      (nodeOf(path, 'BreadcrumbList') as { itemListElement?: readonly Node[] }).itemListElement,
    ).toMatchObject([
      { position: 1, item: 'https://thanhdong.haiphong.gov.vn/' },
      {
        position: 2,
        name: 'Tin tức, sự kiện',
        item: 'https://thanhdong.haiphong.gov.vn/chuyen-muc/tin-tuc-su-kien/',
      },
      { position: 3, item: 'https://thanhdong.haiphong.gov.vn/tin-bai/2026/don-sach-bo-song-thai-binh/' },
    ])
  })
  test('the label of unconfirmed news stands in its headline', () => {
    const path = named(/^dong-viet\/tin-bai\/2024\/tham-khao[^/]*\/index\.html$/)[0] as string
    expect(nodeOf(path, 'NewsArticle')?.headline).toMatch(/^\[Tin tham khảo\] /)
  })
  test('without an address of its own a portal has names that are urn:, and addresses that lead from the page', () => {
    const path = 'dong-viet/van-ban/2024/bai-bo-van-ban-qppl/index.html'
    expect(nodeOf(path, 'Legislation')).toMatchObject({
      '@id': 'urn:congbo:dong-viet:van-ban/2024/bai-bo-van-ban-qppl/',
      url: '../../../van-ban/2024/bai-bo-van-ban-qppl/',
    })
  })
})

describe('nothing that an author writes ends the block', () => {
  test.each([
    ['</script><script>alert(1)</script>', 'a closing tag'],
    ['<!-- <script>', 'an opening comment'],
    ['một\u2028hai\u2029ba', 'line separators'],
    ['"ngoặc" và \\ gạch', 'quotes and backslashes'],
  ])('%j (%s)', (name) => {
    const text = dataBlock([{ '@type': 'Article', name }], undefined).text
    const inside = text.slice(text.indexOf('>') + 1, text.lastIndexOf('<'))
    expect(inside).not.toMatch(/[<\u2028\u2029]/)
    expect((JSON.parse(inside) as { '@graph': Node[] })['@graph'][0]?.name).toBe(name)
  })
  test('on a real page', async () => {
    const repository = createRepository({ sample: true })
    const path = 'tin-bai/xa-hoi/2026/la.md'
    repository.write(`${repository.folder}/${path}`, article({ title: `'</script><script src="x.js">'` }))
    repository.write(
      `${repository.folder}/nhat-ky-xuat-ban.yaml`,
      `portal: thanh-dong\npublished:\n  - { path: ${path}, at: 2026-11-10T09:00:00+07:00 }\n`,
    )
    await repository.congbo(['build'])
    const html = repository.read('_site/thanh-dong/tin-bai/2026/la/index.html')
    expect(html).not.toContain('src="x.js"')
    expect(blocksOf(html)).toHaveLength(1)
    isJsonLd(JSON.parse(blocksOf(html)[0] as string))
    expect(isJsonLd.errors ?? []).toEqual([])
  })
})
