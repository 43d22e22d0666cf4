import { beforeAll, describe, expect, test } from 'vitest'
import { report } from '../../pipeline/commands/report.ts'
import { expectCivil, expectRefusal } from '../support/civil.ts'
import { inProcess } from '../support/in-process.ts'
import { contract, REPOSITORY } from '../support/portals.ts'
import { article, createRepository } from '../support/repository.ts'

type Figure = { readonly value: unknown; readonly items?: readonly string[] }
type Row = { readonly id: string; readonly figures: readonly Figure[] }
type JsonTable = {
  readonly id: string
  readonly columns: readonly { readonly id: string; readonly type: string }[]
  readonly rows: readonly Row[]
  readonly total?: Row
}
type JsonPaper = {
  readonly blocks: readonly ({ readonly type: string } & JsonTable)[]
  readonly catalogue: { readonly items: readonly { readonly id: string }[] }
}

const run = (root: string, portal: string, period: string, more = {}) =>
  inProcess(root, (ports) => report(ports, portal, { period, format: 'json', ...more }))

async function read(root: string, portal: string, period: string, more = {}) {
  const outcome = await run(root, portal, period, more)
  expect(outcome.code, outcome.stderr).toBe(0)
  const paper = JSON.parse(outcome.stdout) as JsonPaper
  expect(contract.errors('paper' as never, paper)).toEqual([])
  const tables = new Map(paper.blocks.flatMap((each) => (each.type === 'table' ? [[each.id, each]] : [])))
  return { text: outcome.stdout, paper, tables }
}

const figuresOf = (tables: ReadonlyMap<string, JsonTable>): Figure[] =>
  [...tables.values()].flatMap(({ rows, total }) =>
    [...rows, ...(total ? [total] : [])].flatMap(({ figures }) => figures),
  )

/** The reports that the regulations ask for, and one that none of them does. */
// biome-ignore format: a table
const ASKED = [
  ['kep',        '2024-Q2', 'Điều 4 khoản 6',           'quarterly to the chairman'],
  ['kep',        '2024',    'Điều 4 khoản 6',           'yearly'],
  ['kep',        '2024-05', 'không yêu cầu',            'nobody asks for a month'],
  ['dong-viet',  '2024-H1', 'Điều 5 khoản 5',           'half a year'],
  ['dong-viet',  '2024',    'Điều 5 khoản 5',           'a year'],
  ['kon-ray',    '2025-03', 'Điều 13',                  'monthly'],
  ['thach-linh', '2021-03', 'Điều 8 khoản 3',           'monthly to the board'],
  ['thach-linh', '2021-Q1', 'Điều 12 khoản 2',          'quarterly'],
  ['thach-linh', '2021-H1', 'Điều 12 khoản 2',          'half a year'],
  ['thach-linh', '2021',    'Điều 12 khoản 2',          'a year'],
  ['thanh-dong', '2026-11', 'Điều 11 khoản 2 điểm c',   'monthly by the board'],
  ['thanh-dong', '2026-Q4', 'Điều 11 khoản 2 điểm c',   'quarterly'],
  ['thanh-dong', '2026',    'Điều 11 khoản 2 điểm c',   'a year'],
] as const

describe('the report of a period', () => {
  test.each(ASKED)('%s %s rests on «%s»: %s', async (portal, period, ground) => {
    const { text } = await read(REPOSITORY, portal, period)
    expect(text).toContain(ground)
  })
  test.each(ASKED)('%s %s: every figure opens to as many items as it says', async (portal, period) => {
    const { paper, tables } = await read(REPOSITORY, portal, period)
    const items = new Set(paper.catalogue.items.map(({ id }) => id))
    expect(items.size).toBe(paper.catalogue.items.length)
    for (const { value, items: behind = [] } of figuresOf(tables)) {
      expect(behind.filter((each) => !items.has(each))).toEqual([])
      if (typeof value === 'number' && behind.length > 0) expect(behind).toHaveLength(value)
    }
  })
  test.each(ASKED)(
    '%s %s: every sum is the sum of its rows, every article is in one row',
    async (portal, period) => {
      const { tables } = await read(REPOSITORY, portal, period)
      const all = tables.get('chung')?.rows.find(({ id }) => id === 'cong-bo')?.figures[1]?.items ?? []
      for (const { columns, rows, total } of [...tables.values()].filter((each) => each.total)) {
        const integers = columns.flatMap(({ type }, index) => (type === 'integer' ? [index] : []))
        const sums = integers.map((index) =>
          rows.reduce((so, row) => so + (row.figures[index]?.value as number), 0),
        )
        expect(integers.map((index) => total?.figures[index]?.value)).toEqual(sums)
        const listed = rows.flatMap(({ figures }) => figures[1]?.items ?? [])
        expect(listed.sort()).toEqual([...all].sort())
      }
    },
  )
  test('the second report of a month is had by its name', async () => {
    const { text } = await read(REPOSITORY, 'thanh-dong', '2026-11', { duty: 'bao-cao-thang-vh-xh' })
    expect(text).toContain('Điều 21')
    expect(text).toContain('BC-VHXH')
  })
})

