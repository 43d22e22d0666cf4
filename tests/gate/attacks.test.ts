import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createScenario, portalFiles, type Scenario } from '../support/gate-scenario.ts'
import { article, temporaryFolder } from '../support/repository.ts'

const NEWS = {
  title: 'Ra quân tổng vệ sinh',
  kind: 'tin-su-kien',
  linhVuc: 'xa-hoi',
  section: 'tin-tuc-su-kien',
  eventDate: '2026-11-20T08:00:00+07:00',
}
const ARTICLES = 'content/thanh-dong/tin-bai'
const PATH = `${ARTICLES}/xa-hoi/2026/ra-quan.md`
const OLD = `${ARTICLES}/kinh-te/2026/cho-moi.md`
const news = (fields: Record<string, string> = {}, body?: string) => article({ ...NEWS, ...fields }, body)
const FILES = portalFiles()
const LAW = FILES['content/thanh-dong/quy-che.yaml'] as string
const ROSTER = FILES['content/thanh-dong/ban-bien-tap.yaml'] as string

let scenario: Scenario
beforeAll(async () => {
  scenario = await createScenario({ [OLD]: news({ linhVuc: 'kinh-te' }), 'package.json': '{}\n' })
})
afterAll(() => scenario.forge.close())

type Judged = {
  readonly verdict: string
  readonly code: number | null
  readonly awaited: readonly string[]
  readonly obstacles: readonly string[]
  readonly rules: readonly string[]
  readonly voided: readonly string[]
}

let count = 0

/** One pull request: pushed, reviewed, judged. The judgement is read, nothing is written to the forge. */
async function attack(
  author: string,
  files: Record<string, string | null>,
  approvals: readonly string[],
  push: object = {},
): Promise<Judged & { number: number; branch: string }> {
  count += 1
  const branch = `tan-cong-${count}`
  await scenario.forge.as(author).push(branch, files, { message: 'Bài mới', ...push })
  const number = await scenario.forge.as(author).openPullRequest(branch, { title: 'Bài mới' })
  for (const approver of approvals) await scenario.forge.as(approver).approve(number)
  return { ...(await judged(number)), number, branch }
}

async function judged(number: number): Promise<Judged> {
  const { stdout, stderr, code } = await scenario.gate(number, { args: ['--quiet-forge', '--json'] })
  if (stdout === '') throw new Error(stderr)
  const { verdict, needs, obstacles, diagnostics } = JSON.parse(stdout)
  return {
    verdict,
    code,
    awaited: needs.flatMap((each: { state: string; approvers: string[] }) =>
      each.state === 'awaited' ? [each.approvers.join(' | ')] : [],
    ),
    obstacles: obstacles.map(({ problem }: { problem: string }) => problem),
    rules: diagnostics.map(({ rule }: { rule: string }) => rule),
    voided: needs.flatMap(({ voided }: { voided: { account: string; why: string }[] }) =>
      voided.map(({ account, why }) => `${account}: ${why}`),
    ),
  }
}

const CULTURE = 'Phòng Văn hóa - Xã hội'
const OFFICE = 'Văn phòng HĐND và UBND phường'
const PARTY = 'Ban Xây dựng Đảng'
const HEADS = 'Trưởng Ban biên tập | Phó Trưởng ban biên tập'

test('what an honest change looks like here: both approve, and it is open', async () => {
  expect(await attack('lan', { [PATH]: news() }, ['hoa', 'pho'])).toMatchObject({ verdict: 'open', code: 0 })
})

