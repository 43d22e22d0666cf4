import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PORTALS } from '../support/portals.ts'
import { type BuiltSite, buildSamples } from '../support/site.ts'

let site: BuiltSite
beforeAll(async () => {
  site = await buildSamples(PORTALS)
})
afterAll(() => site.remove())

const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&#39;': "'",
}
function tagsOf(html: string): ReadonlyMap<string, string> {
  return new Map(
    [...html.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)">/g)].map(([, name, content]) => [
      name as string,
      (content as string).replaceAll(/&(?:quot|amp|lt|gt|#39);/g, (entity) => ENTITIES[entity] as string),
    ]),
  )
}
const tags = (path: string) => tagsOf(site.files.get(path)?.toString() ?? '')

const ARTICLE = 'thach-linh/tin-bai/2021/vuon-buoi-xanh-lai/index.html'

describe('Dublin Core, the fifteen elements of Thông tư 24/2011/TT-BTTTT', () => {
  const MANDATORY = ['Title', 'Creator', 'Date', 'Description', 'Publisher', 'Identifier']
  test('every document has the mandatory ones', () => {
    const lacking = [...site.files]
      .filter(([path]) =>
        /\/(?:tin-bai|van-ban|hoi-dap)\/\d{4}\/[^/]+\/index\.html$|\/trang\/[^/]+\/index\.html$/.test(path),
      )
      .flatMap(([path, bytes]) => {
        const found = tagsOf(bytes.toString())
        return MANDATORY.filter((name) => !found.get(`DC.${name}`)).map((name) => `${path} ${name}`)
      })
    expect(lacking).toEqual([])
  })
  // biome-ignore format: a table
  test.each([
    ['Title',       /./,                                     'tiêu đề'],
    ['Creator',     /./,                                     'người tạo'],
    ['Subject',     /; /,                                    'chủ đề: lĩnh vực and chuyên mục'],
    ['Description', /./,                                     'mô tả'],
    ['Publisher',   /^Ủy ban nhân dân phường Thạch Linh$|UBND/, 'cơ quan ban hành'],
    ['Contributor', /./,                                     'người cộng tác: the unit that supplied it'],
    ['Date',        /^2021-\d\d-\d\dT/,                      'thời gian'],
    ['Type',        /./,                                     'dạng'],
    ['Format',      /^text\/html$/,                          'định dạng'],
    ['Identifier',  /vuon-buoi-xanh-lai\/$/,                 'định danh'],
    ['Source',      /./,                                     'nguồn'],
    ['Language',    /^vi$/,                                  'ngôn ngữ'],
    ['Coverage',    /^phường Thạch Linh, .*Hà Tĩnh$/,        'phạm vi'],
  ] as [string, RegExp, string][])('an article of Thạch Linh: DC.%s %s (%s)', (name, value) => {
    expect(tags(ARTICLE).get(`DC.${name}`)).toMatch(value)
  })
  test('rights where the regulation sets a sentence, relation where there is one', () => {
    expect(tags('thanh-dong/index.html').get('DC.Rights')).toContain(
      'Theo Cổng thông tin điện tử phường Thành Đông',
    )
    expect(tags('kon-ray/trang/gioi-thieu/index.html').get('DC.Relation')).toMatch(/trang\/introduction\/$/)
    expect(tags('kon-ray/trang/introduction/index.html').get('DC.Language')).toBe('en')
    expect(tags(ARTICLE).has('DC.Relation')).toBe(false)
  })
})

describe('Open Graph', () => {
  const PAGE = 'thanh-dong/tin-bai/2026/don-sach-bo-song-thai-binh/index.html'
  test('an article is one, with its dates, its section and its own picture, cut and described', () => {
    const found = tags(PAGE)
    expect(found.get('og:type')).toBe('article')
    expect(found.get('article:published_time')).toBe('2026-11-16T09:40:00+07:00')
    expect(found.get('article:modified_time')).toBe('2026-11-18T10:05:00+07:00')
    expect(found.get('article:section')).toBe('Tin tức, sự kiện')
    const picture = found.get('og:image')?.replace('https://thanhdong.haiphong.gov.vn/', 'thanh-dong/') ?? ''
    expect(site.files.has(picture), picture).toBe(true)
    expect(found.get('og:image:width')).toBe('1200')
    expect(found.get('og:image:alt')).toMatch(/bờ sông/)
    expect(found.get('twitter:card')).toBe('summary_large_image')
  })
  test('a portal without a known address offers no picture, because only a full address would do', () => {
    for (const [path, bytes] of site.files)
      if (path.startsWith('dong-viet/') && path.endsWith('.html'))
        expect(tagsOf(bytes.toString()).has('og:image'), path).toBe(false)
  })
})
