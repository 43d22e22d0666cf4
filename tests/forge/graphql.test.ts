import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Forge } from '../support/forge/forge.ts'
import type { Permissions } from '../support/forge/world.ts'
import { createTown, HOME, mainRules } from './town.ts'

let forge: Forge
beforeEach(async () => {
  forge = await createTown({ files: { 'content/a.md': 'một\n', 'anh.bin': new Uint8Array([1, 0, 2]) } })
})
afterEach(() => forge.close())

type Said = {
  readonly data: Readonly<Record<string, unknown>>
  readonly errors?: readonly { readonly type?: string; readonly message: string }[]
}

async function ask(
  query: string,
  variables: object = {},
  token: string | undefined = 'token-lan',
): Promise<Said> {
  const answer = await fetch(forge.graphqlUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `bearer ${token}` } : {}) },
    body: JSON.stringify({ query, variables }),
  })
  return (await answer.json()) as Said
}

const COMMIT = `mutation($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid message author { user { login } } file(path: "content/a.md") { oid } } }
}`

const onto = (branch: string, head: string, text = 'hai\n') => ({
  input: {
    branch: { repositoryNameWithOwner: `${HOME.owner}/${HOME.repo}`, branchName: branch },
    expectedHeadOid: head,
    fileChanges: {
      additions: [{ path: 'content/a.md', contents: Buffer.from(text).toString('base64') }],
      deletions: [],
    },
    message: { headline: 'Sửa' },
  },
})

describe('GraphQL', () => {
  test('reads what Git has: a branch, a history, texts, and no text of what is none', async () => {
    await forge.as('tung').push('main', { 'content/a.md': 'hai\n' }, { message: 'Sửa a' })
    const { data, errors } = await ask(`{
      repository(owner: "${HOME.owner}", name: "${HOME.repo}") {
        ref(qualifiedName: "main") {
          target { ... on Commit { oid history(first: 1, path: "content/a.md") { totalCount nodes { message author { user { login } } } } } }
        }
        none: ref(qualifiedName: "khong-co") { name }
        text: object(expression: "main:content/a.md") { ... on Blob { text isBinary isTruncated byteSize } }
        binary: object(expression: "main:anh.bin") { ... on Blob { text isBinary } }
      }
    }`)
    expect(errors).toBeUndefined()
    expect(data.repository).toEqual({
      ref: {
        target: {
          oid: forge.head(),
          history: { totalCount: 2, nodes: [{ message: 'Sửa a', author: { user: { login: 'tung' } } }] },
        },
      },
      none: null,
      text: { text: 'hai\n', isBinary: false, isTruncated: false, byteSize: 4 },
      binary: { text: null, isBinary: true },
    })
  })

  test('a commit goes on the head that the client knows, and is written by the account of the token', async () => {
    await forge.as('lan').push('bai', { 'b.md': 'b\n' })
    const known = forge.head('bai')
    const { data } = await ask(COMMIT, onto('bai', known))
    expect(data.createCommitOnBranch).toMatchObject({
      commit: { oid: forge.head('bai'), message: 'Sửa', author: { user: { login: 'lan' } } },
    })
    const stale = await ask(COMMIT, onto('bai', known, 'ba\n'))
    expect(stale.errors).toMatchObject([{ type: 'STALE_DATA' }])
    expect(forge.read('content/a.md', 'bai')).toBe('hai\n')
  })

  test('a protected branch takes no commit', async () => {
    forge.addRuleset(mainRules({}))
    const { errors } = await ask(COMMIT, onto('main', forge.head()))
    expect(errors?.[0]?.message).toMatch(/through a pull request/)
  })

  // biome-ignore format: a table
  test.each<[who: string, token: string, permissions: Permissions | undefined, type: string | undefined, why: string]>([
    ['lan',   'token-lan',   undefined,                                    undefined,   'her team may write'],
    ['lan',   'token-it',    { contents: 'write', metadata: 'read' },      undefined,   'a token that may as well'],
    ['lan',   'token-doc',   { contents: 'read', metadata: 'read' },       'FORBIDDEN', 'a token that may only read'],
    ['khanh', 'token-khanh', undefined,                                    'FORBIDDEN', 'her team may only read'],
    ['khach', 'token-khach', undefined,                                    'FORBIDDEN', 'from outside'],
  ])('%s with %s makes a branch: %o → %s (%s)', async (login, token, permissions, type) => {
    forge.grant(token, { login, ...(permissions ? { permissions } : {}) })
    const { data } = await ask(`{ repository(owner: "${HOME.owner}", name: "${HOME.repo}") { id } }`)
    const repositoryId = (data.repository as { id: string }).id
    const { errors } = await ask(
      'mutation($input: CreateRefInput!) { createRef(input: $input) { ref { name } } }',
      { input: { repositoryId, name: 'refs/heads/moi', oid: forge.head() } },
      token,
    )
    expect(errors?.[0]?.type).toBe(type)
  })

  test('a pull request is a draft, and no draft any more', async () => {
    await forge.as('lan').push('bai', { 'b.md': 'b\n' })
    const number = await forge.as('lan').openPullRequest('bai', { draft: true })
    await forge.as('lan').octokit.rest.issues.addLabels({ ...HOME, issue_number: number, labels: ['nhap'] })
    const { data } = await ask(`{ repository(owner: "${HOME.owner}", name: "${HOME.repo}") {
      pullRequests(labels: ["nhap"], states: OPEN, first: 1) { nodes { id isDraft files(first: 1) { nodes { path changeType } } } }
    } }`)
    const { pullRequests } = data.repository as { pullRequests: { nodes: { id: string }[] } }
    expect(pullRequests.nodes).toMatchObject([
      { isDraft: true, files: { nodes: [{ path: 'b.md', changeType: 'ADDED' }] } },
    ])
    await ask(
      'mutation($input: MarkPullRequestReadyForReviewInput!) { markPullRequestReadyForReview(input: $input) { pullRequest { isDraft } } }',
      { input: { pullRequestId: pullRequests.nodes[0]?.id } },
    )
    const { data: pull } = await forge.as('lan').octokit.rest.pulls.get({ ...HOME, pull_number: number })
    expect(pull).toMatchObject({ draft: false, labels: [{ name: 'nhap' }] })
  })

  test('nobody asks without signing in, and a repository that is not there is said so', async () => {
    expect(await ask('{ repository(owner: "a", name: "b") { id } }', {}, '')).toMatchObject({
      message: expect.stringContaining('authenticated'),
    })
    expect(await ask('{ repository(owner: "a", name: "b") { id } }')).toMatchObject({
      data: { repository: null },
      errors: [{ type: 'NOT_FOUND' }],
    })
  })
})