describe('who approves', () => {
  test('the author approves through his own unit: another of it must', async () => {
    const { number, ...first } = await attack('hoa', { [PATH]: news() }, ['pho'])
    expect(first).toMatchObject({ verdict: 'waiting', awaited: [CULTURE] })
    await scenario.forge.as('hung').approve(number)
    expect(await judged(number)).toMatchObject({ verdict: 'open' })
  })

  test('a co-author in a trailer approves, under an alias that differs by case', async () => {
    const trailers = [['Co-Authored-By', 'Hùng <77+HUNG@users.noreply.github.com>']]
    expect(await attack('lan', { [PATH]: news() }, ['hung', 'pho'], { trailers })).toMatchObject({
      verdict: 'waiting',
      awaited: [CULTURE],
      voided: ['hung: writer'],
    })
  })

  test('a co-author whom nobody can name: any approver might be it, so the gate is closed', async () => {
    const trailers = [['Co-authored-by', 'Ai Đó <ai-do@example.com>']]
    const { verdict, obstacles, code } = await attack('lan', { [PATH]: news() }, ['hoa', 'pho'], { trailers })
    expect({ verdict, code }).toEqual({ verdict: 'closed', code: 2 })
    expect(obstacles[0]).toContain('ai-do@example.com')
  })

  test('an approver pushes the last commit in another’s name and date, and approves', async () => {
    const { number, branch } = await attack('lan', { [PATH]: news() }, ['pho'])
    await scenario.forge
      .as('hoa')
      .push(
        branch,
        { [PATH]: news({}, 'Nội dung do chính người duyệt viết.\n') },
        { message: 'Sửa', author: { name: 'Lan', email: 'lan@users.noreply.github.com' }, base: branch },
      )
    await scenario.forge.as('hoa').approve(number)
    await scenario.forge.as('pho').approve(number)
    expect(await judged(number)).toMatchObject({
      verdict: 'waiting',
      awaited: [CULTURE],
      voided: ['hoa: writer'],
    })
  })

  test('somebody outside the organisation approves', async () => {
    expect(await attack('lan', { [PATH]: news() }, ['nguoi-la', 'pho'])).toMatchObject({
      verdict: 'waiting',
      awaited: [CULTURE],
    })
  })

  test('a review of an older commit', async () => {
    const { number, branch } = await attack('lan', { [PATH]: news() }, ['hoa', 'pho'])
    await scenario.forge
      .as('lan')
      .push(branch, { [PATH]: news({}, 'Nội dung khác hẳn.\n') }, { base: branch, message: 'Sửa' })
    expect(await judged(number)).toMatchObject({
      verdict: 'waiting',
      voided: ['hoa: outdated', 'pho: outdated'],
    })
  })

  test('a push that leaves the article alone leaves its approval alone', async () => {
    const { number, branch } = await attack('lan', { [PATH]: news() }, ['hoa', 'pho', 'minh'])
    await scenario.forge
      .as('lan')
      .push(
        branch,
        { [`${ARTICLES}/kinh-te/2026/cho-moi-2.md`]: news({ linhVuc: 'kinh-te' }) },
        { base: branch, message: 'Bài nữa' },
      )
    const found = await judged(number)
    expect(found.awaited).toEqual([OFFICE, HEADS].slice(0, found.awaited.length))
    expect(found.awaited).not.toContain(CULTURE)
    expect(found.verdict).toBe('waiting')
  })

  test('an approval that was dismissed', async () => {
    const { number } = await attack('lan', { [PATH]: news() }, ['hoa', 'pho'])
    const home = { owner: 'phuong-thanh-dong', repo: 'cong', pull_number: number }
    const { data } = await scenario.forge.client('token-quan-tri').rest.pulls.listReviews(home)
    const review_id = data.find(({ user }) => user?.login === 'hoa')?.id as number
    await scenario.forge
      .as('quan-tri')
      .octokit.rest.pulls.dismissReview({ ...home, review_id, message: 'rút lại' })
    expect(await judged(number)).toMatchObject({ verdict: 'waiting', awaited: [CULTURE] })
  })
})

describe('where it goes', () => {
  test('a side branch whose roster names the author’s friends', async () => {
    const { forge } = scenario
    const law = LAW.replaceAll('approver: vh-xh', 'approver: to-thu-ky')
    await forge
      .as('lan')
      .push('nhanh-phu', { 'content/thanh-dong/quy-che.yaml': law }, { message: 'Quy chế' })
    await forge.as('lan').push('bai-phu', { [PATH]: news() }, { base: 'nhanh-phu', message: 'Bài' })
    const number = await forge.as('lan').openPullRequest('bai-phu', { title: 'Bài', base: 'nhanh-phu' })
    for (const friend of ['thu-ky', 'pho']) await forge.as(friend).approve(number)
    const found = await judged(number)
    expect(found.verdict).toBe('closed')
    expect(found.obstacles[0]).toContain('không phải nhánh chính')
  })
})

