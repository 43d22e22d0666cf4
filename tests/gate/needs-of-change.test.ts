import { describe, expect, test } from 'vitest'
import type { FrontMatter } from '../../pipeline/contract/types.ts'
import { changedFiles } from '../../pipeline/gate/change.ts'
import { type Law, needsOf } from '../../pipeline/gate/needs-of-change.ts'
import type { Portal } from '../../pipeline/portal/portal.ts'
import { PORTALS, portalOf } from '../support/portals.ts'

const portals = new Map<string, Portal>(PORTALS.map((id) => [id, portalOf(id)]))

type Versions = Readonly<Record<string, readonly (Partial<FrontMatter> | undefined)[]>>

const BLOB = { oid: 'a'.repeat(40), mode: '100644' }

/** The approvals that a change of some paths needs, as `who | … (clauses)`. */
function needed(paths: readonly string[], versions: Versions = {}, only?: readonly string[]): string[] {
  const law: Law = {
    portals: new Map([...portals].filter(([id]) => only === undefined || only.includes(id))),
    versions: (path) => (versions[path] ?? [undefined]) as readonly (FrontMatter | undefined)[],
    namedBy: (path) => Object.keys(versions).filter((each) => each.endsWith('.md') && path.endsWith('.png')),
  }
  const change = {
    base: 'b',
    fork: 'f',
    head: 'h',
    files: paths.map((path) => ({ path, before: undefined, after: BLOB })),
  }
  return needsOf(change, law).map(
    ({ approvers, escalateTo }) =>
      approvers.map(({ label }) => label).join(' | ') + (escalateTo ? ` ^ ${escalateTo.label}` : ''),
  )
}

const article = (kind: string, linhVuc: string, section?: string) =>
  ({ kind, linhVuc, ...(section ? { section } : {}) }) as Partial<FrontMatter>

// biome-ignore format: a table
const ARTICLES: readonly (readonly [string, Partial<FrontMatter>, readonly string[], string])[] = [
  // path,                                             front matter,                                    who must approve,                                                   because
  ['kep/tin-bai/kinh-te/2024/a.md',                    article('bai-viet', 'kinh-te'),                  ['Ban biên tập'],              'Kép 4.3: the board'],
  ['dong-viet/tin-bai/kinh-te-xa-hoi/2024/a.md',       article('bai-viet', 'kinh-te-xa-hoi'),           ['Ban biên tập | Chủ tịch UBND xã'],                      'Đồng Việt 3, 9.1: the board or the authority'],
  ['kon-ray/tin-bai/tu-phap/2025/a.md',                article('tin-su-kien', 'tu-phap'),              ['Phòng Tư pháp'],                                                  'Kon Rẫy 8: news, the assigned member alone'],
  ['kon-ray/tin-bai/tu-phap/2025/a.md',                article('bai-viet', 'tu-phap'),                  ['Phòng Tư pháp', 'Thường trực Ban biên tập ^ Trưởng Ban biên tập'], 'Kon Rẫy 8.2: a work, the Thường trực too, and above them the head'],
  ['thach-linh/tin-bai/tu-phap/2021/a.md',             article('bai-viet', 'tu-phap'),                  ['Công chức Tư pháp - Hộ tịch', 'Trưởng Ban biên tập'],                        'Thạch Linh 5.3 and 6.6: the owner and the head'],
  ['thach-linh/tin-bai/tu-phap/2021/a.md',             article('bai-viet', 'tu-phap', 'dich-vu-cong'),  ['Công chức Văn hóa – Xã hội', 'Trưởng Ban biên tập'],                        'Thạch Linh 9: the owner of the section goes before that of the lĩnh vực'],
  ['thanh-dong/tin-bai/quoc-phong/2026/a.md',          article('tin-su-kien', 'quoc-phong'),            ['Văn phòng HĐND và UBND phường', 'Trưởng Ban biên tập | Phó Trưởng ban biên tập'], 'Thành Đông 12.5 and 11.3b'],
  ['thanh-dong/tin-bai/tin-nguong/2026/a.md',          article('tin-su-kien', 'tin-nguong'),            ['Phòng Văn hóa - Xã hội', 'Trưởng Ban biên tập | Phó Trưởng ban biên tập'],        'Thành Đông 13.11'],
  ['thanh-dong/tin-bai/dan-van/2026/a.md',             article('tin-su-kien', 'dan-van'),               ['Ban Xây dựng Đảng', 'Trưởng Ban biên tập | Phó Trưởng ban biên tập'],             'Thành Đông 14'],
  ['thanh-dong/tin-bai/kinh-te/2026/a.md',             article('bai-viet', 'kinh-te', 'hoc-tap-lam-theo-hcm'), ['Ban Xây dựng Đảng', 'Trưởng Ban biên tập | Phó Trưởng ban biên tập'],      'Thành Đông 14.2: that section is theirs whatever the lĩnh vực'],
]

