import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sealed, sealedText } from '../../pipeline/royalties/seal.ts'
import type { Question } from '../../pipeline/royalties/statement.ts'
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
const BOOK = 'content/thanh-dong/nhuan-but/so/2026-10.yaml'
const CLOSING = { portal: 'thanh-dong', at: 0, by: 'vh-xh', sample: false, former: undefined }
const bookOf = (questions: readonly Question[] = []) =>
  sealed({ month: '2026-10', lines: [], questions, unpaid: [], notices: [] }, CLOSING)
const OCTOBER = bookOf()
const FILES = portalFiles()
const LAW = FILES['content/thanh-dong/quy-che.yaml'] as string
const ROSTER = FILES['content/thanh-dong/ban-bien-tap.yaml'] as string

let scenario: Scenario
beforeAll(async () => {
  scenario = await createScenario({
    [OLD]: news({ linhVuc: 'kinh-te' }),
    [BOOK]: sealedText(OCTOBER),
    'package.json': '{}\n',
  })
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

  test.each([
    [
      'closed anew, its hash right',
      sealedText(bookOf([{ path: 'a.md', title: 'A', month: '2026-10', why: 'thiếu', fix: '' }])),
    ],
    ['taken away', null],
  ])('a closed month of royalties %s', async (_, text) => {
    const found = await attack('lan', { [BOOK]: text }, ['truong'])
    expect(found).toMatchObject({ verdict: 'problems', rules: ['royalties'] })
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

  const FOLDER = `${ARTICLES}/xa-hoi/2026`
  // biome-ignore format: a table
  const REFUSED: readonly (readonly [string, string | (() => string), string])[] = [
    // file,                          text,                                                    because
    ['js-ngoac.md',                   '---javascript\nconst x = 1\n---\n',                     'JavaScript that is no object'],
    ['js-cu.md',                      '---jsLegacy\n{}\n---\n',                                'the former name of the same'],
    ['json.md',                       '---json\n{"title":"x"}\n---\n',                         'an engine of another language'],
    ['dong-trong.md',                 () => `\n${news()}`,                                     'an empty line before the front matter: no fields at all'],
    ['bon-gach.md',                   () => news().replace('---', '----'),                     'four dashes: no fields at all'],
    ['mang.md',                       '---\n- a\n- b\n---\nx\n',                               'a list in the place of fields'],
    ['alias.md',                      () => news({ author: '&a Tổ Thư ký', source: '*a' }),    'an alias'],
    ['gop.md',                        () => news({ '<<': '{ title: x }' }),                    'a merge key'],
    ['the-la.md',                     () => news({ tags: '[all]' }),                           'tags of Eleventy'],
    ['phan-trang.md',                 () => news({ pagination: '{ data: collections.all }' }), 'a pagination of one’s own'],
    ['giau.md',                       () => news({ eleventyExcludeFromCollections: 'true' }),  'hiding from lists'],
    ['ngay.md',                       () => news({ date: 'git Last Modified' }),               'a date that the author can forge'],
    ['31-thang-2.md',                 () => news({ eventDate: '2026-02-31T08:00:00+07:00' }),  'a day that does not exist'],
    ['khong-mui-gio.md',              () => news({ eventDate: '2026-11-20T08:00:00' }),        'an instant without an offset'],
    ['constructor.md',                () => news({ constructor: '{ prototype: { x: 1 } }' }),  'another way to the prototype'],
    ['hai-lan.md',                    () => `---\ntitle: a\n${news().slice(4)}`,               'a key twice'],
    ['lien-ket-vb.md',                () => news({}, '[x](vbscript:x)\n'),                     'a script link of old'],
    ['lien-ket-data.md',              () => news({}, '[x](data:text/html;base64,AAAA)\n'),     'a page in a link'],
    ['lien-ket-a-cong.md',            () => news({}, '[x](https://gov.vn@evil.example/)\n'),   'an address that looks like another'],
    ['lien-ket-hai-gach.md',          () => news({}, '[x](//evil.example)\n'),                 'an address without a scheme'],
    ['anh-xa.md',                     () => news({}, '![x](https://evil.example/t.png)\n'),    'a picture that tells who reads'],
    ['anh-data.md',                   () => news({}, '![x](data:image/svg+xml;base64,AA)\n'),  'a picture that may hold a script'],
    ['nul.md',                        () => news({}, 'a\u0000b\n'),                            'a zero byte'],
    ['bidi.md',                       () => news({ title: 'Tin \u202ecod.exe' }),              'a title that reads the other way round'],
    ['_nhap.md',                      () => news(),                                            'a name that means “not a page” elsewhere'],
    ['.an.md',                        () => news(),                                            'a hidden file'],
    ['Hoa.md',                        () => news(),                                            'capitals: another file here, the same elsewhere'],
    ['ten-có-dấu.md',                 () => news(),                                            'a name with marks'],
    ['--x.md',                        () => news(),                                            'a name that reads as an option'],
    ['x.svg',                         '<svg onload="alert(1)"/>',                              'a picture with a script'],
    ['x.html',                        '<script>1</script>',                                    'a page of its own'],
    ['x.json',                        '{"permalink":"/hijack/"}',                              'a data file of Eleventy'],
    ['2026.11tydata.json',            '{"layout":"x"}',                                        'a data file of a folder'],
    ['x.liquid',                      '{{ pkg }}',                                             'a template'],
    ['x.webc',                        '<template></template>',                                 'a template'],
    ['.gitattributes',                '* filter=x',                                            'a filter of Git'],
  ]

  test('every trick that content can play is refused where it stands', async () => {
    const files = REFUSED.map(([name, text]) => [
      `${FOLDER}/${name}`,
      typeof text === 'string' ? text : text(),
    ])
    await scenario.forge.as('lan').push('nhieu-meo', Object.fromEntries(files), { message: 'Nhiều mẹo' })
    const number = await scenario.forge.as('lan').openPullRequest('nhieu-meo', { title: 'Nhiều mẹo' })
    const { stdout } = await scenario.gate(number, { args: ['--quiet-forge', '--json'] })
    const { diagnostics, verdict } = JSON.parse(stdout) as {
      diagnostics: { file: string; severity: string }[]
      verdict: string
    }
    const refused = new Set(
      diagnostics.filter(({ severity }) => severity === 'error').map(({ file }) => file),
    )
    expect(files.map(([path]) => path).filter((path) => !refused.has(path as string))).toEqual([])
    expect(verdict).toBe('problems')
    expect(existsSync(marker)).toBe(false)
  })

  test('of more files than the forge lists, none is overlooked', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 3001 }, (_, index) => [`A/${index}.txt`, `${index}\n`]),
    )
    const found = await attack('lan', { ...many, [PATH]: news() }, ['hoa', 'pho'])
    expect(found).toMatchObject({ verdict: 'waiting', awaited: ['Quản trị kỹ thuật'] })
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
