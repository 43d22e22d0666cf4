import { describe, expect, test } from 'vitest'
import { check } from '../../pipeline/commands/check.ts'
import { inProcess } from '../support/in-process.ts'
import { article, createRepository } from '../support/repository.ts'

type Fields = Readonly<Record<string, string | undefined>>

const yaml = (fields: Fields): string =>
  Object.entries(fields)
    .flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}`]))
    .join('\n')
    .concat('\n')

const DONG_VIET = createRepository({ portal: 'dong-viet', sample: true })
const THACH_LINH = createRepository({ portal: 'thach-linh', sample: true })
const KON_RAY = createRepository({ portal: 'kon-ray', sample: true })
const THANH_DONG = createRepository({ portal: 'thanh-dong', sample: true })
type Repository = typeof DONG_VIET

/** `path:line severity problem`, of the registers alone. */
async function said(repository: Repository, files: Readonly<Record<string, string>>): Promise<string[]> {
  for (const [path, text] of Object.entries(files)) repository.write(`${repository.folder}/${path}`, text)
  const outcome = await inProcess(repository.root, (ports) => check(ports, [], { json: true }))
  for (const path of Object.keys(files)) repository.remove(`${repository.folder}/${path}`)
  const { diagnostics } = JSON.parse(outcome.stdout) as {
    diagnostics: {
      file: string
      line: number
      severity: string
      problem: string
      law?: string
      fix: string
    }[]
  }
  return diagnostics
    .filter(({ file }) => /\/(?:tu-choi|go-bo|nghia-vu)\//.test(file))
    .map(
      ({ file, line, severity, problem }) =>
        `${file.split('/').slice(2).join('/')}:${line} ${severity} ${problem}`,
    )
}

const REFUSED: Fields = {
  number: '1',
  receivedOn: '2024-05-10',
  channel: 'van-ban',
  from: '{ sender: ca-nhan }',
  title: 'Bài phản ánh tranh chấp ranh giới',
  linhVuc: 'kinh-te-xa-hoi',
  ground: 'Thông tin chưa kiểm chứng',
  decidedBy: 'truong-ban',
  decidedOn: '2024-05-13',
  reply: '{ on: 2024-05-14, how: Văn bản }',
}

describe('the register of refusals', () => {
  test('a record that is in order is not spoken of', async () => {
    expect(await said(DONG_VIET, { 'tu-choi/2024/001.yaml': yaml(REFUSED) })).toEqual([])
  })
  // biome-ignore format: a table
  test.each([
    [{ reply: undefined },                              '1 warning Chưa trả lời người gửi; Quy chế đòi hồi đáp, không nêu thời hạn', 'D10.K1.g4: an open task, no error'],
    [{ channel: 'buu-dien' },                           '3 error Quy chế không có kênh gửi `buu-dien`',                            'the regulation names its channels'],
    [{ channel: undefined },                            '1 error Chưa ghi bài gửi qua kênh nào',                                   'where it names channels, one is asked for'],
    [{ decidedBy: 'ong-nam' },                          '8 error Không có chức danh, đơn vị `ong-nam` trong ban-bien-tap.yaml',    'members decide, not persons'],
    [{ from: '{ unit: don-vi-la }' },                   '4 error Không có chức danh, đơn vị `don-vi-la` trong ban-bien-tap.yaml',  'a unit of the roster'],
    [{ linhVuc: 'the-thao' },                           '6 error Quy chế không có lĩnh vực `the-thao`',                            'a field of the regulation'],
    [{ title: 'Đơn của công dân, gọi 0912 345 678' },   '5 error Có số điện thoại: sổ không ghi thông tin riêng của ai',           'no way to a person enters Git'],
    [{ ground: 'Xin hỏi lại a@b.vn' },                  '7 error Có địa chỉ thư điện tử: sổ không ghi thông tin riêng của ai',     'nor here'],
    [{ decidedOn: '2024-05-09', reply: '{ on: 2024-05-10, how: Văn bản }' }, '9 error Quyết định ngày 09/05/2024, trước ngày nhận 10/05/2024', 'the order of things'],
    [{ decidedOn: '2024-05-16', reply: undefined },     '9 error Ngày quyết định 16/05/2024 chưa tới',                             'the sample stands at 15/5/2024'],
    [{ reply: '{ on: 2024-05-12, how: Văn bản }' },     '10 error Trả lời ngày 12/05/2024, trước ngày quyết định 13/05/2024',      'a reply follows the decision'],
    [{ number: '2' },                                   '1 error Số 2 khác tên tệp',                                               'one number, one file'],
  ] as readonly (readonly [Fields, string, string])[])('%j → %s: %s', async (fields, expected) => {
    const found = await said(DONG_VIET, { 'tu-choi/2024/001.yaml': yaml({ ...REFUSED, ...fields }) })
    expect(found).toContain(`tu-choi/2024/001.yaml:${expected}`)
  })
  test('a number that is missing is told at the one after it', async () => {
    const found = await said(DONG_VIET, {
      'tu-choi/2024/001.yaml': yaml(REFUSED),
      'tu-choi/2024/004.yaml': yaml({ ...REFUSED, number: '4' }),
    })
    expect(found).toEqual(['tu-choi/2024/004.yaml:1 error Sổ năm 2024 thiếu số 002, 003'])
  })
  test('a record of another year does not belong here', async () => {
    const found = await said(DONG_VIET, { 'tu-choi/2023/001.yaml': yaml(REFUSED) })
    expect(found).toEqual([
      'tu-choi/2023/001.yaml:9 error Ngày thuộc năm 2024 nhưng tệp nằm trong sổ năm 2023',
    ])
  })
  test('Thạch Linh lists its grounds, so words are not enough; it asks for no reply and names no channel', async () => {
    const record = {
      ...REFUSED,
      receivedOn: '2021-03-22',
      decidedOn: '2021-03-23',
      linhVuc: 'tu-phap',
      channel: undefined,
      reply: undefined,
    }
    const path = 'tu-choi/2021/001.yaml'
    expect(await said(THACH_LINH, { [path]: yaml({ ...record, ground: 'trung-lap' }) })).toEqual([])
    expect(await said(THACH_LINH, { [path]: yaml(record) })).toEqual([
      `${path}:6 error Quy chế không có lý do từ chối \`Thông tin chưa kiểm chứng\``,
    ])
  })
  test('a file that has another name or place is no record', async () => {
    const outcome = await said(DONG_VIET, {
      'tu-choi/2024/1.yaml': yaml(REFUSED),
      'tu-choi/001.yaml': yaml(REFUSED),
    })
    expect(outcome.map((each) => each.split(' ')[1])).toEqual(['error', 'error'])
  })
})

