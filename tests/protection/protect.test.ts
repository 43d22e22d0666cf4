import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { workflowFiles } from '../../pipeline/starter/workflows.ts'
import { expectCivil, expectRefusal } from '../support/civil.ts'
import { createRepository } from '../support/repository.ts'
import { settingsServer } from './settings-server.ts'

const repository = createRepository()
for (const [path, text] of workflowFiles('portal', 'thanh-dong')) repository.write(path, text)

let forge: Awaited<ReturnType<typeof settingsServer>>
beforeEach(async () => {
  forge = await settingsServer()
})
afterEach(() => forge.close())

const protect = (args: readonly string[] = [], env: Record<string, string> = {}) =>
  repository.congbo(['protect', ...args], { env: { ...forge.environment, ...env } })

describe('congbo protect', () => {
  test('tells what differs, why it matters, and how to mend it; changes nothing', async () => {
    const outcome = await protect()
    expectCivil(outcome)
    expect(outcome.code).toBe(1)
    expect(outcome.stdout).toMatch(
      /Quy tắc nhánh .*\n +đang là +không có\n +phải là .*\n +vì .*\n +cách sửa +congbo protect --apply/,
    )
    expect(outcome.stdout).toContain('Kho phuong-hoa-binh/cong: 5 thiết lập khác với yêu cầu.')
    expect(forge.writes).toEqual([])
  })

  test('--apply changes it, once, and keeps the actions that were allowed', async () => {
    const outcome = await protect(['--apply'])
    expectCivil(outcome)
    expect(outcome).toMatchObject({ code: 0, stdout: expect.stringContaining('đã sửa 5 thiết lập') })
    expect(forge.state).toMatchObject({
      rulesets: [{ enforcement: 'active', bypass_actors: [] }],
      actions: { allowed_actions: 'selected', sha_pinning_required: true },
      selected: { github_owned_allowed: true, verified_allowed: false },
      token: { default_workflow_permissions: 'read', can_approve_pull_request_reviews: false },
    })
    expect(await protect()).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('bảo vệ đúng như yêu cầu'),
    })
    const before = [...forge.writes]
    expect((await protect(['--apply'])).code).toBe(0)
    expect(forge.writes).toEqual(before)
  })

  test('--apply puts right the ruleset that is there, and makes no second', async () => {
    await protect(['--apply'])
    Object.assign(forge.state.rulesets[0] ?? {}, { enforcement: 'disabled' })
    const outcome = await protect(['--apply', '--json'])
    expect(JSON.parse(outcome.stdout)).toMatchObject({
      repository: 'phuong-hoa-binh/cong',
      changed: [{ setting: 'Hiệu lực của quy tắc nhánh', is: 'disabled', shouldBe: 'active' }],
      drift: [],
      workflows: [],
    })
    expect(forge.state.rulesets).toHaveLength(1)
    expect(forge.writes.at(-1)).toBe('PUT /repos/phuong-hoa-binh/cong/rulesets/7')
  })

  test('a workflow that breaks the policy is a problem of the protection', async () => {
    await protect(['--apply'])
    repository.write('.github/workflows/la.yml', 'name: Lạ\non: pull_request_target\njobs: {}\n')
    const outcome = await protect()
    repository.remove('.github/workflows/la.yml')
    expect(outcome.code).toBe(1)
    expect(outcome.stdout).toMatch(/\.github\/workflows\/la\.yml:2 .*pull_request_target/)
  })

  // biome-ignore format: a table
  const REFUSED: readonly (readonly [args: string[], env: Record<string, string>, words: RegExp, because: string])[] = [
    [[],                      { GITHUB_TOKEN: 'bien-tap' },      /không đủ quyền .*Administration: read/, 'a token without the right, as in a workflow'],
    [[],                      { GITHUB_TOKEN: '' },              /Không có mã truy cập/,                  'no token'],
    [['--repo', 'ai/do'],     {},                                /kho ai\/do/,                            'no such repository'],
    [['--repo', '../x'],      {},                                /--repo chủ\/kho/,                       'no name of a repository'],
    [['--check', '--apply'],  {},                                /Chọn một trong hai/,                    'look, or change'],
  ]
  test.each(REFUSED)('refuses %j %j', async (args, env, words) => {
    const outcome = await protect(args, env)
    expectRefusal(outcome, 2)
    expect(outcome.stderr).toMatch(words)
  })
})