// biome-ignore format: a table
test.each([
  [{ period: '2026-13' },                  'không phải là một kỳ',   'no such month'],
  [{ period: undefined },                  'Thiếu kỳ báo cáo',       'no period at all'],
  [{ period: '2027-01' },                  'Chưa tới tháng',           'nothing can be said of what is to come'],
  [{ period: '2026-11', duty: 'khong-co' }, 'Quy chế không có báo cáo', 'a report that the regulation does not know'],
] as const)('%j is refused: «%s», %s', async (options, says, _because) => {
  const outcome = await inProcess(REPOSITORY, (ports) => report(ports, 'thanh-dong', options as never))
  expectRefusal(outcome, 2)
  expect(outcome.stderr).toContain(says)
})

describe('a real history', () => {
  const repository = createRepository()
  const { root, write, commit, edit, remove } = repository
  const november = (day: number, hour = '09:00') => `2026-11-${String(day).padStart(2, '0')}T${hour}:00+07:00`
  const path = (name: string) => `content/thanh-dong/tin-bai/xa-hoi/2026/${name}.md`
  const news = (day: number, more = {}) =>
    article({ kind: 'tin-su-kien', section: 'tin-tuc-su-kien', eventDate: november(day, '08:00'), ...more })
  let before = ''
  beforeAll(async () => {
    repository.init()
    write(path('som'), news(3))
    commit(november(3, '15:00'))
    write(path('muon'), news(3, { lateReason: 'Chờ đơn vị xác nhận số liệu' }))
    write(path('muon-khong-ly-do'), news(4))
    write('content/thanh-dong/tin-bai/xa-hoi/2026/khong-han.md', article())
    commit(november(6, '10:00'))
    edit(path('som'), 'Bài thử', 'Bài thử đã sửa')
    commit(november(9))
    remove(path('muon-khong-ly-do'))
    commit(november(10))
    const outcome = await run(root, 'thanh-dong', '2026-11', { now: '2026-12-01T08:00:00+07:00' })
    before = outcome.stdout
  })

  test('counts what a clerk would count by hand', async () => {
    const { tables } = await read(root, 'thanh-dong', '2026-11', { now: '2026-12-01T08:00:00+07:00' })
    const figures = Object.fromEntries(
      tables.get('chung')?.rows.map(({ id, figures: [, figure] }) => [id, figure?.value]) ?? [],
    )
    expect(figures).toMatchObject({
      'cong-bo': 4,
      'dung-han': 1,
      'muon-co-ly-do': 1,
      muon: 1,
      'khong-han': 1,
      sua: 1,
      go: 1,
    })
    expect(tables.get('muon')?.rows.map(({ figures: each }) => each.map(({ value }) => value))).toEqual([
      [
        'Bài thử của phường',
        'Tổ Thư ký giúp việc Ban biên tập',
        '08:00 ngày 05/11/2026',
        november(6, '10:00'),
        480 + 120,
        'Điều 7 khoản 1 Quy chế phường Thành Đông',
        'Không nêu',
      ],
      [
        'Bài thử của phường',
        'Tổ Thư ký giúp việc Ban biên tập',
        '08:00 ngày 04/11/2026',
        november(6, '10:00'),
        2 * 480 + 120,
        'Điều 7 khoản 1 Quy chế phường Thành Đông',
        'Chờ đơn vị xác nhận số liệu',
      ],
    ])
  })
  test('the same commits give the same bytes, on whatever day they are counted and whatever came after the period', async () => {
    write(path('thang-12'), news(30))
    edit(path('muon'), 'Bài thử', 'Tên mới')
    commit('2026-12-02T09:00:00+07:00')
    write(path('chua-commit'), news(3))
    for (const now of ['2026-12-31T08:00:00+07:00', '2027-06-01T00:00:00+07:00']) {
      const { text } = await read(root, 'thanh-dong', '2026-11', { now })
      expect(text).toBe(before)
    }
  })
  test('while the period runs, it says so', async () => {
    const { text } = await read(root, 'thanh-dong', '2026-11', { now: november(5) })
    expect(text).toContain('Kỳ chưa kết thúc')
    expect(before).not.toContain('Kỳ chưa kết thúc')
  })
  test('the process writes a file and says where', async () => {
    const outcome = await repository.congbo([
      'report',
      'thanh-dong',
      '--period',
      '2026-11',
      '--format',
      'html',
      '--now',
      november(30),
    ])
    expectCivil(outcome)
    expect(outcome.stderr).toContain('bao-cao-thanh-dong-2026-11.html')
    expect(repository.read('bao-cao-thanh-dong-2026-11.html')).toContain('Kết quả hoạt động')
  })
})
