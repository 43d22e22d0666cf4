import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { judge } from '../support/annotated.ts'
import { PORTALS, portalOf, REPOSITORY } from '../support/portals.ts'
import { type BuiltSite, buildSamples } from '../support/site.ts'

let site: BuiltSite
const page = (path: string): string => site.files.get(path)?.toString() ?? `(no ${path})`

beforeAll(async () => {
  site = await buildSamples(PORTALS)
})
afterAll(() => site.remove())

// biome-ignore format: one row each
const parts = [
  // page                                                shows                                                              because
  ['thanh-dong/trang/lich-cong-tac/index.html',          /<h2>Tuần từ 16\/11\/2026 đến 22\/11\/2026<\/h2>/,                 'the week of the sample clock comes first'],
  ['thanh-dong/trang/lich-cong-tac/index.html',          /<time datetime="2026-11-24">Thứ Ba, 24\/11\/2026<\/time>/,        'a day is named as officials name it'],
  ['thanh-dong/trang/lich-cong-tac/index.html',          /<details class="schedule-past">\s*<summary>Lịch những ngày đã qua \(5 ngày\)/, 'what is over is folded away'],
  ['thanh-dong/trang/lich-cong-tac/index.html',          /href="[^"]*lich\.ics" type="text\/calendar"/,                     'the calendar can be taken along'],
  ['thanh-dong/trang/can-bo-lien-he/index.html',         /<h3>Phòng Văn hóa - Xã hội<\/h3>/,                                'people stand by their unit'],
  ['thanh-dong/trang/can-bo-lien-he/index.html',         /href="tel:02203000011"/,                                          'a telephone dials'],
  ['thanh-dong/trang/can-bo-lien-he/index.html',         /href="mailto:[a-z0-9]+@thanhdong\.haiphong\.gov\.vn"/,            'a letter is addressed'],
  ['thanh-dong/trang/thu-tuc-hanh-chinh/index.html',     /href="https:\/\/dichvucong\.gov\.vn[^"]*" rel="noopener external">Nộp trực tuyến<span class="visually-hidden">: Đăng ký khai sinh \(trang ngoài\)/, 'a link says for whom it is alone what it leads to'],
  ['thach-linh/trang/dich-vu-cong/index.html',           /<td data-name="Mức độ trực tuyến">Mức độ 4<\/td>/,                'levels are named as they were in their time'],
  ['thanh-dong/trang/co-cau-to-chuc/index.html',         /<ul class="chart">\s*<li>[\s\S]*<ul><li>[\s\S]*<ul><li>/,         'a chart is lists in lists for who cannot see it'],
  ['kon-ray/trang/organisation/index.html',              /<h2>Organisation chart<\/h2>/,                                    'an English page speaks English'],
  ['kon-ray/trang/organisation/index.html',              /hreflang="vi"/,                                                   'and leads to the Vietnamese one'],
  ['kon-ray/trang/contacts/index.html',                  /<th scope="col">Telephone<\/th>/,                                 'so do the columns of a table'],
  ['kep/van-ban/2024/quyet-dinh-to-quan-ly-cho/index.html', /<dt>Hiệu lực<\/dt><dd>Chưa có hiệu lực<\/dd>/,                 'it begins after the sample clock'],
  ['dong-viet/van-ban/2021/quy-che-lam-viec-2021/index.html', /<dt>Hiệu lực<\/dt><dd>Đã được thay thế bởi 19\/QĐ-UBND<\/dd>/, 'the reader of the old one is told of the new'],
  ['thanh-dong/van-ban/2026/ke-hoach-tet-binh-ngo/index.html', /<dt>Hiệu lực<\/dt><dd>Hết hiệu lực từ 28\/02\/2026<\/dd>/,  'it ended'],
  ['thanh-dong/van-ban/2026/quy-che-tiep-cong-dan/index.html', /<dt>Người ký<\/dt><dd>Chủ tịch UBND phường<\/dd>/,          'who signed is named by position'],
] as const

describe('a fixed page, and a document, shows', () => {
  test.each(parts)('%s: %s, because %s', (path, shown) => {
    expect(page(path)).toMatch(shown)
  })
})

test('every portal has a calendar that names its host in every event', () => {
  for (const id of PORTALS) {
    const file = [...site.files].find(([path]) => path.startsWith(`${id}/`) && path.endsWith('/lich.ics'))
    const text = file?.[1].toString() ?? ''
    expect(text.match(/^BEGIN:VEVENT\r$/gm)?.length, id).toBeGreaterThan(5)
    expect(text.replaceAll('\r\n ', '').match(/^UID:\S+@[a-z.-]+\r$/gm)?.length, id).toBe(
      text.match(/^BEGIN:VEVENT\r$/gm)?.length,
    )
  }
})

describe.each(PORTALS)('%s', (id) => {
  const mandatory = [...portalOf(id).regulation.sections.values()].filter((section) => section.mandatory)
  test.each(mandatory.map((section) => [section.label, section.id]))(
    'has something to show in «%s»',
    (_, section) => {
      expect(page(`${id}/chuyen-muc/${section}/index.html`)).toMatch(/<article class="card/)
    },
  )
})

test('a section shows its fixed pages before its news', () => {
  const list = page('thanh-dong/chuyen-muc/chi-dao-dieu-hanh/index.html')
  expect(list.indexOf('trang/lich-cong-tac/')).toBeGreaterThan(0)
  const main = list.slice(list.indexOf('<main'))
  expect(main.indexOf('trang/lich-cong-tac/')).toBeLessThan(main.indexOf('van-ban/2026/lich-tiep-cong-dan'))
})

test('the examples of fixed pages in the guide pass the check', () => {
  const guide = readFileSync(`${REPOSITORY}docs/huong-dan/bien-tap-vien.md`, 'utf8')
  const examples = [...guide.matchAll(/```yaml\n(---\n[\s\S]*?kind: trang[\s\S]*?---\n)```/g)].map(
    (match) => match[1] as string,
  )
  expect(examples).toHaveLength(4)
  for (const [index, text] of examples.entries()) {
    const directives = new Map([['path', `trang/vi-du-${index}.md`]])
    expect(judge({ name: '', text: `${text}Xem trang liên hệ.\n`, directives, expected: [] })).toEqual([])
  }
})
