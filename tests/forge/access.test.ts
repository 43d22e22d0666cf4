import type { Octokit } from 'octokit'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Forge } from '../support/forge/forge.ts'
import { createTown, HOME, refusal } from './town.ts'

let forge: Forge
let number: number
beforeAll(async () => {
  forge = await createTown()
  forge.grant('token-chi-doc', {
    login: 'github-actions[bot]',
    app: { id: 15368, slug: 'github-actions' },
    permissions: { contents: 'read', pull_requests: 'read', checks: 'read' },
  })
  forge.grant('token-doc-nhom', { login: 'minh', permissions: { members: 'read' } })
  await forge.as('lan').push('bai', { 'a.md': 'a\n' })
  number = await forge.as('lan').openPullRequest('bai')
})
afterAll(() => forge.close())
afterEach(() => forge.heal())

type Ask = (client: Octokit) => Promise<unknown>

const members: Ask = (client) =>
  client.rest.teams.listMembersInOrg({ org: HOME.owner, team_slug: 'van-phong' })
const reviews: Ask = (client) => client.rest.pulls.listReviews({ ...HOME, pull_number: number })
const comment: Ask = (client) =>
  client.rest.issues.createComment({ ...HOME, issue_number: number, body: 'Đã nhận' })
const checkRun: Ask = (client) =>
  client.rest.checks.create({ ...HOME, name: 'gate', head_sha: forge.head('bai') })
const rulesets: Ask = (client) =>
  client.rest.repos.createRepoRuleset({ ...HOME, name: 'x', enforcement: 'active' })
const settings: Ask = (client) => client.rest.actions.getGithubActionsPermissionsRepository(HOME)

describe('a token', () => {
  test.each<[ask: string, call: Ask, token: string | undefined, status: number | undefined, why: string]>([
    ['who is in a team', members, 'token-lan', undefined, 'a member of the organisation'],
    ['who is in a team', members, 'token-doc-nhom', undefined, 'all that the token may do'],
    ['who is in a team', members, 'token-actions', 403, 'GITHUB_TOKEN never reads members'],
    ['who is in a team', members, 'token-khach', 404, 'not of the organisation'],
    ['who is in a team', members, undefined, 401, 'nobody'],
    ['reviews', reviews, undefined, undefined, 'the repository is public'],
    ['reviews', reviews, 'token-sai', 401, 'an unknown token is worse than none'],
    ['reviews', reviews, 'token-doc-nhom', 403, 'the token is for something else'],
    ['a comment', comment, 'token-khach', undefined, 'everybody may comment'],
    ['a comment', comment, 'token-actions', undefined, 'the workflow asked for it'],
    ['a comment', comment, 'token-chi-doc', 403, 'read only'],
    ['a comment', comment, undefined, 401, 'nobody'],
    ['a check run', checkRun, 'token-actions', undefined, 'an app'],
    ['a check run', checkRun, 'token-chi-doc', 403, 'read only'],
    ['a check run', checkRun, 'token-lan', 403, 'no app'],
    ['a ruleset', rulesets, 'token-lan', 403, 'no administrator'],
    ['a ruleset', rulesets, 'token-quan-tri', undefined, 'an administrator'],
    ['the settings', settings, 'token-actions', 403, 'a workflow does not administer'],
    ['the settings', settings, 'token-quan-tri', undefined, 'an administrator'],
  ])('%s, %o, with %s → %s (%s)', async (_, call, token, status) => {
    forge.as('khach')
    expect((await refusal(call(forge.client(token))))?.status).toBe(status)
  })

  test('without a right is told so as GitHub tells it', async () => {
    expect(await refusal(comment(forge.client('token-chi-doc')))).toMatchObject({
      message: expect.stringContaining('Resource not accessible by integration'),
    })
  })

  test('of a stranger sees nothing of a private repository', async () => {
    const hidden = await createTown({ visibility: 'private' })
    const get = (login: string) => refusal(hidden.as(login).octokit.rest.repos.get(HOME))
    expect([await get('khach'), await get('khanh')]).toMatchObject([{ status: 404 }, undefined])
    await expect(hidden.as('khach').git('ls-remote', 'origin')).rejects.toThrow()
    expect(await hidden.as('khanh').git('ls-remote', 'origin')).toContain('refs/heads/main')
    await hidden.close()
  })
})

describe('a team', () => {
  test('has its members, in pages', async () => {
    const { octokit } = forge.as('lan')
    const asked = { org: HOME.owner, team_slug: 'van-phong', per_page: 1 }
    const all = await octokit.paginate(octokit.rest.teams.listMembersInOrg, asked)
    expect(all.map(({ login }) => login)).toEqual(['lan', 'minh'])
  })

  test('that was renamed is not there any more', async () => {
    forge.setTeam('van-phong-cu', ['lan'])
    const ask = () =>
      forge.as('lan').octokit.rest.teams.listMembersInOrg({ org: HOME.owner, team_slug: 'van-phong-cu' })
    expect(await refusal(ask())).toBeUndefined()
    forge.setTeam('van-phong-cu', undefined)
    expect(await refusal(ask())).toMatchObject({ status: 404 })
  })
})

describe('an order to fail', () => {
  test('hits what it names, as often as it says', async () => {
    forge.fail({ method: 'GET', path: /\/reviews$/, status: 503, times: 2 })
    const client = forge.client('token-lan')
    expect(await refusal(comment(client))).toBeUndefined()
    const seen = [
      await refusal(reviews(client)),
      await refusal(reviews(client)),
      await refusal(reviews(client)),
    ]
    expect(seen.map((one) => one?.status)).toEqual([503, 503, undefined])
  })

  test.each<[headers: Record<string, string>, status: number, message: string]>([
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795140000' }, 403, 'API rate limit exceeded'],
    [{ 'retry-after': '1' }, 429, 'secondary rate limit'],
  ])('with %j is a limit: %i %s', async (headers, status, message) => {
    forge.fail({ path: /\/reviews$/, status, headers })
    const asked = forge.client('token-lan').rest.pulls.listReviews({ ...HOME, pull_number: number })
    await expect(asked).rejects.toMatchObject({
      status,
      message: expect.stringContaining(message),
      response: { headers },
    })
  })

  test('is written down with all that was asked', async () => {
    const before = forge.world.asked.length
    forge.fail({ path: /\/reviews$/, status: 500 })
    await refusal(reviews(forge.client('token-lan')))
    expect(forge.world.asked.slice(before)).toEqual([
      { method: 'GET', path: `/repos/${forge.fullName}/pulls/${number}/reviews`, login: 'lan', status: 500 },
    ])
  })
})

describe('a request that GitHub would not understand', () => {
  test.each<[route: string, body: object, status: number, why: string]>([
    ['POST /repos/{owner}/{repo}/pulls/1/reviews', { event: 'OK' }, 422, 'no such event'],
    ['POST /repos/{owner}/{repo}/issues/1/comments', {}, 422, 'no text'],
    ['POST /repos/{owner}/{repo}/issues/99/comments', { body: 'x' }, 404, 'no such pull request'],
    ['GET /repos/{owner}/khac', {}, 404, 'no such repository'],
    ['GET /repos/{owner}/{repo}/khong-co', {}, 404, 'no such address'],
  ])('%s with %j is refused with %i (%s)', async (route, body, status) => {
    expect(await refusal(forge.as('lan').octokit.request(route, { ...HOME, ...body }))).toMatchObject({
      status,
    })
  })
})
