/**
 * `npm run demo`: one article on its way from a mistake to the public, through a real Git server and the real commands. What
 * GitHub itself would show stands after «GitHub»; the forge is the one that the tests use.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters, styleText } from 'node:util'
import { createForge } from './forge/forge.ts'
import { REPOSITORY } from './portals.ts'
import { GATE_ENVIRONMENT, NOW, portalFiles, READER, TEAMS } from './thanh-dong.ts'

const PATH = 'content/thanh-dong/tin-bai/xa-hoi/2026/tong-ve-sinh.md'
const ARTICLE = `---
title: Thành Đông ra quân tổng vệ sinh môi trường
kind: tin-su-kien
linhVuc: xa-hoi
section: tin-tuc-su-kien
author: Tổ Thư ký
submittedBy: to-thu-ky
source: Ban Biên tập
eventDate: 2026-11-20T08:00:00+07:00
summary: Sáng 20/11/2026, các tổ dân phố của phường ra quân dọn vệ sinh đường làng, ngõ xóm.
---

Sáng 20/11/2026, các tổ dân phố đồng loạt ra quân dọn vệ sinh.
`

type Result = { readonly code: number; readonly output: string }

const folder = mkdtempSync(join(tmpdir(), 'congbo-demo-'))
const job = join(folder, 'job')

function run(program: string, args: readonly string[], cwd: string, env: Record<string, string> = {}) {
  return new Promise<Result>((done) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, NO_COLOR: '1', ...env } })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text
      })
    child.on('close', (code) => done({ code: code ?? 1, output: stripVTControlCharacters(output) }))
  })
}

const congbo = (args: readonly string[], cwd: string, env: Record<string, string> = {}) =>
  run(process.execPath, [join(REPOSITORY, 'pipeline/congbo.js'), ...args], cwd, env)

const say = (text = '') => process.stdout.write(`${text}\n`)
const step = (number: number, title: string) => say(`\n${styleText('bold', `${number}. ${title}`)}`)
const indented = (text: string) =>
  say(
    text
      .trimEnd()
      .split('\n')
      .map((line) => `   ${line}`)
      .join('\n'),
  )

/** The comment as GitHub renders it, as far as a terminal can. */
const asRead = (markdown: string): string =>
  markdown
    .replace(/<!--.*?-->\n?/gs, '')
    .replace(/<\/?(?:code|sub)>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replaceAll('**', '')
    .replace(/^### /gm, '')
    .replaceAll('\u2060', '')

const RULES = {
  name: 'congbo',
  enforcement: 'active',
  conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
  rules: [
    {
      type: 'pull_request',
      parameters: {
        dismiss_stale_reviews_on_push: true,
        require_code_owner_review: true,
        require_last_push_approval: true,
        required_approving_review_count: 1,
        required_review_thread_resolution: false,
      },
    },
    {
      type: 'required_status_checks',
      parameters: {
        strict_required_status_checks_policy: false,
        required_status_checks: [{ context: 'xong', integration_id: 15368 }],
      },
    },
  ],
}

async function play(): Promise<void> {
  const owners = await codeOwners()
  const forge = await createForge({
    organisation: 'phuong-thanh-dong',
    repository: 'cong',
    teams: TEAMS as never,
    writers: [],
    files: { ...portalFiles(), '.github/CODEOWNERS': owners },
    rulesets: [RULES],
    now: NOW,
  } as never)
  forge.grant(...(READER as unknown as Parameters<typeof forge.grant>))
  await run('git', ['clone', '--quiet', forge.cloneUrl, job], folder)
  const home = { owner: 'phuong-thanh-dong', repo: 'cong' }
  const lan = forge.as('lan')

  /** What the job of the pull request does: the gate, then the one required check. */
  const check = async (number: number) => {
    const { code } = await congbo(['gate', '--pr', String(number), '--now', NOW], job, {
      ...GATE_ENVIRONMENT,
      GITHUB_API_URL: forge.apiUrl,
      GITHUB_REPOSITORY: forge.fullName,
    })
    await forge.client('token-actions').rest.checks.create({
      ...home,
      name: 'xong',
      head_sha: forge.head('tong-ve-sinh'),
      status: 'completed',
      conclusion: code === 0 ? 'success' : 'failure',
    })
    const comment = [...forge.world.comments].findLast(({ pull }) => pull === number)
    indented(asRead(comment?.body ?? '(không có lời nhắn)'))
    const missing = forge.obstacles(number)
    say(
      missing.length === 0
        ? styleText('green', '   GitHub: nút «Merge» mở')
        : styleText('red', `   GitHub: nút «Merge» khóa (${missing.join('; ')})`),
    )
  }

  step(1, 'Lan, Tổ Thư ký, gửi một tin nhưng quên ghi nguồn')
  await lan.push(
    'tong-ve-sinh',
    { [PATH]: ARTICLE.replace(/^source: .*\n/m, '') },
    { message: 'Tin tổng vệ sinh' },
  )
  const number = await lan.openPullRequest('tong-ve-sinh', { title: 'Tin: ra quân tổng vệ sinh' })
  await check(number)

  step(2, 'Lan thêm nguồn')
  await lan.push('tong-ve-sinh', { [PATH]: ARTICLE }, { message: 'Ghi nguồn' })
  await check(number)

  step(3, 'Minh, Văn phòng, duyệt: không phải lĩnh vực của Văn phòng')
  await forge.as('minh').approve(number)
  await check(number)

  step(4, 'Hoa, Phòng Văn hóa - Xã hội, duyệt')
  await forge.as('hoa').approve(number)
  await check(number)

  step(5, 'Một Phó Trưởng ban duyệt')
  await forge.as('pho').approve(number)
  await check(number)

  step(6, 'Gộp vào nhánh chính: công bố')
  const merged = await forge.as('pho').merge(number, forge.head('tong-ve-sinh'))
  say(`   GitHub: đã gộp, bản ${merged.slice(0, 7)}`)
  await run('git', ['pull', '--quiet'], job)
  const built = await congbo(['build'], job)
  indented(built.output)
  const page = readFileSync(join(job, '_site/thanh-dong/tin-bai/2026/tong-ve-sinh/index.html'), 'utf8')
  const title = /<h1>(.*?)<\/h1>/s.exec(page)?.[1]
  say(`   Người dân đọc: /tin-bai/2026/tong-ve-sinh/ «${title}»`)
  await forge.close()
}

/** CODEOWNERS of the portal alone, made by the command from the roster. */
async function codeOwners(): Promise<string> {
  const seed = join(folder, 'seed')
  for (const [path, text] of Object.entries(portalFiles())) {
    mkdirSync(join(seed, path, '..'), { recursive: true })
    writeFileSync(join(seed, path), text)
  }
  return (await congbo(['owners'], seed)).output
}

try {
  await play()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
