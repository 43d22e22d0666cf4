import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type DueOptions, due } from '../../pipeline/commands/due.ts'
import { expectCivil, expectRefusal } from '../support/civil.ts'
import { inProcess } from '../support/in-process.ts'
import { contract, REPOSITORY } from '../support/portals.ts'
import { article, congbo, createRepository } from '../support/repository.ts'

const ask = (portal: string, kind: string, trigger: string, more: Partial<DueOptions> = {}) =>
  inProcess(REPOSITORY, (ports) => due(ports, { portal, kind, trigger, json: true, ...more }))

describe('when something is due', () => {
  const HOURS = { officeHours: 'hai-duong' }
  // biome-ignore format: a table
  const ANSWERS = [
    // portal, kind,       trigger,                    options,                               due,                         unit,         clause,    provisional, because
    ['thanh-dong', 'tin-su-kien',       '2025-12-17T08:00:00+07:00', {},                       '2025-12-18T08:00:00+07:00', 'officeHour', 'D7.K1',   false, '7.5 hours on the day, half an hour next morning'],
    ['thanh-dong', 'tin-su-kien',       '2025-12-17T01:00:00Z',      {},                       '2025-12-18T08:00:00+07:00', 'officeHour', 'D7.K1',   false, 'the same instant in another offset'],
    ['thanh-dong', 'tin-su-kien',       '2026-03-31T15:00:00+07:00', HOURS,                    '2026-04-01T15:30:00+07:00', 'officeHour', 'D7.K1',   false, 'winter hours end, summer hours begin'],
    ['thanh-dong', 'tin-su-kien',       '2026-01-09T16:30:00+07:00', {},                       '2026-01-10T16:30:00+07:00', 'officeHour', 'D7.K1',   false, 'Saturday 10/1 was worked for 2/1'],
    ['thanh-dong', 'tin-su-kien',       '2026-01-09T16:30:00+07:00', { choose: ['td-saturday=off'] }, '2026-01-12T16:30:00+07:00', 'officeHour', 'D7.K1', false, 'the other reading knows Monday to Friday only'],
    ['thanh-dong', 'van-ban',           '2026-08-28',                {},                       '2026-09-05T00:00:00+07:00', 'workingDay', 'D7.K3.a', false, 'the end of 4/9 is the start of 5/9'],
    ['thanh-dong', 'van-ban-lien-quan', '2026-08-28',                {},                       '2026-09-17T00:00:00+07:00', 'workingDay', 'D7.K3.b', false, 'another authority’s document has ten days'],
    ['thanh-dong', 'van-ban',           '2027-04-28',                {},                       '2027-05-05T00:00:00+07:00', 'workingDay', 'D7.K3.a', true,  'nobody has announced 3/5/2027 yet'],
    ['thanh-dong', 'hoi-dap',           '2027-01-21T09:00:00+07:00', {},                       '2027-02-19T00:00:00+07:00', 'workingDay', 'D7.K5.b', false, 'fifteen days over Tết'],
    ['thanh-dong', 'hoi-dap',           '2027-01-21T09:00:00+07:00', { outOfField: true },        '2027-01-21T09:00:00+07:00', 'immediate',  'D7.K5.a', false, 'a question for another authority is passed on at once'],
    ['kep',        'tin-su-kien',       '2024-05-03T16:00:00+07:00', {},                       '2024-05-05T00:00:00+07:00', 'workingDay', 'D9.K1',   false, 'Saturday 4/5 was worked for 29/4'],
    ['kep',        'thong-ke',          '2024-06-25T10:15:00+07:00', {},                       '2024-06-25T10:15:00+07:00', 'immediate',  'D9.K4',   false, '“right after sending”'],
    ['kep',        'bai-viet',          '2024-05-02T08:00:00+07:00', {},                       null,                        'none',       'D9.K5#2', false, 'the regulation names no number, and none is invented'],
    ['kep',        'tin-su-kien',       '2023-01-19T08:00:00+07:00', {},                       null,                        'workingDay', 'D9.K1',   false, 'the regulation was not in force yet'],
  ] as const
  test.each(ANSWERS)(
    '%s %s from %s %j: %s',
    async (portal, kind, trigger, options, at, unit, clause, provisional) => {
      const outcome = await ask(portal, kind, trigger, options)
      expectCivil(outcome)
      expect(outcome.code, outcome.stderr).toBe(0)
      const answer = JSON.parse(outcome.stdout)
      expect(contract.errors('due' as never, answer)).toEqual([])
      expect(answer).toMatchObject({ portal, kind, due: at, unit, clause, provisional })
      expect(answer.citation).toMatch(/^Điều \d+ .*Quy chế /)
    },
  )

  test('the process says the same as the function, every option given', async () => {
    const args = [
      'due',
      '--portal',
      'thanh-dong',
      '--kind',
      'hoi-dap',
      '--trigger',
      '2026-01-09T16:30:00+07:00',
      '--out-of-field',
    ]
    const more = [
      '--section',
      'trao-doi-hoi-dap',
      '--office-hours',
      'hai-duong',
      '--choose',
      'td-saturday=off',
      '--json',
    ]
    const outcome = await congbo([...args, ...more], { cwd: REPOSITORY })
    expect(outcome.code, outcome.stderr).toBe(0)
    const options = {
      outOfField: true,
      section: 'trao-doi-hoi-dap',
      officeHours: 'hai-duong',
      choose: ['td-saturday=off'],
    }
    expect(outcome.stdout).toBe(
      (await ask('thanh-dong', 'hoi-dap', '2026-01-09T16:30:00+07:00', options)).stdout,
    )
  })
  test('in words: what, until when, whether it is over, by which clause', async () => {
    const args = [
      'due',
      '--portal',
      'thanh-dong',
      '--kind',
      'van-ban',
      '--trigger',
      '2027-04-28',
      '--now',
      '2027-05-05T00:00:01+07:00',
    ]
    const { stdout, code } = await congbo(args, { cwd: REPOSITORY })
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /02 ngày làm việc kể từ ngày ban hành\nHạn: hết ngày 04\/05\/2027 \(tạm tính: .*\)\nTính đến 00:00 ngày 05\/05\/2027: đã quá hạn\nCăn cứ: Điều 7 khoản 3 điểm a Quy chế phường Thành Đông\n$/,
    )
  })
})