describe('what is approved', () => {
  test('the roster edited in the same pull request does not count in it', async () => {
    const roster = ROSTER.replace('"@phuong-thanh-dong/vh-xh"', '"@phuong-thanh-dong/to-thu-ky"')
    const found = await attack('lan', { [PATH]: news(), 'content/thanh-dong/ban-bien-tap.yaml': roster }, [
      'thu-ky',
      'pho',
    ])
    expect(found.verdict).toBe('waiting')
    expect(found.awaited).toEqual(['Trưởng Ban biên tập', CULTURE])
  })

  test('the regulation edited in the same pull request does not count in it', async () => {
    const law = LAW.replaceAll('approver: vh-xh', 'approver: to-thu-ky')
    const found = await attack('lan', { [PATH]: news(), 'content/thanh-dong/quy-che.yaml': law }, [
      'thu-ky',
      'pho',
    ])
    expect(found.awaited).toEqual(['Trưởng Ban biên tập', CULTURE])
  })

  test('a regulation that nobody could read afterwards', async () => {
    const found = await attack('lan', { 'content/thanh-dong/quy-che.yaml': `${LAW}\nla: 1\n` }, ['truong'])
    expect(found).toMatchObject({ verdict: 'problems', rules: ['regulation'] })
  })

  test('a file renamed across lĩnh vực needs the old approver and the new', async () => {
    const moved = `${ARTICLES}/tuyen-giao/2026/cho-moi.md`
    const found = await attack('lan', { [OLD]: null, [moved]: news({ linhVuc: 'tuyen-giao' }) }, [
      'dang',
      'pho',
    ])
    expect(found).toMatchObject({ verdict: 'waiting', awaited: [OFFICE] })
  })

  test('a lĩnh vực changed in the front matter alone', async () => {
    const found = await attack('lan', { [OLD]: news({ linhVuc: 'tuyen-giao' }) }, ['dang', 'pho'])
    expect(found.verdict).toBe('problems')
    expect(found.rules).toContain('folder')
    expect(found.awaited).toEqual([OFFICE])
    expect(found.awaited).not.toContain(PARTY)
  })

  test('an article of another unit taken away', async () => {
    expect(await attack('lan', { [OLD]: null }, ['hoa', 'pho'])).toMatchObject({
      verdict: 'waiting',
      awaited: [OFFICE],
    })
  })

  test('a workflow file slipped in with an article', async () => {
    const found = await attack('lan', { [PATH]: news(), '.github/workflows/x.yml': 'on: push\n' }, [
      'hoa',
      'pho',
    ])
    expect(found).toMatchObject({ verdict: 'waiting', awaited: ['Quản trị kỹ thuật'] })
  })

  test.each([
    ['xã-hội', 'letters with marks'],
    ['xa-hoi'.replace('o', '\u043e'), 'a Cyrillic o beside the real folder'],
    ['xã-hội'.normalize('NFD'), 'decomposed letters'],
    ['Xa-Hoi', 'capitals'],
  ])('a folder «%s» beside the real one: %s', async (folder) => {
    const found = await attack('lan', { [`${ARTICLES}/${folder}/2026/ra-quan.md`]: news() }, ['hoa', 'pho'])
    expect(found.verdict).toBe('problems')
  })
})

