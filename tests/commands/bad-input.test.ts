import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { diagnosticsOf, expectCivil, expectRefusal, type Told } from '../support/civil.ts'
import { article, createRepository, type Outcome, snapshot, temporaryFolder } from '../support/repository.ts'

const NOW = ['--now', '2026-11-20T09:00:00+07:00']
const FOLDER = 'tin-bai/xa-hoi/2026'
const isRoot = process.getuid?.() === 0

/** Code that leaves a file behind where it is run. */
const leave = (name: string) => `require('fs').writeFileSync('da-chay-${name}', '')`
const hasRun = (root: string) => readdirSync(root).filter((name) => name.startsWith('da-chay'))

const stray = (key: string, value = 'x') => article({ [key]: value })
const engine = (opening: string, name: string) =>
  `${opening}\n{ title: (() => { ${leave(name)}; return 'Bài' })() }\n---\nNội dung\n`
const BOMB = [
  'a0: &a0 [x, x, x, x, x, x, x, x, x]',
  ...Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(9).fill(`*a${n}`)}]`),
].join('\n')

// biome-ignore format: a table
const ARTICLES: readonly (readonly [name: string, bytes: string | Uint8Array, place: string, rule: string, because: string])[] = [
  ['nhi-phan.md',      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0xff),       '1:1',  'encoding',     'a Word file renamed to .md is no text'],
  ['utf-16.md',        Buffer.from('\uFEFFtiêu đề', 'utf16le'),                  '1:1',  'encoding',     'UTF-16 is not UTF-8'],
  ['tcvn3.md',         Uint8Array.of(0x2d, 0x2d, 0x2d, 0x0a, 0xb5, 0xb6),        '1:1',  'encoding',     'bytes of an older encoding are no UTF-8'],
  ['so-khong.md',      article({}, 'Một\0hai\n'),                                '12:4', 'encoding',     'a zero byte is no character'],
  ['rong.md',          '',                                                       '1:1',  'front-matter', 'an empty file has no fields'],
  ['rat-lon.md',       Buffer.alloc(50 * 1024 * 1024, 'Chữ '),                   '1:1',  'file',         '50 MB are not even read'],
  ['dau-bai-lon.md',   stray('summary', 'x'.repeat(20_000)),                     '1:1',  'front-matter', 'fields have a limit of their own'],
  ['neo.md',           stray('a', '&a {b: *a}'),                                 '10:',  'front-matter', 'fourteen bytes that contain themselves'],
  ['bom-neo.md',       `---\n${BOMB}\n---\n`,                                    '',     'front-matter', 'nine aliases of nine aliases of …'],
  ['long-nhau.md',     stray('a', '['.repeat(8000)),                             '10:',  'front-matter', '8000 brackets do not exhaust the stack'],
  ['kieu-ham.md',      stray('a', '!!js/function "function () {}"'),             '10:',  'front-matter', 'YAML tags make no objects'],
  ['danh-sach.md',     '---\n- a\n- b\n---\n',                                   '1:1',  'front-matter', 'fields are no list'],
  ['khong-dong.md',    '---\ntitle: Bài\n',                                      '1:1',  'front-matter', 'the front matter never ends'],
  ['js.md',            engine('---js', 'js'),                                    '1:1',  'front-matter', 'gray-matter would run it while reading'],
  ['javascript.md',    engine('---javascript', 'javascript'),                    '1:1',  'front-matter', 'the other name of the engine'],
  ['js-hoa.md',        engine('---JAVASCRIPT', 'hoa'),                           '1:1',  'front-matter', 'names of engines are lower-cased by gray-matter'],
  ['js-cach.md',       engine('--- js', 'cach'),                                 '1:1',  'front-matter', 'a space before the name'],
  ['js-bom.md',        engine('\uFEFF---js', 'bom'),                             '1:1',  'front-matter', 'a byte order mark hides the dashes from naive checks'],
  ['json.md',          '---JSON\n{"title": "Bài"}\n---\n',                       '1:1',  'front-matter', 'one language of front matter, YAML'],
  ['proto.md',         stray('__proto__', '{isAdmin: 1}'),                       '10:1', 'schema',       'Eleventy’s merge would pollute Object.prototype'],
  ['constructor.md',   stray('constructor'),                                     '10:1', 'schema',       'inherited names are no fields'],
  ['to-string.md',     stray('toString'),                                        '10:1', 'schema',       'inherited names are no fields'],
  ['override.md',      stray('"override:permalink"', '/chiem/'),                 '10:1', 'schema',       'Eleventy would take the address'],
  ['permalink.md',     stray('permalink', '../../../package.json'),              '10:1', 'schema',       'Eleventy would write outside the site'],
  ['layout.md',        stray('layout', '../content/evil.njk'),                   '10:1', 'schema',       'Eleventy would run a template of the author'],
  ['engine.md',        stray('templateEngineOverride', 'njk,md'),                '10:1', 'schema',       'Eleventy would run the text'],
  ['computed.md',      stray('eleventyComputed', '{permalink: /chiem/}'),        '10:1', 'schema',       'Eleventy would evaluate it'],
  ['pagination.md',    stray('pagination', '{data: collections.all, size: 1}'),  '10:1', 'schema',       'Eleventy would copy every other page'],
  ['tags.md',          stray('tags', '[nav]'),                                   '10:1', 'schema',       'Eleventy would list it where it likes'],
  ['date.md',          stray('date', '2020-01-01'),                              '10:1', 'schema',       'the day of publication is Git’s to say'],
  ['kind.md',          article({ kind: 'toString' }),                            '3:1',  'schema',       'an inherited name is no kind'],
  ['lien-ket-dai.md',  article({}, `[x](${'a'.repeat(5000)}.md)\n`),             '12:',  'link',         'a path longer than any disk takes'],
  ['lien-ket-0.md',    article({}, '[x](a%00b.md)\n'),                           '12:',  'link',         'a path with a zero byte'],
  ['Tiếng Việt.md',    article(),                                                '1:1',  'slug',         'a name with signs and a space makes a broken address'],
  ['tiếng.md'.normalize('NFD'), article(),                                       '1:1',  'file',         'looks like its composed twin'],
  ['.an.md',           article(),                                                '1:1',  'slug',         'a hidden file'],
  ['../../../trang/...md', article({ kind: 'trang', section: 'gioi-thieu' }),    '1:1',  'slug',         'its address would be the home page'],
  ['../../kinh-te/2026/trung.md', article({ linhVuc: 'kinh-te' }),               '1:1',  'duplicate-slug', 'two documents at one address'],
]

describe('a bad document', () => {
  const repository = createRepository()
  const at = (name: string) => join(repository.folder, FOLDER, name)
  const found = new Map<string, Told[]>()
  let checked: Outcome
  let built: Outcome
  let before: ReturnType<typeof snapshot>
  beforeAll(async () => {
    repository.write(at('tot.md'), article())
    repository.write(at('trung.md'), article())
    repository.write(at('windows.md'), article().replaceAll('\n', '\r\n'))
    repository.init()
    repository.commit('2026-11-10T09:00:00+07:00')
    const good = await repository.congbo(['build', ...NOW])
    expect(good.code, good.stderr).toBe(0)
    before = snapshot(repository.at('_site'))
    for (const [name, bytes] of ARTICLES) repository.write(at(name), bytes)
    execFileSync('mkfifo', [repository.at(at('ong-dan.md'))])
    repository.write(at('thu-muc.md/trong.txt'), 'x')
    if (!isRoot) {
      repository.write(at('khong-quyen.md'), article())
      execFileSync('chmod', ['000', repository.at(at('khong-quyen.md'))])
    }
    checked = await repository.congbo(['check', '--json', ...NOW])
    for (const each of diagnosticsOf(checked)) found.set(each.file, [...(found.get(each.file) ?? []), each])
    built = await repository.congbo(['build', ...NOW])
  })

  test.each(ARTICLES)('%s', (name, _bytes, place, rule) => {
    const told = found.get(at(name)) ?? []
    expect(told.map((each) => each.rule)).toContain(rule)
    const { line, column } = told.find((each) => each.rule === rule) as Told
    expect(`${line}:${column}`.startsWith(place), `${line}:${column}`).toBe(true)
  })
  // biome-ignore format: a table
  test.each([
    ['ong-dan.md',             'a pipe is not waited for'],
    ['thu-muc.md/trong.txt',   'a folder with the name of a document is a folder'],
    ...(isRoot ? [] : ([['khong-quyen.md', 'a file that may not be read is told, not skipped']] satisfies [string, string][])),
  ])('%s: %s', (name) => {
    expect(found.get(at(name))?.map((each) => each.rule)).toEqual(['file'])
  })
  test('does not touch the good ones', () => {
    expect(found.get(at('tot.md'))).toBeUndefined()
    expect(found.get(at('windows.md'))?.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['encoding', 'warning'],
    ])
  })
  test('is told in seconds', () => {
    expect(checked.code).toBe(1)
    expect(checked.seconds).toBeLessThan(30)
  })
  test('stops the build, with the place, the problem and the way out', () => {
    expectRefusal(built, 1)
    expect(built.stderr).toMatch(
      /^content\/thanh-dong\/\S.*:\d+:\d+ {2}lỗi {2}.+\[[a-z-]+\]\n.*\n? {4}cách sửa/m,
    )
    expect(built.stderr).toContain('Bản dựng trước (nếu có) vẫn nguyên.')
  })
  test('leaves the former site as it was, and nothing beside it', () => {
    expect(readdirSync(repository.at('_site'))).toEqual(['thanh-dong'])
    expect(snapshot(repository.at('_site'))).toEqual(before)
  })
  test('has run no code', () => {
    expect(hasRun(repository.root)).toEqual([])
  })
  test('is not fatal to the list of what is due', async () => {
    const due = await repository.congbo(['due', ...NOW])
    expectCivil(due)
    expect(due.stdout).not.toContain('rat-lon.md')
  })
})

const SECRET = 'MAT-KHAU-CUA-MAY-CHU'

/** Everything that Eleventy would take for code, configuration or a template in a folder of content. */
// biome-ignore format: a table
const BESIDE = [
  ['2026.11tydata.js',    `${leave('tydata')}; module.exports = { permalink: '/chiem/' }`, 'folder data: run by Eleventy'],
  ['tot.11tydata.cjs',    `${leave('cjs')}`,                                               'template data: run by Eleventy'],
  ['tot.11tydata.json',   '{"permalink": "/chiem/"}',                                      'template data: takes the address'],
  ['2026.json',           '{"permalink": "/chiem/"}',                                      'folder data: takes the address'],
  ['trang.11ty.js',       `${leave('11ty')}`,                                              'a template that is code'],
  ['evil.njk',            `{{ range.constructor("${leave('njk')}")() }}`,                  'Nunjucks is no sandbox'],
  ['evil.liquid',         '{{ pkg | json }}',                                              'a template that reads data'],
  ['evil.html',           '<script>alert(1)</script>',                                     'a page of the author'],
  ['.eleventyignore',     '**/*.md',                                                       'would hide all other articles'],
  ['.gitignore',          '*.md',                                                          'a hidden file'],
  ['.env',                `KEY=${SECRET}`,                                                 'a hidden file'],
  ['hinh.svg',            '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',   'an image that may run code'],
  ['eleventy.config.js',  `${leave('config')}`,                                            'configuration'],
  ['lien-ket.md',         '',                                                              'a link to a file outside'],
  ['lien-ket.pdf',        '',                                                              'a link to a file outside, as an attachment'],
  ['lien-ket',            '',                                                              'a link to a folder outside'],
] as const

const HOSTILE_TITLE =
  '{{ 7*7 }} {% include "x" %} </title><script>alert(1)</script><img src=x onerror=alert(2)>'
const HOSTILE = article(
  {
    title: `'${HOSTILE_TITLE}'`,
    summary: `'"><script>alert(3)</script> {{ 7*7 }} <b onmouseover=alert(4)>tóm tắt</b>'`,
    author: `'<i>Tổ</i> "Thư" ký'`,
    attachments: '[{ file: lien-ket.pdf, title: "<script>alert(6)</script>" }]',
  },
  `{{ 7*7 }} và {% raw %} giữ nguyên. <script>alert(5)</script> <img src=x onerror=alert(1)>

