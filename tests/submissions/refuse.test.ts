import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { submissionWorkflow } from '../../pipeline/starter/submission-workflow.ts'
import { expectCivil, expectRefusal } from '../support/civil.ts'
import type { Permissions } from '../support/forge/world.ts'
import { createScenario, NOW, ORGANISATION, portalFiles, type Scenario } from '../support/gate-scenario.ts'
import { filled } from './filled.ts'

let office: Scenario
beforeAll(async () => {
  office = await createScenario({
    ...portalFiles('dong-viet'),
    ...portalFiles('thach-linh'),
    ...portalFiles('kon-ray'),
  })
  const rights = parse(submissionWorkflow('product')).jobs['tu-choi'].permissions as Record<string, string>
  office.forge.grant('token-tu-choi', {
    login: 'github-actions[bot]',
    app: { id: 15368, slug: 'github-actions' },
    permissions: Object.fromEntries(
      Object.entries(rights).map(([name, level]) => [name.replaceAll('-', '_'), level]),
    ) as Permissions,
  })
})
afterAll(() => office.forge.close())

const TITLE = 'Quảng cáo phòng khám của tôi'

/** An article of somebody, and what is said below it, one after the other. */
async function sent(portal: string, now: string, said: readonly (readonly [login: string, words: string])[]) {
  office.forge.setNow(now)
  const { data } = await office.forge.as('cong').octokit.rest.issues.create({
    owner: ORGANISATION,
    repo: 'cong',
    title: `Tin, bài: ${TITLE}`,
    body: filled({ portal: `Cổng (${portal})`, text: 'Mời bà con tới khám.', unit: 'Phòng khám Tâm An' }),
  })
  for (const [login, words] of said) await office.forge.as(login).comment(data.number, words)
  office.forge.setNow(NOW)
  return data.number
}
const refuse = (number: number, now: string, ...args: string[]) =>
  office.job(['gui-bai', '--issue', String(number), '--refuse', '--now', now, ...args], {
    GITHUB_TOKEN: 'token-tu-choi',
    GITHUB_SERVER_URL: office.forge.address,
  })
const answersOn = (number: number) =>
  office.forge.world.comments
    .filter(({ pull, login }) => pull === number && login.endsWith('[bot]'))
    .map(({ body }) => body)
const recordOn = async (number: number, portal: string, year: string) => {
  await office.forge.as('lan').git('fetch', '--quiet', 'origin')
  return parse(
    await office.forge
      .as('lan')
      .git('show', `origin/tu-choi-${number}:content/${portal}/tu-choi/${year}/001.yaml`),
  )
}

describe('a refusal', () => {
  // biome-ignore format: a table
  const ROWS: readonly (readonly [portal: string, now: string, said: string, ground: string, answer: RegExp, because: string])[] = [
    ['thach-linh', '2021-04-15T09:00:00+07:00', 'Từ chối: trung-lap',  'trung-lap', /Lý do:\*\* Trùng lặp với nội dung đã đăng \(Điều 4 khoản 2 điểm b đoạn 3 Quy chế/, 'a ground of the list, by its id'],
    ['dong-viet',  '2024-05-15T09:00:00+07:00', 'từ chối: Bài quảng cáo, không thuộc nội dung của cổng.', 'Bài quảng cáo, không thuộc nội dung của cổng.', /Bài quảng cáo, không thuộc nội dung của cổng\. \(Điều 10 khoản 1 đoạn 4/, 'no list: in words, and the duty to answer'],
    ['kon-ray',    '2025-03-20T09:00:00+07:00', 'Từ chối: Bài quảng cáo.', 'Bài quảng cáo.', /Giả định: Quy chế không có khoản về từ chối đăng/, 'nothing is regulated, and that is said'],
    ['thanh-dong', NOW, 'Từ chối: Không phù hợp yêu cầu nội dung của Cổng', 'khong-phu-hop', /\(Điều 19 khoản 1 Quy chế phường Thành Đông\)/, 'a ground by its name'],
  ]
  test.each(ROWS)('%s: %s', async (portal, now, said, ground, answer) => {
    const number = await sent(portal, now, [
      ['cong', 'Từ chối: tôi tự từ chối'],
      ['lan', 'Để tôi xem.'],
      ['lan', `Xin lỗi bạn.\n${said}\n`],
    ])
    const outcome = await refuse(number, now, '--actor', 'lan')
    expectCivil(outcome)
    expect(outcome.code, outcome.stderr).toBe(0)
    const [reply, ...others] = answersOn(number)
    expect(others).toEqual([])
    expect(reply).toMatch(/^<!-- congbo:tu-choi-bai -->\nCảm ơn bạn đã gửi tin, bài\. Rất tiếc/)
    expect(reply).toMatch(answer)
    expect(reply).not.toMatch(/phòng khám|Tâm An/i)
    const record = await recordOn(number, portal, now.slice(0, 4))
    expect(record).toMatchObject({
      number: 1,
      ground,
      from: { sender: 'to-chuc' },
      title: `Bài gửi ở việc #${number}`,
      reply: { on: now.slice(0, 10), how: `Lời nhắn ở việc #${number} trên kho nội dung` },
    })
    expect(JSON.stringify(record)).not.toMatch(/Tâm An|phòng khám/)
  })

  test('runs once: the sender is not told twice', async () => {
    const number = office.forge.world.issues.at(-1)?.number ?? 0
    expect((await refuse(number, NOW, '--actor', 'lan')).code).toBe(0)
    expect(answersOn(number)).toHaveLength(1)
  })

  // biome-ignore format: a table
  const WRONG: readonly (readonly [because: string, said: readonly (readonly [string, string])[], args: readonly string[], words: RegExp])[] = [
    ['a ground that the regulation has not', [['lan', 'Từ chối: vì tôi không thích']], ['--actor', 'lan'],  /không có lý do từ chối ấy; chọn một trong: loi-dung-cong/],
    ['a ground that somebody else has said', [['cong', 'Từ chối: khong-phu-hop']],     ['--actor', 'lan'],  /Chưa biết lý do từ chối/],
    ['nobody’s words',                       [],                                       [],                  /--actor/],
    ['a decision of somebody unknown',       [['lan', 'Từ chối: khong-phu-hop']],      ['--actor', 'lan', '--decided-by', 'giam-doc'], /Không có chức danh, đơn vị `giam-doc`/],
    ['two things at once',                   [],                                       ['--propose'],       /Chọn một trong ba/],
  ]
  test.each(WRONG)('%s: nothing is answered, nothing is written', async (_, said, args, words) => {
    const number = await sent('thanh-dong', NOW, said)
    const outcome = await refuse(number, NOW, ...args)
    expectRefusal(outcome, 2)
    expect(outcome.stderr).toMatch(words)
    expect(answersOn(number)).toEqual([])
    expect(await office.forge.as('lan').git('ls-remote', 'origin')).not.toContain(`tu-choi-${number}`)
  })
})
