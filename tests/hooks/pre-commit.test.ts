import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { preCommitHook } from '../../pipeline/hooks/pre-commit.ts'
import { article, CLI, createRepository, ENVIRONMENT, type Repository } from '../support/repository.ts'

const DATE = '2026-11-19T09:00:00+07:00'
const PATH = 'content/thanh-dong/tin-bai/xa-hoi/2026/trao-qua.md'
const PRIVATE = article({}, 'Gửi quà cho bà Hoa theo số 0912345678.\n')
const CLEAN = article({}, 'Quà được trao tận nhà.\n')
const TIMEOUT = { timeout: 120_000 }

/** As a person does it, with the hooks of the repository. */
const commit = (cwd: string, ...args: string[]) =>
  spawnSync(
    'git',
    ['-c', 'user.name=Lan', '-c', 'user.email=lan@example.gov.vn', 'commit', '-m', 'bài', ...args],
    {
      cwd,
      env: ENVIRONMENT,
      encoding: 'utf8',
    },
  )
const inHistory = ({ git }: Repository, words: string) => git('log', '--all', '--format=%H', `-S${words}`)

/** A real portal: what was published is asked of Git, also inside of the hook. */
async function withHook(setUp: (repository: Repository) => void = () => undefined) {
  const repository = createRepository()
  repository.init()
  repository.commit(DATE)
  setUp(repository)
  const installed = await repository.congbo(['hooks', 'install'])
  return { repository, installed }
}

describe('a commit with the hook in place', TIMEOUT, () => {
  test('a telephone of a citizen: refused in Vietnamese, and nothing enters the history', async () => {
    const { repository, installed } = await withHook()
    expect(installed.code).toBe(0)
    expect(installed.stdout).toContain('--no-verify')
    const before = repository.git('rev-parse', 'HEAD')
    repository.write(PATH, PRIVATE)
    repository.git('add', '--all')
    const { status, stdout, stderr } = commit(repository.root)
    expect(status).not.toBe(0)
    expect(stdout + stderr).toMatch(/Có số điện thoại của một người/)
    expect(stdout + stderr).toMatch(/Chưa ghi gì vào lịch sử/)
    expect(stdout + stderr).not.toContain('0912345678')
    expect(repository.git('rev-parse', 'HEAD')).toBe(before)
    expect(inHistory(repository, '0912345678')).toBe('')

    repository.write(PATH, CLEAN)
    expect(commit(repository.root, '--all').status).toBe(0)
    repository.write(PATH, PRIVATE)
    expect(commit(repository.root, '--all', '--no-verify').status).toBe(0)
    expect(inHistory(repository, '0912345678')).not.toBe('')
  })

  test('what is staged counts, not what lies on the disk', async () => {
    const { repository } = await withHook()
    repository.write(PATH, PRIVATE)
    repository.git('add', '--all')
    repository.write(PATH, CLEAN)
    expect(commit(repository.root).status).not.toBe(0)
    repository.git('add', '--all')
    repository.write(PATH, PRIVATE)
    expect(commit(repository.root).status).toBe(0)
    expect(inHistory(repository, '0912345678')).toBe('')
    // A single path makes Git use another index, which holds the file as it lies there.
    const single = commit(repository.root, PATH)
    expect(single.status).not.toBe(0)
    expect(single.stdout + single.stderr).toContain('Có số điện thoại')
    repository.write(PATH, CLEAN.replace('tận nhà', 'ở nhà văn hóa'))
    expect(commit(repository.root, PATH).status).toBe(0)
  })

  test('a linked work tree has the same hook', async () => {
    const { repository } = await withHook()
    const linked = join(repository.root, 'nhanh')
    repository.git('worktree', 'add', '--quiet', '-b', 'nhanh', linked)
    mkdirSync(join(linked, PATH, '..'), { recursive: true })
    writeFileSync(join(linked, PATH), PRIVATE)
    execFileSync('git', ['add', '--all'], { cwd: linked, env: ENVIRONMENT })
    expect(commit(linked).status).not.toBe(0)
    writeFileSync(join(linked, PATH), CLEAN)
    execFileSync('git', ['add', '--all'], { cwd: linked, env: ENVIRONMENT })
    expect(commit(linked).status).toBe(0)
  })

  test('a folder of hooks that the repository chose', async () => {
    const { repository } = await withHook(({ git }) => git('config', 'core.hooksPath', '.githooks'))
    expect(repository.exists('.githooks/pre-commit')).toBe(true)
    repository.write(PATH, PRIVATE)
    repository.git('add', PATH)
    expect(commit(repository.root).status).not.toBe(0)
  })

  test('the first commit of all', async () => {
    const repository = createRepository({ sample: true })
    repository.init()
    await repository.congbo(['hooks', 'install'])
    repository.write(PATH, PRIVATE)
    repository.git('add', '--all')
    expect(commit(repository.root).status).not.toBe(0)
  })

  test('a content repository below the top of the work tree', async () => {
    const repository = createRepository({ sample: true })
    const top = join(repository.root, '..', `tren-${repository.root.split('-').at(-1)}`)
    mkdirSync(join(top, 'kho cổng'), { recursive: true })
    execFileSync('cp', ['-r', join(repository.root, 'content'), join(top, 'kho cổng')])
    execFileSync('git', ['init', '--quiet', '-b', 'main'], { cwd: top, env: ENVIRONMENT })
    const below = join(top, 'kho cổng')
    execFileSync(process.execPath, [CLI, 'hooks', 'install'], { cwd: below, env: ENVIRONMENT })
    mkdirSync(join(below, PATH, '..'), { recursive: true })
    writeFileSync(join(below, PATH), PRIVATE)
    execFileSync('git', ['add', '--all'], { cwd: top, env: ENVIRONMENT })
    expect(commit(top).stdout + commit(below).stderr).toMatch(/số điện thoại|Chưa ghi gì/)
    writeFileSync(join(below, PATH), CLEAN)
    execFileSync('git', ['add', '--all'], { cwd: top, env: ENVIRONMENT })
    expect(commit(below).status).toBe(0)
    execFileSync('rm', ['-rf', top])
  })
})