<iframe src="https://evil.example"></iframe>

[một](javascript:alert(1)) [hai](JaVaScRiPt:alert(1)) [ba](&#106;avascript:alert(1)) [bốn](vbscript:x) [năm](data:text/html,x)
[sáu](//evil.example/x) [bảy](https://gov.vn@evil.example/) [tám](<javascript:alert(1)>) [chín][đích] [mười](file:///etc/passwd)
<javascript:alert(1)> <https://gov.vn@evil.example/> [lạ](\\\\evil.example\\x) [tuyệt đối](/etc/passwd) [blob](blob:https://x/y)

![ảnh](javascript:alert(1)) ![ảnh](data:image/svg+xml,x) ![ảnh](//evil.example/a.png)

# <script>alert(7)</script> {{ 7*7 }}

| <script>alert(8)</script> | {{ 7*7 }} |
| --- | --- |
| \`{{ 7*7 }}\` | [x](java%0ascript:alert(1)) |

[đích]: javascript:alert(1)
`,
)

describe('files beside the articles, and hostile text in them', () => {
  const repository = createRepository()
  const outside = temporaryFolder()
  const at = (name: string) => join(repository.folder, FOLDER, name)
  let found: readonly Told[]
  let built: Outcome
  let site: Record<string, string>
  const page = (path: string) => site[`thanh-dong/${path}`] ?? ''
  beforeAll(async () => {
    repository.write(at('tot.md'), article())
    repository.write(at('nguy-hiem.md'), HOSTILE)
    for (const [name, text] of BESIDE) if (text !== '') repository.write(at(name), text)
    repository.write('.eleventyignore', '**/*.md')
    writeFileSync(join(outside, 'bi-mat.md'), article({}, SECRET))
    mkdirSync(join(outside, '2026'))
    writeFileSync(join(outside, '2026/bi-mat.md'), article({}, SECRET))
    symlinkSync(join(outside, 'bi-mat.md'), repository.at(at('lien-ket.md')))
    symlinkSync(join(outside, 'bi-mat.md'), repository.at(at('lien-ket.pdf')))
    symlinkSync(outside, repository.at(at('lien-ket')))
    symlinkSync(outside, repository.at(`${repository.folder}/tin-bai/ngoai`))
    symlinkSync(outside, repository.at('content/ngoai'))
    repository.write('content/_data.js', leave('data'))
    repository.init()
    repository.commit('2026-11-10T09:00:00+07:00')
    found = diagnosticsOf(await repository.congbo(['check', '--json', ...NOW]))
    built = await repository.congbo(['build', ...NOW])
    site = Object.fromEntries(
      Object.entries(snapshot(repository.at('_site'))).map(([file, text]) => [
        file,
        Buffer.from(text, 'base64').toString(),
      ]),
    )
  })

  test.each(BESIDE)('%s is reported: %s', (name) => {
    expect(
      found.filter(({ file }) => file === at(name)).map(({ rule, line, column }) => [rule, line, column]),
    ).toEqual([['file', 1, 1]])
  })
  // biome-ignore format: a table
  test.each([
    ['content/thanh-dong/tin-bai/ngoai', 'a link in the place of a lĩnh vực is not followed'],
    ['content/ngoai',                    'nor one in the place of a portal'],
    ['content/_data.js',                 'nor is a file of content/ itself taken for data'],
  ])('%s is reported: %s', (path) => {
    expect(found.filter(({ file }) => file.startsWith(path)).map(({ file, rule }) => [file, rule])).toEqual([[path, 'file']])
  })
  test('the build runs none of it and ships none of it', () => {
    expectCivil(built)
    expect(built.code, built.stderr).toBe(0)
    expect(hasRun(repository.root)).toEqual([])
    const files = Object.keys(site)
    expect(
      files
        .filter((file) => !/\/(?:feed\.json$|api\/v1\/|tim-kiem\/|bien-tap\/cau-hinh\.json$)/.test(file))
        .filter((file) => /lien-ket\.|11ty|evil|hinh|\.env|ignore|\.json|chiem|ngoai|bi-mat/.test(file)),
    ).toEqual([])
    expect(files.filter((file) => site[file]?.includes(SECRET))).toEqual([])
    expect(files).toContain('thanh-dong/tin-bai/2026/tot/index.html')
  })
  test('others may read the site: a web server is not its owner', () => {
    expect(
      execFileSync('stat', ['-c', '%a', repository.at('_site/thanh-dong')], { encoding: 'utf8' }).trim(),
    ).toMatch(/[57]$/)
  })
  // biome-ignore format: a table
  const PAGES = [
    ['tin-bai/2026/nguy-hiem/index.html',              'its own page'],
    ['index.html',                                     'the home page'],
    ['tin-moi/index.html',                             'the list of news'],
    ['chuyen-muc/hoc-tap-lam-theo-hcm/index.html',     'the list of the section'],
    ['feed.xml',                                       'the feed'],
  ] as const
  test.each(PAGES)('%s (%s): text stays text', (path) => {
    const text = page(path)
    const literal = ['{{ 7*7 }}', '{% include', '&lt;script&gt;alert(1)']
    expect(literal.filter((each) => !text.includes(each))).toEqual([])
    expect(
      text.match(
        /<script(?! type="application\/ld\+json">)(?!(?: type="module")? src="(?:\.\.\/)*assets\/js\/[a-z]+\.js">)|<iframe|<img src="?x|<b on|<i>Tổ/g,
      ),
    ).toBeNull()
    const tags = text.replaceAll(/"[^"]*"/g, '""')
    expect(tags.match(/<[a-z][^<>]*\son[a-z]+\s*=/gi)).toBeNull()
  })
  test('no link leads where it must not', () => {
    const targets = [
      ...page('tin-bai/2026/nguy-hiem/index.html').matchAll(/\s(?:href|src|action)="([^"]*)"/g),
    ].map(([, target]) => decodeURIComponent((target as string).replaceAll('&amp;', '&')))
    expect(targets.length).toBeGreaterThan(10)
    const wrong = targets.filter((target) =>
      /^\s*(?:[a-z]*script|data|file|blob):|^\/\/|^\\|@|evil/i.test(target.replace(/\s/g, '')),
    )
    expect(wrong).toEqual([])
    expect(targets).not.toContain('/etc/passwd')
  })
})

type Portal = ReturnType<typeof createRepository>
const law = (id: string) => `content/${id}/quy-che.yaml`
const roster = (id: string) => `content/${id}/ban-bien-tap.yaml`
const appendLaw = (text: string) => (r: Portal, id: string) => r.write(law(id), `${r.read(law(id))}${text}`)
const writeLaw = (text: string | Uint8Array) => (r: Portal, id: string) => r.write(law(id), text)
/** Puts other lines in the place of a member's `seats`. */
const seats = (member: string, lines: string) => (r: Portal, id: string) =>
  r.edit(roster(id), new RegExp(`(  - id: ${member}\\n(?:    .*\\n)*?)    seats: .*\\n`), `$1${lines}`)

// biome-ignore format: a table
const PORTALS: readonly (readonly [id: string, spoil: (r: Portal, id: string) => void, file: string, rule: string, problem: RegExp, because: string])[] = [
  ['vong-lap',     appendLaw('a: &a {b: *a}\n'),                                             'quy-che.yaml',     'regulation', /neo|tham chiếu/,          'a value that contains itself'],
  ['bom-neo',      appendLaw(`${BOMB}\n`),                                                   'quy-che.yaml',     'regulation', /neo|tham chiếu/,          'aliases that grow without end'],
  ['truong-la',    appendLaw('soNgay: 3\n'),                                                 'quy-che.yaml',     'regulation', /`soNgay`/,                'an unknown key is a typing error'],
  ['proto',        appendLaw('__proto__: {isAdmin: 1}\n'),                                   'quy-che.yaml',     'regulation', /`__proto__`/,             'an inherited name is an unknown key'],
  ['nghin-loi',    appendLaw(Array.from({ length: 1000 }, (_, n) => `k${n}: 1\n`).join('')), 'quy-che.yaml',     'regulation', /`k0`/,                    'a thousand errors take no longer than twenty'],
  ['long-nhau',    appendLaw(`x: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`),           'quy-che.yaml',     'regulation', /./,                       'brackets do not exhaust the stack'],
  ['qua-lon',      appendLaw(`# ${'x'.repeat(600_000)}\n`),                                  'quy-che.yaml',     'regulation', /512 KB/,                  'data files have a limit'],
  ['kieu-ham',     appendLaw('x: !!js/function "function () {}"\n'),                         'quy-che.yaml',     'regulation', /«!»/,                     'YAML tags make no objects'],
  ['law-rong',     writeLaw(''),                                                             'quy-che.yaml',     'regulation', /trường: giá trị/,         'an empty file'],
  ['law-nhi-phan', writeLaw(Uint8Array.of(0, 1, 2, 0xff)),                                   'quy-che.yaml',     'regulation', /không phải là văn bản/,   'no text'],
  ['khong-co-law', (r, id) => r.remove(law(id)),                                             'quy-che.yaml',     'regulation', /Không có tệp/,            'a portal without a regulation publishes nothing'],
  ['law-ong-dan',  (r, id) => { r.remove(law(id)); execFileSync('mkfifo', [r.at(law(id))]) }, 'quy-che.yaml',    'regulation', /tệp thường/,              'a pipe is not waited for'],
  ['law-lien-ket', (r, id) => { r.remove(law(id)); symlinkSync('/etc/hostname', r.at(law(id))) }, 'quy-che.yaml', 'regulation', /liên kết tượng trưng/,   'a link is not followed'],
  ['sai-dan',      (r, id) => r.edit(law(id), /basis: D7\.K1\n/, 'basis: "Điều 7"\n'),       'quy-che.yaml',     'regulation', /basis/,                   'clauses are D7.K1, not words'],
  ['dan-khong-co', (r, id) => r.edit(law(id), /basis: D7\.K1\n/, 'basis: D99.K1\n'),         'quy-che.yaml',     'regulation', /D99\.K1/,                 'a clause that the regulation does not have'],
  ['khong-ai',     (r, id) => r.edit(law(id), /approver: vh-xh\n/, 'approver: khong-co\n'),  'quy-che.yaml',     'regulation', /không có người duyệt/,    'a lĩnh vực whose approver nobody knows'],
  ['tu-duyet',     seats('vh-xh', '    seats: 1\n'), 'ban-bien-tap.yaml', 'roster',    /không còn ai khác/,       'the only approver would approve what he wrote'],
  ['qua-so',       seats('pho-truong-ban', '    max: 1\n    seats: 2\n'), 'ban-bien-tap.yaml', 'roster', /nhiều nhất 1/, 'more seats than the regulation gives'],
  ['gia-danh',     (r, id) => r.edit(`content/${id}/cong.yaml`, /^baseUrl: .*$/m, 'baseUrl: https://haiphong.gov.vn@evil.example'), 'cong.yaml', 'portal', /baseUrl/,    'the part before @ is a user name; the browser opens what follows'],
  ['mat-anh',      (r, id) => r.edit(`content/${id}/cong.yaml`, /^/, 'emblem: huy-hieu.png\n'), 'cong.yaml',    'portal',     /Không thấy tệp biểu trưng/, 'a mark that is not there'],
  ['anh-la',       (r, id) => r.edit(`content/${id}/cong.yaml`, /^/, 'emblem: ../kep/huy-hieu.png\n'), 'cong.yaml', 'portal',  /emblem/,                  'the mark has one of two names, and stands beside cong.yaml'],
  ['anh-svg',      (r, id) => r.write(`content/${id}/huy-hieu.svg`, '<svg xmlns="http://www.w3.org/2000/svg"/>'), 'huy-hieu.svg', 'file', /không thuộc loại/, 'a drawing may carry code'],
  ['mau-sai',      (r, id) => r.edit(`content/${id}/cong.yaml`, /^accent: .*$/m, 'accent: red'), 'cong.yaml',    'portal',     /accent/,                  'a colour is written one way'],
  ['doi-ten',      (r, id) => r.edit(`content/${id}/cong.yaml`, `id: ${id}`, 'id: cong-khac'), 'cong.yaml',      'portal',     /khác tên thư mục/,        'the folder is the id'],
  ['that-co-so',   (r, id) => { r.addPortal(id, { from: 'thanh-dong', sample: false }); r.write(`content/${id}/nhat-ky-xuat-ban.yaml`, `portal: ${id}\npublished: []\n`) }, 'nhat-ky-xuat-ban.yaml', 'portal', /Cổng thật/, 'a real portal cannot write its own dates'],
  ['mau-khong-so', (r, id) => r.remove(`content/${id}/nhat-ky-xuat-ban.yaml`),               'nhat-ky-xuat-ban.yaml', 'portal', /Không có tệp/,            'a sample portal has no other record'],
]

describe('a portal whose own files are wrong', () => {
  const repository = createRepository({ sample: true })
  let outcome: Outcome
  let found: readonly Told[]
  beforeAll(async () => {
    for (const [id, spoil] of PORTALS) {
      repository.addPortal(id, { from: 'thanh-dong' })
      spoil(repository, id)
    }
    repository.write('content/_data/du-lieu.js', leave('data'))
    outcome = await repository.congbo(['check', '--json', ...NOW])
    found = diagnosticsOf(outcome)
  })
  test.each(PORTALS)('%s', (id, _spoil, file, rule, problem) => {
    const told = found.filter((each) => each.file.startsWith(`content/${id}/`))
    expect(told).toContainEqual(
      expect.objectContaining({
        file: `content/${id}/${file}`,
        rule,
        problem: expect.stringMatching(problem),
      }),
    )
    expect(Math.min(...told.map(({ line }) => line))).toBeGreaterThan(0)
  })
  test('does not keep the others from being checked', () => {
    expect(outcome.code).toBe(1)
    expect(found.filter(({ file }) => file.startsWith('content/thanh-dong/'))).toEqual([])
  })
  test('tells nothing of the file behind a link', () => {
    expect(JSON.stringify(found)).not.toContain(execFileSync('hostname', { encoding: 'utf8' }).trim())
  })
  test('is not built, and no folder appears', async () => {
    const built = await repository.congbo(['build', '--portal', 'tu-duyet', ...NOW])
    expectRefusal(built, 1)
    expect(built.stderr).toContain('cách sửa')
    expect(repository.exists('_site')).toBe(false)
  })
  test('a folder of code in the place of a portal is a portal without files, and runs nothing', () => {
    expect(found).toContainEqual(expect.objectContaining({ file: 'content/_data/cong.yaml', rule: 'portal' }))
    expect(hasRun(repository.root)).toEqual([])
  })
})

describe('what a real portal cannot do without', () => {
  const repository = createRepository()
  const news = `${repository.folder}/${FOLDER}/tin.md`
  beforeAll(() => {
    repository.write(
      news,
      article({ kind: 'tin-su-kien', section: 'tin-tuc-su-kien', eventDate: '2026-11-19T08:00:00+07:00' }),
    )
    repository.init()
    repository.commit('2026-11-19T14:00:00+07:00')
    repository.git('commit', '--quiet', '--allow-empty', '-m', 'thêm một bước lịch sử')
  })
  test('the whole history: a shallow clone is told apart from a portal without articles', async () => {
    const clone = join(temporaryFolder(), 'nong')
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${repository.root}`, clone])
    const built = await repository.congbo(['build', ...NOW], { cwd: clone })
    expectRefusal(built, 1)
    expect(built.stderr).toMatch(/shallow.*\n.*cách sửa .*--unshallow/)
  })
  test('Git: where it is missing, the site is not built empty', async () => {
    const built = await repository.congbo(['build', ...NOW], { env: { PATH: '/khong-co' } })
    expectRefusal(built, 1)
    expect(built.stderr).toMatch(/kho Git.*\n.*cách sửa .*git status/)
    expect(repository.exists('_site')).toBe(false)
  })
  test('a place to write: a file in the place of the folder is told', async () => {
    repository.write('day-la-tep', 'x')
    const built = await repository.congbo(['build', '--out', 'day-la-tep', ...NOW])
    expectRefusal(built, 2)
    expect(built.stderr).toMatch(/Không ghi được .*day-la-tep.*Cách sửa/)
  })
  test('the holidays of the year: none is guessed', async () => {
    repository.remove('content/lich-nghi/2026.yaml')
    const [only, ...others] = diagnosticsOf(await repository.congbo(['check', news, '--json', ...NOW]))
    expect(others).toEqual([])
    expect(only).toMatchObject({
      file: news,
      rule: 'trigger',
      line: 10,
      column: 1,
      problem: expect.stringContaining('2026'),
      fix: expect.stringContaining('content/lich-nghi/2026.yaml'),
    })
  })
})
