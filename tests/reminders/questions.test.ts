import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ORGANISATION, portalFiles } from '../support/gate-scenario.ts'
import { article } from '../support/repository.ts'
import { createReminded, mentioned, type Reminded } from './reminding.ts'

// Received on Thursday 19/11/2026: with a day off on 24/11, 15 working days end with 11/12/2026, a Friday.
const RECEIVED = '2026-11-19T09:00:00+07:00'
const BEFORE = '2026-12-02T11:00:00+07:00'
const HALF = '2026-12-02T14:00:00+07:00'
const AT_RISK = '2026-12-08T16:00:00+07:00'
const SATURDAY = '2026-12-12T09:00:00+07:00'
const OVERDUE = '2026-12-14T08:00:00+07:00'

const fileOf = (slug: string) => `content/thanh-dong/hoi-dap/2026/${slug}.md`
const question = (fields: Record<string, string> = {}, answer = '') =>
  article(
    {
      title: '"Bao giờ lắp đèn @quan-tri ở ngõ 12, xem #12?"',
      kind: 'hoi-dap',
      section: 'trao-doi-hoi-dap',
      question: 'Đoạn đường đê chưa có đèn, bao giờ thì lắp?',
      receivedDate: RECEIVED,
      ...fields,
    },
    answer,
  )

/** Thành Đông as it would be with an order of escalation and a delegation. */
function files(): Record<string, string> {
  const all = portalFiles()
  const edited = (path: string, from: string, to: string) => {
    const before = all[path] as string
    if (!before.includes(from)) throw new Error(`${path} has no ${from}`)
    all[path] = before.replace(from, to)
  }
  edited('content/thanh-dong/quy-che.yaml', 'allowed: false', 'allowed: true')
  edited(
    'content/thanh-dong/quy-che.yaml',
    'publish: generalInterestOnly\n',
    'publish: generalInterestOnly\n  escalation:\n    - chu-tich\n    - vh-xh\n    - truong-ban\n',
  )
  const unit = '- id: vh-xh\n'
  edited('content/thanh-dong/ban-bien-tap.yaml', unit, `${unit}    mayDelegateTo:\n      - van-phong\n`)
  edited(
    'content/thanh-dong/ban-bien-tap.yaml',
    'delegations: []',
    [
      'delegations:',
      '  - from: vh-xh',
      '    to: van-phong',
      '    validFrom: "2026-12-01"',
      '    validTo: "2026-12-31"',
      '    document: Giấy ủy quyền số 01/GUQ',
    ].join('\n'),
  )
  return {
    ...all,
    [fileOf('den-duong')]: question({ forwardedTo: 'kt-ht-dt' }),
    [fileOf('da-tra-loi')]: question(
      { answeredBy: 'kt-ht-dt', answeredDate: '2026-11-25T09:00:00+07:00' },
      'Đã lắp xong.\n',
    ),
    [fileOf('da-hen')]: question({
      title: 'Bao giờ sửa vỉa hè phố chợ',
      forwardedTo: 'kt-ht-dt',
      progressNotice: '{ sentDate: 2026-11-25T09:00:00+07:00, promisedDate: 2027-03-31 }',
    }),
  }
}

let office: Reminded
let pull: number
beforeAll(async () => {
  office = await createReminded(files())
  const { forge } = office
  await forge.as('cong').octokit.rest.issues.create({
    owner: ORGANISATION,
    repo: 'cong',
    title: 'Câu hỏi',
    body: `<!-- congbo:cau-hoi:${fileOf('den-duong')} -->\nĐã có người lo.`,
  })
  const news = article({
    title: 'Ra quân tổng vệ sinh',
    kind: 'tin-su-kien',
    section: 'tin-tuc-su-kien',
    eventDate: '2026-12-08T08:00:00+07:00',
  })
  await forge.as('lan').push('bai', { 'content/thanh-dong/tin-bai/xa-hoi/2026/bai.md': news })
  pull = await forge.as('lan').openPullRequest('bai')
  await forge.as('pho').approve(pull)
})
afterAll(() => office.forge.close())

const team = (...names: string[]) => names.map((name) => `${ORGANISATION}/${name}`).sort()
const told = (written: readonly string[]) =>
  written.map((text) => (text.startsWith('opened') ? text : [text.split(' ')[0], mentioned(text)]))

