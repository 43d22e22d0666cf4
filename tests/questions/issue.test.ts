import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { FORM_LABELS } from '../../pipeline/questions/issue-form.ts'
import { questionWorkflow } from '../../pipeline/starter/question-workflow.ts'
import { p, pack } from '../import/word-files.ts'
import { expectCivil, expectRefusal } from '../support/civil.ts'
import type { Permissions } from '../support/forge/world.ts'
import { createScenario, NOW, ORGANISATION, type Scenario } from '../support/gate-scenario.ts'

/** What each job of the workflow may do, and nothing more: a right that it forgets is missing here too. */
const permissionsOf = (job: string) =>
  Object.fromEntries(
    Object.entries(parse(questionWorkflow('product')).jobs[job].permissions as Record<string, string>).map(
      ([name, level]) => [name.replaceAll('-', '_'), level],
    ),
  ) as Permissions

const body = (question: string) =>
  `### ${FORM_LABELS.question}\n\n${question}\n\n### ${FORM_LABELS.area}\n\ntổ dân phố số 4\n\n### ${FORM_LABELS.confirmed}\n\n- [x] Tôi không ghi\n`

const PRIVATE = 'Tôi tên là Nguyễn Thị Hoa, số 0912345678. Bao giờ sửa đèn ở ngõ Trung?'
/** Words that would be a command, a mention, a link and a field, were they anything but words. */
const ODD =
  'Bao giờ sửa đèn? $(touch /tmp/x) `id` @quan-tri #1\n---\noutOfField: true\n$' + '{{ github.token }}'

let office: Scenario
beforeAll(async () => {
  office = await createScenario()
  const app = { id: 15368, slug: 'github-actions' }
  for (const job of ['xet', 'vao-so'])
    office.forge.grant(`token-${job}`, {
      login: 'github-actions[bot]',
      app,
      permissions: permissionsOf(job),
    })
})
afterAll(() => office.forge.close())

const ask = async (title: string, question: string) => {
  const { data } = await office.forge.as('cong').octokit.rest.issues.create({
    owner: ORGANISATION,
    repo: 'cong',
    title: `Câu hỏi: ${title}`,
    body: body(question),
  })
  return data.number
}
const run = (job: 'xet' | 'vao-so', number: number, ...args: string[]) =>
  office.job(
    [
      'hoi-dap',
      'new',
      '--issue',
      String(number),
      job === 'xet' ? '--check-only' : '--propose',
      '--now',
      NOW,
      ...args,
    ],
    { GITHUB_TOKEN: `token-${job}`, GITHUB_SERVER_URL: office.forge.address },
  )
const commentsOn = (number: number) =>
  office.forge.world.comments.filter(({ pull }) => pull === number).map((each) => each.body)
const branches = () => office.forge.as('lan').git('ls-remote', '--heads', 'origin')

