import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ORGANISATION, portalFiles } from '../support/gate-scenario.ts'
import { article } from '../support/repository.ts'
import { createReminded, mentioned, type Reminded, referred } from './reminding.ts'

// Thành Đông gives news 8 office hours: from 08:00 on Friday 20/11/2026 until 08:00 on Monday.
const START = '2026-11-20T08:00:00+07:00'
const BEFORE = '2026-11-20T13:59:00+07:00'
const HALF = '2026-11-20T14:00:00+07:00'
const AT_RISK = '2026-11-20T16:00:00+07:00'
const SATURDAY = '2026-11-21T09:00:00+07:00'
const OVERDUE = '2026-11-23T08:30:00+07:00'

const TITLE = '"Ra quân @quan-tri nối #12 và GH-7"'
const fileOf = (slug: string) => `content/thanh-dong/tin-bai/xa-hoi/2026/${slug}.md`
const news = (fields: Record<string, string> = {}) =>
  article({
    title: 'Ra quân tổng vệ sinh',
    kind: 'tin-su-kien',
    section: 'tin-tuc-su-kien',
    eventDate: START,
    ...fields,
  })

let office: Reminded
const numbers = new Map<string, number>()
const about = (slug: string) => `#${numbers.get(slug)}`

async function submit(slug: string, text: string, { draft = false, base = 'main', account = 'lan' } = {}) {
  const author = office.forge.as(account)
  await author.push(slug, { [fileOf(slug)]: text }, { message: 'Bài', base })
  numbers.set(slug, await author.openPullRequest(slug, { title: `Bài ${TITLE}`, draft, base }))
}

beforeAll(async () => {
  office = await createReminded()
  const { forge } = office
  await submit('cho-duyet', news({ title: TITLE }))
  await submit('ban-nhap', news(), { draft: true })
  await submit('con-loi', news().replace(/^source: .*\n/m, ''))
  await submit('da-duyet', news())
  await forge.as('hoa').approve(numbers.get('da-duyet') ?? 0)
  await forge.as('pho').approve(numbers.get('da-duyet') ?? 0)
  await forge.as('lan').comment(numbers.get('cho-duyet') ?? 0, forged('approver', 'cho-duyet'))
})
afterEach(() => office.forge.heal())
afterAll(() => office.forge.close())

/** What a person writes who would like to be left in peace. */
const forged = (step: string, slug: string) =>
  `<!-- congbo:nhac-viec:${step}:${about(slug)} -->\nĐã nhắc rồi.`

const team = (...names: string[]) => names.map((name) => `${ORGANISATION}/${name}`).sort()

describe('a pull request on its way', () => {
  test('before half of its time: nobody is asked, and everything that has a deadline is listed', async () => {
    const { code, stdout, stderr, written } = await office.remind(BEFORE)
    expect({ code, stderr, written }).toEqual({ code: 0, stderr: '', written: [] })
    expect(stdout).toContain('Ra quân tổng vệ sinh · hạn 08:00 ngày 23/11/2026')
    expect(stdout).toMatch(new RegExp(`^${about('cho-duyet')} .*chưa đến lúc nhắc$`, 'm'))
    expect(stdout).not.toContain(`${about('ban-nhap')} `)
  })

  test('a dry run tells what would be sent, and sends nothing', async () => {
    const { code, stdout, written } = await office.remind(HALF, '--dry-run')
    expect({ code, written }).toEqual({ code: 0, written: [] })
    expect(stdout).toMatch(
      new RegExp(`^${about('cho-duyet')} .*sẽ nhắc: Phòng Văn hóa - Xã hội, Trưởng`, 'm'),
    )
  })

  test('at half of its time: those who are awaited, whatever a person has written; nobody else', async () => {
    const run = await office.remind(HALF, '--json')
    expect(run.code).toBe(0)
    expect(run.written).toHaveLength(1)
    const [body = ''] = run.written
    expect(body).toMatch(new RegExp(`^${about('cho-duyet')} `))
    expect(mentioned(body.slice(3))).toEqual(team('vh-xh', 'truong-ban', 'pho-truong-ban'))
    expect(referred(body.slice(3))).toEqual([])
    expect(body).toContain('(Phòng Văn hóa - Xã hội, Trưởng Ban biên tập, Phó Trưởng ban biên tập)')
    expect(body).toContain('còn 4 giờ hành chính; hạn 08:00 ngày 23/11/2026 (')
    expect(body).toMatch(/\(Điều 7 khoản 1 Quy chế phường Thành Đông\)/)
    expect(run.of(about('cho-duyet'))).toMatchObject({ result: 'sent', step: 'approver' })
    expect(run.of(about('ban-nhap'))).toBeUndefined()
    for (const slug of ['con-loi', 'da-duyet'])
      expect(run.of(about(slug))).toEqual({ result: 'not-waiting', names: [] })
  })

  test('again: never twice; for machines the same bytes for the same facts, the most urgent first', async () => {
    const [run, again] = [await office.remind(HALF, '--json'), await office.remind(HALF, '--json')]
    expect([...run.written, ...again.written]).toEqual([])
    expect(run.of(about('cho-duyet'))).toMatchObject({ result: 'sent-before' })
    expect(again.stdout).toBe(run.stdout)
    expect(JSON.parse(run.stdout)).toContainEqual({
      about: about('cho-duyet'),
      pull: numbers.get('cho-duyet'),
      result: 'sent-before',
      step: 'approver',
      time: {
        due: '08:00 ngày 23/11/2026',
        file: fileOf('cho-duyet'),
        ground: 'Điều 7 khoản 1 Quy chế phường Thành Đông',
        minutes: 240,
        portal: 'thanh-dong',
        share: 0.5,
        state: 'on-time',
        title: TITLE.slice(1, -1),
      },
      to: expect.any(Array),
      waiting: true,
    })
  })

  test('at three quarters, without a delegation: the head alone, and once', async () => {
    await office.forge.as('hoa').approve(numbers.get('cho-duyet') ?? 0)
    const { written } = await office.remind(AT_RISK)
    expect(written).toHaveLength(1)
    expect(mentioned(written[0]?.slice(3) ?? '')).toEqual(team('truong-ban'))
    expect(written[0]).toContain('còn 2 giờ hành chính')
    expect((await office.remind(AT_RISK)).written).toEqual([])
  })

  test('on a day off: nobody, though a new one is overdue; on the next working day the head, once', async () => {
    await submit('qua-han', news({ eventDate: '2026-11-19T08:00:00+07:00' }))
    await submit(
      'muon-co-ly-do',
      news({ eventDate: '2026-11-19T08:00:00+07:00', lateReason: 'Phường mất điện cả ngày nên gửi muộn' }),
    )
    expect((await office.remind(SATURDAY)).written).toEqual([])
    const { written } = await office.remind(OVERDUE)
    expect(
      written.map((body) => [body.split(' ')[0], mentioned(body.slice(3)), body.includes('đã quá hạn')]),
    ).toEqual(
      expect.arrayContaining([
        [about('qua-han'), team('truong-ban'), true],
        [about('muon-co-ly-do'), team('truong-ban'), true],
      ]),
    )
    expect(written).toHaveLength(2)
    expect((await office.remind(OVERDUE)).written).toEqual([])
  })
})

