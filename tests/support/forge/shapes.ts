import { commitOf, type GitCommit } from './git-store.ts'
import {
  type App,
  accountOf,
  fullName,
  homeRepo,
  isMember,
  mayWrite,
  type Repo,
  sameLogin,
  stampOf,
  type World,
} from './world.ts'

/** What GitHub's JSON looks like: addresses by the dozen, made from names. */

export const apiOf = (world: World): string => `${world.address}/api/v3`

export const repoApi = (world: World, repo: Repo): string => `${apiOf(world)}/repos/${fullName(repo)}`

export const repoPage = (world: World, repo: Repo): string => `${world.address}/${fullName(repo)}`

/** A number that is always the same for a name. */
export const idOf = (name: string): number =>
  [...name.toLowerCase()].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 99_999_989, 7)

export const nodeId = (kind: string, id: number | string): string =>
  `${kind}_${Buffer.from(`${kind}:${id}`).toString('base64url')}`

/** Pictures of accounts lie on a server of their own, as GitHub's do. */
export const avatarOf = (login: string): string =>
  `https://avatars.githubusercontent.com/u/${idOf(login)}?v=4`

const USER_PLACES = {
  followers_url: '/followers',
  following_url: '/following{/other_user}',
  gists_url: '/gists{/gist_id}',
  starred_url: '/starred{/owner}{/repo}',
  subscriptions_url: '/subscriptions',
  organizations_url: '/orgs',
  repos_url: '/repos',
  events_url: '/events{/privacy}',
  received_events_url: '/received_events',
}

const under = (root: string, places: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(places).map(([name, place]) => [name, root + place]))

export function userShape(world: World, login: string) {
  const id = idOf(login)
  const url = `${apiOf(world)}/users/${encodeURIComponent(login)}`
  const type = login.endsWith('[bot]') ? 'Bot' : login === world.organisation ? 'Organization' : 'User'
  return {
    login,
    id,
    node_id: nodeId(type[0] as string, id),
    avatar_url: avatarOf(login),
    gravatar_id: '',
    url,
    html_url: `${world.address}/${encodeURIComponent(login)}`,
    ...under(url, USER_PLACES),
    type,
    site_admin: false,
  }
}

const REPO_PLACES = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
}

const HAS = {
  has_issues: true,
  has_projects: false,
  has_wiki: false,
  has_pages: false,
  has_downloads: true,
  has_discussions: false,
}

const COUNTS = { forks: 0, stargazers: 0, watchers: 0, open_issues: 0 }

export const cloneUrl = (world: World, repo: Repo): string => `${world.address}/git/${fullName(repo)}.git`

export function repoShape(world: World, repo: Repo) {
  const id = idOf(fullName(repo))
  const at = stampOf(world.now)
  const counts = Object.entries(COUNTS).flatMap(([name, count]) => [
    [`${name}_count`, count],
    ...(name === 'stargazers' ? [] : [[name, count]]),
  ])
  return {
    id,
    node_id: nodeId('R', id),
    name: repo.name,
    full_name: fullName(repo),
    owner: userShape(world, repo.owner),
    private: world.visibility === 'private',
    visibility: world.visibility,
    html_url: repoPage(world, repo),
    description: null,
    fork: repo.fork,
    url: repoApi(world, repo),
    ...under(repoApi(world, repo), REPO_PLACES),
    git_url: `git://127.0.0.1/${fullName(repo)}.git`,
    ssh_url: `git@127.0.0.1:${fullName(repo)}.git`,
    clone_url: cloneUrl(world, repo),
    svn_url: repoPage(world, repo),
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    size: 0,
    default_branch: 'main',
    archived: false,
    disabled: false,
    ...HAS,
    ...Object.fromEntries(counts),
    pushed_at: at,
    created_at: at,
    updated_at: at,
    allow_merge_commit: true,
    allow_squash_merge: true,
    allow_rebase_merge: false,
    allow_forking: true,
  }
}

/** A repository on its own, with what only its own address answers. */
export const fullRepoShape = (world: World, repo: Repo, login: string | undefined) => ({
  ...repoShape(world, repo),
  ...(login === undefined
    ? {}
    : { permissions: { admin: world.admins.has(login), push: mayWrite(world, login), pull: true } }),
  network_count: world.repos.size - 1,
  subscribers_count: 0,
})

/** A workflow's app, or another. */
export function appShape(world: World, app: App | undefined) {
  if (app === undefined) return null
  const at = '2018-07-30T09:30:17Z'
  return {
    id: app.id,
    slug: app.slug,
    node_id: nodeId('A', app.id),
    owner: userShape(world, app.slug === 'github-actions' ? 'github' : world.organisation),
    name: app.slug,
    description: null,
    external_url: `${world.address}/apps/${app.slug}`,
    html_url: `${world.address}/apps/${app.slug}`,
    created_at: at,
    updated_at: at,
    permissions: { checks: 'write' },
    events: [],
  }
}

export const associationOf = (world: World, login: string): string =>
  isMember(world, login) ? (sameLogin(login, world.organisation) ? 'OWNER' : 'MEMBER') : 'NONE'

const UNSIGNED = { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null }

export function commitShape(world: World, repo: Repo, commit: GitCommit) {
  const link = (sha: string) => `${repoApi(world, repo)}/commits/${sha}`
  const account = (email: string) => {
    const login = accountOf(world, email)
    return login === undefined ? null : userShape(world, login)
  }
  return {
    sha: commit.sha,
    node_id: nodeId('C', commit.sha),
    url: link(commit.sha),
    html_url: `${repoPage(world, repo)}/commit/${commit.sha}`,
    comments_url: `${link(commit.sha)}/comments`,
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: `${repoApi(world, repo)}/git/trees/${commit.tree}` },
      url: `${repoApi(world, repo)}/git/commits/${commit.sha}`,
      comment_count: 0,
      verification: UNSIGNED,
    },
    author: account(commit.author.email),
    committer: account(commit.committer.email),
    parents: commit.parents.map((sha) => ({
      sha,
      url: link(sha),
      html_url: `${repoPage(world, repo)}/commit/${sha}`,
    })),
  }
}

export const branchShape = (world: World, repo: Repo, name: string, sha: string, ruled: boolean) => {
  const url = `${repoApi(world, repo)}/branches/${name}`
  return {
    name,
    commit: commitShape(world, repo, commitOf(repo.path, sha)),
    _links: { self: url, html: `${repoPage(world, repo)}/tree/${name}` },
    protected: ruled,
    protection: {
      enabled: false,
      required_status_checks: { enforcement_level: 'off', contexts: [], checks: [] },
    },
    protection_url: `${url}/protection`,
  }
}

/** A label as GitHub makes it where somebody names one that was not there. */
export const labelShape = (world: World, name: string) => ({
  id: idOf(name),
  node_id: nodeId('LA', name),
  url: `${repoApi(world, homeRepo(world))}/labels/${encodeURIComponent(name)}`,
  name,
  description: null,
  color: 'ededed',
  default: false,
})
