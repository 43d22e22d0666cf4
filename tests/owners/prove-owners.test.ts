import { describe, expect, test } from 'vitest'
import { proveOwners } from '../../pipeline/owners/prove-owners.ts'
import { CODEOWNERS_LIMIT } from '../../pipeline/owners/read-codeowners.ts'
import { renderCodeowners } from '../../pipeline/owners/render-codeowners.ts'
import type { Portal } from '../../pipeline/portal/portal.ts'
import { toRoster } from '../../pipeline/roster/roster.ts'
import { PORTALS, portalOf } from '../support/portals.ts'

const FOLDERS = ['don-vi-cu', 'gio-hanh-chinh', 'lich-nghi', 'luong-co-so', ...PORTALS]
const portals = PORTALS.map((id) => portalOf(id))
const text = renderCodeowners(portals)

test('everything that may stand in the five portals is held', () => {
  expect(proveOwners(portals, text, FOLDERS)).toEqual([])
})

// biome-ignore format: a table
const BROKEN = [
  // from,                                             to,                     where,                                           says,                because
  [/^\/content\/thanh-dong\/tin-bai\/xa-hoi\/.*\n/m,   '',                     'content/thanh-dong/tin-bai/xa-hoi/2026/bai.md', 'thiếu người duyệt', 'without its line a folder falls to the head, who is not the field'],
  [/^(\/content\/thanh-dong\/tin-bai\/xa-hoi\/) .*$/m, '$1',                   'content/thanh-dong/tin-bai/xa-hoi/2026/bai.pdf', 'ai có quyền ghi',  'a line without owners'],
  [/^\* .*\n/m,                                        '',                     'README.md',                                     'ai có quyền ghi',   'without the catch-all what is not named is nobody’s'],
  [/^\/\.github\/ .*\n/m,                              '',                     '.github/CODEOWNERS',                            'dòng chung',        'the file itself'],
  [/@phuong-thanh-dong\/vh-xh /,                       '',                     'content/thanh-dong/tin-bai/van-hoa/2026/bai.md', 'thiếu người duyệt', 'the unit of the lĩnh vực'],
  [/(@huyen-kon-ray\/tu-phap)$/m,                      '$1 @phuong-thanh-dong/mttq', 'content/kon-ray/tin-bai/tu-phap/2026/bai.md', '@phuong-thanh-dong/mttq', 'a stranger'],
  [/^\/content\/kep\/tin-bai\/kinh-te\/.*$/m,          '/content/kep/[kinh-te]/ @a/b', '.github/CODEOWNERS',                    'GitHub bỏ qua',     'a line that GitHub skips'],
  [/\n$/,                                              '\n/content/ @thi-tran-kep/quan-tri\n', 'content/kep/quy-che.yaml',      'thiếu người duyệt', 'a general line at the end takes everything'],
  [/\n$/,                                              `\n${'#'.repeat(CODEOWNERS_LIMIT)}`, '.github/CODEOWNERS',               '3 MB',              'a file that GitHub does not load'],
] as const

describe('a file that was changed by hand', () => {
  test.each(BROKEN.map((row) => [row[4], row] as const))('%s', (_, [from, to, path, says]) => {
    const edited = text.replace(from, to)
    expect(edited).not.toBe(text)
    const problems = proveOwners(portals, edited, FOLDERS)
    expect(problems.filter((each) => each.file === path && each.problem.includes(says))).not.toEqual([])
    expect(problems.filter(({ fix }) => fix === '')).toEqual([])
  })
})

/** A portal whose members are written otherwise, without the check that would refuse to open it. */
function withMembers(
  id: string,
  change: (member: Portal['roster']['written']['members'][number]) => void,
): Portal {
  const portal = structuredClone(portalOf(id))
  const { written } = portal.roster
  for (const member of written.members) change(member)
  return { ...portal, roster: toRoster(written) }
}

const problemsOf = (portal: Portal) => proveOwners([portal], renderCodeowners([portal]), [portal.id])

describe('a board that cannot approve', () => {
  test('a field approver of one person who writes articles himself', () => {
    const portal = withMembers('thanh-dong', (member) => {
      if (member.id === 'xay-dung-dang') member.seats = 1
    })
    expect(problemsOf(portal)).toContainEqual(
      expect.objectContaining({
        file: 'content/thanh-dong/ban-bien-tap.yaml',
        problem: expect.stringContaining('không còn ai khác để duyệt'),
      }),
    )
  })
  test('a head without an account can govern nothing', () => {
    const portal = withMembers('kep', (member) => {
      if (member.id === 'truong-ban') member.accounts = []
    })
    const problems = problemsOf(portal)
    expect(problems).toContainEqual(
      expect.objectContaining({
        file: 'content/kep/quy-che.yaml',
        problem: expect.stringContaining('chưa có tài khoản nào'),
      }),
    )
  })
  test('nobody at all: the paths of the portal fall to the administrators, and each says so', () => {
    const portal = withMembers('kep', (member) => {
      member.accounts = []
    })
    const files = problemsOf(portal).map(({ file }) => file)
    for (const path of ['content/kep/quy-che.yaml', 'content/kep/tin-bai/kinh-te/2026/bai.md'])
      expect(files).toContain(path)
  })
})

test('a folder of content/ that is no portal is named', () => {
  expect(proveOwners(portals, text, [...FOLDERS, 'xa-moi'])).toEqual([
    expect.objectContaining({ file: 'content/xa-moi/', problem: expect.stringContaining('dòng chung') }),
  ])
})
