import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { coverage } from '../../pipeline/commands/coverage.ts'
import { due } from '../../pipeline/commands/due.ts'
import { duties } from '../../pipeline/commands/duties.ts'
import { type RefuseOptions, refuse } from '../../pipeline/commands/refuse.ts'
import { type TakedownOptions, takedown } from '../../pipeline/commands/takedown.ts'
import { inProcess } from '../support/in-process.ts'
import { REPOSITORY } from '../support/portals.ts'
import { article, createRepository, snapshot } from '../support/repository.ts'

const REFUSE: RefuseOptions = {
  title: 'Bài phản ánh tranh chấp ranh giới',
  ground: 'Thông tin chưa kiểm chứng',
  received: '2024-05-10',
  sender: 'ca-nhan',
  channel: 'van-ban',
  decidedBy: 'truong-ban',
  decided: '2024-05-13',
}

describe('congbo refuse', () => {
  const repository = createRepository({ portal: 'dong-viet', sample: true })
  const run = (options: RefuseOptions) =>
    inProcess(repository.root, (ports) => refuse(ports, 'dong-viet', { ...REFUSE, ...options }))
  const record = (number: string) => `${repository.folder}/tu-choi/2024/${number}.yaml`

  test('the next number of the year is given, and the open reply is told of until it is there', async () => {
    expect((await run({})).stdout).toMatch(
      /từ chối số 1\n.*Điều 10 khoản 1 đoạn 4.*\n.*Trưởng ban\n.*Còn phải trả lời người gửi/,
    )
    const second = await run({ replied: '2024-05-14', how: 'Văn bản' })
    expect(second.stdout).not.toContain('Còn phải trả lời')
    expect(parse(repository.read(record('002')))).toEqual({
      number: 2,
      receivedOn: '2024-05-10',
      channel: 'van-ban',
      from: { sender: 'ca-nhan' },
      title: 'Bài phản ánh tranh chấp ranh giới',
      ground: 'Thông tin chưa kiểm chứng',
      decidedBy: 'truong-ban',
      decidedOn: '2024-05-13',
      reply: { on: '2024-05-14', how: 'Văn bản' },
    })
    const listed = await inProcess(repository.root, (ports) => due(ports, { portal: 'dong-viet' }))
    expect(listed.stdout).toMatch(/SỔ +Trả lời người gửi bài không đăng: Bài phản ánh.*từ ngày 13\/05\/2024/)
    expect(listed.stdout).toContain('tu-choi/2024/001.yaml')
    expect(listed.stdout).not.toContain('tu-choi/2024/002.yaml')
    expect((await repository.congbo(['check'])).code).toBe(0)
  })
  // biome-ignore format: a table
  test.each([
    [{ title: undefined, ground: undefined },  'Thiếu: --title "tên gọi tạm của bài"; --ground <lý do>',            'what is missing is named at once'],
    [{ sender: undefined },                    '--from-unit <mã đơn vị> hoặc --sender',                             'somebody sent it'],
    [{ replied: '2024-05-14' },                '--replied và --how đi cùng nhau',                                   'a reply has a day and a way'],
    [{ received: '2024-02-30' },               '`2024-02-30` không phải là một ngày',                               'no such day'],
    [{ channel: 'buu-dien' },                  'Quy chế không có kênh gửi `buu-dien`; chọn một trong: van-ban (',   'the check is asked before anything is written'],
    [{ title: 'Bài của bà con, 0912 345 678' },'Có số điện thoại',                                                  'no personal data, not even for a moment'],
    [{ title: 'Bài' },                         'Mục `title` sai dạng',                                              'the schema too'],
    [{ decided: '2024-05-01' },                'trước ngày nhận',                                                   'the order of things'],
  ] as readonly (readonly [RefuseOptions, string, string])[])('%j: %s, and nothing is written, %s', async (options, says) => {
    const before = snapshot(repository.root)
    const outcome = await run(options)
    expect([outcome.code, outcome.stdout]).toEqual([2, ''])
    expect(outcome.stderr).toContain(says)
    expect(snapshot(repository.root)).toEqual(before)
  })
  test('a record that cannot be read stops the next one: its number might be given twice', async () => {
    repository.write(record('003'), 'number: [')
    const outcome = await run({})
    expect(outcome.code).toBe(2)
    expect(outcome.stderr).toContain('tu-choi/2024/003.yaml')
    repository.remove(record('003'))
  })
})

