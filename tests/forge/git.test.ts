import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Forge } from '../support/forge/forge.ts'
import { createTown, HOME, mainRules } from './town.ts'

let forge: Forge
beforeAll(async () => {
  forge = await createTown({ emails: { 'lan@thanhdong.gov.vn': 'lan' } })
})
afterAll(() => forge.close())
afterEach(() => forge.clearRulesets())

describe('git push', () => {
  test.each<[login: string, pushed: boolean, why: string]>([
    ['lan', true, 'her team may write'],
    ['tung', true, 'he may write himself'],
    ['khanh', false, 'his team may only read'],
    ['khach', false, 'from outside'],
  ])('by %s: %s (%s)', async (login, pushed) => {
    const pushing = forge.as(login).push(`cua-${login}`, { 'a.md': `${login}\n` })
    const went = await pushing.then(
      () => true,
      () => false,
    )
    expect(went).toBe(pushed)
  })

  test('with a wrong token is refused, and without one main can be read', async () => {
    const wrong = forge.cloneUrl.replace('://', '://lan:sai@')
    await expect(forge.as('lan').git('push', wrong, `${forge.head()}:refs/heads/x`)).rejects.toThrow(
      /Authentication/,
    )
    expect(await forge.as('lan').git('ls-remote', forge.cloneUrl, 'main')).toContain(forge.head())
    await expect(forge.as('lan').git('push', forge.cloneUrl, `${forge.head()}:refs/heads/x`)).rejects.toThrow(
      /Username/,
    )
  })

  test('carries megabytes', async () => {
    const big = new Uint8Array(3 << 20).map((_, at) => (Math.imul(at, 2_654_435_761) >>> 13) & 255)
    await forge.as('lan').push('lon', { 'lon.bin': big })
    const { data } = await forge.as('lan').octokit.rest.repos.getBranch({ ...HOME, branch: 'lon' })
    expect(data.commit.sha).toBe(forge.head('lon'))
  })

  test.each<[act: string, args: readonly string[], why: RegExp]>([
    ['to main', ['push', 'origin', 'HEAD:main'], /through a pull request/],
    ['by force', ['push', '--force', 'origin', 'HEAD:main'], /through a pull request|force-push/],
    ['that removes main', ['push', 'origin', '--delete', 'main'], /Cannot delete/],
    ['to the head of a pull request', ['push', 'origin', 'HEAD:refs/pull/1/head'], /hidden ref/],
  ])('%s is refused by the rules', async (_, args, why) => {
    await forge.as('lan').push('rieng', { 'a.md': `${args}\n` })
    await forge.as('lan').git('checkout', '--quiet', '--force', 'rieng')
    const before = forge.head()
    forge.addRuleset(mainRules({}))
    await expect(forge.as('lan').git(...args)).rejects.toThrow(why)
    expect(forge.head()).toBe(before)
  })
})

describe('the activity', () => {
  test('says who pushed, newest first, whatever the commits say', async () => {
    const branch = 'hoat-dong'
    await forge.as('lan').push(branch, { 'a.md': '1\n' })
    forge.setNow('2026-11-20T09:00:00+07:00')
    const author = { name: 'Tùng', email: 'tung@users.noreply.github.com' }
    const pushed = await forge.as('lan').push(branch, { 'a.md': '2\n' }, { author })
    await forge.as('minh').push(branch, { 'a.md': '3\n' }, { force: true })
    await forge.as('minh').git('push', '--quiet', 'origin', '--delete', branch)
    const { octokit } = forge.as('khanh')
    const asked = { ...HOME, ref: branch, per_page: 1 }
    const all = await octokit.paginate(octokit.rest.repos.listActivities, asked)
    expect(all.map(({ activity_type, actor }) => [activity_type, actor?.login])).toEqual([
      ['branch_deletion', 'minh'],
      ['force_push', 'minh'],
      ['push', 'lan'],
      ['branch_creation', 'lan'],
    ])
    expect(all[2]).toMatchObject({
      after: pushed,
      ref: `refs/heads/${branch}`,
      timestamp: '2026-11-20T02:00:00Z',
    })
    const { data } = await octokit.rest.repos.listActivities({
      ...HOME,
      ref: `refs/heads/${branch}`,
      actor: 'lan',
    })
    expect(data).toHaveLength(2)
  })
})

describe('a commit', () => {
  test.each<[author: string, login: string | undefined, why: string]>([
    ['lan@users.noreply.github.com', 'lan', 'the address that GitHub gives'],
    ['12345+lan@users.noreply.github.com', 'lan', 'the same with a number'],
    ['LAN@thanhdong.gov.vn', 'lan', 'an address that she made known'],
    ['ai-do@example.gov.vn', undefined, 'an address that nobody has made known'],
  ])('by %s belongs to %s (%s)', async (email, login) => {
    const branch = `tac-gia-${email.replace(/\W/g, '-')}`
    await forge
      .as('tung')
      .push(branch, { 'a.md': `${email}\n` }, { author: { name: 'Ai', email }, web: true })
    const { data } = await forge.as('lan').octokit.rest.repos.getBranch({ ...HOME, branch })
    expect(data.commit.author?.login).toBe(login)
    expect(data.commit.committer?.login).toBe('web-flow')
  })
})
