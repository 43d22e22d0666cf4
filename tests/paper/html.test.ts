import { createHash } from 'node:crypto'
import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import type { Paper } from '../../pipeline/paper/paper.ts'
import { examplePaper, HOSTILE, hostilePaper } from './example.ts'
import { writtenText } from './written.ts'

const PAPERS: readonly (readonly [name: string, paper: Paper])[] = [
  ['a report', examplePaper()],
  ['a report of nothing', examplePaper(0)],
  ['hostile text', hostilePaper()],
]

/** As the pages of the portal are validated (tests/site/pages.test.ts). */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'doctype-style': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    // Headings are the caller's: the hostile paper begins with a lower one, and has an empty one.
    'heading-level': ['error', { minInitialRank: 'any' }],
    'empty-heading': 'off',
    'text-content': 'off',
  },
})

describe.each(PAPERS)('%s', async (name, paper) => {
  const html = await writtenText(paper, 'html')
  test('is valid HTML', async () => {
    const report = await validator.validateString(html, name)
    const messages = report.results.flatMap(({ messages }) => messages)
    expect(
      messages
        .filter(({ ruleId }) => name !== 'hostile text' || ruleId !== 'heading-level')
        .map(({ line, ruleId, message }) => `${line} ${ruleId} ${message}`),
    ).toEqual([])
  })
  test('loads nothing, runs nothing, and its policy allows its own style alone', () => {
    const css = /<style>(.*?)<\/style>/s.exec(html)?.[1] as string
    const hash = createHash('sha256').update(css).digest('base64')
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    )
    expect(html.match(/<style/g)).toHaveLength(1)
    expect(html).not.toMatch(/<script|<img|<link|\ssrc=|\sstyle=|\son\w+=|@import|url\((?!#)/)
  })
  test('every link inside it leads somewhere, and every other to an address of the web', () => {
    const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))
    const links = [...html.matchAll(/<a\s[^>]*href="([^"]*)"/g)].map(([, to]) => to as string)
    expect(links.filter((to) => !to.startsWith('https://') && !ids.has(to.slice(1)))).toEqual([])
  })
})

test('every figure opens to the items that it was counted from', async () => {
  const html = await writtenText(examplePaper(), 'html')
  const figures = [...html.matchAll(/<a id="so-(\d+)" href="#m\1"[^>]*>([\d.]+)<\/a>/g)]
  const counts = figures.map(([, number]) => [
    html.match(new RegExp(`<tr class="(?:[^"]* )?f${number}(?: [^"]*)?">`, 'g'))?.length ?? 0,
    html.includes(`.openings:has(>#m${number}:target)~.items .f${number}{display:table-row}`),
  ])
  expect(figures.length).toBeGreaterThan(20)
  expect(counts).toEqual(
    figures.map(([, , value]) => [
      /\.\d{3}/.test(value as string) ? expect.any(Number) : Number(value),
      true,
    ]),
  )
})

test('tables have captions and headings, dates their form for machines', async () => {
  const html = await writtenText(examplePaper(), 'html')
  expect(html).toContain(
    '<caption>Bảng 1. Tin, bài theo lĩnh vực <span>Theo Điều 11 khoản 2 điểm c Quy chế</span></caption>',
  )
  expect(html).toContain('<th scope="row">Kinh tế</th>')
  expect(html).toContain('<time datetime="2026-11-05T09:03:00+07:00">09:03 05/11/2026</time>')
  expect(html).toContain('Trong kỳ không từ chối, không gỡ bài nào.')
})

test('charts name themselves, say their numbers, and have their table beside them', async () => {
  const html = await writtenText(examplePaper(), 'html')
  expect(html).toContain('<title id="bieu-do-1-t">Số tin, bài theo lĩnh vực</title>')
  expect(html).toContain('Kinh tế: Đúng hạn 6, Chậm 0; Văn hóa – Xã hội: Đúng hạn 7, Chậm 1;')
  expect(html).toContain('(số liệu: <a href="#bang-1">Bảng 1</a>)')
})

test('hostile text stands on the page as it was written', async () => {
  const html = await writtenText(hostilePaper(), 'html')
  expect(html).toContain('<li>&lt;script&gt;alert(1)&lt;/script&gt;</li>')
  expect(html).toContain(`<li>${HOSTILE[15]}</li>`)
  expect(html).not.toContain('</style></title>')
})