describe('a question that nobody has answered', () => {
  test('before half of its time: nothing; one that is answered is not even listed', async () => {
    const run = await office.remind(BEFORE, '--json')
    expect({ code: run.code, stderr: run.stderr, written: run.written }).toEqual({
      code: 0,
      stderr: '',
      written: [],
    })
    expect(run.of(fileOf('den-duong'))).toMatchObject({ result: 'not-yet' })
    expect(run.of(fileOf('da-hen'))).toMatchObject({ result: 'not-yet' })
    expect(run.of(fileOf('da-tra-loi'))).toBeUndefined()
  })

  test('a dry run opens nothing', async () => {
    const { stdout, written } = await office.remind(HALF, '--dry-run')
    expect(written).toEqual([])
    expect(stdout).toContain('sẽ nhắc: Phòng Kinh tế, Hạ tầng và Đô thị')
  })

  test('at half of its time: an issue of its own, whatever a person has opened, and the unit in its comments', async () => {
    const { written } = await office.remind(HALF)
    const lamp = office.forge.world.issues[1]
    expect(told(written)).toEqual([
      `opened #${lamp?.number} Câu hỏi chờ trả lời: Bao giờ lắp đèn @quan-tri ở ngõ 12, xem #12?`,
      [`#${lamp?.number}`, team('kt-ht-dt')],
    ])
    expect(written[1]).toMatch(/«Bao giờ lắp đèn .*» đang chờ trả lời\./)
    expect(written[1]).toContain('hạn hết ngày 11/12/2026 (Điều 7 khoản 5 điểm b Quy chế phường Thành Đông)')
    expect(mentioned(lamp?.body ?? '')).toEqual([])
  })

  test('at three quarters: the next above in the order of the regulation who has an account, or the head; the issue is the same', async () => {
    const late = question({ title: 'Giờ mở cửa nhà văn hóa', submittedBy: 'vh-xh' })
    await office.forge.as('quan-tri').push('main', { [fileOf('nha-van-hoa')]: late })
    const run = await office.remind(AT_RISK, '--json')
    const [lamp, hall] = office.forge.world.issues.slice(1)
    expect(told(run.written)).toEqual(
      expect.arrayContaining([
        [`#${lamp?.number}`, team('vh-xh')],
        [`#${hall?.number}`, team('truong-ban')],
      ]),
    )
    expect(run.of(fileOf('den-duong'))).toMatchObject({ result: 'sent', step: 'delegate' })
    expect(run.of(fileOf('nha-van-hoa'))).toMatchObject({ result: 'sent', step: 'head' })
    expect(run.written.find((text) => text.startsWith(`#${lamp?.number} `))).toContain('xin đôn đốc đơn vị')
    expect(office.forge.world.issues).toHaveLength(3)
  })

  test('and a pull request at three quarters: who may act for its approver that day', async () => {
    const own = office.forge.world.comments.filter((each) => each.pull === pull)
    expect(own.map(({ body }) => mentioned(body))).toEqual([team('van-phong')])
    expect(own[0]?.body).toContain('(Văn phòng HĐND và UBND phường)')
  })

  test('overdue: the head on the next working day, once, and not where the head was asked before', async () => {
    expect((await office.remind(SATURDAY)).written).toEqual([])
    const run = await office.remind(OVERDUE, '--json')
    const lamp = office.forge.world.issues[1]
    expect(told(run.written)).toEqual(
      expect.arrayContaining([
        [`#${lamp?.number}`, team('truong-ban')],
        [`#${pull}`, team('truong-ban')],
      ]),
    )
    expect(run.written).toHaveLength(2)
    expect(run.of(fileOf('nha-van-hoa'))).toMatchObject({ result: 'sent-before' })
    expect((await office.remind(OVERDUE)).written).toEqual([])
  })

  test('a calendar that ends is said in words, not guessed', async () => {
    const { code, stderr } = await office.remind('2031-01-06T08:00:00+07:00')
    expect(code).toBe(2)
    expect(stderr).toMatch(/Chưa có lịch nghỉ năm 2031.*Cách sửa: thêm tệp/)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  test('the answer comes to main: nothing more', async () => {
    const text = question({ answeredBy: 'kt-ht-dt', answeredDate: '2026-12-14T09:00:00+07:00' }, 'Đã lắp.\n')
    await office.forge.as('quan-tri').push('main', { [fileOf('den-duong')]: text })
    const run = await office.remind(OVERDUE.replace('T08', 'T10'), '--json')
    expect(run.of(fileOf('den-duong'))).toBeUndefined()
    expect(run.written).toEqual([])
  })

  test('an issue that cannot be opened: exit code 2 in words, and no comment anywhere', async () => {
    await office.forge
      .as('quan-tri')
      .push('main', { [fileOf('moi')]: question({ forwardedTo: 'mttq', receivedDate: '2026-11-02' }) })
    office.forge.fail({ method: 'POST', path: /\/issues$/, status: 403, times: 99 })
    const { code, stderr, written } = await office.remind(OVERDUE)
    expect({ code, written }).toEqual({ code: 2, written: [] })
    expect(stderr).toMatch(/mở một việc.*issues: write/)
  })

  test('a portal whose law cannot be read is said, not passed over', async () => {
    await office.forge
      .as('quan-tri')
      .push('main', { 'content/thanh-dong/quy-che.yaml': 'portal: thanh-dong\n' })
    const { code, stderr, written } = await office.remind(OVERDUE)
    expect({ code, written }).toEqual({ code: 1, written: [] })
    expect(stderr).toMatch(/^content\/thanh-dong\/quy-che\.yaml:\d+:\d+ {2}lỗi/m)
  })
})
