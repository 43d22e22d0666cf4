import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Forge } from '../support/forge/forge.ts'
import { createTown, HOME, mainRules, refusal } from './town.ts'

let forge: Forge
let number: number
beforeAll(async () => {
  forge = await createTown()
  await forge.as('lan').push('bai', { 'a.md': 'a\n' })
  number = await forge.as('lan').openPullRequest('bai')
})
afterAll(() => forge.close())

const annotations = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    path: 'a.md',
    start_line: at + 1,
    end_line: at + 1,
    annotation_level: 'failure' as const,
    message: `Lỗi ${at}`,
  }))

describe('a check run', () => {
  const checks = () => forge.client('token-actions').rest.checks
  const create = (count: number, name = 'check') =>
    checks().create({
      ...HOME,
      name,
      head_sha: forge.head('bai'),
      status: 'completed',
      conclusion: 'failure',
      output: { title: 'Còn lỗi', summary: 'Xem từng dòng', annotations: annotations(count) },
    })

  test('takes fifty annotations at a time, and adds what comes later', async () => {
    expect(await refusal(create(51))).toMatchObject({ status: 422 })
    const { data } = await create(50)
    expect(data.output.annotations_count).toBe(50)
    const more = { title: 'Còn lỗi', summary: 'Xem từng dòng', annotations: annotations(2) }
    await checks().update({ ...HOME, check_run_id: data.id, output: more })
    const client = forge.client('token-actions')
    const asked = { ...HOME, check_run_id: data.id, per_page: 30 }
    expect(await client.paginate(client.rest.checks.listAnnotations, asked)).toHaveLength(52)
  })

  test('is listed once for each name, the newest; all of them where asked', async () => {
    await create(0, 'hai-lan')
    const { data: newest } = await create(0, 'hai-lan')
    const list = async (query: object) => {
      const { data } = await checks().listForRef({ ...HOME, ref: 'bai', check_name: 'hai-lan', ...query })
      return data.check_runs.map(({ id }) => id)
    }
    expect(await list({})).toEqual([newest.id])
    expect(await list({ filter: 'all' })).toHaveLength(2)
  })

  test('stands on a commit that is there, and is changed by its own app only', async () => {
    const nowhere = checks().create({ ...HOME, name: 'x', head_sha: '0'.repeat(40) })
    expect(await refusal(nowhere)).toMatchObject({ status: 422 })
    const { data } = await create(0)
    forge.grant('token-khac', { login: 'khac[bot]', app: { id: 77, slug: 'khac' } })
    const other = forge.client('token-khac').rest.checks
    const changed = other.update({
      ...HOME,
      check_run_id: data.id,
      conclusion: 'success',
      status: 'completed',
    })
    expect(await refusal(changed)).toMatchObject({ status: 403 })
  })

  test('that starts again has no conclusion', async () => {
    const { data } = await create(0, 'lai')
    const { data: again } = await checks().update({ ...HOME, check_run_id: data.id, status: 'in_progress' })
    expect(again).toMatchObject({ status: 'in_progress', conclusion: null, completed_at: null })
  })
})

describe('a comment', () => {
  test('is changed by its account and by who may write, at the instant of the forge', async () => {
    forge.as('khach')
    const id = await forge.as('khach').comment(number, 'Xin hỏi')
    const edit = (login: string) =>
      forge.as(login).octokit.rest.issues.updateComment({ ...HOME, comment_id: id, body: `sửa bởi ${login}` })
    forge.setNow('2026-11-20T10:00:00+07:00')
    expect(await refusal(edit('nguoi-la'))).toMatchObject({ status: 403 })
    expect((await edit('khach')).data).toMatchObject({
      body: 'sửa bởi khach',
      created_at: '2026-11-20T01:00:00Z',
      updated_at: '2026-11-20T03:00:00Z',
    })
    expect((await edit('minh')).data.user?.login).toBe('khach')
  })

  test('of a workflow is one of a bot', async () => {
    const bot = forge.client('token-actions')
    const { data } = await bot.rest.issues.createComment({
      ...HOME,
      issue_number: number,
      body: 'Cổng duyệt',
    })
    expect(data).toMatchObject({
      user: { login: 'github-actions[bot]', type: 'Bot' },
      performed_via_github_app: { id: 15368, slug: 'github-actions' },
    })
  })

  test.each<[body: string, why: string]>([
    ['  ', 'nothing said'],
    ['a'.repeat(65_537), 'longer than GitHub takes'],
  ])('is not taken (case %#)', async (body) => {
    expect(await refusal(forge.as('lan').comment(number, body))).toMatchObject({ status: 422 })
  })
})

describe('rulesets', () => {
  const rest = () => forge.as('quan-tri').octokit.rest.repos

  test('are listed without their rules, and shown whole one by one', async () => {
    const { data: made } = await forge
      .as('quan-tri')
      .octokit.request('POST /repos/{owner}/{repo}/rulesets', { ...HOME, ...mainRules({}) } as never)
    const { data: listed } = await rest().getRepoRulesets(HOME)
    expect(listed[0]).not.toHaveProperty('rules')
    const { data } = await rest().getRepoRuleset({ ...HOME, ruleset_id: made.id })
    expect(data.rules?.map(({ type }) => type)).toEqual(['pull_request', 'non_fast_forward', 'deletion'])
    expect(data.bypass_actors).toEqual([])
    const { data: plain } = await forge
      .as('lan')
      .octokit.rest.repos.getRepoRuleset({ ...HOME, ruleset_id: made.id })
    expect(plain).not.toHaveProperty('bypass_actors')
  })

  test('hold for the branches that they name, as long as they are active', async () => {
    forge.clearRulesets()
    const id = forge.addRuleset({
      name: 'xuat-ban',
      enforcement: 'active',
      conditions: {
        ref_name: {
          include: ['refs/heads/xuat-ban/*', '~DEFAULT_BRANCH'],
          exclude: ['refs/heads/xuat-ban/thu'],
        },
      },
      rules: [{ type: 'deletion' }],
    })
    const types = async (branch: string) =>
      (await rest().getBranchRules({ ...HOME, branch })).data.map(({ type }) => type)
    expect(await types('main')).toEqual(['deletion'])
    expect(await types('xuat-ban/2026')).toEqual(['deletion'])
    expect(await types('xuat-ban/thu')).toEqual([])
    expect(await types('xuat-ban/2026/a')).toEqual([])
    expect((await rest().getBranch({ ...HOME, branch: 'main' })).data.protected).toBe(true)
    await rest().updateRepoRuleset({ ...HOME, ruleset_id: id, enforcement: 'disabled' })
    expect(await types('main')).toEqual([])
  })
})

describe('settings of Actions', () => {
  test('are read back as they were written', async () => {
    const { actions } = forge.as('quan-tri').octokit.rest
    await actions.setGithubActionsPermissionsRepository({
      ...HOME,
      enabled: true,
      allowed_actions: 'selected',
    })
    await actions.setGithubActionsDefaultWorkflowPermissionsRepository({
      ...HOME,
      default_workflow_permissions: 'write',
    })
    expect((await actions.getGithubActionsPermissionsRepository(HOME)).data.allowed_actions).toBe('selected')
    expect((await actions.getGithubActionsDefaultWorkflowPermissionsRepository(HOME)).data).toEqual({
      default_workflow_permissions: 'write',
      can_approve_pull_request_reviews: false,
    })
  })
})
