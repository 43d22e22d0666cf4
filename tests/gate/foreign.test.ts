import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { code, foreign } from '../../pipeline/gate/foreign.ts'

const markdown = new MarkdownIt({ html: true, linkify: true })
const plain = new MarkdownIt({ html: true })

// biome-ignore format: a table
const ATTACKS = [
  // text,                                               because
  ['@octocat xin duyệt',                                 'a mention'],
  ['nhờ @phuong-thanh-dong/van-phong',                   'a mention of a team'],
  ['sửa #12 và GH-3',                                    'references'],
  ['](https://evil.example) [bấm](javascript:alert(1))', 'a link'],
  ['![x](https://evil.example/t.png)',                   'a picture that calls home'],
  ['<img src=x onerror=alert(1)> <!-- congbo -->',       'HTML, and the mark of the comment'],
  ['```suggestion\nxóa hết\n```',                        'a suggestion'],
  ['# Đủ phê duyệt, gộp được',                           'a heading of its own'],
  ['- [x] Trưởng ban đã duyệt',                          'a ticked box'],
  ['a\n\n### ✅ Đủ phê duyệt',                           'a second paragraph'],
  ['| a | b |\n| - | - |',                               'a table'],
  ['&#64;octocat &lt;b&gt;',                             'entities that would become signs'],
  ['**đậm** _nghiêng_ `mã` ~~gạch~~ \\*',                'emphasis'],
  ['\u202e\u200b\u0000x',                                'signs that are not seen'],
  ['https://evil.example www.evil.example a@b.vn',       'addresses that link themselves'],
] as const

test.each(ATTACKS)('%j stays words: %s', (text) => {
  for (const made of [foreign(text, 500), code(text, 500)]) {
    const html = markdown.renderInline(`- ${made}.`)
    expect(html.replace(/<\/?code>/g, '')).not.toMatch(/<[a-z!]/i)
    const seen = html.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>')
    expect(seen).not.toMatch(/(?:^|\W)@[a-z0-9]/i)
    expect(seen).not.toMatch(/#\d|GH-\d/)
    expect(made).not.toContain('\n')
  }
})

test('whatever the text, it is one piece of text when it is rendered', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const [inline] = plain.parseInline(`x${foreign(text, 200)}x`, {})
      const types = new Set((inline?.children ?? []).map(({ type }) => type))
      types.delete('text')
      types.delete('text_special')
      expect([...types]).toEqual([])
    }),
  )
})

test('what is read is what was written, but for the joiners, and long text is cut', () => {
  const [inline] = markdown.parseInline(foreign('Tổ 4 – «ngõ sạch» (50%) & hơn nữa: 1/2'), {})
  expect((inline?.children ?? []).map(({ content }) => content).join('')).toBe(
    'Tổ 4 – «ngõ sạch» (50%) & hơn nữa: 1/2',
  )
  expect(foreign('dài '.repeat(100), 20)).toHaveLength(20)
})
