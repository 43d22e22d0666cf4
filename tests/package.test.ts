import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { REPOSITORY } from './support/portals.ts'

let folder: string

const run = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

// `npm pack`, then an install into a repository that holds nothing but content/.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'congbo-package-'))
  run('npm', ['pack', '--silent', '--pack-destination', folder], REPOSITORY)
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) as string
  mkdirSync(join(folder, 'cong', 'content'), { recursive: true })
  writeFileSync(
    join(folder, 'cong', 'package.json'),
    JSON.stringify({ name: 'cong', private: true, type: 'module' }),
  )
  for (const name of ['lich-nghi', 'gio-hanh-chinh', 'luong-co-so', 'don-vi-cu', 'kep'])
    cpSync(join(REPOSITORY, 'content', name), join(folder, 'cong', 'content', name), { recursive: true })
  run(
    'npm',
    ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error', join(folder, tarball)],
    join(folder, 'cong'),
  )
}, 300_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const congbo = (...args: string[]) =>
  run(
    process.execPath,
    [join(folder, 'cong', 'node_modules', '.bin', 'congbo'), ...args],
    join(folder, 'cong'),
  )

/** What `congbo init` begins with: the law of the five portals, and the shared calendars. */
const STARTER =
  /^content(?:$|\/[a-z-]+$|\/(?:lich-nghi|gio-hanh-chinh|luong-co-so|don-vi-cu)\/|\/[a-z-]+\/(?:cong|quy-che|ban-bien-tap)\.yaml$)/

test('the package holds no TypeScript, no test, and of the content only what a new portal begins with', () => {
  const inside = readdirSync(join(folder, 'cong', 'node_modules', 'congbo'), { recursive: true }) as string[]
  expect(
    inside.filter(
      (file) => /^(?!node_modules).*\.ts$|^tests|^content|^bench/.test(file) && !STARTER.test(file),
    ),
  ).toEqual([])
  expect(inside.filter((file) => STARTER.test(file)).length).toBeGreaterThan(20)
})

test('checks, counts, explains and begins a document', () => {
  expect(congbo('check')).toMatch(/Đã kiểm tra \d+ tệp nội dung/)
  expect(
    JSON.parse(
      congbo(
        'due',
        '--portal',
        'kep',
        '--kind',
        'tin-su-kien',
        '--trigger',
        '2024-05-03T16:00:00+07:00',
        '--json',
      ),
    ),
  ).toMatchObject({ dueDay: '2024-05-04' })
  expect(congbo('explain', 'required-fields')).toMatch(/## Ví dụ/)
  expect(congbo('new', 'kep', 'tin-su-kien', '--title', 'Thị trấn tổng vệ sinh')).toMatch(/Đã tạo/)
})

test('builds the portal', () => {
  expect(congbo('build')).toMatch(/kep .*trang/)
  for (const file of ['index.html', 'quy-che/index.html', 'assets/site.css', '404.html'])
    expect(existsSync(join(folder, 'cong', '_site', 'kep', file)), file).toBe(true)
})

test('begins a new portal repository', () => {
  congbo(
    'init',
    'moi',
    '--from',
    'kep',
    '--id',
    'hoa-binh',
    '--name',
    'Cổng xã Hòa Bình',
    '--org',
    'xa-hoa-binh',
  )
  const inside = readdirSync(join(folder, 'cong', 'moi'), { recursive: true }) as string[]
  expect(inside).toEqual(
    expect.arrayContaining([
      'content/hoa-binh/quy-che.yaml',
      '.github/workflows/kiem-tra.yml',
      '.github/CODEOWNERS',
    ]),
  )
  expect(inside.some((file) => file.startsWith('content/lich-nghi/'))).toBe(true)
})
