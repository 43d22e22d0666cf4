import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Forge } from '../support/forge/forge.ts'
import { createTown, HOME, refusal } from './town.ts'

const POEM = 'một\nhai\nba\nbốn\nnăm\n'

let forge: Forge
beforeAll(async () => {
  forge = await createTown({ files: { 'content/xa-hoi/cũ.md': POEM, 'content/xa-hoi/bỏ.md': 'bỏ\n' } })
})
afterAll(() => forge.close())

const rest = () => forge.as('lan').octokit.rest

describe('a pull request', () => {
  let number: number
  let sha: string
  beforeAll(async () => {
    const lan = forge.as('lan')
    sha = await lan.push(
      'bai-moi',
      {
        'content/xa-hoi/mới "một".md': 'chào\n',
        'content/xa-hoi/cũ.md': null,
        'content/xa-hoi/bỏ.md': null,
        'content/xa-hoi/đổi tên.md': POEM,
        'anh.bin': new Uint8Array([0, 255, 0, 1]),
      },
      { message: 'Tin mới', trailers: [['Co-authored-by', 'Hoa <hoa@users.noreply.github.com>']] },
    )
    number = await lan.openPullRequest('bai-moi', { title: 'Tin mới', body: 'Xin duyệt' })
  })

  test('says what Git knows', async () => {
    const { data } = await rest().pulls.get({ ...HOME, pull_number: number })
    expect(data).toMatchObject({
      state: 'open',
      title: 'Tin mới',
      user: { login: 'lan', type: 'User' },
      head: { ref: 'bai-moi', sha, label: 'phuong-thanh-dong:bai-moi', repo: { full_name: forge.fullName } },
      base: { ref: 'main', sha: forge.head() },
      commits: 1,
      changed_files: 4,
      additions: 1,
      deletions: 1,
      mergeable: true,
      mergeable_state: 'clean',
      created_at: '2026-11-20T01:00:00Z',
    })
  })

  test('lists its files with names as they are, and finds renames', async () => {
    const { data } = await rest().pulls.listFiles({ ...HOME, pull_number: number })
    expect(data.map((file) => [file.filename, file.status, file.previous_filename, file.patch])).toEqual([
      ['anh.bin', 'added', undefined, undefined],
      ['content/xa-hoi/bỏ.md', 'removed', undefined, '@@ -1 +0,0 @@\n-bỏ'],
      ['content/xa-hoi/mới "một".md', 'added', undefined, '@@ -0,0 +1 @@\n+chào'],
      ['content/xa-hoi/đổi tên.md', 'renamed', 'content/xa-hoi/cũ.md', undefined],
    ])
  })

  test('lists its commits with the accounts that GitHub knows by their addresses', async () => {
    const { data } = await rest().pulls.listCommits({ ...HOME, pull_number: number })
    expect(data).toMatchObject([
      {
        sha,
        author: { login: 'lan' },
        committer: { login: 'lan' },
        commit: { message: 'Tin mới\n\nCo-authored-by: Hoa <hoa@users.noreply.github.com>' },
      },
    ])
  })

  test('keeps refs/pull/N/head and a trial merge', () => {
    expect(forge.read('anh.bin', `refs/pull/${number}/head`)).toBeDefined()
    expect(forge.read('README.md', `refs/pull/${number}/merge`)).toBeDefined()
  })

  test.each([
    [{ head: 'bai-moi', base: 'main' }, 'already exists', 'the same twice'],
    [{ head: 'khong-co', base: 'main' }, 'head is invalid', 'no such branch'],
    [{ head: 'bai-moi', base: 'khong-co' }, 'base is invalid', 'no such base'],
    [{ head: 'main', base: 'main' }, 'No commits between', 'nothing new'],
  ])('%o is not opened: %s', async (sides, why) => {
    const refused = await refusal(rest().pulls.create({ ...HOME, title: 'x', ...sides }))
    expect(refused?.status).toBe(422)
    expect(refused?.message).toContain(why)
  })
})

