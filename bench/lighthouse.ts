/**
 * Lighthouse, as a phone, on the pages of a portal as a citizen would get them; never a test, because its scores depend on time.
 *
 *   npm run lighthouse [-- --portal thanh-dong] [--json]
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import lighthouse from 'lighthouse'
import { chromium } from 'playwright-core'
import { serve } from '../pipeline/adapters/http-server.ts'
import { PRODUCT } from './corpus.ts'

/** A busy machine spoils a trace now and then: the best of some counts, as the page is the same each time. */
const ROUNDS = 3
/** What each score must reach, of 100. */
const LEAST = 98
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const CHROME = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
]

type Scores = {
  readonly path: string
  readonly scores: readonly number[]
  readonly kilobytes: number
  readonly shift: number
}

/** A sample imitates a real portal and asks search engines to stay away; for this it becomes a real one, published by Git. */
function realPortal(portal: string): string {
  const root = mkdtempSync(join(tmpdir(), 'congbo-lighthouse-'))
  for (const name of ['lich-nghi', 'gio-hanh-chinh', 'luong-co-so', portal])
    cpSync(join(PRODUCT, 'content', name), join(root, 'content', name), { recursive: true })
  const cong = join(root, 'content', portal, 'cong.yaml')
  const text = readFileSync(cong, 'utf8')
  const now = /^ {2}now: "?([^"\n]+)"?$/m.exec(text)?.[1] as string
  writeFileSync(cong, text.replace(/^sample:\n(?: .*\n?)+/m, ''))
  rmSync(join(root, 'content', portal, 'nhat-ky-xuat-ban.yaml'))
  const env = { ...process.env, GIT_AUTHOR_DATE: now, GIT_COMMITTER_DATE: now }
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.vn', ...args], {
      cwd: root,
      env,
      stdio: 'ignore',
    })
  git('init', '-q', '-b', 'main')
  git('add', '-A')
  git('commit', '-q', '-m', 'content')
  const build = ['build', '--together', '--portal', portal, '--now', now]
  execFileSync(process.execPath, [join(PRODUCT, 'pipeline', 'congbo.js'), ...build], {
    cwd: root,
    stdio: 'ignore',
  })
  return root
}

/** The home page, the longest list, an article with and one without a picture, a document. */
const pagesOf = (portal: string): string[] => {
  const first: Record<string, readonly string[]> = {
    'thanh-dong': [
      'tin-bai/2026/don-sach-bo-song-thai-binh/',
      'tin-bai/2026/doi-thoai-ho-kinh-doanh/',
      'van-ban/2026/ke-hoach-ngay-van-hoa-viet-nam/',
    ],
  }
  return ['', 'tin-moi/', 'van-ban/', 'tim-kiem/', 'quy-che/', ...(first[portal] ?? [])].map(
    (path) => `${portal}/${path}`,
  )
}

async function measurePage(address: string, path: string, port: number): Promise<Scores> {
  const result = await lighthouse(address + path, {
    port,
    logLevel: 'error',
    onlyCategories: [...CATEGORIES],
  })
  if (!result) throw new Error(`${path}: no result`)
  const { categories, audits } = result.lhr
  return {
    path,
    scores: CATEGORIES.map((name) => Math.round((categories[name]?.score ?? 0) * 100)),
    kilobytes: Math.round((audits['total-byte-weight']?.numericValue ?? 0) / 1024),
    shift: audits['cumulative-layout-shift']?.numericValue ?? 0,
  }
}

/** Runs until every score is reached, at most so many times, and keeps the best. */
async function bestOf(rounds: number, run: () => Promise<Scores>): Promise<Scores> {
  let best = await run()
  for (let round = 1; round < rounds && Math.min(...best.scores) < LEAST; round += 1) {
    const next = await run()
    if (Math.min(...next.scores) > Math.min(...best.scores)) best = next
  }
  return best
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { portal: { type: 'string', default: 'thanh-dong' }, json: { type: 'boolean', default: false } },
  })
  const root = realPortal(values.portal)
  const served = await serve(join(root, '_site'), 0)
  if (!served.ok) throw new Error(served.why)
  const port = await freePort()
  const chrome = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [...CHROME, `--remote-debugging-port=${port}`],
  })
  const found: Scores[] = []
  for (const path of pagesOf(values.portal)) {
    found.push(await bestOf(ROUNDS, () => measurePage(served.address, path, port)))
    if (!values.json) process.stderr.write(`  ${path}\n`)
  }
  await chrome.close()
  await served.close()
  rmSync(root, { recursive: true, force: true })
  process.stdout.write(values.json ? `${JSON.stringify(found, null, 2)}\n` : tableOf(found))
}

function tableOf(found: readonly Scores[]): string {
  const rows = found.map(
    ({ path, scores, kilobytes, shift }) =>
      `| ${path} | ${scores.join(' | ')} | ${kilobytes} kB | ${shift.toFixed(3)} |`,
  )
  const held = found.every(({ scores }) => scores.every((score) => score >= LEAST))
  return [
    '| page | performance | accessibility | best practices | SEO | bytes | layout shift |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    `${held ? 'held' : 'MISSED'}: every score at least ${LEAST}`,
    '',
  ].join('\n')
}

await main()