describe('what somebody may try', () => {
  test('a roster on another branch names nobody: only pull requests to the main branch count', async () => {
    const { forge } = office
    const path = 'content/thanh-dong/ban-bien-tap.yaml'
    const roster = (portalFiles()[path] as string).replace('/vh-xh"', '/mttq"')
    await forge.as('lan').push('nhanh-rieng', { [path]: roster }, { message: 'Danh sách khác' })
    await submit('sang-nhanh-rieng', news(), { base: 'nhanh-rieng' })
    const run = await office.remind(AT_RISK, '--json')
    expect(run.of(about('sang-nhanh-rieng'))).toBeUndefined()
    expect(run.written.filter((body) => body.startsWith(`${about('sang-nhanh-rieng')} `))).toEqual([])
  })

  test('a title that would speak to the runner of the job stays within its line', async () => {
    await submit('tieu-de-la', news({ title: '"Bài lạ\\n::stop-commands::x"' }))
    const { stdout } = await office.remind(BEFORE)
    expect(stdout).toContain('Bài lạ')
    expect(stdout).not.toMatch(/^::/m)
  })
})

describe('a forge that fails', () => {
  beforeAll(async () => {
    for (const pull_number of numbers.values()) await close(pull_number)
    numbers.clear()
    for (const slug of ['moi-mot', 'moi-hai']) await submit(slug, news())
  })

  const close = (pull_number: number) =>
    office.forge.as('lan').octokit.rest.pulls.update({
      owner: ORGANISATION,
      repo: 'cong',
      pull_number,
      state: 'closed',
    })

  // biome-ignore format: a table
  test.each<[what: string, fault: object, words: RegExp]>([
    ['pull requests that cannot be listed', { method: 'GET', path: /\/pulls$/, status: 503, times: 99 },     /đọc danh sách yêu cầu gộp.*Cách sửa/],
    ['reviews that cannot be read',         { method: 'GET', path: /\/reviews$/, status: 500, times: 99 },   /đọc phê duyệt.*Cách sửa/],
    ['a rate limit far away',               { method: 'GET', path: /\/pulls$/, status: 403, times: 99, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4000000000' } }, /quá nhiều yêu cầu.*Cách sửa/],
  ])('%s: exit code 2 in words, and nothing is sent', async (_, fault, words) => {
    office.forge.fail(fault as never)
    const { code, stdout, stderr, written } = await office.remind(HALF)
    expect({ code, stdout, written }).toEqual({ code: 2, stdout: '', written: [] })
    expect(stderr).toMatch(words)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test('in the midst of sending: what was sent is told, and the rest is sent by the next run, once', async () => {
    const { forge } = office
    const [first, second] = ['moi-hai', 'moi-mot'].map((slug) => numbers.get(slug))
    forge.fail({ method: 'POST', path: new RegExp(`/issues/${second}/comments$`), status: 403, times: 99 })
    const broken = await office.remind(HALF)
    expect(broken.code).toBe(2)
    expect(broken.stderr).toMatch(new RegExp(`gửi lời nhắn vào #${second}.*pull-requests: write`))
    expect(broken.stdout).toMatch(new RegExp(`^#${first} .*đã nhắc: [^\\n]*\n$`))
    expect(broken.written.map((body) => body.split(' ')[0])).toEqual([`#${first}`])
    forge.heal()
    const mended = await office.remind(HALF)
    expect(mended.code).toBe(0)
    expect(mended.written.map((body) => body.split(' ')[0])).toEqual([`#${second}`])
  })

  test('one pull request that cannot be judged does not silence the others', async () => {
    await submit('hong', news())
    await submit('lanh', news())
    office.forge.fail({
      method: 'GET',
      path: new RegExp(`/pulls/${numbers.get('hong')}/commits`),
      status: 404,
      times: 99,
    })
    const { code, stderr, written } = await office.remind(HALF)
    expect(code).toBe(2)
    expect(stderr).toMatch(new RegExp(`^${about('hong')}: .*Cách sửa`, 'm'))
    expect(written.map((body) => body.split(' ')[0])).toEqual([about('lanh')])
  })
})
