import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Forge } from '../support/forge/forge.ts'
import { ACTIONS_APP, createTown, HOME, mainRules, OWNERS, refusal } from './town.ts'

let forge: Forge
beforeAll(async () => {
  forge = await createTown({ files: OWNERS })
})
afterAll(() => forge.close())
afterEach(() => forge.clearRulesets())

let opened = 0
/** A pull request of lan that adds files. */
const open = async (...paths: readonly string[]) => {
  const branch = `bai-${++opened}`
  const named = (path: string) => path.replace(/\/$/, `/${branch}.md`)
  await forge.as('lan').push(branch, Object.fromEntries(paths.map((path) => [named(path), `${branch}\n`])))
  return { branch, number: await forge.as('lan').openPullRequest(branch, { title: `Bài ${opened}` }) }
}

describe('code owners', () => {
  beforeEach(() => {
    forge.addRuleset(mainRules({ require_code_owner_review: true }))
  })

  test.each<[paths: string[], approvers: string[], waiting: string | undefined, why: string]>([
    [['content/xa-hoi/'], [], 'phuong-thanh-dong/vh-xh', 'nobody has approved'],
    [['content/xa-hoi/'], ['minh'], 'phuong-thanh-dong/vh-xh', 'not an owner of this folder'],
    [['content/xa-hoi/'], ['hoa'], undefined, 'its owner'],
    [['khac/'], ['minh'], undefined, 'the owner of the rest'],
    [['khac/'], ['quan-tri'], 'phuong-thanh-dong/van-phong', 'an administrator owns nothing'],
    [['content/xa-hoi/', 'khac/'], ['hoa'], 'phuong-thanh-dong/van-phong', 'each file by its own owner'],
    [['content/xa-hoi/', 'khac/'], ['hoa', 'minh'], undefined, 'all of them'],
    [['content/tu-do/'], [], undefined, 'a folder that belongs to nobody'],
    [['content/nham/'], [], undefined, 'a team that is not there owns nothing'],
    [['content/Xa-Hoi/'], ['hoa'], 'phuong-thanh-dong/van-phong', 'case counts'],
  ])('%j, approved by %j, waits for %s (%s)', async (paths, approvers, waiting) => {
    const { number } = await open(...paths)
    for (const login of approvers) await forge.as(login).approve(number)
    const refused = await refusal(forge.as('lan').merge(number))
    expect(refused?.status).toBe(waiting === undefined ? undefined : 405)
    if (waiting) expect(refused?.message).toContain(`Waiting on code owner review from ${waiting}.`)
  })

  test('are those of the base branch, not those of the change', async () => {
    const { number, branch } = await open('content/xa-hoi/')
    await forge.as('lan').push(branch, { '.github/CODEOWNERS': '* @lan @minh\n' })
    await forge.as('minh').approve(number)
    expect(forge.obstacles(number)).toEqual(['Waiting on code owner review from phuong-thanh-dong/vh-xh.'])
  })

  test('are told apart from strangers by the list of errors', async () => {
    const { data } = await forge.as('lan').octokit.rest.repos.codeownersErrors(HOME)
    expect(data.errors).toMatchObject([{ line: 4, kind: 'Unknown owner', path: '.github/CODEOWNERS' }])
    await forge.as('lan').push('hong', { '.github/CODEOWNERS': '!x @lan\n* @khanh\n' })
    const { data: bad } = await forge.as('lan').octokit.rest.repos.codeownersErrors({ ...HOME, ref: 'hong' })
    expect(bad.errors.map(({ line, kind }) => [line, kind])).toEqual([
      [1, 'Invalid pattern'],
      [2, 'Unknown owner'],
    ])
  })
})

describe('the last push', () => {
  test.each<[pusher: string, approver: string, merged: boolean, why: string]>([
    ['lan', 'minh', true, 'pushed by one, approved by another'],
    ['minh', 'minh', false, 'who pushed last does not approve his own push'],
    ['minh', 'tung', true, 'a third account'],
  ])('by %s, approved by %s → %s (%s)', async (pusher, approver, merged) => {
    forge.addRuleset(mainRules({ require_last_push_approval: true }))
    const { number, branch } = await open('a/')
    await forge.as(pusher).push(branch, { 'them.md': `${branch}\n` })
    await forge.as(approver).approve(number)
    expect((await refusal(forge.as('lan').merge(number)))?.status).toBe(merged ? undefined : 405)
  })

  test('after the approval needs another approval', async () => {
    forge.addRuleset(mainRules({ require_last_push_approval: true }))
    const { number, branch } = await open('a/')
    await forge.as('minh').approve(number)
    await forge.as('lan').push(branch, { 'them.md': 'sau\n' })
    expect(await refusal(forge.as('lan').merge(number))).toMatchObject({ status: 405 })
  })
})

type Conclusion = 'success' | 'failure' | 'neutral' | 'action_required'