describe('code of the change', () => {
  const marker = join(temporaryFolder(), 'da-chay')
  const run = `require('node:fs').writeFileSync(${JSON.stringify(marker)}, 'x')`

  // biome-ignore format: a table
  const VECTORS: readonly (readonly [string, Record<string, string>, string])[] = [
    // what,                          files,                                                                     verdict
    ['front matter in JavaScript',    { [PATH]: `---js\n{ title: ${run} }\n---\nx\n` },                          'problems'],
    ['in JavaScript, with a BOM',     { [PATH]: `\uFEFF---JAVASCRIPT\n${run}\n---\nx\n` },                       'problems'],
    ['a data file of Eleventy',       { [`${ARTICLES}/xa-hoi/2026/ra-quan.11tydata.js`]: run, [PATH]: news() },  'problems'],
    ['a data file of a folder',       { [`${ARTICLES}/xa-hoi/2026/2026.11tydata.cjs`]: run, [PATH]: news() },    'problems'],
    ['a template',                    { [`${ARTICLES}/xa-hoi/2026/a.11ty.js`]: run },                            'problems'],
    ['a Nunjucks template',           { [`${ARTICLES}/xa-hoi/2026/a.njk`]: '{{ range.constructor("return 1")() }}' }, 'problems'],
    ['keys that Eleventy obeys',      { [PATH]: news({ permalink: '../../../x.html', layout: '../x.njk', templateEngineOverride: 'njk' }) }, 'problems'],
    ['an overriding key',             { [PATH]: news({ '"override:permalink"': '/x/' }) },                       'problems'],
    ['computed data',                 { [PATH]: news({ eleventyComputed: '{ title: "{{ pkg }}" }' }) },          'problems'],
    ['a polluted prototype',          { [PATH]: news({ __proto__x: '1' }).replace('__proto__x: 1', '__proto__:\n  isAdmin: 1') }, 'problems'],
    ['an alias bomb',                 { [PATH]: news({ title: '&a [x,x,x]', summary: '*a' }) },                  'problems'],
    ['raw HTML',                      { [PATH]: news({}, '<script>alert(1)</script>\n') },                       'problems'],
    ['a script link',                 { [PATH]: news({}, '[x](javascript:alert%281%29)\n') },                    'problems'],
    ['an ignore file',                { 'content/thanh-dong/.eleventyignore': '**\n', [PATH]: news() },          'problems'],
    ['data in content/_data',         { 'content/_data/x.js': run, [PATH]: news() },                             'problems'],
    ['an Eleventy configuration',     { 'content/eleventy.config.js': run, [PATH]: news() },                     'problems'],
    ['the product’s own code',        { 'pipeline/cli.ts': run, 'eleventy.config.js': run, [PATH]: news() },     'waiting'],
    ['an install script',             { 'package.json': `{"scripts":{"preinstall":"touch ${marker}"}}\n` },      'waiting'],
    ['filters and hooks of Git',      { '.gitattributes': '*.md filter=x\n', '.gitmodules': '[submodule "x"]\n\tpath = x\n\turl = ./x\n', [PATH]: news() }, 'waiting'],
    ['binary in an article',          { [PATH]: '\u0000\u0001\u0002' },                                          'problems'],
    ['signs that turn the text',      { [PATH]: news({}, 'abc\u202edef\n') },                                    'problems'],
  ]

  test.each(VECTORS)('%s runs nothing: %j → %s', async (_, files, verdict) => {
    const found = await attack('lan', files, ['hoa', 'pho'])
    expect(found.verdict).toBe(verdict)
    expect(existsSync(marker)).toBe(false)
  })

  test('a symbolic link is no file, whoever approves it', async () => {
    const lan = scenario.forge.as('lan')
    await lan.git('fetch', '--quiet', 'origin')
    await lan.git('checkout', '--quiet', '-B', 'lien-ket', 'origin/main')
    const oid = String(await lan.git('rev-parse', 'HEAD:package.json')).trim()
    await lan.git('update-index', '--add', '--cacheinfo', `120000,${oid},${PATH}`)
    await lan.git('commit', '--quiet', '-m', 'Bài mới')
    await lan.git('push', '--quiet', 'origin', 'lien-ket')
    const number = await lan.openPullRequest('lien-ket', { title: 'Bài mới' })
    for (const approver of ['hoa', 'pho']) await scenario.forge.as(approver).approve(number)
    const found = await judged(number)
    expect(found.verdict).toBe('closed')
    expect(found.obstacles[0]).toContain('liên kết tượng trưng')
  })
})