const GONE: Fields = {
  number: '1',
  path: 'tin-bai/tin-don-vi/2025/a.md',
  title: 'Rao bán máy cày',
  takenDownAt: '2025-02-12T08:10:00+07:00',
  by: 'thuong-truc',
  ground: 'Thông tin không thuộc chức năng thông tin của trang',
  decidedBy: 'truong-ban',
  breach: 'true',
}
const RECORD = 'nhat-ky-xuat-ban.yaml'
const PUBLISHED = `portal: kon-ray\npublished:\n  - { path: tin-bai/tin-don-vi/2025/a.md, at: 2025-02-11T14:20:00+07:00 }\n`
const REMOVED = `${PUBLISHED}removed:\n  - { path: tin-bai/tin-don-vi/2025/a.md, at: 2025-02-12T08:25:00+07:00 }\n`
const TEXT = article({ linhVuc: 'tin-don-vi', section: 'tin-don-vi', submittedBy: 'cac-don-vi-khac' })

describe('the register of takedowns', () => {
  /** The problems with a record file of the sample, which is put back afterwards. */
  const withRecord = async (record: string, files: Readonly<Record<string, string>>) => {
    KON_RAY.write(`${KON_RAY.folder}/${RECORD}`, record)
    const found = await said(KON_RAY, files)
    KON_RAY.write(`${KON_RAY.folder}/${RECORD}`, 'portal: kon-ray\npublished: []\n')
    return found
  }
  const path = 'go-bo/2025/001.yaml'
  const A = 'tin-bai/tin-don-vi/2025/a.md'
  test('an article that was published and is gone: nothing to say', async () => {
    expect(await withRecord(REMOVED, { [path]: yaml(GONE) })).toEqual([])
  })
  // biome-ignore format: a table
  test.each([
    [PUBLISHED, { [A]: TEXT }, {},                                                   `2 error Sổ ghi đã gỡ nhưng bài ${A} vẫn còn`,        'the record alone takes nothing down'],
    [REMOVED,   {},            { path: 'tin-bai/tin-don-vi/2025/b.md' },             '2 error Cổng chưa từng có bài tin-bai/tin-don-vi/2025/b.md', 'what never was cannot go'],
    [REMOVED,   {},            { ground: 'Bài viết dở' },                            '6 error Quy chế không có lý do gỡ «Bài viết dở»',    'D11.K3.c names one ground'],
    [REMOVED,   {},            { putBackAt: '2025-02-12T07:00:00+07:00' },           '9 error Lúc đăng lại phải sau lúc gỡ và đã tới',     'back before it was gone'],
    [REMOVED,   {},            { putBackAt: '2025-02-14T07:00:00+07:00' },           `9 warning Đã quyết định đăng lại nhưng chưa có bài ${A}`, 'somebody still has to do it'],
    [REMOVED,   {},            { takenDownAt: '2025-03-21T07:00:00+07:00' },         '4 error Lúc gỡ 07:00 ngày 21/03/2025 chưa tới',      'the sample stands at 20/3/2025'],
    [REMOVED,   {},            { decidedBy: 'ai-do' },                               '7 error Không có chức danh, đơn vị `ai-do` trong ban-bien-tap.yaml', 'a member decides'],
  ] as readonly (readonly [string, Record<string, string>, Fields, string, string])[])('%#: %j', async (record, files, fields, expected, because) => {
    const found = await withRecord(record, { ...files, [path]: yaml({ ...GONE, ...fields }) })
    expect(found, because).toContain(`${path}:${expected}`)
  })
  test('an article that was put back is there, and that is right', async () => {
    const back = yaml({ ...GONE, putBackAt: '2025-02-14T07:00:00+07:00' })
    expect(await withRecord(PUBLISHED, { [A]: TEXT, [path]: back })).toEqual([])
  })
  test('of two records of one article the later speaks of the tree', async () => {
    const first = yaml({ ...GONE, putBackAt: '2025-02-14T07:00:00+07:00' })
    const second = yaml({ ...GONE, number: '2', takenDownAt: '2025-02-20T08:00:00+07:00' })
    expect(await withRecord(REMOVED, { [path]: first, 'go-bo/2025/002.yaml': second })).toEqual([])
  })
  test('where the regulation has no clause on takedowns the ground is words', async () => {
    const record = yaml({
      ...GONE,
      path: 'tin-bai/xa-hoi/2026/a.md',
      takenDownAt: '2026-11-12T08:10:00+07:00',
      by: 'to-thu-ky',
      ground: 'Sai số liệu, không đính chính được',
    })
    THANH_DONG.write(
      `${THANH_DONG.folder}/${RECORD}`,
      'portal: thanh-dong\npublished:\n  - { path: tin-bai/xa-hoi/2026/a.md, at: 2026-11-10T08:00:00+07:00 }\nremoved:\n  - { path: tin-bai/xa-hoi/2026/a.md, at: 2026-11-12T08:30:00+07:00 }\n',
    )
    expect(await said(THANH_DONG, { 'go-bo/2026/001.yaml': record })).toEqual([])
  })
})