describe('who must approve an article', () => {
  test.each(ARTICLES)('%s %j → %j: %s', (path, front, expected) => {
    const full = `content/${path}`
    expect(needed([full], { [full]: [front] })).toEqual(expected)
  })
})

const OFFICE = 'Văn phòng HĐND và UBND phường'
const CULTURE = 'Phòng Văn hóa - Xã hội'
const PARTY = 'Ban Xây dựng Đảng'
const HEADS = 'Trưởng Ban biên tập | Phó Trưởng ban biên tập'
const HEAD = 'Trưởng Ban biên tập'
const ADMINS = 'Quản trị kỹ thuật'
const [OLD, NEW] = [
  'content/thanh-dong/tin-bai/kinh-te/2026/a.md',
  'content/thanh-dong/tin-bai/xa-hoi/2026/a.md',
]
const ECONOMY = article('tin-su-kien', 'kinh-te')
const SOCIETY = article('tin-su-kien', 'xa-hoi')

// biome-ignore format: a table
const CHANGES: readonly (readonly [readonly string[], Versions, readonly string[], string])[] = [
  // paths,                                              versions,                                   who must approve,          because
  [[OLD, NEW],                                           { [OLD]: [ECONOMY], [NEW]: [SOCIETY] },      [OFFICE, HEADS, CULTURE],  'what moves needs the old approver and the new one'],
  [[OLD],                                                { [OLD]: [ECONOMY, SOCIETY] },               [OFFICE, HEADS, CULTURE],  'what changes its lĩnh vực in place does too'],
  [[OLD],                                                { [OLD]: [SOCIETY] },                        [OFFICE, HEADS, CULTURE],  'a folder that says another lĩnh vực than the article counts as well'],
  [[OLD],                                                { [OLD]: [article('tin-su-kien', 'kinh-te'), article('tin-su-kien', 'kinh-te', 'hoc-tap-lam-theo-hcm')] }, [OFFICE, HEADS, PARTY], 'so does a changed section'],
  [[OLD],                                                { [OLD]: [undefined] },                      [OFFICE, HEADS],           'an article that cannot be read: everybody who might approve one of its folder'],
  [['content/thanh-dong/quy-che.yaml'],                  {},                                          [HEAD],                    'the regulation belongs to the head'],
  [['content/thanh-dong/ban-bien-tap.yaml'],             {},                                          [HEAD],                    'so does the roster'],
  [['content/thanh-dong/cong.yaml'],                     {},                                          [HEAD],                    'and what the portal says of itself'],
  [['content/thanh-dong/nhuan-but/2026-01-01.yaml'],     {},                                          [HEAD],                    'rates are law'],
  [['content/thanh-dong/nhuan-but/cham/2026-11.yaml'],   {},                                          [HEAD],                    'the regulation names nobody who decides payments'],
  [['content/thanh-dong/nghia-vu/2026.yaml'],            {},                                          [HEAD],                    'what was done of the duties'],
  [['content/thanh-dong/tu-choi/2026/001.yaml'],         {},                                          [HEAD],                    'whom the portal refused'],
  [['content/thanh-dong/go-bo/2026/001.yaml', OLD],      { [OLD]: [ECONOMY] },                        [HEAD, OFFICE, HEADS],     'a takedown: the head, and whoever approves the article that goes'],
  [['content/thanh-dong/ho-so/2026/pr-1.yaml'],          {},                                          [HEAD],                    'approval records are taken in by the head'],
  [['content/thanh-dong/ho-so/khoa.yaml'],               {},                                          [HEAD],                    'and so is the key that signs them'],
  [['content/thanh-dong/la.txt'],                        {},                                          [HEAD],                    'what nobody knows in a portal is nobody else’s'],
  [['content/thanh-dong/tin-bai/kinh-te/a.md'],          {},                                          [HEAD],                    'an article that lies nowhere'],
  [['.github/workflows/kiem-tra.yml'],                   {},                                          [ADMINS],                  'workflows are the administrators’'],
  [['package.json'],                                     {},                                          [ADMINS],                  'code is, too'],
  [['content/phuong-moi/cong.yaml'],                     {},                                          [ADMINS],                  'a portal that does not exist yet'],
  [['content/thành-đông/tin-bai/kinh-te/2026/a.md'],     {},                                          [ADMINS],                  'a folder that only looks like the portal'],
  [['content/thanh-dong/tin-bai/kinh-t\u0435/2026/a.md'],{},                                          [HEADS],                   'a Cyrillic letter: no lĩnh vực, so no unit of it; the check refuses the folder as well'],
  [['Content/thanh-dong/tin-bai/kinh-te/2026/a.md'],     {},                                          [ADMINS],                  'names differ by case'],
  [[OLD, '.github/workflows/x.yml'],                     { [OLD]: [ECONOMY] },                        [OFFICE, HEADS, ADMINS],   'a workflow slipped in with an article'],
  [['content/thanh-dong/tin-bai/kinh-te/2026/a.png'],    { [NEW]: [SOCIETY] },                        [CULTURE, HEADS],          'a picture is approved with the article that names it'],
  [['content/thanh-dong/tin-bai/kinh-te/2026/a.png'],    {},                                          [OFFICE, HEADS],           'a picture that nobody names, as an article of its folder'],
  [['content/thanh-dong/trang/lien-he.md'],              { 'content/thanh-dong/trang/lien-he.md': [{ kind: 'trang' } as Partial<FrontMatter>] }, [HEADS], 'a fixed page belongs to no lĩnh vực'],
]