describe('congbo takedown, on a real history', () => {
  const repository = createRepository({ portal: 'thanh-dong' })
  const A = 'tin-bai/xa-hoi/2026/a.md'
  const file = (path: string) => `${repository.folder}/${path}`
  const withFile = (extra: string, body = 'Nội dung.\n') => article({ attachments: extra }, body)
  repository.init()
  repository.commit('2026-01-05T09:00:00+07:00')
  repository.write(
    file(A),
    withFile('[{ file: rieng.csv, title: Bảng số liệu }, { file: chung.csv, title: Bảng chung }]'),
  )
  repository.write(
    file('tin-bai/xa-hoi/2026/b.md'),
    withFile('[{ file: chung.csv, title: Bảng chung }]', 'Xem [bài kia](a.md#muc).\n'),
  )
  repository.write(
    file('tin-bai/xa-hoi/2026/c.md'),
    article({}, 'Một bài có chữ a.md mà không dẫn tới đâu.\n'),
  )
  for (const name of ['rieng', 'chung'])
    repository.write(file(`tin-bai/xa-hoi/2026/${name}.csv`), 'thôn,số\n1,2\n')
  repository.commit('2026-11-03T09:00:00+07:00')

  const OPTIONS: TakedownOptions = {
    ground: 'Số liệu sai, không đính chính được',
    breach: 'khong',
    by: 'to-thu-ky',
    decidedBy: 'truong-ban',
    now: '2026-11-12T08:10:00+07:00',
  }
  const run = (path: string, options: TakedownOptions = {}) =>
    inProcess(repository.root, (ports) => takedown(ports, 'thanh-dong', path, { ...OPTIONS, ...options }))

  // biome-ignore format: a table
  test.each([
    [A,                                     {},                                         'Bài khác còn dẫn tới bài này: tin-bai/xa-hoi/2026/b.md',  'a broken link is nobody’s wish'],
    ['tin-bai/xa-hoi/2026/d.md',            {},                                         'Không có bài',                                            'it is not there'],
    ['tin-bai/xa-hoi/2026/rieng.csv',       {},                                         'không phải là đường dẫn của một bài',                     'a file goes with its article'],
    ['../kep/tin-bai/xa-hoi/2026/a.md',     {},                                         'không phải là đường dẫn của một bài',                     'another portal is another matter'],
    [A,                                     { breach: undefined },                      'Thiếu: --breach co|khong',                                'whether it is a breach decides about money'],
    [A,                                     { by: undefined, decidedBy: undefined },    'Quy chế không nêu ai gỡ',                                 'where the regulation names nobody, one is asked for'],
    [A,                                     { decidedBy: 'ai-do', evenIfLinked: true }, 'Không có chức danh, đơn vị `ai-do`',                      'the check is asked before anything is done'],
    [A,                                     { now: '2026-11-01T08:00:00+07:00' },       'chưa công bố',                                            'what the public never saw needs no register'],
  ] as readonly (readonly [string, TakedownOptions, string, string])[])('%s %j: %s, and nothing is done, %s', async (path, options, says) => {
    const before = snapshot(`${repository.root}/content`)
    const outcome = await run(path, options)
    expect([outcome.code, outcome.stdout]).toEqual([2, ''])
    expect(outcome.stderr).toContain(says)
    expect(snapshot(`${repository.root}/content`)).toEqual(before)
  })
  test('the article goes with the file that is its own, the record says why, and the check agrees', async () => {
    const outcome = await run(file(A), { evenIfLinked: true })
    expect(outcome.stderr).toBe('')
    expect(outcome.stdout).toContain('Giả định: Quy chế không có khoản về gỡ bài')
    expect(outcome.stdout).toContain(`giữ lại ${file('tin-bai/xa-hoi/2026/chung.csv')}`)
    expect(outcome.stdout).toContain(`sửa     ${file('tin-bai/xa-hoi/2026/b.md')}`)
    expect(
      [A, 'tin-bai/xa-hoi/2026/rieng.csv', 'tin-bai/xa-hoi/2026/chung.csv'].map((path) =>
        repository.exists(file(path)),
      ),
    ).toEqual([false, false, true])
    expect(parse(repository.read(file('go-bo/2026/001.yaml')))).toEqual({
      number: 1,
      path: A,
      title: 'Bài thử của phường',
      takenDownAt: '2026-11-12T08:10:00+07:00',
      by: 'to-thu-ky',
      ground: 'Số liệu sai, không đính chính được',
      decidedBy: 'truong-ban',
      breach: false,
    })
    repository.edit(file('tin-bai/xa-hoi/2026/b.md'), 'Xem [bài kia](a.md#muc).', 'Hết.')
    repository.commit('2026-11-12T08:30:00+07:00')
    const checked = await repository.congbo(['check', '--now', '2026-11-13T08:00:00+07:00'])
    expect([checked.code, checked.stdout.includes('[takedown]')]).toEqual([0, false])
  })
  test('an article that comes back without a word is found by a check of the change alone', async () => {
    repository.write(file(A), article())
    const checked = await repository.congbo([
      'check',
      '--since',
      'main',
      '--now',
      '2026-11-13T08:00:00+07:00',
    ])
    expect(checked.code).toBe(1)
    expect(checked.stdout).toContain(`Sổ ghi đã gỡ nhưng bài ${A} vẫn còn`)
    repository.remove(file(A))
  })
  test('a record that goes missing leaves a gap, which a check of the change finds', async () => {
    const second = repository.read(file('go-bo/2026/001.yaml')).replace('number: 1', 'number: 2')
    repository.write(file('go-bo/2026/002.yaml'), second)
    repository.commit('2026-11-12T09:00:00+07:00')
    repository.remove(file('go-bo/2026/001.yaml'))
    const checked = await repository.congbo([
      'check',
      '--since',
      'main',
      '--now',
      '2026-11-13T08:00:00+07:00',
    ])
    expect(checked.stdout).toContain('Sổ năm 2026 thiếu số 001')
  })
})