describe('the head of a pull request', () => {
  test('follows its branch, and base.sha is the tip of main of that moment', async () => {
    const lan = forge.as('lan')
    await lan.push('theo', { 'a.md': '1\n' })
    const number = await lan.openPullRequest('theo')
    const first = forge.head()
    await forge.as('minh').push('main', { 'khac.md': 'khác\n' })
    const get = async () => (await rest().pulls.get({ ...HOME, pull_number: number })).data
    expect((await get()).base.sha).toBe(first)
    const next = await lan.push('theo', { 'a.md': '2\n' })
    expect(await get()).toMatchObject({ head: { sha: next }, base: { sha: forge.head() }, commits: 2 })
    expect((await lan.git('ls-remote', 'origin', `refs/pull/${number}/head`)).split('\t')[0]).toBe(next)
  })

  test('a conflict is no merge', async () => {
    const lan = forge.as('lan')
    await lan.push('xung-dot', { 'README.md': 'của lan\n' })
    const number = await lan.openPullRequest('xung-dot')
    await forge.as('minh').push('main', { 'README.md': 'của minh\n' })
    const { data } = await rest().pulls.get({ ...HOME, pull_number: number })
    expect(data).toMatchObject({ mergeable: false, mergeable_state: 'dirty', merge_commit_sha: null })
    expect(await refusal(lan.merge(number))).toMatchObject({ status: 405 })
  })

  test('without its branch it is closed, and may not be merged', async () => {
    const lan = forge.as('lan')
    await lan.push('bo-nhanh', { 'b.md': '1\n' })
    const number = await lan.openPullRequest('bo-nhanh')
    await lan.git('push', '--quiet', 'origin', '--delete', 'bo-nhanh')
    const { data } = await rest().pulls.get({ ...HOME, pull_number: number })
    expect(data).toMatchObject({ state: 'closed', merged: false })
    expect(await refusal(lan.merge(number))).toMatchObject({ status: 405 })
  })

  test('may lie in a fork of an account without rights', async () => {
    const khach = forge.as('khach')
    expect(await refusal(khach.push('x', { 'x.md': 'x\n' }))).toBeDefined()
    await khach.fork()
    const sha = await khach.push('gop-y', { 'x.md': 'x\n' }, { fork: true })
    const number = await khach.openPullRequest('gop-y', { fork: true })
    const next = await khach.push('gop-y', { 'x.md': 'y\n' }, { fork: true })
    const { data } = await rest().pulls.get({ ...HOME, pull_number: number })
    expect(next).not.toBe(sha)
    expect(data).toMatchObject({
      author_association: 'NONE',
      head: { sha: next, repo: { full_name: 'khach/cong', fork: true } },
    })
  })
})

describe('lists', () => {
  test('come in pages, with links that octokit follows', async () => {
    const lan = forge.as('lan')
    const files = Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`nhieu/${at}.md`, `${at}\n`]))
    await lan.push('nhieu', files)
    const number = await lan.openPullRequest('nhieu')
    const asked = { ...HOME, pull_number: number, per_page: 3 }
    const { data, headers } = await rest().pulls.listFiles({ ...asked, page: 2 })
    expect(data.map(({ filename }) => filename)).toEqual(['nhieu/3.md', 'nhieu/4.md', 'nhieu/5.md'])
    const rels = [...(headers.link ?? '').matchAll(/page=(\d)>; rel="(\w+)"/g)].map(([, page, rel]) => [
      rel,
      page,
    ])
    expect(rels).toEqual([
      ['prev', '1'],
      ['next', '3'],
      ['last', '3'],
      ['first', '1'],
    ])
    expect(await lan.octokit.paginate(lan.octokit.rest.pulls.listFiles, asked)).toHaveLength(7)
  })

  test('of pull requests are filtered as asked', async () => {
    const list = async (query: object) =>
      (await rest().pulls.list({ ...HOME, ...query })).data.map(({ head }) => head.ref)
    expect(await list({})).not.toContain('bo-nhanh')
    expect(await list({ state: 'closed' })).toEqual(['bo-nhanh'])
    expect(await list({ head: 'khach:gop-y' })).toEqual(['gop-y'])
    expect((await list({ state: 'all', direction: 'asc' }))[0]).toBe('bai-moi')
  })

  test('of commits end at 250 and of files at 3000, without a word', async () => {
    const lan = forge.as('lan')
    const files = Object.fromEntries(
      Array.from({ length: 3001 }, (_, at) => [`rat-nhieu/${at}.md`, `${at}\n`]),
    )
    await lan.push('nhieu-tep', files)
    const commits = Array.from({ length: 251 }, (_, at) => {
      const from = at === 0 ? `from ${forge.head()}\n` : ''
      return `commit refs/heads/nhieu-lan\ncommitter Lan <lan@example.gov.vn> ${at} +0700\ndata 1\n${at % 10}\n${from}M 100644 inline dem.txt\ndata 3\n${100 + at}\n`
    })
    await lan.feedGit(commits.join(''), 'fast-import', '--quiet')
    await lan.git('push', '--quiet', 'origin', 'nhieu-lan')
    const { octokit } = lan
    const asked = async (branch: string) => ({
      ...HOME,
      pull_number: await lan.openPullRequest(branch),
      per_page: 100,
    })
    const [files3001, commits251] = [await asked('nhieu-tep'), await asked('nhieu-lan')]
    expect((await octokit.rest.pulls.get(files3001)).data.changed_files).toBe(3001)
    expect(await octokit.paginate(octokit.rest.pulls.listFiles, files3001)).toHaveLength(3000)
    expect((await octokit.rest.pulls.get(commits251)).data.commits).toBe(251)
    const listed = await octokit.paginate(octokit.rest.pulls.listCommits, commits251)
    expect(listed).toHaveLength(250)
    expect(listed[0]).toMatchObject({ author: null, commit: { author: { date: '1970-01-01T00:00:00Z' } } })
  })
})
