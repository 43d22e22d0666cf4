import { beforeAll, describe, expect, test } from 'vitest'
import { article, createRepository } from '../support/repository.ts'

const PATH = 'tin-bai/xa-hoi/2026/mot.md'
const NOW = ['--now', '2026-11-20T09:00:00+07:00']
const UPDATES = `updates:
  - { date: 2026-11-12, note: Đính chính tên tổ dân phố. }
  - { date: 2026-11-14, note: "Thêm ý kiến của <người dân>." }
`

describe('a real portal: Git tells when a document changed, its editor tells what', () => {
  const repository = createRepository()
  const file = `${repository.folder}/${PATH}`
  const page = () => repository.read('_site/thanh-dong/tin-bai/2026/mot/index.html')
  beforeAll(async () => {
    repository.init()
    repository.write(file, article())
    repository.commit('2026-11-10T09:00:00+07:00')
    repository.edit(file, 'summary:', `${UPDATES}summary:`)
    repository.commit('2026-11-14T15:30:00+07:00')
    await repository.congbo(['build', ...NOW])
  })
  test('the publication stays what it was', () => {
    expect(page()).toContain('<dt>Đăng</dt><dd><time datetime="2026-11-10T09:00:00+07:00">')
  })
  test('the last change is told', () => {
    expect(page()).toContain('<dt>Sửa lần cuối</dt><dd><time datetime="2026-11-14T15:30:00+07:00">')
  })
  test('the notes stand newest first, in the order of officials, and are text', () => {
    expect(page().match(/<li><time datetime="[^"]+">[^<]+<\/time>: [^<]+/g)).toEqual([
      '<li><time datetime="2026-11-14">14/11/2026</time>: Thêm ý kiến của &lt;người dân&gt;.',
      '<li><time datetime="2026-11-12">12/11/2026</time>: Đính chính tên tổ dân phố.',
    ])
  })
  test('what comes later than the instant of the build is not known to it', async () => {
    await repository.congbo(['build', '--now', '2026-11-13T09:00:00+07:00'])
    expect(page()).not.toContain('Sửa lần cuối')
  })
  test('a note without a word is refused, with the way out', async () => {
    repository.write(file, article({ updates: '[{ date: 14/11/2026, note: "" }]' }))
    const { code, stdout } = await repository.congbo(['check', ...NOW])
    expect(code).toBe(1)
    expect(stdout).toMatch(/mot\.md:10:13 .*Ngày.*không đúng dạng/)
    expect(stdout).toMatch(/mot\.md:10:31 .*Nội dung cập nhật.*quá ngắn/)
  })
})

describe('the record of a sample portal', () => {
  const record = (revised: string) =>
    `portal: thanh-dong\npublished:\n  - { path: ${PATH}, at: 2026-11-10T09:00:00+07:00 }\nrevised:\n  - ${revised}\n`
  // biome-ignore format: a table
  test.each([
    [`{ path: ${PATH}, at: 2026-11-12T09:00:00+07:00 }`,                         undefined,                      'a change after the publication'],
    [`{ path: ${PATH}, at: 2026-11-10T08:00:00+07:00 }`,                         /lần sửa của tệp chưa xuất bản/, 'a change before the publication is none'],
    ['{ path: tin-bai/xa-hoi/2026/hai.md, at: 2026-11-12T09:00:00+07:00 }',      /lần sửa của tệp chưa xuất bản/, 'a change of what was never published'],
  ] as [string, RegExp | undefined, string][])('%s', async (line, problem) => {
    const repository = createRepository({ sample: true })
    repository.write(`${repository.folder}/${PATH}`, article())
    repository.write(`${repository.folder}/nhat-ky-xuat-ban.yaml`, record(line))
    const { code, stdout } = await repository.congbo(['check', ...NOW])
    expect(code).toBe(problem ? 1 : 0)
    if (problem) expect(stdout).toMatch(problem)
  })
})