describe('a required check', () => {
  const OTHER_APP = 77
  test.each<
    [
      runs: [app: number, status: 'in_progress' | 'completed', conclusion: Conclusion | undefined][],
      merged: boolean,
      why: string,
    ]
  >([
    [[], false, 'it has not run'],
    [[[ACTIONS_APP, 'in_progress', undefined]], false, 'it still runs'],
    [[[ACTIONS_APP, 'completed', 'failure']], false, 'it failed'],
    [[[ACTIONS_APP, 'completed', 'action_required']], false, 'it waits for somebody'],
    [[[ACTIONS_APP, 'completed', 'success']], true, 'it passed'],
    [[[ACTIONS_APP, 'completed', 'neutral']], true, 'GitHub takes neutral for passed'],
    [[[OTHER_APP, 'completed', 'success']], false, 'another app may say what it likes'],
    [
      [
        [ACTIONS_APP, 'completed', 'failure'],
        [ACTIONS_APP, 'completed', 'success'],
      ],
      true,
      'the newest run counts',
    ],
    [
      [
        [ACTIONS_APP, 'completed', 'success'],
        [ACTIONS_APP, 'in_progress', undefined],
      ],
      false,
      'it runs again',
    ],
  ])('%j → may be merged: %s (%s)', async (runs, merged) => {
    forge.addRuleset(mainRules({}, [{ context: 'gate', integration_id: ACTIONS_APP }]))
    forge.grant('token-khac', { login: 'khac[bot]', app: { id: OTHER_APP, slug: 'khac' } })
    const { number, branch } = await open('a/')
    for (const [app, status, conclusion] of runs)
      await forge
        .client(app === OTHER_APP ? 'token-khac' : 'token-actions')
        .request('POST /repos/{owner}/{repo}/check-runs', {
          ...HOME,
          name: 'gate',
          head_sha: forge.head(branch),
          status,
          ...(conclusion ? { conclusion } : {}),
        })
    expect((await refusal(forge.as('lan').merge(number)))?.status).toBe(merged ? undefined : 405)
  })

  test('of an older revision says nothing of this one, and a strict rule asks for the newest base', async () => {
    forge.addRuleset(mainRules({}, [{ context: 'gate' }], true))
    const { number, branch } = await open('a/')
    const pass = () =>
      forge.client('token-actions').rest.checks.create({
        ...HOME,
        name: 'gate',
        head_sha: forge.head(branch),
        conclusion: 'success',
      })
    await pass()
    await forge.as('lan').push(branch, { 'them.md': 'mới\n' })
    expect(forge.obstacles(number)).toEqual(['Required status check "gate" is expected.'])
    await pass()
    expect(forge.obstacles(number)).toEqual([])
    forge.clearRulesets()
    await forge.as('minh').push('main', { 'cua-main.md': `${branch}\n` })
    forge.addRuleset(mainRules({}, [{ context: 'gate' }], true))
    expect(forge.obstacles(number)).toEqual(['The head branch is not up to date with the base branch.'])
  })
})

describe('a merge', () => {
  test('moves main in the bare repository, keeps both parents and is written down', async () => {
    const { number, branch } = await open('a/')
    const [main, head] = [forge.head(), forge.head(branch)]
    forge.setNow('2026-11-21T09:30:00+07:00')
    const sha = await forge.as('minh').merge(number, head)
    expect(forge.head()).toBe(sha)
    await forge.as('tung').git('fetch', '--quiet')
    const shown = await forge.as('tung').git('show', '-s', '--format=%P|%cn|%cI|%s', sha)
    expect(shown.trim()).toBe(
      `${main} ${head}|GitHub|2026-11-21T02:30:00+00:00|Merge pull request #${number} from ${HOME.owner}/${branch}`,
    )
    const { data } = await forge.as('lan').octokit.rest.pulls.get({ ...HOME, pull_number: number })
    expect(data).toMatchObject({
      state: 'closed',
      merged: true,
      merged_by: { login: 'minh' },
      merged_at: '2026-11-21T02:30:00Z',
      merge_commit_sha: sha,
    })
    const { data: activity } = await forge
      .as('lan')
      .octokit.rest.repos.listActivities({ ...HOME, ref: 'main' })
    expect(activity[0]).toMatchObject({ activity_type: 'pr_merge', after: sha, actor: { login: 'minh' } })
  })

  test('by squash is one commit of the author', async () => {
    const { number } = await open('a/')
    const before = forge.head()
    const { data } = await forge
      .as('minh')
      .octokit.rest.pulls.merge({ ...HOME, pull_number: number, merge_method: 'squash' })
    await forge.as('tung').git('fetch', '--quiet')
    const shown = await forge.as('tung').git('show', '-s', '--format=%P|%an|%s', data.sha)
    expect(shown.trim()).toBe(`${before}|lan|Bài ${opened} (#${number})`)
  })

  test.each<[asked: object, status: number, why: string]>([
    [{ sha: '0'.repeat(40) }, 409, 'the head is another by now'],
    [{ merge_method: 'rebase' }, 405, 'this repository does not take it'],
    [{ merge_method: 'octopus' }, 422, 'there is no such method'],
  ])('with %j is refused with %i (%s)', async (asked, status) => {
    const { number } = await open('a/')
    const before = forge.head()
    const merging = forge.as('minh').octokit.request('PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge', {
      ...HOME,
      pull_number: number,
      ...asked,
    })
    expect(await refusal(merging)).toMatchObject({ status })
    expect(forge.head()).toBe(before)
  })

  test.each<[login: string, status: number, why: string]>([
    ['khanh', 403, 'may only read'],
    ['khach', 403, 'comes from outside'],
  ])('by %s is refused with %i (%s)', async (login, status) => {
    const { number } = await open('a/')
    expect(await refusal(forge.as(login).merge(number))).toMatchObject({ status })
  })

  test('of a draft is refused', async () => {
    await forge.as('lan').push('nhap', { 'nhap.md': 'nháp\n' })
    const number = await forge.as('lan').openPullRequest('nhap', { draft: true })
    expect(await refusal(forge.as('lan').merge(number))).toMatchObject({ status: 405 })
  })
})
