import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Forge } from '../support/forge/forge.ts'
import { createTown, HOME, refusal } from './town.ts'

const READ_ONLY = { contents: 'read', issues: 'read', pull_requests: 'read' } as const
const PULLS_ONLY = { contents: 'read', pull_requests: 'write' } as const

let forge: Forge
let pull: number
beforeAll(async () => {
  forge = await createTown()
  const app = { id: 15368, slug: 'github-actions' }
  forge.grant('token-chi-doc', { login: 'github-actions[bot]', app, permissions: READ_ONLY })
  forge.grant('token-yeu-cau-gop', { login: 'github-actions[bot]', app, permissions: PULLS_ONLY })
  await forge.as('lan').push('bai', { 'a.md': 'a\n' })
  pull = await forge.as('lan').openPullRequest('bai')
})
afterAll(() => forge.close())

const issuesOf = (token: string) => forge.client(token).rest.issues
const open = (title: string, token = 'token-actions') =>
  issuesOf(token)
    .create({ ...HOME, title, body: 'Nội dung' })
    .then(({ data }) => data)
const numbers = async (query: object = {}) => {
  const client = forge.client()
  const all = await client.paginate(client.rest.issues.listForRepo, { ...HOME, ...query })
  return all.map(({ number }) => number)
}

describe('an issue', () => {
  test('takes the next number after the pull requests, and they the next after it', async () => {
    const issue = await open('Câu hỏi')
    expect([pull, issue.number]).toEqual([1, 2])
    await forge.as('lan').push('bai-hai', { 'b.md': 'b\n' })
    expect(await forge.as('lan').openPullRequest('bai-hai')).toBe(3)
    expect(issue).toMatchObject({
      title: 'Câu hỏi',
      state: 'open',
      user: { login: 'github-actions[bot]', type: 'Bot' },
      performed_via_github_app: { slug: 'github-actions' },
    })
    expect(issue.html_url).toMatch(/\/issues\/2$/)
    expect(issue).not.toHaveProperty('pull_request')
  })

  test('is listed with the pull requests, which are told by their key; newest first', async () => {
    const { data } = await issuesOf('token-actions').listForRepo(HOME)
    expect(data.map(({ number, pull_request }) => [number, pull_request !== undefined])).toEqual([
      [3, true],
      [2, false],
      [1, true],
    ])
    expect(await numbers({ direction: 'asc' })).toEqual([1, 2, 3])
    expect(await numbers({ creator: 'LAN' })).toEqual([3, 1])
  })

  test('is listed page by page', async () => {
    const { data, headers } = await issuesOf('token-actions').listForRepo({ ...HOME, per_page: 2 })
    expect(data).toHaveLength(2)
    expect(headers.link).toContain('rel="next"')
    expect(await numbers({ per_page: 2 })).toEqual([3, 2, 1])
  })

  test('is found by its number, as a pull request is; neither is found by the other’s address', async () => {
    const get = (issue_number: number) => issuesOf('token-actions').get({ ...HOME, issue_number })
    expect((await get(2)).data.title).toBe('Câu hỏi')
    expect((await get(1)).data.pull_request?.url).toMatch(/\/pulls\/1$/)
    expect(await refusal(get(99))).toMatchObject({ status: 404 })
    const asPull = forge.client().rest.pulls.get({ ...HOME, pull_number: 2 })
    expect(await refusal(asPull)).toMatchObject({ status: 404 })
  })

  test('takes comments, which count with it and with no other', async () => {
    await forge.as('minh').comment(2, 'Đã chuyển')
    const { data } = await issuesOf('token-actions').listComments({ ...HOME, issue_number: 2 })
    expect(data.map(({ body }) => body)).toEqual(['Đã chuyển'])
    expect(data[0]?.html_url).toMatch(/\/issues\/2#issuecomment-/)
    expect((await issuesOf('token-actions').get({ ...HOME, issue_number: 2 })).data.comments).toBe(1)
    expect((await issuesOf('token-actions').listComments({ ...HOME, issue_number: 1 })).data).toEqual([])
  })

  test('is closed and opened again by those who may, and listed by its state', async () => {
    const { number } = await open('Sẽ đóng')
    const turn = (login: string, state: 'open' | 'closed') =>
      forge.as(login).octokit.rest.issues.update({ ...HOME, issue_number: number, state })
    expect(await refusal(turn('khach', 'closed'))).toMatchObject({ status: 403 })
    expect((await turn('minh', 'closed')).data).toMatchObject({
      state: 'closed',
      state_reason: 'completed',
      closed_by: { login: 'minh' },
    })
    expect(await numbers()).not.toContain(number)
    expect(await numbers({ state: 'closed' })).toEqual([number])
    expect(await numbers({ state: 'all' })).toContain(number)
    expect((await turn('minh', 'open')).data).toMatchObject({ state: 'open', closed_at: null })
  })
})

describe('what a token may do with issues', () => {
  type Ask = (token: string) => Promise<unknown>
  const list: Ask = (token) => issuesOf(token).listForRepo(HOME)
  const create: Ask = (token) => open('Xin hỏi', token)
  const comment =
    (issue_number: number): Ask =>
    (token) =>
      issuesOf(token).createComment({ ...HOME, issue_number, body: 'Nhắc' })

  // biome-ignore format: a table
  test.each<[ask: string, call: Ask, token: string, status: number | undefined, why: string]>([
    ['list',                     list,       'token-chi-doc',     undefined, 'it may read'],
    ['list',                     list,       'token-yeu-cau-gop', 403,       'pull requests are all it may see'],
    ['open',                     create,     'token-actions',     undefined, 'the workflow asked for it'],
    ['open',                     create,     'token-khach',       undefined, 'everybody may ask'],
    ['open',                     create,     'token-chi-doc',     403,       'reading is not writing'],
    ['open',                     create,     'token-yeu-cau-gop', 403,       'the right to pull requests is none to issues'],
    ['comment on a pull request', comment(1), 'token-yeu-cau-gop', undefined, 'either right will do'],
    ['comment on an issue',      comment(2), 'token-yeu-cau-gop', 403,       'it is no pull request'],
    ['comment on an issue',      comment(2), 'token-actions',     undefined, 'both rights'],
  ])('%s, %o, with %s → %s (%s)', async (_, call, token, status) => {
    forge.as('khach')
    expect((await refusal(call(token)))?.status).toBe(status)
  })

  test.each<[title: string, body: string, why: string]>([
    ['  ', '', 'nothing said'],
    ['a'.repeat(257), '', 'a title longer than GitHub takes'],
    ['Xin hỏi', 'a'.repeat(65_537), 'a body longer than GitHub takes'],
  ])('it is not opened (case %#)', async (title, body) => {
    const asked = issuesOf('token-actions').create({ ...HOME, title, body })
    expect(await refusal(asked)).toMatchObject({ status: 422 })
  })
})