describe('who must approve a change', () => {
  test.each(CHANGES)('%j %j → %j: %s', (paths, versions, expected) => {
    expect(needed(paths, versions, ['thanh-dong']).sort()).toEqual([...expected].sort())
  })

  test('scores and closed months belong to the one whom the regulation has decide payments', () => {
    const chairman = ['Chủ tịch UBND xã']
    expect(needed(['content/dong-viet/nhuan-but/cham/2024-05.yaml'])).toEqual(chairman)
    expect(needed(['content/dong-viet/nhuan-but/so/2024-05.yaml'])).toEqual(chairman)
    expect(needed(['content/dong-viet/nhuan-but/2024-01-01.yaml'])).toEqual(['Trưởng ban'])
  })

  test('a calendar belongs to the heads of all the portals that count by it', () => {
    expect(needed(['content/lich-nghi/2027.yaml'])).toHaveLength(PORTALS.length)
  })

  test('every need names its ground, and covers its paths', () => {
    const law: Law = { portals, versions: () => [ECONOMY as FrontMatter], namedBy: () => [] }
    const files = [OLD, NEW].map((path) => ({ path, before: BLOB, after: BLOB }))
    for (const { ground, covers } of needsOf({ base: '', fork: '', head: '', files }, law)) {
      expect(ground).toMatch(/Điều \d+|Quy tắc/)
      expect(covers.length).toBeGreaterThan(0)
    }
  })
})

describe('delegation', () => {
  const law: Law = { portals, versions: () => [], namedBy: () => [] }
  const headOf = (path: string, front: Partial<FrontMatter>) =>
    needsOf(
      { base: '', fork: '', head: '', files: [{ path, before: undefined, after: BLOB }] },
      { ...law, versions: () => [front as FrontMatter] },
    )

  test('Kon Rẫy: the deputy acts for the head within the dates of the paper', () => {
    const [need] = headOf('content/kon-ray/trang/gioi-thieu.md', { kind: 'trang' } as Partial<FrontMatter>)
    expect(need?.approvers[0]?.delegates.map(({ label, document }) => [label, document])).toEqual([
      ['Phó Ban Biên tập', expect.stringContaining('ủy quyền')],
    ])
  })

  test('Thành Đông allows none, so none is read', () => {
    const needs = headOf(OLD, ECONOMY)
    expect(needs.flatMap(({ approvers }) => approvers.flatMap(({ delegates }) => delegates))).toEqual([])
  })
})

test('git diff --raw, read: modes, contents, added, deleted, Vietnamese paths', () => {
  const raw =
    ':100644 100644 1111 2222 M\0content/a.md\0:000000 120000 0000 3333 A\0content/liên kết.md\0:100644 000000 4444 0000 D\0b\0'
  expect(changedFiles(raw)).toEqual([
    { path: 'content/a.md', before: { mode: '100644', oid: '1111' }, after: { mode: '100644', oid: '2222' } },
    { path: 'content/liên kết.md', before: undefined, after: { mode: '120000', oid: '3333' } },
    { path: 'b', before: { mode: '100644', oid: '4444' }, after: undefined },
  ])
})
