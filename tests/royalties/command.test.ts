import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { check } from '../../pipeline/commands/check.ts'
import { type RoyaltiesOptions, royalties } from '../../pipeline/commands/royalties.ts'
import { inProcess } from '../support/in-process.ts'
import { PORTALS, REPOSITORY } from '../support/portals.ts'
import { article, createRepository, snapshot } from '../support/repository.ts'

const PORTAL = 'content/thanh-dong'
const on = (day: string, hour = '09:00') => `2026-${day}T${hour}:00+07:00`
const BODY = 'Một câu đủ dài để Git nhận ra tệp khi đổi tên hay chuyển chỗ.\n'.repeat(12)
const xaHoi = (name: string) => `${PORTAL}/tin-bai/xa-hoi/2026/${name}.md`

const RATES = `portal: thanh-dong
validFrom: "2026-01-01"
decision:
  number: 01/QĐ-UBND
  title: Quyết định thử
assumption: Quy chế không nêu ai chấm, tạm hiểu Trưởng ban chấm.
unit:
  percentOfBase: 10
  source: NĐ 18/2014/NĐ-CP
  status: announced
scoredBy:
  - truong-ban
compiledBy: vh-xh
approvedBy: truong-ban
rounding: 1
genres:
  - id: bai
    label: Bài
    role: author
    kinds:
      - bai-viet
    coefficient:
      min: 1
      max: 30
    source: thử
    status: derived
unpaid: []
`
const scores = (month: string, paths: readonly string[], coefficient = 4) =>
  `portal: thanh-dong\nmonth: "${month}"\nscores:\n${paths.map((path) => `  - path: ${path}\n    by: truong-ban\n    date: "${month}-28"\n    items:\n      - genre: bai\n        coefficient: ${coefficient}\n`).join('')}`