test('what the fake does not know of GraphQL is a fault of the test, not an answer', async () => {
  const other = await createTown()
  await fetch(other.graphqlUrl, {
    method: 'POST',
    headers: { authorization: 'bearer token-lan' },
    body: JSON.stringify({ query: '{ viewer { login } }' }),
  })
  await expect(other.close()).rejects.toThrow(/Cannot query field "viewer"/)
})

describe('for pages of a browser', () => {
  test('anybody’s page may ask', async () => {
    const asked = await fetch(`${forge.apiUrl}/user`, { method: 'OPTIONS' })
    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-headers')).toContain('Authorization')
    const answer = await fetch(`${forge.apiUrl}/user`, { headers: { authorization: 'token token-lan' } })
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(await answer.json()).toMatchObject({ login: 'lan' })
  })

  test('trees list all that lies below, and a blob comes as it is', async () => {
    const { octokit } = forge.as('khanh')
    const { data } = await octokit.rest.git.getTree({ ...HOME, tree_sha: forge.head(), recursive: 'true' })
    expect(data.tree.map(({ path, type }) => [path, type])).toEqual([
      ['README.md', 'blob'],
      ['anh.bin', 'blob'],
      ['content', 'tree'],
      ['content/a.md', 'blob'],
    ])
    const blob = await fetch(
      `${forge.apiUrl}/repos/${HOME.owner}/${HOME.repo}/git/blobs/${data.tree[1]?.sha}`,
      {
        headers: { accept: 'application/vnd.github.raw', authorization: 'token token-lan' },
      },
    )
    expect([...new Uint8Array(await blob.arrayBuffer())]).toEqual([1, 0, 2])
  })

  test('a branch is moved and taken away by those who may write, and a pull request goes with it', async () => {
    await forge.as('lan').push('bai', { 'b.md': 'b\n' })
    const number = await forge.as('lan').openPullRequest('bai')
    const { git } = forge.as('khanh').octokit.rest
    await expect(git.deleteRef({ ...HOME, ref: 'heads/bai' })).rejects.toMatchObject({ status: 403 })
    const mine = forge.as('lan').octokit.rest.git
    await expect(mine.updateRef({ ...HOME, ref: 'heads/bai', sha: forge.head() })).rejects.toMatchObject({
      status: 422,
    })
    await mine.updateRef({ ...HOME, ref: 'heads/bai', sha: forge.head(), force: true })
    expect(forge.head('bai')).toBe(forge.head())
    await mine.deleteRef({ ...HOME, ref: 'heads/bai' })
    expect(forge.world.pulls.find((each) => each.number === number)?.closedAt).toBeDefined()
  })

  test.each<[login: string, role: number]>([
    ['lan', 204],
    ['khanh', 403],
    ['khach', 403],
  ])('%s asks whether they work here: %i', async (login, role) => {
    const asked = forge.as(login).octokit.rest.repos.checkCollaborator({ ...HOME, username: login })
    expect(
      await asked.then(
        ({ status }) => status,
        ({ status }) => status,
      ),
    ).toBe(role)
  })
})
