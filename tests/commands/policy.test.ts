import { beforeAll, describe, expect, test } from 'vitest'
import { expectCivil, expectRefusal } from '../support/civil.ts'
import { article, createRepository, snapshot, temporaryFolder } from '../support/repository.ts'

const NOW = ['--now', '2026-09-30T09:00:00+07:00']
const COUNT = 25

/** Event at 08:00 on a Monday, published at 16:00: in time under 8 office hours, late under 4. */
const news = (title: string) =>
  article({ kind: 'tin-su-kien', section: 'tin-tuc-su-kien', eventDate: '2026-06-01T08:00:00+07:00', title })

const repository = createRepository()
const at = (name: string) => `${repository.folder}/${name}`
const LAW = at('quy-che.yaml')
const simulate = (...args: string[]) => repository.congbo(['policy', 'simulate', ...NOW, ...args])
const restore = () => {
  repository.git('checkout', '--quiet', '--', '.')
  repository.git('clean', '--quiet', '-d', '--force')
}
const only = (outcome: { stdout: string }) => JSON.parse(outcome.stdout).portals[0]

beforeAll(() => {
  const { init, write, move, commit, git, edit } = repository
  init()
  commit('2026-05-01T09:00:00+07:00', { message: 'quy chế' })
  git('tag', 'ban-dau')
  for (let n = 1; n <= COUNT; n++) {
    const name = `tin-${String(n).padStart(2, '0')}`
    write(at(`tin-bai/xa-hoi/2026/${name}.md`), news(`Tin thử số ${n}`))
  }
  commit('2026-06-01T16:00:00+07:00')
  write(at('tin-bai/kinh-te/2026/ten-cu.md'), article({ linhVuc: 'kinh-te', section: 'tin-tuc-su-kien' }))
  commit('2026-07-01T00:00:00+07:00')
  // History keeps knowing the former name; nobody misses it.
  move(at('tin-bai/kinh-te/2026/ten-cu.md'), at('tin-bai/kinh-te/2026/bai.md'))
  commit('2026-07-02T09:00:00+07:00')
  git('checkout', '--quiet', '-b', 'sua-quy-che')
  edit(LAW, 'amount: 8\n', 'amount: 4\n')
  commit('2026-08-01T09:00:00+07:00')
})