describe('a question in an issue', () => {
  test('that tells who asks is copied nowhere; the asker is asked, once, to send it otherwise', async () => {
    const number = await ask('Sửa đèn ngõ Trung', PRIVATE)
    for (const job of ['xet', 'vao-so', 'xet'] as const) {
      const outcome = await run(job, number)
      expectRefusal(outcome, 1)
      expect(outcome.stderr).toMatch(/họ tên, số điện thoại/)
      expect(outcome.stderr).toMatch(/xóa hẳn việc #\d+ \(Delete issue\)/)
      expect(outcome.stdout + outcome.stderr).not.toMatch(/Hoa|0912/)
    }
    const [comment, ...others] = commentsOn(number)
    expect(others).toEqual([])
    expect(comment).toMatch(/Cảm ơn bạn.*\*\*họ tên, số điện thoại\*\*.*các bản cũ vẫn còn/s)
    expect(comment).not.toMatch(/Hoa|0912/)
    expect(await branches()).not.toContain('cau-hoi')
  })

  test('that is looked over only is not entered', async () => {
    const number = await ask('Lịch thu gom rác', 'Rác ở tổ 4 thu gom vào giờ nào?')
    const outcome = await run('xet', number)
    expect(outcome).toMatchObject({ code: 0, stderr: '' })
    expect([commentsOn(number), (await branches()).includes('cau-hoi')]).toEqual([[], false])
  })

  test('is put on a branch with the next number; where a machine may open no pull request, a person is told where', async () => {
    const number = await ask('Sửa đèn $(touch /tmp/x) ở ngõ', ODD)
    const outcome = await run('vao-so', number, '--linh-vuc', 'do-thi-ha-tang')
    expectCivil(outcome)
    expect(outcome.code, outcome.stderr).toBe(0)
    const file = 'content/thanh-dong/hoi-dap/2026/sua-den-touch-tmp-x-o-ngo.md'
    const lan = office.forge.as('lan')
    await lan.git('fetch', '--quiet', 'origin')
    expect(await lan.git('diff', '--name-status', 'origin/main', `origin/cau-hoi-${number}`)).toBe(
      `A\t${file}\n`,
    )
    const text = await lan.git('show', `origin/cau-hoi-${number}:${file}`)
    expect(text).toMatch(/^number: 1\b/m)
    expect(text).toContain(`fromIssue: ${number}`)
    expect(text).toContain('askedBy: "Công dân tổ dân phố số 4"')
    expect(text).not.toMatch(/^outOfField/m)
    const [comment] = commentsOn(number)
    expect(comment).toMatch(/số \*\*1\/2026\*\*\. Hạn trả lời: hết ngày .*Điều 7 khoản 5 điểm b/)
    expect(comment).toContain(`/compare/main...cau-hoi-${number}?expand=1`)
    expect(comment).not.toContain('touch')
    expect(office.forge.world.pulls).toEqual([])
  })

  test('with the token of a person the pull request is opened, and passes the gate’s check', async () => {
    const number = await ask('Giờ mở cửa nhà văn hóa', 'Nhà văn hóa khu 3 mở cửa giờ nào?')
    const outcome = await office.job(
      ['hoi-dap', 'new', '--issue', String(number), '--propose', '--now', NOW],
      {
        GITHUB_TOKEN: 'token-lan',
      },
    )
    expect(outcome.code, outcome.stderr).toBe(0)
    expect(office.forge.world.pulls).toMatchObject([
      { title: 'Tiếp nhận câu hỏi số 1/2026 (thanh-dong)', head: { ref: `cau-hoi-${number}` } },
    ])
    const gate = await office.gate(office.forge.world.pulls[0]?.number ?? 0)
    expect(gate.stdout).not.toMatch(/lỗi {2}/)
  })

  test('that is in the register is not entered again', async () => {
    const { forge } = office
    const number = forge.world.issues.at(-1)?.number ?? 0
    await forge.as('quan-tri').git('fetch', '--quiet', 'origin')
    await forge.as('quan-tri').git('push', '--quiet', 'origin', `origin/cau-hoi-${number}:refs/heads/main`)
    const outcome = await run('vao-so', number)
    expect(outcome).toMatchObject({ code: 0, stdout: expect.stringMatching(/đã vào sổ: số 1\/2026/) })
  })

  test('a pull request is no question, and a missing issue is said', async () => {
    const pull = office.forge.world.pulls[0]?.number ?? 0
    const wrong = await run('vao-so', pull)
    expectRefusal(wrong, 2)
    expect(wrong.stderr).toContain(`#${pull} là yêu cầu gộp`)
    const missing = await run('vao-so', 9999)
    expectRefusal(missing, 2)
    expect(missing.stderr).toMatch(/đọc việc \(issue\) #9999/)
  })

  const asked = (...paragraphs: string[]) =>
    pack({ sections: [{ children: paragraphs.map((each) => p(each)) }] })
  test('that was written in Word is entered in its words', async () => {
    const docx = await asked('Đèn ở ngõ Trung hỏng từ ngày 10/11.', 'Bao giờ phường sửa?')
    const number = await ask('Sửa đèn ngõ Trung', `[đơn.docx](${office.forge.drop(docx, 'đơn.docx')})`)
    const outcome = await run('vao-so', number)
    expect(outcome.code, outcome.stderr).toBe(0)
    const lan = office.forge.as('lan')
    await lan.git('fetch', '--quiet', 'origin')
    const text = await lan.git('diff', `origin/main`, `origin/cau-hoi-${number}`)
    expect(text).toMatch(/Đèn ở ngõ Trung hỏng từ ngày 10\/11\.[\s\S]*Bao giờ phường sửa\?/)
    expect(text).not.toMatch(/đơn\.docx|user-attachments|không chép theo/)
  })
  // biome-ignore format: a table
  const FILES: readonly (readonly [because: string, bytes: () => Promise<Uint8Array> | Uint8Array, name: string, said: RegExp])[] = [
    ['somebody’s number stands in the file', () => asked('Tôi là Hoa, số 0912 345 678, hỏi bao giờ sửa đèn.'), 'don.docx',                     /câu hỏi có \*\*/],
    ['it is a program',                      () => Buffer.from('MZ'.padEnd(600, '\0')),                        'a» @quan-tri tên cướp «.exe',  /chưa đọc được tệp gửi kèm[\s\S]*có thể chạy được: «…»/],
  ]
  test.each(FILES)('is not entered where %s, and the asker is told', async (_, bytes, name, said) => {
    const number = await ask('Sửa đèn', `[x](${office.forge.drop(Buffer.from(await bytes()), name)})`)
    for (const job of ['xet', 'vao-so'] as const) expectRefusal(await run(job, number), 1)
    const [comment, ...others] = office.forge.world.comments.filter(({ pull }) => pull === number)
    expect(others).toEqual([])
    expect(comment?.body).toMatch(said)
    expect(comment?.body).not.toMatch(/Hoa|0912|quan-tri|cướp/)
  })
})
