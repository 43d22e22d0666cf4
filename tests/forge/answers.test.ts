import { describe, expect, test } from 'vitest'
import { promised } from '../support/forge/answers.ts'
import { createTown, HOME, refusal } from './town.ts'

const check = promised()

const MERGED = 'put /repos/{owner}/{repo}/pulls/{pull_number}/merge'
const COMMENT = 'post /repos/{owner}/{repo}/issues/{issue_number}/comments'
const RUN = 'post /repos/{owner}/{repo}/check-runs'

describe("GitHub's own description", () => {
  test.each<[operation: string, status: number, answer: unknown, problem: RegExp | undefined, why: string]>([
    [MERGED, 200, { sha: 'a', merged: true, message: 'ok' }, undefined, 'all that is promised'],
    [MERGED, 200, { sha: 'a', merged: 'yes', message: 'ok' }, /merged must be boolean/, 'another type'],
    [MERGED, 200, { merged: true, message: 'ok' }, /required property 'sha'/, 'something is missing'],
    [MERGED, 201, {}, /never answers 201/, 'another status'],
    [MERGED, 405, { message: 'no' }, undefined, 'a refusal'],
    ['get /khong-co', 200, {}, /not in openapi.json/, 'an address that is not described'],
    [
      'get /orgs/{org}/teams/{team_slug}/members',
      200,
      [{ login: 'lan' }],
      /must have required property/,
      'inside a list',
    ],
  ])('%s %i %j → %s (%s)', (operation, status, answer, problem) => {
    const found = check.answer(operation, status, answer)
    if (problem) expect(found).toMatch(problem)
    else expect(found).toBeUndefined()
  })

  test.each<[operation: string, body: unknown, taken: boolean, why: string]>([
    [COMMENT, { body: 'x' }, true, 'a comment'],
    [COMMENT, { text: 'x' }, false, 'another name'],
    [RUN, { name: 'x', head_sha: 'a', output: { title: 'x' } }, false, 'an output without a summary'],
    [RUN, { name: 'x', head_sha: 'a', started_at: 'hôm qua' }, false, 'no instant'],
  ])('%s takes %j: %s (%s)', (operation, body, taken) => {
    expect(check.body(operation, body) === undefined).toBe(taken)
  })
})

describe('the forge', () => {
  test('that would answer what GitHub never answers says so, and does not end well', async () => {
    const forge = await createTown()
    await forge.as('lan').push('bai', { 'a.md': 'a\n' })
    const number = await forge.as('lan').openPullRequest('bai')
    await forge.as('lan').comment(number, 'x')
    Object.assign(forge.world.comments[0] ?? {}, { body: 7 })
    const asked = forge.as('lan').octokit.rest.issues.listComments({ ...HOME, issue_number: number })
    expect(await refusal(asked)).toMatchObject({ status: 500 })
    await expect(forge.close()).rejects.toThrow(/body must be string/)
  })

  test('gives the same commits for the same acts', async () => {
    const act = async () => {
      const forge = await createTown()
      await forge.as('lan').push('bai', { 'a.md': 'a\n' })
      const sha = await forge.as('minh').merge(await forge.as('lan').openPullRequest('bai'))
      const { data } = await forge.client().rest.pulls.get({ ...HOME, pull_number: 1 })
      const told = JSON.stringify(data).replaceAll(forge.address, '')
      await forge.close()
      return [sha, told]
    }
    expect(await act()).toEqual(await act())
  })
})