describe('when it cannot be told', () => {
  // biome-ignore format: a table
  const REFUSED: readonly (readonly [question: readonly [portal: string, kind: string, trigger: string, more?: Partial<DueOptions>], words: RegExp, because: string])[] = [
    [['thanh-dong', 'van-ban', '2028-02-01'],                                       /2028.*content\/lich-nghi\/2028\.yaml/, 'a year without holidays is not counted by the week'],
    [['thanh-dong', 'tin-su-kien', '2025-12-17T08:00:00'],                          /múi giờ.*\+07:00/,              'a time without an offset is never guessed'],
    [['thanh-dong', 'tin-su-kien', '2025-12-17'],                                   /giờ/,                           'hours cannot be counted from a day'],
    [['thanh-dong', 'van-ban', '2026-02-30'],                                       /không phải là ngày/,            'a day that does not exist'],
    [['kon-ray', 'tin-su-kien', '2025-08-01T08:00:00+07:00'],                       /đã lưu trữ từ 01\/07\/2025.*cấp huyện/, 'the portal was archived with the districts'],
    [['kep', 'du-thao', '2024-05-02'],                                              /không có thể loại `du-thao`; có: /, 'a kind that this regulation does not know'],
    [['kep', 'toString', '2024-05-02'],                                             /không có thể loại/,             'an inherited name is no kind'],
    [['kep', 'bao-chi', '2024-05-02'],                                              /không có thể loại/,             'a kind that nobody knows'],
    [['khong-co', 'van-ban', '2024-05-02'],                                         /Không có cổng `khong-co`; các cổng hiện có: /, 'an unknown portal'],
    [['thanh-dong', 'van-ban', '2026-08-28', { choose: ['td-saturday'] }],            /--choose.*mã=cách hiểu/,        'a choice without a value is not silently the usual one'],
    [['thanh-dong', 'van-ban', '2026-08-28', { choose: ['khong-co=off'] }],           /không có cách hiểu `khong-co`; có: .*td-saturday/, 'an interpretation that does not exist'],
    [['thanh-dong', 'van-ban', '2026-08-28', { choose: ['td-saturday=la'] }],         /chọn một trong: working, off/,  'a reading that does not exist'],
    [['thanh-dong', 'van-ban', '2026-08-28', { officeHours: 'khong-co' }],         /gio-hanh-chinh\/khong-co\.yaml/, 'office hours that do not exist'],
  ]
  test.each(REFUSED)('%j', async (question, words) => {
    const outcome = await ask(...question)
    expectRefusal(outcome, 2)
    expect(outcome.stdout).toBe('')
    expect(outcome.stderr).toMatch(words)
  })
  test('as a process: nothing on the one stream, the reason on the other, exit code 2', async () => {
    const args = ['due', '--portal', 'thanh-dong', '--kind', 'van-ban', '--trigger', '2028-02-01']
    const outcome = await congbo(args, { cwd: REPOSITORY })
    expectRefusal(outcome, 2)
    expect(outcome.stdout).toBe('')
  })
  test('a question without its trigger: all three are asked for', async () => {
    const outcome = await congbo(['due', '--portal', 'kep', '--kind', 'van-ban'], { cwd: REPOSITORY })
    expectRefusal(outcome, 2)
    expect(outcome.stderr).toMatch(/--portal .*--kind .*--trigger/)
  })
})

