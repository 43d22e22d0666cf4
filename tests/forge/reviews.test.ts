import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Forge } from '../support/forge/forge.ts'
import { createTown, HOME, mainRules, refusal } from './town.ts'

let forge: Forge
beforeAll(async () => {
  forge = await createTown({
    rulesets: [mainRules({ required_approving_review_count: 1, dismiss_stale_reviews_on_push: true })],
  })
})
afterAll(() => forge.close())

let opened = 0
const open = async () => {
  const branch = `bai-${++opened}`
  await forge.as('lan').push(branch, { [`${branch}.md`]: `${branch}\n` })
  return { branch, number: await forge.as('lan').openPullRequest(branch) }
}
const states = async (pull_number: number) => {
  const { data } = await forge.as('lan').octokit.rest.pulls.listReviews({ ...HOME, pull_number })
  return data.map(({ user, state }) => [user?.login, state])
}

type Event = 'APPROVE' | 'REQUEST_CHANGES' | 'COMMENT'

describe('a review', () => {
  test.each<[string, Event, string | undefined, string, string]>([
    ['lan', 'APPROVE', undefined, 'Can not approve your own pull request', 'the author never approves'],
    ['lan', 'REQUEST_CHANGES', 'sửa', 'Can not request changes on your own', 'nor stops himself'],
    ['minh', 'REQUEST_CHANGES', undefined, 'Body', 'who asks for changes says which'],
    ['minh', 'COMMENT', undefined, 'Body', 'an empty comment says nothing'],
  ])('of %s, %s with %s, is refused: %s', async (login, event, body, why) => {
    const { number } = await open()
    const refused = await refusal(forge.as(login).review(event, number, body ? { body } : {}))
    expect(refused?.status).toBe(422)
    expect(refused?.message).toContain(why)
    expect(await states(number)).toEqual([])
  })

  test('names the commit that it looked at, and no other than those of the change', async () => {
    const { number } = await open()
    await forge.as('minh').approve(number)
    const { data } = await forge.as('lan').octokit.rest.pulls.listReviews({ ...HOME, pull_number: number })
    expect(data[0]?.commit_id).toBe(forge.head(`bai-${opened}`))
    const stranger = forge.as('minh').approve(number, { commit: forge.head() })
    expect(await refusal(stranger)).toMatchObject({ status: 422 })
  })

  test('of a workflow does not approve unless the settings allow it', async () => {
    const { number } = await open()
    const bot = forge.client('token-actions')
    const approve = () =>
      bot.rest.pulls.createReview({ ...HOME, pull_number: number, event: 'APPROVE' }).then(() => undefined)
    expect(await refusal(approve())).toMatchObject({ status: 422 })
    await forge.as('quan-tri').octokit.rest.actions.setGithubActionsDefaultWorkflowPermissionsRepository({
      ...HOME,
      can_approve_pull_request_reviews: true,
    })
    expect(await refusal(approve())).toBeUndefined()
  })

  test('that is not sent yet is seen by nobody else', async () => {
    const { number } = await open()
    await forge.as('minh').octokit.rest.pulls.createReview({ ...HOME, pull_number: number, body: 'nháp' })
    const { data } = await forge.as('minh').octokit.rest.pulls.listReviews({ ...HOME, pull_number: number })
    expect(data).toMatchObject([{ state: 'PENDING' }])
    expect(data[0]).not.toHaveProperty('submitted_at')
    expect(await states(number)).toEqual([])
  })
})

/** `login` and what he does, one after the other. */
type Acts = readonly (readonly [
  login: string,
  act: 'approve' | 'change' | 'comment' | 'push' | 'same' | 'dismiss',
])[]

describe('what counts', () => {
  test.each<[Acts, boolean, string]>([
    [[['minh', 'approve']], true, 'one who may write has approved'],
    [[['tung', 'approve']], true, 'an account with rights of its own'],
    [[['khanh', 'approve']], false, 'a team that may only read'],
    [[['khach', 'approve']], false, 'an account from outside'],
    [[['minh', 'comment']], false, 'a comment is no approval'],
    [
      [
        ['minh', 'approve'],
        ['minh', 'comment'],
      ],
      true,
      'a comment takes nothing back',
    ],
    [
      [
        ['minh', 'approve'],
        ['minh', 'change'],
      ],
      false,
      'the last word counts',
    ],
    [
      [
        ['minh', 'change'],
        ['minh', 'approve'],
      ],
      true,
      'the last word counts',
    ],
    [
      [
        ['minh', 'change'],
        ['tung', 'approve'],
      ],
      false,
      'another cannot take it back',
    ],
    [
      [
        ['minh', 'change'],
        ['quan-tri', 'dismiss'],
        ['tung', 'approve'],
      ],
      true,
      'dismissed with a reason',
    ],
    [
      [
        ['khach', 'change'],
        ['tung', 'approve'],
      ],
      true,
      'an outsider stops nothing',
    ],
    [
      [
        ['minh', 'approve'],
        ['lan', 'push'],
      ],
      false,
      'approved, then changed',
    ],
    [
      [
        ['minh', 'approve'],
        ['lan', 'same'],
      ],
      true,
      'a new commit without another content',
    ],
    [
      [
        ['minh', 'approve'],
        ['lan', 'push'],
        ['minh', 'approve'],
      ],
      true,
      'approved again',
    ],
  ])('%j → may be merged: %s (%s)', async (acts, expected) => {
    const { number, branch } = await open()
    for (const [login, act] of acts) await perform(login, act, number, branch)
    expect(forge.obstacles(number).length === 0).toBe(expected)
    const outcome = await refusal(forge.as('lan').merge(number))
    expect(outcome?.status).toBe(expected ? undefined : 405)
  })

  async function perform(login: string, act: Acts[number][1], number: number, branch: string) {
    const who = forge.as(login)
    if (act === 'approve') await who.approve(number)
    else if (act === 'change') await who.requestChanges(number, 'Sửa tiêu đề')
    else if (act === 'comment')
      await who.comment(number, 'Đã xem').then(() => who.review('COMMENT', number, { body: 'Đã xem' }))
    else if (act === 'push') await who.push(branch, { [`${branch}.md`]: `sửa ${forge.head(branch)}\n` })
    else if (act === 'same') await who.push(branch, {})
    else await dismissLast(login, number)
  }

  async function dismissLast(login: string, pull_number: number) {
    const { pulls } = forge.as(login).octokit.rest
    const { data } = await pulls.listReviews({ ...HOME, pull_number })
    const review_id = data.at(-1)?.id as number
    await pulls.dismissReview({ ...HOME, pull_number, review_id, message: 'Đã sửa' })
  }

  test('an approval of what has changed since is shown as dismissed', async () => {
    const { number, branch } = await open()
    await forge.as('minh').approve(number)
    await forge.as('lan').push(branch, { [`${branch}.md`]: 'khác\n' })
    expect(await states(number)).toEqual([['minh', 'DISMISSED']])
  })
})

describe('remarks at lines', () => {
  test('stand on files of the change only', async () => {
    const { number, branch } = await open()
    const { pulls } = forge.as('minh').octokit.rest
    const remark = { ...HOME, pull_number: number, body: 'Sai', commit_id: forge.head(branch), line: 1 }
    await pulls.createReviewComment({ ...remark, path: `${branch}.md` })
    expect(await refusal(pulls.createReviewComment({ ...remark, path: 'README.md' }))).toMatchObject({
      status: 422,
    })
    const { data } = await pulls.listReviewComments({ ...HOME, pull_number: number })
    expect(data).toMatchObject([{ path: `${branch}.md`, line: 1, user: { login: 'minh' } }])
  })
})