describe('congbo duties', () => {
  const repository = createRepository({ portal: 'dong-viet', sample: true })
  const run = (args: readonly string[], options = {}) =>
    inProcess(repository.root, (ports) => duties(ports, args, options))
  const file = `${repository.folder}/nghia-vu/2024.yaml`
  const done = (duty: string, options: object) =>
    run(['done', 'dong-viet', duty], { document: '12/BC-BBT', ...options })

  test('a mark makes the file, the next one is added to it, and comments stay', async () => {
    expect((await done('ke-hoach-nam', { period: '2024', on: '2024-02-16' })).code).toBe(0)
    repository.edit(file, 'done:', '# kế hoạch in hai bản\ndone:')
    expect((await done('ke-hoach-6-thang', { period: '2024-H1', remarks: 'Bổ sung: mục 3' })).code).toBe(0)
    expect(repository.read(file)).toContain('# kế hoạch in hai bản')
    expect(parse(repository.read(file)).done).toEqual([
      { duty: 'ke-hoach-nam', period: '2024', doneOn: '2024-02-16', document: '12/BC-BBT' },
      {
        duty: 'ke-hoach-6-thang',
        period: '2024-H1',
        doneOn: '2024-05-15',
        document: '12/BC-BBT',
        remarks: 'Bổ sung: mục 3',
      },
    ])
    expect((await repository.congbo(['check'])).code).toBe(0)
    expect((await run(['dong-viet'])).stdout).toMatch(/Đã làm \(2\)/)
  })
  // biome-ignore format: a table
  test.each([
    ['ke-hoach-nam',     { period: '2024' },                              'kỳ 2024 đã ghi rồi',                    'no doubles'],
    ['bao-cao-tuan',     { period: '2024-05' },                           'Quy chế không có việc `bao-cao-tuan`',  'an unknown duty'],
    ['bao-cao-6-thang',  { period: 'H1' },                                '`H1` không phải là một kỳ',             'no period'],
    ['bao-cao-6-thang',  { period: '2024-H2' },                           'chưa bắt đầu',                          'a report of a time to come'],
    ['bao-cao-6-thang',  { period: '2024-H1', on: '2024-05-16' },         'chưa tới',                              'tomorrow'],
    ['bao-cao-6-thang',  { period: '2024-H1', document: 'gọi 0912345678' },'có số điện thoại',                     'no personal data'],
    ['bao-cao-6-thang',  { period: '2024-H1', document: undefined },      'Thiếu mục',                             'a mark without a document says nothing'],
  ] as readonly (readonly [string, object, string, string])[])('%s %j: %s, and nothing is written, %s', async (duty, options, says) => {
    const before = snapshot(repository.root)
    const outcome = await done(duty, options)
    expect(outcome.code).toBe(2)
    expect(outcome.stderr).toContain(says)
    expect(snapshot(repository.root)).toEqual(before)
  })
  test.each([
    [{ year: '24' }, '--year'],
    [{ year: '2024', from: '2024-01-01' }, 'không dùng cả hai'],
    [{ from: '2024-05-02', to: '2024-05-01' }, 'ngày đầu sau ngày cuối'],
    [{ from: '2024-05-02', to: '2094-05-01' }, 'mười năm'],
    [{ out: 'a.txt' }, '--out'],
  ])('%j: %s', async (options, says) => {
    const outcome = await run(['dong-viet'], options)
    expect([outcome.code, outcome.stderr.includes(says)]).toEqual([2, true])
  })
  test('a file of the calendar is written, and what has no date is told beside', async () => {
    const outcome = await run(['dong-viet'], { format: 'ics', out: repository.at('lich.ics') })
    expect(repository.read('lich.ics')).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(outcome.stderr).toContain('Việc hằng ngày, không đưa vào tệp lịch')
    const later = await run(['dong-viet'], { format: 'ics', year: '2025' })
    expect(later.stdout).toContain('BEGIN:VCALENDAR')
  })
  test('a year without a holiday file says so in words', async () => {
    const real = createRepository({ portal: 'thanh-dong' })
    const outcome = await inProcess(real.root, (ports) => duties(ports, ['thanh-dong'], { year: '2031' }))
    expect(outcome.stdout).toContain('không có ngày nhắc: Chưa có lịch nghỉ năm 2031')
    expect(outcome.stdout).toContain('thêm tệp content/lich-nghi/2031.yaml')
  })
})

