import { execFileSync, spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { REPOSITORY } from './portals.ts'

/** What a run of `congbo` left behind. */
export type Outcome = {
  /** Null where it was killed because it took too long. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  readonly seconds: number
}

export type RunOptions = {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  readonly seconds?: number
}

export const CLI = join(REPOSITORY, 'pipeline/congbo.js')

/** Runs the real command in a process of its own. */
export function congbo(
  args: readonly string[],
  { cwd, env = {}, seconds = 60 }: RunOptions,
): Promise<Outcome> {
  const started = performance.now()
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd,
      env: { ...ENVIRONMENT, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: seconds * 1000,
      killSignal: 'SIGKILL',
    })
    const said = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const)
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        said[stream] += text
      })
    child.on('error', failed)
    child.on('close', (code) => done({ code, ...said, seconds: (performance.now() - started) / 1000 }))
  })
}

export type Repository = ReturnType<typeof createRepository>

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** A folder that is removed when the tests of the file are over. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'congbo-kho-')))
  made.push(folder)
  return folder
}

/** The environment of a person who has configured nothing: no colours, no Git settings of this machine. */
export const ENVIRONMENT: NodeJS.ProcessEnv = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:GIT_|PORT$|FORCE_COLOR$)/.test(name)),
  ),
  NO_COLOR: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  // Many short processes: each need not compile the same code again.
  NODE_COMPILE_CACHE: temporaryFolder(),
}

/**
 * A repository with the calendars of this one and one portal without any document.
 *
 * @param portal the portal of this repository whose law and roster it has
 * @param sample whether it stays a sample with an empty record, or becomes a real portal, whose record is Git
 */
export function createRepository({ portal = 'thanh-dong', sample = false } = {}) {
  const root = temporaryFolder()
  const at = (path: string) => join(root, path)
  for (const shared of ['lich-nghi', 'gio-hanh-chinh', 'luong-co-so', 'don-vi-cu'])
    cpSync(join(REPOSITORY, 'content', shared), at(`content/${shared}`), { recursive: true })
  const write = (path: string, text: string | Uint8Array) => {
    mkdirSync(dirname(at(path)), { recursive: true })
    writeFileSync(at(path), text)
  }
  /** Adds a portal with the law and the roster of another, under an id of its own. */
  const addPortal = (id: string, { from = id, sample: isSample = sample } = {}) => {
    const copy = (file: string, key: string) =>
      readFileSync(join(REPOSITORY, 'content', from, file), 'utf8').replace(
        `${key}: ${from}`,
        `${key}: ${id}`,
      )
    // The mark is a picture; a repository of texts does without.
    const cong = copy('cong.yaml', 'id').replace(/^emblem: .*\n/m, '')
    write(`content/${id}/cong.yaml`, isSample ? cong : realPortal(cong))
    for (const file of ['quy-che.yaml', 'ban-bien-tap.yaml'])
      write(`content/${id}/${file}`, copy(file, 'portal'))
    if (isSample) write(`content/${id}/nhat-ky-xuat-ban.yaml`, `portal: ${id}\npublished: []\n`)
  }
  addPortal(portal)

  const git = (...args: string[]) => gitIn(root, args)
  return {
    root,
    folder: `content/${portal}`,
    at,
    write,
    addPortal,
    git,
    read: (path: string) => readFileSync(at(path), 'utf8'),
    exists: (path: string) => existsSync(at(path)),
    /** Changes the text of a file, and says so where there was nothing to change. */
    edit: (path: string, from: string | RegExp, to: string) => {
      const before = readFileSync(at(path), 'utf8')
      const after = before.replace(from, to)
      if (after === before) throw new Error(`${path} has no ${from}`)
      writeFileSync(at(path), after)
    },
    move: (from: string, to: string) => {
      mkdirSync(dirname(at(to)), { recursive: true })
      renameSync(at(from), at(to))
    },
    remove: (path: string) => rmSync(at(path), { recursive: true }),
    init: () => git('init', '--quiet', '-b', 'main'),
    /** Commits everything; the author may claim another instant than the committer. */
    commit: (date: string, { author = date, message = 'nội dung' } = {}) => {
      git('add', '--all', '--force')
      gitIn(root, ['commit', '--quiet', '--allow-empty', '-m', message], dated(date, author))
    },
    /** Merges a branch as a forge does: always with a commit of its own. */
    merge: (branch: string, date: string) =>
      gitIn(root, ['merge', '--quiet', '--no-ff', '-m', `gộp ${branch}`, branch], dated(date, date)),
    congbo: (args: readonly string[], options: Partial<RunOptions> = {}) =>
      congbo(args, { cwd: root, ...options }),
  }
}

/** A real portal has no frozen clock, and says how it can be reached. */
const realPortal = (cong: string): string =>
  cong.replace(/^sample:\n(?: .*\n?)+/m, '').replace(/^contacts:$/m, 'contacts:\n  phone: 0220 000 0000')

const dated = (committer: string, author: string) => ({
  GIT_COMMITTER_DATE: committer,
  GIT_AUTHOR_DATE: author,
})

const IDENTITY = [
  '-c',
  'user.name=Tổ Thư ký',
  '-c',
  'user.email=thu-ky@example.gov.vn',
  '-c',
  'commit.gpgsign=false',
]

function gitIn(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string {
  return execFileSync('git', [...IDENTITY, ...args], {
    cwd,
    env: { ...ENVIRONMENT, ...env },
    encoding: 'utf8',
  }).trim()
}

/** The least that an article of Thành Đông needs, with the fields that a test cares about. */
export function article(fields: Readonly<Record<string, string>> = {}, body = 'Nội dung bài thử.\n'): string {
  const all = {
    title: 'Bài thử của phường',
    kind: 'bai-viet',
    linhVuc: 'xa-hoi',
    section: 'hoc-tap-lam-theo-hcm',
    author: 'Tổ Thư ký',
    submittedBy: 'to-thu-ky',
    source: 'UBND phường Thành Đông',
    summary: 'Một câu tóm tắt đủ dài để hiện ở danh sách.',
    ...fields,
  }
  const lines = Object.entries(all).map(([key, value]) => `${key}: ${value}`)
  return `---\n${lines.join('\n')}\n---\n\n${body}`
}

/** Every file below a folder with its bytes, to tell whether anything changed. */
export function snapshot(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {}
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (each) => !each.isDirectory(),
  )
  return Object.fromEntries(
    files
      .map((each) => join(each.parentPath, each.name))
      .sort()
      .map((file) => [file.slice(folder.length + 1), readFileSync(file).toString('base64')]),
  )
}
