import { describe, expect, test } from 'vitest'
import { requiredApprovals } from '../../pipeline/approval/required-approvals.ts'
import { subjectsOf } from '../../pipeline/approval/subjects.ts'
import { CODE_PATHS } from '../../pipeline/owners/areas.ts'
import { ownersOf, readCodeowners, ruleFor } from '../../pipeline/owners/read-codeowners.ts'
import { renderCodeowners } from '../../pipeline/owners/render-codeowners.ts'
import type { Portal } from '../../pipeline/portal/portal.ts'
import { toRoster } from '../../pipeline/roster/roster.ts'
import { PORTALS, portalOf } from '../support/portals.ts'

const portals = PORTALS.map((id) => portalOf(id))
const text = renderCodeowners(portals)
const codeowners = readCodeowners(text)

/** A portal with parts of its roster or of its regulation’s approval written otherwise. */
function changed(
  id: string,
  change: {
    roster?: (written: Portal['roster']['written']) => void
    law?: (law: Portal['regulation']['law']) => void
  },
): Portal {
  const portal = structuredClone(portalOf(id))
  change.roster?.(portal.roster.written)
  change.law?.(portal.regulation.law)
  return { ...portal, roster: toRoster(portal.roster.written) }
}

const ownersWith = (portal: Portal, path: string) =>
  ownersOf(readCodeowners(renderCodeowners([portal])), path)

test('GitHub would read every line of it', () => {
  expect(codeowners.errors).toEqual([])
  expect(codeowners.tooLarge).toBe(false)
})

test('the catch-all comes first, .github last, and no pattern stands twice', () => {
  const patterns = codeowners.rules.map(({ pattern }) => pattern)
  expect(patterns[0]).toBe('*')
  expect(patterns.at(-1)).toBe('/.github/')
  expect(new Set(patterns).size).toBe(patterns.length)
})

test('every line gives its files to somebody', () => {
  expect(codeowners.rules.filter(({ owners }) => owners.length === 0)).toEqual([])
})

test('the same portals give the same bytes, in whatever order they come', () => {
  expect(renderCodeowners([...portals].reverse())).toBe(text)
})

test('it says that it is generated and how', () => {
  expect(text.split('\n\n')[0]).toMatch(/đừng sửa tay.*congbo owners --write/s)
})

// biome-ignore format: a table
const LINES = [
  // path,                                            owners,                                       because
  ['content/thanh-dong/quy-che.yaml',                 ['truong-ban'],                              'governance, D11.K2#2'],
  ['content/thanh-dong/cong.yaml',                    ['truong-ban'],                              'the portal’s folder is its head’s'],
  ['content/thach-linh/nhuan-but/2021-01-01.yaml',    ['truong-ban', 'pho-truong-ban'],            'a rate table is law: governance; he has delegated'],
  ['content/dong-viet/nhuan-but/2024-01-01.yaml',     ['truong-ban'],                              'governance, D3.g2'],
  ['content/dong-viet/nhuan-but/cham/2024-05.yaml',   ['chu-tich'],                                'D12.K2: the chairman decides what is paid'],
  ['content/dong-viet/nhuan-but/so/2024-05.yaml',     ['chu-tich'],                                'and sees what is closed'],
  ['content/thanh-dong/nhuan-but/so/2026-10.yaml',    ['truong-ban'],                              'the regulation names nobody: governance'],
  ['content/kon-ray/nghia-vu/2025.yaml',              ['truong-ban', 'pho-ban'],                   'what was done of the duties: governance; he has delegated'],
  ['content/dong-viet/tu-choi/2024/001.yaml',         ['truong-ban'],                              'a refusal is answered for by the head, D3.g2'],
  ['content/kon-ray/go-bo/2025/001.yaml',             ['truong-ban', 'pho-ban'],                   'D11.K3.c: the head decides on a takedown'],
  ['content/thanh-dong/tin-bai/tuyen-giao/2026/a.md', ['xay-dung-dang'],                           'D14.K2: one unit in every section'],
  ['content/thanh-dong/tin-bai/xa-hoi/2026/a.md',     ['vh-xh', 'xay-dung-dang'],                  'D13.K11, and D14.K1 gives one section of every lĩnh vực to another unit'],
  ['content/thanh-dong/tin-bai/xa-hoi/2026/a.pdf',    ['vh-xh', 'xay-dung-dang'],                  'an attachment goes with the articles'],
  ['content/thanh-dong/van-ban/2026/a.md',            ['truong-ban', 'pho-truong-ban'],            'any lĩnh vực: four field approvers, but the same two at the end'],
  ['content/thanh-dong/trang/a.md',                   ['truong-ban', 'pho-truong-ban'],            'a fixed page has only the final stage'],
  ['content/thanh-dong/tin-bai/la/2026/a.md',         ['truong-ban'],                              'an unknown lĩnh vực stays in the portal'],
  ['content/thach-linh/tin-bai/tu-phap/2021/a.md',    ['truong-ban', 'pho-truong-ban'],            'six units have sections here, one head decides (D6.K6); he has delegated'],
  ['content/thach-linh/trang/a.md',                   ['van-phong'],                               'D9.K1'],
  ['content/kon-ray/tin-bai/tin-don-vi/2025/a.md',    ['thuong-truc'],                             'D8.K1.a; the second look at works (D8.K2) is the gate’s'],
  ['content/kon-ray/tin-bai/quoc-phong-an-ninh/2025/a.md', ['truong-ban', 'pho-ban'],              'the head has delegated in writing'],
  ['content/kep/hoi-dap/2024/a.md',                   ['ban-bien-tap'],                            'one stage'],
  ['content/dong-viet/tin-bai/kinh-te-xa-hoi/2024/a.md', ['ban-bien-tap', 'chu-tich'],             'either'],
] as const