describe('a portal with a real history', () => {
  const repository = createRepository()
  const { write, edit, move, commit, merge, git } = repository
  const run = (options: RoyaltiesOptions) =>
    inProcess(repository.root, (ports) => royalties(ports, 'thanh-dong', options))
  const lines = async (period: string, now: string) => {
    const { stdout } = await run({ period, now, json: true })
    return (JSON.parse(stdout) as { lines: { path: string; amount: number; reason?: string }[] }).lines.map(
      ({ path, amount }) => `${path.split('/').at(-1)} ${amount}`,
    )
  }
  /** A pull request and its merge. */
  const pull = (name: string, when: string, change: () => void) => {
    git('checkout', '--quiet', '-b', name, 'main')
    change()
    commit(when)
    git('checkout', '--quiet', 'main')
    merge(name, when)
  }
  const piece = (title: string) => article({ title }, BODY + title)

  beforeAll(() => {
    repository.init()
    edit(`${PORTAL}/ban-bien-tap.yaml`, '      - Tổ Thư ký\n', '      - Tổ Thư ký\n      - Bút Tre\n')
    write(`${PORTAL}/nhuan-but/2026-01-01.yaml`, RATES)
    commit(on('09-01'))
    pull('mot', on('10-05'), () => write(xaHoi('mot'), piece('Bài thứ nhất')))
    pull('hai', on('10-31', '23:30'), () => write(xaHoi('hai'), piece('Bài thứ hai')))
    pull('ba', on('11-01', '00:10'), () => write(xaHoi('ba'), piece('Bài thứ ba')))
    pull('cham', on('11-02'), () =>
      write(`${PORTAL}/nhuan-but/cham/2026-10.yaml`, scores('2026-10', ['tin-bai/xa-hoi/2026/mot.md'])),
    )
  })

  test('the month is that of the merge, in Vietnam', async () => {
    expect(await lines('2026-10', on('11-02', '10:00'))).toEqual(['mot.md 1012000'])
    const { stdout } = await run({ period: '2026-10', now: on('11-02', '10:00') })
    expect(stdout).toMatch(/Còn phải trả lời \(1\):\n.*hai\.md.*chưa chấm hệ số «Bài»/)
  })

  test('it is not closed before its end, nor with open questions', async () => {
    const early = await run({ period: '2026-10', close: true, now: on('10-31', '23:59') })
    expect([early.code, early.stderr]).toEqual([
      2,
      expect.stringMatching(/Tháng 10\/2026 chưa hết.*đóng từ 00:00 ngày 01\/11\/2026/),
    ])
    const asking = await run({ period: '2026-10', close: true, now: on('11-02', '10:00') })
    expect([asking.code, asking.stderr]).toEqual([
      1,
      expect.stringMatching(/còn 1 chỗ phải trả lời.*--leave-open/s),
    ])
    expect(repository.exists(`${PORTAL}/nhuan-but/so`)).toBe(false)
  })

  test('it is closed once, with what is left open', async () => {
    const first = await run({ period: '2026-10', close: true, leaveOpen: true, now: on('11-02', '10:00') })
    expect([first.code, first.stderr]).toEqual([0, ''])
    expect(first.stdout).toMatch(
      /Đã đóng sổ tháng 10\/2026: 1 khoản, 1\.012\.000 đồng, người đóng sổ Phòng Văn hóa - Xã hội/,
    )
    expect(first.stdout).toMatch(/yêu cầu gộp/)
    const before = snapshot(`${repository.root}/${PORTAL}/nhuan-but`)
    const second = await run({ period: '2026-10', close: true, leaveOpen: true, now: on('11-03') })
    expect([second.code, second.stderr]).toEqual([
      2,
      expect.stringMatching(/đã đóng sổ lúc 10:00 ngày 02\/11\/2026/),
    ])
    expect(snapshot(`${repository.root}/${PORTAL}/nhuan-but`)).toEqual(before)
    git('checkout', '--quiet', '-b', 'dong-so')
    commit(on('11-03'))
    git('checkout', '--quiet', 'main')
    merge('dong-so', on('11-03', '10:00'))
  })

  test('an article that moved and was renamed is not paid again; a corrected score is taken back and paid anew', async () => {
    pull('chuyen', on('11-10'), () => {
      move(xaHoi('mot'), `${PORTAL}/tin-bai/kinh-te/2026/ten-khac.md`)
      edit(`${PORTAL}/tin-bai/kinh-te/2026/ten-khac.md`, 'linhVuc: xa-hoi', 'linhVuc: kinh-te')
      write(`${PORTAL}/nhuan-but/cham/2026-11.yaml`, scores('2026-11', ['tin-bai/xa-hoi/2026/ba.md']))
    })
    expect(await lines('2026-11', on('11-20'))).toEqual(['ba.md 1012000'])
    pull('cham-lai', on('11-21'), () =>
      write(
        `${PORTAL}/nhuan-but/cham/2026-10.yaml`,
        scores('2026-10', ['tin-bai/kinh-te/2026/ten-khac.md', 'tin-bai/xa-hoi/2026/hai.md'], 6),
      ),
    )
    expect(await lines('2026-11', on('11-22'))).toEqual([
      'ba.md 1012000',
      'mot.md -1012000',
      'ten-khac.md 1518000',
      'hai.md 1518000',
    ])
  })

  test('the month after is closed on top of it, and both are verified', async () => {
    const closed = await run({ period: '2026-11', close: true, now: '2026-12-01T08:00:00+07:00' })
    expect([closed.code, closed.stderr]).toEqual([0, ''])
    const { code, stdout } = await run({ verify: true, now: '2026-12-01T09:00:00+07:00' })
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/tháng 10\/2026.*khớp\ntháng 11\/2026.*khớp\n.*còn nguyên/),
    ])
  })

  test('an article that is taken down for a breach is taken back in the open month; taken down for anything else, it is not', async () => {
    const now = '2026-12-01T10:00:00+07:00'
    const record = (breach: boolean) =>
      write(
        `${PORTAL}/go-bo/2026/001.yaml`,
        `number: 1\npath: tin-bai/xa-hoi/2026/ba.md\ntitle: Bài thứ ba\ntakenDownAt: ${now}\nby: to-thu-ky\nground: Sao chép bài của báo khác\ndecidedBy: truong-ban\nbreach: ${breach}\n`,
      )
    git('checkout', '--quiet', '-b', 'go', 'main')
    repository.remove(xaHoi('ba'))
    record(false)
    commit(now)
    git('checkout', '--quiet', 'main')
    merge('go', now)
    expect(await lines('2026-12', '2026-12-02T09:00:00+07:00')).toEqual([])
    git('checkout', '--quiet', '-b', 'vi-pham', 'main')
    record(true)
    commit('2026-12-01T11:00:00+07:00')
    git('checkout', '--quiet', 'main')
    merge('vi-pham', '2026-12-01T11:00:00+07:00')
    expect(await lines('2026-12', '2026-12-02T09:00:00+07:00')).toEqual(['ba.md -1012000'])
  })

  test('a sum changed by hand is named by --verify, by check, and stops the list', async () => {
    const file = `${PORTAL}/nhuan-but/so/2026-10.yaml`
    const whole = repository.read(file)
    edit(file, '"Tổ Thư ký"', '"Bút Tre"')
    const now = '2026-12-01T09:00:00+07:00'
    const verified = await run({ verify: true, now })
    expect([verified.code, verified.stderr]).toEqual([
      1,
      expect.stringMatching(
        /so\/2026-10\.yaml:\d+:\d+ {2}lỗi {2}Sổ tháng 10\/2026 đã bị sửa ở dòng 1: «Bài thứ nhất», Bút Tre/,
      ),
    ])
    expect((await run({ period: '2026-12', now })).code).toBe(1)
    const checked = await inProcess(repository.root, (ports) => check(ports, [file], { now }))
    expect([checked.code, checked.stdout]).toEqual([
      1,
      expect.stringMatching(/Mã băm của sổ tháng 10\/2026 không khớp/),
    ])
    write(file, whole)
    expect((await run({ verify: true, now })).code).toBe(0)
  })

  test('a closed month that was closed anew and merged is found in the history', async () => {
    const file = `${PORTAL}/nhuan-but/so/2026-11.yaml`
    pull('so-11', '2026-12-02T09:00:00+07:00', () => {})
    pull('dong-lai', '2026-12-03T09:00:00+07:00', () => {
      edit(file, 'leftOpen', '# một chú thích vô hại\nleftOpen')
    })
    const { code, stderr } = await run({ verify: true, now: '2026-12-04T09:00:00+07:00' })
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/so\/2026-11\.yaml.*Sổ đã đóng bị sửa lại ngày 03\/12\/2026, sau khi đã gộp/),
    ])
  })
})