describe('a person reads', () => {
  test('nothing where nothing differs', async () => {
    const outcome = await simulate()
    expectCivil(outcome)
    expect(outcome.code).toBe(0)
    expect(outcome.stdout).toContain(`Xem lại ${COUNT + 1} bài đã đăng: không bài nào khác.`)
  })
  test('the totals, both instants with both clauses, and the first twenty', async () => {
    const outcome = await simulate('--base', 'main')
    expectCivil(outcome)
    expect(outcome.code, outcome.stderr).toBe(0)
    expect(outcome.stdout).toContain('Cổng thông tin điện tử phường Thành Đông (thanh-dong), tính đến 09:00')
    expect(outcome.stdout).toContain(`Kết luận về hạn khác: ${COUNT} bài (trong hạn → quá hạn: ${COUNT})`)
    expect(outcome.stdout.match(/Tin thử số/g)).toHaveLength(20)
    expect(outcome.stdout).toContain('… và 5 bài nữa')
    expect(outcome.stdout).toContain(
      'cũ   08:00 ngày 02/06/2026 · 08 giờ hành chính kể từ thời điểm diễn ra · Điều 7 khoản 1 Quy chế phường Thành Đông',
    )
    expect(outcome.stdout).toContain('mới  14:00 ngày 01/06/2026 · 04 giờ hành chính')
  })
  test('why a deadline cannot be told any more', async () => {
    repository.remove('content/lich-nghi/2026.yaml')
    const outcome = await simulate()
    restore()
    expect(outcome.code, outcome.stderr).toBe(0)
    expect(outcome.stdout).toContain(`(quá hạn → không tính được hạn: ${COUNT})`)
    expect(outcome.stdout).toMatch(/mới {2}[^·\n]*2026[^·\n]* · 04 giờ hành chính/)
  })
  test('the names of the offices, and their accounts only where these alone differ', async () => {
    repository.edit(LAW, /(label: Kinh tế\n {4}approver:) van-phong/, '$1 vh-xh')
    const moved = await simulate()
    restore()
    expect(moved.stdout).toMatch(
      /người duyệt {2}cũ {3}Kiểm duyệt theo .*: Văn phòng HĐND và UBND phường \(Điều 12 khoản 5/,
    )
    expect(moved.stdout).toMatch(/mới {2}Kiểm duyệt theo .*: Phòng Văn hóa - Xã hội \(Điều 12 khoản 5/)
    expect(moved.stdout).not.toContain('@phuong-thanh-dong')
    repository.edit(at('ban-bien-tap.yaml'), '"@phuong-thanh-dong/van-phong"', '"@phuong-thanh-dong/moi"')
    const staffed = await simulate()
    restore()
    expect(staffed.stdout).toContain(': Văn phòng HĐND và UBND phường [@phuong-thanh-dong/van-phong] (')
    expect(staffed.stdout).toContain(': Văn phòng HĐND và UBND phường [@phuong-thanh-dong/moi] (')
  })
  test('a new step, and that there was none before; the other step stands as it was and is not told', async () => {
    repository.edit(
      LAW,
      '    - id: truong-ban\n      label: Trưởng ban hoặc',
      '    - id: ra-soat\n      label: Rà soát\n      approvers: [to-thu-ky]\n      basis: D12.K2\n    - id: truong-ban\n      label: Trưởng ban hoặc',
    )
    const outcome = await simulate()
    restore()
    expect(outcome.stdout).toContain('cũ   không có bước này')
    expect(outcome.stdout).toContain(
      'mới  Rà soát: Tổ Thư ký giúp việc Ban biên tập (Điều 12 khoản 2 Quy chế phường Thành Đông)',
    )
    expect(outcome.stdout).not.toContain('Trưởng Ban biên tập')
  })
  test('what was left out', async () => {
    repository.write(at('tin-bai/xa-hoi/2026/tin-01.md'), 'không còn phần đầu\n')
    repository.remove(at('tin-bai/xa-hoi/2026/tin-02.md'))
    repository.move(at('tin-bai/xa-hoi/2026/tin-03.md'), at('tin-bai/kinh-te/2026/tin-03.md'))
    const [text, json] = [await simulate('--base', 'main'), await simulate('--base', 'main', '--json')]
    restore()
    expect(text.stdout).toContain('Không xét 1 tệp sai mẫu')
    expect(text.stdout).toContain(
      'Không xét 2 bài đã đăng nhưng trong thư mục làm việc đã xóa hoặc chuyển chỗ',
    )
    expect(only(json)).toMatchObject({
      judged: COUNT + 1 - 3,
      unreadable: [at('tin-bai/xa-hoi/2026/tin-01.md')],
      absent: ['02', '03'].map((n) => at(`tin-bai/xa-hoi/2026/tin-${n}.md`)),
    })
  })
  test('a name that would speak to the terminal is shown, not obeyed', async () => {
    repository.edit(LAW, 'shortName: Quy chế phường Thành Đông', 'shortName: "Quy chế\\e[2J"')
    const outcome = await simulate('--base', 'main')
    restore()
    expectCivil(outcome)
    expect(outcome.stdout).toContain('Quy chế\\u001b[2J')
    expect(outcome.stdout + outcome.stderr).not.toContain('\u001b')
  })
})

describe('a machine reads', () => {
  test('all differences, the same bytes each time and from each folder', async () => {
    const [first, second] = [
      await simulate('--base', 'main', '--json'),
      await simulate('--base', 'main', '--json'),
    ]
    expect(first.code, first.stderr).toBe(0)
    expect(second.stdout).toBe(first.stdout)
    const clone = temporaryFolder()
    repository.git('clone', '--quiet', '--no-local', repository.root, clone)
    const elsewhere = await repository.congbo(
      ['policy', 'simulate', ...NOW, '--base', 'origin/main', '--json'],
      { cwd: clone },
    )
    expect(elsewhere.stdout).toBe(first.stdout)
    expect(only(first)).toMatchObject({
      portal: 'thanh-dong',
      judged: COUNT + 1,
      differing: COUNT,
      totals: { verdict: COUNT, due: COUNT, approvers: 0, unknown: 0 },
      turns: [{ from: 'on-time', to: 'overdue', documents: COUNT }],
    })
    expect(only(first).documents).toHaveLength(COUNT)
  })
  test.each([
    [['--since', '2026-06-01'], COUNT + 1, COUNT, 'the day itself counts'],
    [['--since', '2026-06-02'], 1, 0, 'what came before it does not'],
    [['--since', '2026-07-01'], 1, 0, 'midnight belongs to the day that begins'],
    [['--since', '2026-07-02'], 0, 0, 'a new name is no new publication'],
    [['--now', '2026-06-01T15:59:59+07:00'], 0, 0, 'nothing was published yet'],
    [['--now', '2026-06-01T16:00:00+07:00'], COUNT, COUNT, 'published at this very instant'],
    [['--portal', 'thanh-dong'], COUNT + 1, COUNT, 'the only portal'],
    [['--base', 'ban-dau'], COUNT + 1, COUNT, 'a tag'],
    [['--base', 'HEAD~1'], COUNT + 1, COUNT, 'the commit before'],
    [['--base', 'HEAD'], COUNT + 1, 0, 'the law of this very commit'],
  ])('%j: %i judged, %i differ, %s', async (args, judged, differing) => {
    const outcome = await simulate('--base', 'main', '--json', ...args)
    expect(outcome.code, outcome.stderr).toBe(0)
    expect(only(outcome)).toMatchObject({ judged, differing })
  })
  test('which portals have one law only', async () => {
    repository.addPortal('kep')
    repository.move(repository.folder, 'content/thanh-dong-moi')
    const outcome = await simulate('--json')
    repository.move('content/thanh-dong-moi', repository.folder)
    restore()
    expect(JSON.parse(outcome.stdout)).toMatchObject({
      added: ['kep', 'thanh-dong-moi'],
      removed: ['thanh-dong'],
      portals: [],
    })
  })
  test('a sample portal by its record', async () => {
    const sample = createRepository({ sample: true })
    const file = 'tin-bai/xa-hoi/2026/tin.md'
    sample.write(`${sample.folder}/${file}`, news('Tin của cổng mẫu'))
    sample.write(
      `${sample.folder}/nhat-ky-xuat-ban.yaml`,
      `portal: thanh-dong\npublished:\n  - path: ${file}\n    at: "2026-06-01T16:00:00+07:00"\n`,
    )
    sample.init()
    sample.commit('2026-09-01T09:00:00+07:00')
    sample.edit(`${sample.folder}/quy-che.yaml`, 'amount: 8\n', 'amount: 4\n')
    const outcome = await sample.congbo(['policy', 'simulate', '--json'])
    expect(outcome.code, outcome.stderr).toBe(0)
    expect(only(outcome)).toMatchObject({ now: '2026-11-20T09:00:00+07:00', judged: 1, differing: 1 })
  })
})

test('nothing is written, and nothing is checked out', async () => {
  const before = snapshot(repository.root)
  await simulate('--base', 'main')
  await simulate('--base', 'main', '--json')
  expect(snapshot(repository.root)).toEqual(before)
})

describe('a law that cannot be loaded is told, and ends with 2', () => {
  test('in the work tree', async () => {
    repository.edit(LAW, 'amount: 4\n', 'amount: bốn\n')
    const outcome = await simulate()
    restore()
    expectRefusal(outcome, 2)
    expect(outcome.stderr).toContain('Quy định mới, ở thư mục làm việc, có lỗi')
    expect(outcome.stderr).toMatch(/quy-che\.yaml:\d+:\d+ {2}lỗi/)
    expect(outcome.stdout).toBe('')
  })
  test('in the base', async () => {
    const broken = createRepository()
    const law = `${broken.folder}/quy-che.yaml`
    const whole = broken.read(law)
    broken.init()
    broken.edit(law, 'amount: 8\n', 'amount: tám\n')
    broken.commit('2026-05-01T09:00:00+07:00')
    broken.write(law, whole)
    const outcome = await broken.congbo(['policy', 'simulate', ...NOW])
    expectRefusal(outcome, 2)
    expect(outcome.stderr).toContain('Quy định cũ, ở commit ')
    expect(outcome.stderr).toContain('Chọn bằng --base một commit')
    expect(outcome.stderr).not.toContain('Quy định mới')
  })
})

describe('a question that makes no sense is refused with a way out', () => {
  test.each([
    [['policy', 'thu'], 'congbo policy simulate', 'no such action'],
    [['policy', 'simulate', '--base', 'khong-co'], 'git fetch', 'no such branch'],
    [['policy', 'simulate', '--base=--help'], '--base', 'an option is no commit'],
    [['policy', 'simulate', '--base', 'HEAD:content'], '--base', 'a folder is no commit'],
    [['policy', 'simulate', '--since', '30/02/2026'], '--since 2026-01-01', 'no date'],
    [['policy', 'simulate', '--now', 'hôm nay'], '--now', 'no instant'],
    [['policy', 'simulate', '--portal', 'khong-co'], 'thanh-dong', 'no such portal'],
  ])('%j → %j: %s', async (args, advice) => {
    const outcome = await repository.congbo(args)
    expectRefusal(outcome, 2)
    expect(outcome.stderr).toContain(advice)
  })
  test('outside a repository there is no former law', async () => {
    const outcome = await createRepository().congbo(['policy', 'simulate'])
    expectRefusal(outcome, 2)
    expect(outcome.stderr).toContain('không nằm trong kho Git')
  })
  test('before the first commit neither', async () => {
    const fresh = createRepository()
    fresh.init()
    expectRefusal(await fresh.congbo(['policy', 'simulate']), 2)
  })
})