describe('who owns what', () => {
  test.each(LINES)('%s: %j, %s', (path, members) => {
    const { roster } = portalOf(path.split('/')[1] as string)
    expect(ownersOf(codeowners, path)).toEqual(members.flatMap((id) => roster.members.get(id)?.accounts))
  })
  test('what portals share belongs to the heads of all of them', () => {
    const heads = portals.flatMap(({ roster }) => roster.members.get('truong-ban')?.accounts ?? [])
    for (const path of [
      'content/lich-nghi/2026.yaml',
      'content/gio-hanh-chinh/mac-dinh.yaml',
      'content/don-vi-cu/2025-07-01.yaml',
      'content/luong-co-so/2026-07-01.yaml',
    ])
      expect(ownersOf(codeowners, path)).toEqual(expect.arrayContaining(heads))
  })
  test.each([...CODE_PATHS, '/README.md', '/tests/a.ts'])('%s belongs to the administrators', (path) => {
    const all = portals.flatMap(({ roster }) => roster.written.administrators)
    expect(ownersOf(codeowners, `${path.slice(1)}${path.endsWith('/') ? 'x/y.ts' : ''}`).toSorted()).toEqual(
      all.toSorted(),
    )
  })
})

describe.each(PORTALS)('%s', (id) => {
  const { regulation, roster, folder } = portalOf(id)
  test('every lĩnh vực has a line of its own', () => {
    for (const linhVuc of regulation.linhVuc.keys())
      expect(ruleFor(codeowners, `${folder}tin-bai/${linhVuc}/2026/a.md`)?.pattern).toBe(
        `/${folder}tin-bai/${linhVuc}/`,
      )
  })
  test('nobody owns a lĩnh vực who approves nothing in it, even by delegation', () => {
    for (const linhVuc of regulation.linhVuc.keys()) {
      const approvers = subjectsOf(regulation)
        .filter((subject) => subject.linhVuc === linhVuc)
        .flatMap((subject) => requiredApprovals(regulation, subject).flatMap((each) => each.approvers))
      const able = [
        ...approvers,
        ...approvers.flatMap((each) => roster.members.get(each)?.mayDelegateTo ?? []),
      ]
      const accounts = able.flatMap((each) => roster.members.get(each)?.accounts ?? [])
      expect(accounts).toEqual(
        expect.arrayContaining([...ownersOf(codeowners, `${folder}tin-bai/${linhVuc}/2026/a.md`)]),
      )
    }
  })
})

describe('what changes a line', () => {
  const XA_HOI = 'content/thanh-dong/tin-bai/xa-hoi/2026/a.md'
  test('an approver without an account: the final stage takes the folder', () => {
    const portal = changed('thanh-dong', {
      roster: ({ members }) => {
        for (const member of members) if (member.id === 'vh-xh') member.accounts = []
      },
    })
    expect(ownersWith(portal, XA_HOI)).toEqual([
      '@phuong-thanh-dong/truong-ban',
      '@phuong-thanh-dong/pho-truong-ban',
    ])
  })
  test('a delegation limited to a lĩnh vực reaches that lĩnh vực only', () => {
    const portal = changed('kon-ray', {
      roster: ({ delegations }) => {
        for (const each of delegations) each.linhVuc = ['xay-dung-dang']
      },
    })
    const deputy = '@huyen-kon-ray/pho-ban'
    expect(ownersWith(portal, 'content/kon-ray/tin-bai/xay-dung-dang/2025/a.md')).toContain(deputy)
    expect(ownersWith(portal, 'content/kon-ray/tin-bai/quoc-phong-an-ninh/2025/a.md')).not.toContain(deputy)
    expect(ownersWith(portal, 'content/kon-ray/quy-che.yaml')).not.toContain(deputy)
  })
  test('a delegation limited to a section reaches documents, and not the portal’s own files', () => {
    const portal = changed('kon-ray', {
      roster: ({ delegations }) => {
        for (const each of delegations) each.sections = ['xay-dung-dang']
      },
    })
    const deputy = '@huyen-kon-ray/pho-ban'
    expect(ownersWith(portal, 'content/kon-ray/tin-bai/quoc-phong-an-ninh/2025/a.md')).toContain(deputy)
    expect(ownersWith(portal, 'content/kon-ray/quy-che.yaml')).not.toContain(deputy)
  })
  test('a page without a lĩnh vực where only the lĩnh vực decides: whoever governs may, beside the others', () => {
    const portal = changed('kep', {
      law: ({ approval }) => {
        for (const stage of approval.stages) stage.approvers = ['theo-linh-vuc']
      },
    })
    expect(ownersWith(portal, 'content/kep/trang/a.md')).toEqual([
      '@thi-tran-kep/truong-ban',
      '@thi-tran-kep/ban-bien-tap',
    ])
    expect(ownersWith(portal, 'content/kep/van-ban/2024/a.md')).toEqual(['@thi-tran-kep/ban-bien-tap'])
  })
  test('a regulation that knows no delegation gives its delegates nothing', () => {
    const portal = changed('kon-ray', {
      law: ({ approval }) => {
        approval.delegation.allowed = false
      },
    })
    expect(renderCodeowners([portal])).not.toContain('@huyen-kon-ray/pho-ban')
  })
  test('a name of two lines stays a comment', () => {
    const portal = { ...portalOf('kep'), cong: { ...portalOf('kep').cong, name: 'Kép\n* @ke-gian/nhom' } }
    const read = readCodeowners(renderCodeowners([portal]))
    expect(read.rules.flatMap(({ owners }) => owners)).not.toContain('@ke-gian/nhom')
  })
})
