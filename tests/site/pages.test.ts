import { posix } from 'node:path'
import { parseFeed } from 'feedsmith'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PORTALS } from '../support/portals.ts'
import { type BuiltSite, buildSamples } from '../support/site.ts'

let site: BuiltSite
const pages = () =>
  [...site.files]
    .filter(([path]) => path.endsWith('.html'))
    .map(([path, bytes]) => [path, bytes.toString()] as const)
const page = (path: string): string => site.files.get(path)?.toString() ?? `(no ${path})`

beforeAll(async () => {
  site = await buildSamples(PORTALS)
})
afterAll(() => site.remove())

test('the same files and the same instant give the same bytes', async () => {
  const again = await buildSamples(PORTALS)
  const differing = [...site.files]
    .filter(([path, bytes]) => !again.files.get(path)?.equals(bytes))
    .map(([path]) => path)
  again.remove()
  expect(differing).toEqual([])
  expect([...again.files.keys()]).toEqual([...site.files.keys()])
})

test('every relative link of every page leads to a file of the site, and every anchor to an element', () => {
  const broken = pages().flatMap(([path, html]) => {
    const base = html.match(/<base href="\/([^"]*)"/)?.[1]
    return [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)]
      .map((match) => (match[1] as string).replaceAll('&amp;', '&'))
      .filter((url) => !/^(?:[a-z]+:|\/)/.test(url))
      .filter((url) => !leadsSomewhere(base ?? posix.dirname(path), url, html))
      .map((url) => `${path} → ${url}`)
  })
  expect(broken).toEqual([])
})

function leadsSomewhere(folder: string, url: string, html: string): boolean {
  const [file = '', anchor] = url.split('#')
  const target = posix.normalize(posix.join(folder, file)).replace(/\/$/, '')
  const found =
    file === ''
      ? html
      : (site.files.get(target) ??
        site.files.get(`${target}/index.html`) ??
        site.files.get(posix.join(target, 'index.html')))
  if (found === undefined) return false
  return anchor === undefined || anchor === '' || new RegExp(`id="${anchor}"`).test(found.toString())
}

test('every page is valid HTML', { timeout: 180_000 }, async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      'doctype-style': 'off',
      'long-title': 'off',
      'no-trailing-whitespace': 'off',
      'no-inline-style': 'off',
      // The boxes of one filter share its name: that is how HTML sends several choices.
      'form-dup-name': ['error', { shared: ['radio', 'checkbox'] }],
    },
  })
  const wrong: string[] = []
  for (const [path, html] of pages()) {
    const report = await validator.validateString(html, path)
    wrong.push(
      ...report.results.flatMap(({ messages }) =>
        messages.map((each) => `${path}:${each.line} ${each.ruleId} ${each.message}`),
      ),
    )
  }
  expect(wrong).toEqual([])
})

test('no page holds a script of its own or anything from elsewhere', () => {
  const heavy = pages().filter(([, html]) =>
    /<script(?![^>]* src="(?:\.\.\/|assets\/)[^"]*")(?![^>]*application\/ld\+json)|<iframe|\ssrc="(?:https?:)?\/\/|<link rel="(?:stylesheet|icon|preload)"[^>]*href="(?:https?:)?\/\//.test(
      html,
    ),
  )
  expect(heavy.map(([path]) => path)).toEqual([])
})

test('nothing undefined, null or [object …] reaches a page', () => {
  const leaking = [...site.files].filter(
    ([path, bytes]) =>
      /\.(?:html|xml|txt)$/.test(path) &&
      />\s*(?:undefined|null|NaN)\s*<|\[object |="undefined"/.test(bytes.toString()),
  )
  expect(leaking.map(([path]) => path)).toEqual([])
})

describe.each(PORTALS)('%s', (id) => {
  test('has the pages a citizen looks for', () => {
    for (const path of [
      'index.html',
      'tin-moi/index.html',
      'van-ban/index.html',
      'hoi-dap/index.html',
      'quy-che/index.html',
      '404.html',
      'feed.xml',
      'trang/gioi-thieu/index.html',
      'trang/lien-he/index.html',
    ]) {
      expect(site.files.has(`${id}/${path}`), path).toBe(true)
    }
  })
  test('offers a feed that a reader understands', () => {
    const { format, feed } = parseFeed(page(`${id}/feed.xml`))
    expect(format).toBe('atom')
    expect((feed as { entries?: unknown[] }).entries?.length).toBeGreaterThan(3)
  })
})

describe('an article', () => {
  const path = 'thanh-dong/tin-bai/2026/don-sach-bo-song-thai-binh/index.html'
  test.each([
    ['the byline', /Tác giả/],
    ['the source', /Nguồn/],
    ['the event date', /<time datetime="2026-11-14T/],
    ['the publication date', /<time datetime="2026-11-16T/],
    ['the approving units', /Trưởng Ban biên tập/],
    ['the sentence for re-use (Điều 19 khoản 3)', /Theo Cổng thông tin điện tử phường Thành Đông/],
    ['breadcrumbs', /aria-label="[^"]*(?:Đường dẫn|Vị trí|breadcrumb)/i],
    ['alternative text of its picture', /<img[^>]+alt="[^"]{20,}"/],
  ])('shows %s', (_what, pattern) => {
    expect(page(path)).toMatch(pattern)
  })
})

describe('“Tin tham khảo” (Đồng Việt, Điều 9 khoản 2) is named', () => {
  const title = () =>
    [...site.files.keys()].find((path) => /^dong-viet\/tin-bai\/\d{4}\/tham-khao/.test(path)) ?? ''
  test('on its page', () => expect(page(title())).toContain('Tin tham khảo'))
  test('in its list', () =>
    expect(page('dong-viet/chuyen-muc/tin-tham-khao/index.html')).toContain('Tin tham khảo'))
  test('in the feed', () => expect(page('dong-viet/feed.xml')).toMatch(/<title[^>]*>\[?Tin tham khảo/))
})

test('what waits for approval is not on the site', () => {
  expect([...site.files.keys()].filter((path) => path.includes('gap-mat-nha-giao-nghi-huu'))).toEqual([])
})

test('an archived portal says so and names its successors', async () => {
  const archived = await buildSamples(['kon-ray'], { now: '2025-08-01T09:00:00+07:00' })
  const home = archived.files.get('kon-ray/index.html')?.toString()
  archived.remove()
  expect(page('kon-ray/index.html')).not.toContain('đã lưu trữ từ')
  expect(home).toContain('đã lưu trữ từ ngày 01/07/2025')
  expect(home).toContain('Kon Braih')
})