describe('the sample portals', () => {
  const run = (id: string, options: RoyaltiesOptions) =>
    inProcess(REPOSITORY.replace(/\/$/, ''), (ports) => royalties(ports, id, options))

  test.each(PORTALS)('%s has rates, scores and a list', async (id) => {
    const { code, stdout, stderr } = await run(id, { json: true })
    expect([code, stderr]).toEqual([0, ''])
    const { lines, total, totals } = JSON.parse(stdout) as {
      lines: unknown[]
      total: number
      totals: Record<string, { amount: number }[]>
    }
    expect(lines.length).toBeGreaterThan(2)
    for (const each of Object.values(totals))
      expect(each.reduce((sum, { amount }) => sum + amount, 0)).toBe(total)
  })

  test.each(['thanh-dong', 'kon-ray'])('%s has closed months, and they are whole', async (id) => {
    const { code, stdout } = await run(id, { verify: true })
    expect([code, stdout]).toEqual([0, expect.stringMatching(/khớp/)])
  })

  test('the list for signature is a spreadsheet with numbers and dates, titles, words and places to sign', async () => {
    const folder = createRepository({ sample: true })
    const out = folder.at('bang-ke.xlsx')
    expect((await run('thanh-dong', { period: '2026-10', format: 'xlsx', out })).code).toBe(0)
    const rows = execFileSync(
      'soffice',
      [
        '--headless',
        `-env:UserInstallation=file://${folder.at('so')}`,
        '--convert-to',
        // Every sheet into a file of its own.
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1',
        '--outdir',
        folder.root,
        out,
      ],
      { encoding: 'utf8' },
    )
    expect(rows).toMatch(/bang-ke/)
    const sheet = (name: string) => {
      const file = readdirSync(folder.root).find(
        (each) => each.startsWith(`bang-ke-${name}`) && each.endsWith('.csv'),
      )
      return folder.read(file ?? `bang-ke-${name}`).replaceAll('"', '')
    }
    const signed = sheet('B1')
    expect(signed).toMatch(/Bảng kê nhuận bút, thù lao tháng 10\/2026/)
    expect(signed).toMatch(
      /TT,Họ tên, bút danh,Tên tin, bài,Thể loại,Hệ số,Đơn giá \(đồng\),Số tiền \(đồng\),Hạn trả,Ghi chú,Ký nhận/,
    )
    expect(signed).toMatch(
      /2,Trung tâm dịch vụ sự nghiệp công,An Thượng thu lứa rau vụ đông sớm,Tin,6,253000,1518000,(?:12\/25|25\/12)\/2026/,
    )
    expect(signed).toMatch(/Bằng chữ: Một triệu bảy trăm chín mươi sáu nghìn đồng\./)
    expect(signed).toMatch(/NGƯỜI LẬP BẢNG.*KẾ TOÁN.*NGƯỜI DUYỆT/)
    expect(signed).toMatch(/PHÒNG VĂN HÓA - XÃ HỘI.*PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ.*TRƯỞNG BAN BIÊN TẬP/)
    expect(sheet('Nội dung')).toMatch(/Số tài khoản, số căn cước/)
  }, 120_000)

  test('--period asks for a month', async () => {
    expect((await run('kep', { period: '2024-13' })).stderr).toMatch(/không phải là tháng/)
  })
})