describe('congbo coverage of the sample portals', () => {
  const run = (id: string, options = {}) => inProcess(REPOSITORY, (ports) => coverage(ports, id, options))
  test('findings are no failure, unless they are asked to be one', async () => {
    expect((await run('dong-viet')).code).toBe(0)
    expect((await run('dong-viet', { strict: true })).code).toBe(1)
    expect((await run('thach-linh', { strict: true })).code).toBe(0)
  })
  test('Kon Rẫy: the units without anything last month, by name, with their clause and what to do', async () => {
    const { rows } = JSON.parse((await run('kon-ray', { json: true })).stdout) as {
      rows: { type: string; id: string; law: string; says: string; fix: string; demanding: boolean }[]
    }
    const stale = rows.filter(({ type }) => type === 'stale')
    expect(stale.map(({ id }) => id)).toEqual([
      'thuong-truc',
      'tai-chinh-ke-hoach',
      'tai-nguyen-moi-truong',
      'van-hoa-thong-tin',
      'tu-phap',
    ])
    for (const { law, says, fix, demanding } of stale) {
      expect(law).toBe('Điều 11 khoản 4 điểm a Quy chế huyện Kon Rẫy')
      expect(says).toMatch(/^không có gì mới: tháng 02\/2025; lần cuối /)
      expect([fix, demanding]).toEqual(['nhắc đơn vị gửi tin, bài', true])
    }
    expect(rows.every(({ law }) => /^(?:Điều|Giả định)/.test(law))).toBe(true)
  })
  test('neither a portal nor --law: what can be asked for is said', async () => {
    const outcome = await inProcess(REPOSITORY, (ports) => coverage(ports, undefined, {}))
    expect([outcome.code, outcome.stderr.includes('congbo coverage <cổng>')]).toEqual([2, true])
  })
})