describe('installing and removing', TIMEOUT, () => {
  test('a hook of somebody else stays, and the words tell how to have both', async () => {
    const own = '#!/bin/sh\nexit 0\n'
    const { repository, installed } = await withHook(({ write, at }) => {
      write('.git/hooks/pre-commit', own)
      chmodSync(at('.git/hooks/pre-commit'), 0o755)
    })
    expect(installed.code).toBe(2)
    expect(installed.stderr).toMatch(/đã có, do người khác viết.*congbo check --staged/)
    expect((await repository.congbo(['hooks', 'remove'])).code).toBe(2)
    expect(repository.read('.git/hooks/pre-commit')).toBe(own)
  })

  test('twice is once; removed is gone', async () => {
    const { repository } = await withHook()
    expect((await repository.congbo(['hooks', 'install'])).stdout).toContain('đã có sẵn')
    const removed = await repository.congbo(['hooks', 'remove', '--json'])
    expect(JSON.parse(removed.stdout).state).toBe('removed')
    expect(repository.exists('.git/hooks/pre-commit')).toBe(false)
    expect((await repository.congbo(['hooks', 'remove'])).code).toBe(0)
  })

  test('outside of a repository, and another word: told, not thrown', async () => {
    const repository = createRepository({ sample: true })
    const outside = await repository.congbo(['hooks', 'install'])
    expect([outside.code, outside.stderr]).toEqual([2, expect.stringContaining('không nằm trong kho Git')])
    expect((await repository.congbo(['hooks', 'đặt'])).stderr).toContain('install, remove')
    expect((await repository.congbo(['check', '--staged', '--fix'])).code).toBe(2)
  })
})

test('what stands in a path does not run in the shell', () => {
  const text = preCommitHook({ prefix: "kho'; touch /tmp/x; '/", product: 'C:\\Chương trình\\congbo' })
  expect(text).toContain("below='kho'\\''; touch /tmp/x; '\\''/'")
  expect(text).toContain("product='C:/Chương trình/congbo'")
  expect(spawnSync('sh', ['-n'], { input: text }).status).toBe(0)
})