describe('what was done of the duties', () => {
  const marks = (line: string) =>
    `portal: dong-viet\nyear: 2024\ndone:\n  - { duty: ${line}, doneOn: 2024-05-13, document: 12/BC-BBT }\n`
  // biome-ignore format: a table
  test.each([
    ['ke-hoach-nam, period: "2024"',        [],                                                                                  'in order'],
    ['bao-cao-tuan, period: 2024-H1',       ['nghia-vu/2024.yaml:4 error Quy chế không có việc `bao-cao-tuan`'],                 'an unknown duty, at its line'],
    ['bao-cao-6-thang, period: 2024-05',    ['nghia-vu/2024.yaml:4 error «Báo cáo 06 tháng về hoạt động của Ban biên tập và cổng» theo 6 tháng, không theo tháng'], 'another period'],
  ] as readonly (readonly [string, readonly string[], string])[])('%s → %j: %s', async (line, expected) => {
    expect(await said(DONG_VIET, { 'nghia-vu/2024.yaml': marks(line) })).toEqual(expected)
  })
  test('a file of another portal or year', async () => {
    const text = marks('ke-hoach-nam, period: "2024"')
      .replace('dong-viet', 'kep')
      .replace('year: 2024', 'year: 2023')
    expect((await said(DONG_VIET, { 'nghia-vu/2024.yaml': text })).length).toBe(3)
  })
})
