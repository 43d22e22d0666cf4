import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dashboard } from '../../pipeline/commands/dashboard.ts'
import { due } from '../../pipeline/commands/due.ts'
import { createReminded, type Reminded } from '../reminders/reminding.ts'
import { inProcess } from '../support/in-process.ts'
import { PORTALS, REPOSITORY } from '../support/portals.ts'
import { article } from '../support/repository.ts'

type Figure = { readonly value: unknown; readonly items?: readonly string[] }
type Row = { readonly id: string; readonly figures: readonly Figure[] }
type Board = {
  readonly blocks: readonly { readonly type: string; readonly id: string; readonly rows: readonly Row[] }[]
  readonly catalogue: { readonly items: readonly { readonly id: string; readonly title: string }[] }
}

const rowsOf = (text: string, id: string): readonly Row[] =>
  (JSON.parse(text) as Board).blocks.find((block) => block.type === 'table' && block.id === id)?.rows ?? []
const values = ({ figures }: Row) => figures.map(({ value }) => value)

describe('the dashboard of each portal', () => {
  test.each(PORTALS)('%s: whatever is owed stands there, with somebody who must act', async (portal) => {
    const board = await inProcess(REPOSITORY, (ports) => dashboard(ports, portal, { format: 'json' }))
    const list = await inProcess(REPOSITORY, (ports) => due(ports, { portal, json: true }))
    type Listed = { documents: { file: string; state: string }[]; registers: { file: string }[] }
    const [{ documents, registers }] = JSON.parse(list.stdout) as [Listed]
    const rows = rowsOf(board.stdout, 'cho')
    expect(rows.map(({ id }) => id).sort()).toEqual(
      [...documents, ...registers].map(({ file }) => file).sort(),
    )
    for (const row of rows) expect(values(row)[3]).toMatch(/\S/)
    const urgent = documents.filter(({ state }) => state === 'overdue' || state === 'at-risk')
    expect(
      rowsOf(board.stdout, 'ngay')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(urgent.map(({ file }) => file).sort())
    const items = new Set((JSON.parse(board.stdout) as Board).catalogue.items.map(({ id }) => id))
    for (const { items: behind = [] } of rowsOf(board.stdout, 'ai').flatMap(({ figures }) => figures))
      expect(behind.filter((id) => !items.has(id))).toEqual([])
  })
})

describe('with the forge', () => {
  let office: Reminded
  let number: number
  beforeAll(async () => {
    office = await createReminded()
    const author = office.forge.as('lan')
    const news = article({
      title: '"<b>Ra quân</b> tổng vệ sinh"',
      kind: 'tin-su-kien',
      section: 'tin-tuc-su-kien',
      eventDate: '2026-11-20T08:00:00+07:00',
    })
    await author.push('bai', { 'content/thanh-dong/tin-bai/xa-hoi/2026/bai.md': news }, { message: 'Bài' })
    number = await author.openPullRequest('bai', { title: 'Bài' })
    await office.forge.as('hoa').approve(number)
  })
  afterAll(() => office.forge.close())

  const run = (...args: string[]) =>
    office.job(['dashboard', 'thanh-dong', '--now', '2026-11-20T16:00:00+07:00', ...args], {
      GITHUB_TOKEN: 'token-nhac-viec',
    })

  test('a pull request waits for those who have not approved it yet, and opens to its address', async () => {
    const { stdout, code, stderr } = await run('--format', 'json', '--repo', 'phuong-thanh-dong/cong')
    expect(code, stderr).toBe(0)
    const [row] = rowsOf(stdout, 'ngay')
    expect(row && values(row)).toEqual([
      `#${number} <b>Ra quân</b> tổng vệ sinh`,
      'Sắp đến hạn',
      '08:00 ngày 23/11/2026',
      'Trưởng Ban biên tập hoặc Phó Trưởng ban biên tập',
      'Điều 7 khoản 1 Quy chế phường Thành Đông',
    ])
  })
  test('without it, the page says that it was not asked', async () => {
    const { stdout, code } = await run('--format', 'json')
    expect([code, rowsOf(stdout, 'cho')]).toEqual([0, []])
    expect(stdout).toContain('Chưa tính các yêu cầu gộp')
  })
})
