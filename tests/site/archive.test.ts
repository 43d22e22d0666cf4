import { beforeAll, describe, expect, test } from 'vitest'
import { createRepository, type Repository } from '../support/repository.ts'

const LIFE = `lifecycle:
  - status: active
    from: "2024-04-01"
    reason: Quy chế có hiệu lực
  - status: merged
    from: "2025-07-01"
    reason: Sáp nhập vào xã Kép mới
    movedTo: https://kep.bacninh.gov.vn/kep-cu
    successors:
      - name: Xã Kép, tỉnh Bắc Ninh
        url: https://kep.bacninh.gov.vn
      - Xã Hương Sơn
redirects:
  - from: tin-cu.html
    to: tin-moi/
  - from: quy-che/
    to: tin-moi/
`

/** The portal of Kép with another life, built on a day. */
async function builtOn(now: string, life = LIFE): Promise<Repository> {
  const repository = createRepository({ portal: 'kep', sample: true })
  repository.edit('content/kep/cong.yaml', /^lifecycle:\n(?: .*\n)+/m, life)
  const { code, stderr } = await repository.congbo(['build', '--now', now])
  if (code !== 0) throw new Error(stderr)
  return repository
}

describe('a portal that was merged into another', () => {
  let site: Repository
  beforeAll(async () => {
    site = await builtOn('2025-08-01T09:00:00+07:00')
  })
  const page = (path: string) => site.read(`_site/kep/${path}`)

  test('says so on every page, names its successors and leads to those that have a portal', () => {
    for (const path of ['index.html', 'tin-moi/index.html', 'quy-che/index.html']) {
      expect(page(path)).toContain('đã sáp nhập vào cổng khác và được lưu trữ từ ngày 01/07/2025')
      expect(page(path)).toContain('<a href="https://kep.bacninh.gov.vn">Xã Kép, tỉnh Bắc Ninh</a>')
      expect(page(path)).toContain('Xã Hương Sơn')
    }
  })
  test('leads every old address to the new portal, with what stood behind the domain', () => {
    expect(page('_redirects').trim().split('\n').at(-1)).toBe(
      '/* https://kep.bacninh.gov.vn/kep-cu/:splat 301',
    )
  })
  test('leads a page that moved to its new address, on any server', () => {
    expect(page('tin-cu.html')).toMatch(/http-equiv="refresh" content="0; url=(?:\.\/)?tin-moi\/"/)
    expect(page('_redirects')).toContain('/tin-cu.html /tin-moi/ 301')
  })
  test('keeps the page that stands at an address that is said to be old', () => {
    expect(page('quy-che/index.html')).toContain('Quy chế')
    expect(page('_redirects')).not.toContain('/quy-che/ ')
  })
})

test('before the day of the merger there is no banner, and only pages that moved lead on', async () => {
  const site = await builtOn('2025-06-30T09:00:00+07:00')
  expect(site.read('_site/kep/index.html')).not.toContain('sáp nhập')
  expect(site.read('_site/kep/_redirects')).not.toContain('kep.bacninh.gov.vn')
})

// biome-ignore format: a table
test.each([
  ['merged without an address',      LIFE.replace(/ {4}movedTo.*\n/, ''),                      'movedTo',  'a merger must say where to'],
  ['an address of an active portal', LIFE.replace(/reason: Quy chế có hiệu lực/, '$&\n    movedTo: https://x.gov.vn'), 'movedTo', 'an active portal leads nowhere'],
  ['a script for an address',        LIFE.replace('https://kep.bacninh.gov.vn/kep-cu', 'javascript:alert(1)'), 'movedTo', 'only https'],
  ['an old address with a wildcard', LIFE.replace('tin-cu.html', '"*"'),                       'from',     'it would take every address'],
  ['a new address elsewhere',        LIFE.replace('to: tin-moi/', 'to: //evil.example/'),      'to',       'it must stay in the portal'],
])('%s is refused', async (_what, life, field) => {
  const repository = createRepository({ portal: 'kep', sample: true })
  repository.edit('content/kep/cong.yaml', /^lifecycle:\n(?: .*\n)+/m, life)
  const { code, stdout } = await repository.congbo(['check'])
  expect(code).toBe(1)
  expect(stdout).toContain('content/kep/cong.yaml')
  expect(stdout).toContain(field)
})
