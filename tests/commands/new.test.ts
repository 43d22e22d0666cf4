import { beforeAll, describe, expect, test } from 'vitest'
import { type NewOptions, newDocument } from '../../pipeline/commands/new.ts'
import { deadlineOf } from '../../pipeline/deadlines/deadline-of.ts'
import { FOLDER_OF } from '../../pipeline/documents/document.ts'
import type { Kind } from '../../pipeline/regulation/regulation.ts'
import { diagnosticsOf, expectCivil, expectRefusal, type Told } from '../support/civil.ts'
import { inProcess } from '../support/in-process.ts'
import { PORTALS, portalOf } from '../support/portals.ts'
import { createRepository } from '../support/repository.ts'

const ROWS = PORTALS.flatMap((id) =>
  [...portalOf(id).regulation.kinds.keys()].map((kind) => [id, kind] as const),
)

describe('a new document passes from its first moment', () => {
  const repository = createRepository({ sample: true })
  const made = new Map<string, string>()
  let found: readonly Told[]
  beforeAll(async () => {
    for (const id of PORTALS) repository.addPortal(id)
    for (const [id, kind] of ROWS) {
      const { stdout } = await inProcess(repository.root, (ports) => newDocument(ports, id, kind, {}))
      made.set(`${id} ${kind}`, /^Đã tạo (.*)$/m.exec(stdout)?.[1] ?? '')
    }
    const outcome = await repository.congbo(['check', '--json'])
    expect(JSON.parse(outcome.stdout).checked).toBe(ROWS.length)
    found = diagnosticsOf(outcome)
  })

  test.each(ROWS)('%s %s', (id, kind) => {
    const file = made.get(`${id} ${kind}`) as string
    expect(found.filter((each) => each.file === file && each.severity === 'error')).toEqual([])
    const text = repository.read(file)
    const { regulation } = portalOf(id)
    const section = /^section: (\S+)/m.exec(text)?.[1]
    const deadline = deadlineOf(regulation, { kind: kind as Kind, section })
    const counts = deadline?.trigger !== undefined && deadline.limit.unit !== 'none'
    const comment = new RegExp(
      `^${deadline?.trigger}: \\S+ # hạn: .+ — .+ \\(Điều \\d+ .*${regulation.law.shortName}\\)$`,
      'm',
    )
    if (counts) expect(text).toMatch(comment)
    else expect(text).not.toContain('# hạn:')
  })
  test('every regulation but those without any number shows a deadline', () => {
    const dated = PORTALS.filter((id) =>
      [...made].some(([key, file]) => key.startsWith(`${id} `) && repository.read(file).includes('# hạn:')),
    )
    expect(dated).toEqual(['kep', 'thanh-dong'])
  })
  test('all kinds are tried', () => {
    expect(new Set(ROWS.map(([, kind]) => kind))).toEqual(new Set(Object.keys(FOLDER_OF)))
  })
})

describe('congbo new', () => {
  const repository = createRepository()
  const NOW = ['--now', '2026-11-20T09:00:00+07:00']
  const make = (...args: string[]) => repository.congbo(['new', ...args, ...NOW])

  test('writes where lĩnh vực, year and title lead, and says what to do next', async () => {
    const outcome = await make(
      'thanh-dong',
      'tin-su-kien',
      '--title',
      'Đồng Việt ra quân: “sạch” đường,\u0007 ngõ\n---\u202e',
      '--linh-vuc',
      'moi-truong',
    )
    expectCivil(outcome)
    const file = 'content/thanh-dong/tin-bai/moi-truong/2026/dong-viet-ra-quan-sach-duong-ngo.md'
    expect(outcome).toMatchObject({ code: 0, stdout: expect.stringContaining(`Đã tạo ${file}\n`) })
    expect(outcome.stdout).toContain(`congbo check ${file}`)
    expect(repository.read(file)).toMatch(
      /^---\ntitle: "Đồng Việt ra quân: “sạch” đường, ngõ ---"\nkind: tin-su-kien\nlinhVuc: moi-truong # /,
    )
    const checked = await repository.congbo(['check', file, ...NOW])
    expect(checked.code, checked.stdout).toBe(0)
  })
  test('never writes over a file', async () => {
    const before = repository.read(
      'content/thanh-dong/tin-bai/moi-truong/2026/dong-viet-ra-quan-sach-duong-ngo.md',
    )
    const again = await make(
      'thanh-dong',
      'bai-viet',
      '--title',
      'Đồng Việt ra quân sạch đường ngõ',
      '--linh-vuc',
      'moi-truong',
    )
    expectRefusal(again, 2)
    expect(again.stderr).toMatch(/Đã có tệp .*--title/)
    expect(
      repository.read('content/thanh-dong/tin-bai/moi-truong/2026/dong-viet-ra-quan-sach-duong-ngo.md'),
    ).toBe(before)
  })
  // biome-ignore format: a table
  const REFUSED: readonly (readonly [portal: string, kind: string, options: NewOptions, words: RegExp, because: string])[] = [
    ['khong-co',   'bai-viet',    {},                          /Không có cổng `khong-co`/,                         'an unknown portal'],
    ['thanh-dong', 'quang-ba',    {},                          /không có thể loại `quang-ba`; có: tin-su-kien \(/, 'a kind that this regulation does not know'],
    ['thanh-dong', 'constructor', {},                          /không có thể loại/,                                'an inherited name is no kind'],
    ['thanh-dong', 'bai-viet',    { linhVuc: '../..' },        /không có lĩnh vực/,                                'a path is no lĩnh vực'],
    ['thanh-dong', 'bai-viet',    { section: 'khong-co' },     /không có chuyên mục/,                              'an unknown section'],
    ['thanh-dong', 'bai-viet',    { title: 'x'.repeat(300) },  /--title.*250/,                                     'a title that no check would pass'],
    ['thanh-dong', 'bai-viet',    { title: '\u0007 ' },        /--title/,                                          'a title of nothing'],
    ['kon-ray',    'bai-viet',    { now: '2025-08-01T08:00:00+07:00' }, /không hoạt động/,                         'a portal that is archived'],
  ]
  test.each(REFUSED)('refuses %s %s %j', async (portal, kind, options, words) => {
    if (portal === 'kon-ray') repository.addPortal(portal)
    const outcome = await inProcess(repository.root, (ports) =>
      newDocument(ports, portal, kind, { now: NOW[1] as string, ...options }),
    )
    expectRefusal(outcome, 2)
    expect(outcome.stderr).toMatch(words)
  })
  // biome-ignore format: a table
  const MISTYPED: readonly (readonly [args: string[], words: RegExp, because: string])[] = [
    [['thanh-dong'],                     /Thiếu tham số thể loại/, 'no kind'],
    [['thanh-dong', 'bai-viet', 'thua'], /Thừa tham số/,           'one word too many: a title without its option'],
  ]
  test.each(MISTYPED)('refuses %j', async (args, words) => {
    const outcome = await make(...args)
    expectRefusal(outcome, 2)
    expect(outcome.stderr).toMatch(words)
  })
})
