import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { examplePaper, HOSTILE, hostilePaper } from './example.ts'
import { writtenText } from './written.ts'

const render = (text: string): string => new MarkdownIt({ html: true, linkify: true }).render(text)
const rowsOf = (html: string): number[] =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) => row?.match(/<t[hd]/g)?.length ?? 0)

test('columns stand below each other in a terminal, numbers at the right', async () => {
  const text = await writtenText(examplePaper(), 'md')
  const table = text.split('\n').filter((line) => line.startsWith('| Tuần'))
  expect(table).toEqual([
    '| Tuần   | Số tin, bài | Chậm |',
    '| Tuần 1 |           7 |    1 |',
    '| Tuần 2 |           7 |    1 |',
    '| Tuần 3 |           7 |    1 |',
    '| Tuần 4 |           3 |    1 |',
  ])
})

test('figures name their items in an appendix, and the items follow', async () => {
  const text = await writtenText(examplePaper(), 'md')
  expect(text).toContain('- Bảng 2, Tuần 1 – Số tin, bài: 7 → mục 1–7\n')
  expect(text).toContain('|    2 | Bài số 2: Ra quân')
})

test('a sample says so at its head', async () => {
  expect(await writtenText(examplePaper(), 'md')).toContain('> **Số liệu minh họa')
  expect(await writtenText({ ...examplePaper(), sample: false }, 'md')).not.toContain('minh họa')
})

describe('hostile text stays text', async () => {
  const html = render(await writtenText(hostilePaper(), 'md'))
  test('no element, no code and no link of its own, but an address that is written out', () => {
    expect(html).not.toMatch(/<script|<code>|href="javascript/)
    const foreign = [...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to)
    expect(new Set(foreign.filter((to) => !to?.startsWith('https://vi-du.example.vn/')))).toEqual(
      new Set(['https://xau.example']),
    )
  })
  test('no row of a table gains or loses a cell', () => {
    expect(new Set(rowsOf(html))).toEqual(new Set([4, 8]))
  })
  test('a paragraph is what was written', () => {
    expect(html).toContain(`<p>${HOSTILE[4]}</p>`)
    expect(html).toContain('<p>constructor</p>')
    expect(html).toContain('<p>__proto__</p>')
  })
})