describe('the list of what is due', () => {
  const repository = createRepository()
  const NOW = ['--now', '2026-11-20T09:00:00+07:00']
  const news = (eventDate: string, more = {}) =>
    article({ kind: 'tin-su-kien', section: 'tin-tuc-su-kien', eventDate, ...more })
  const question = (receivedDate: string, more = {}) =>
    article(
      {
        kind: 'hoi-dap',
        section: 'trao-doi-hoi-dap',
        receivedDate,
        askedBy: 'Công dân',
        question: 'Xin hỏi phường về một việc cụ thể?',
        ...more,
      },
      '',
    )
  beforeAll(() => {
    const at = (name: string) => join(repository.folder, name)
    repository.write(at('tin-bai/xa-hoi/2026/da-dang-dung-han.md'), news('2026-11-18T08:00:00+07:00'))
    repository.write(at('tin-bai/xa-hoi/2026/da-dang-muon.md'), news('2026-11-10T08:00:00+07:00'))
    repository.write(at('hoi-dap/2026/da-dang-chua-tra-loi.md'), question('2026-11-16T08:00:00+07:00'))
    repository.init()
    repository.commit('2026-11-18T14:00:00+07:00')
    repository.write(
      at('tin-bai/xa-hoi/2026/qua-han.md'),
      news('2026-11-17T08:00:00+07:00', { title: 'Tin đã quá hạn' }),
    )
    repository.write(
      at('tin-bai/xa-hoi/2026/qua-han-truoc.md'),
      news('2026-11-12T08:00:00+07:00', { lateReason: 'Chờ số liệu của đơn vị gửi.' }),
    )
    repository.write(at('tin-bai/xa-hoi/2026/sap-het.md'), news('2026-11-19T10:00:00+07:00'))
    repository.write(at('tin-bai/xa-hoi/2026/con-han.md'), news('2026-11-20T08:00:00+07:00'))
    repository.write(at('tin-bai/xa-hoi/2026/khong-han.md'), article())
    repository.write(at('tin-bai/xa-hoi/2026/hong.md'), '---\nhỏng\n')
  })

  test('json: every open matter by its instant, with its clause; then the duties', async () => {
    const outcome = await repository.congbo(['due', '--json', ...NOW])
    expectCivil(outcome)
    expect(outcome.code).toBe(0)
    const [{ portal, now, documents, duties }, ...others] = JSON.parse(outcome.stdout)
    expect([portal, now, others]).toEqual(['thanh-dong', '2026-11-20T09:00:00+07:00', []])
    const rows = documents.map((each: Record<string, string>) => [
      each.file?.split('/').at(-1),
      each.state,
      each.due,
      each.clause,
    ])
    // biome-ignore format: a table
    expect(rows).toEqual([
      ['qua-han-truoc.md',       'overdue',  '2026-11-13T08:00:00+07:00', 'D7.K1'],
      ['qua-han.md',             'overdue',  '2026-11-18T08:00:00+07:00', 'D7.K1'],
      ['sap-het.md',             'at-risk',  '2026-11-20T10:00:00+07:00', 'D7.K1'],
      ['con-han.md',             'on-time',  '2026-11-23T08:00:00+07:00', 'D7.K1'],
      ['da-dang-chua-tra-loi.md', 'on-time', '2026-12-09T00:00:00+07:00', 'D7.K5.b'],
      ['khong-han.md',           'waiting',  null,                        null],
    ])
    const ends = duties.map(({ ends: end }: { ends: string | null }) => end ?? '9')
    expect(ends).toEqual([...ends].sort())
    expect(duties[0]).toMatchObject({ period: 'tháng 11/2026', ends: '2026-12-01T00:00:00+07:00' })
    expect(duties.at(-1)).toMatchObject({ period: null, ends: null })
  })

  test('text: the overdue first, and no colours where nobody looks', async () => {
    const { stdout } = await repository.congbo(['due', ...NOW])
    const words = [...stdout.matchAll(/^ {2}(\p{Lu}[\p{Lu} ]+\p{Lu}) /gmu)].map(([, word]) => word)
    expect(words).toEqual(['QUÁ HẠN', 'QUÁ HẠN', 'SẮP ĐẾN HẠN', 'CÒN HẠN', 'CÒN HẠN', 'ĐANG CHỜ'])
    expect(stdout).toContain('08:00 ngày 18/11/2026  Tin đã quá hạn\n')
    expect(stdout).toContain('qua-han.md · Điều 7 khoản 1 Quy chế phường Thành Đông')
    expect(stdout).not.toContain('\u001b')
  })
})
