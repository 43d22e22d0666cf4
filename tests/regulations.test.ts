import { describe, expect, test } from 'vitest'
import { requiredApprovals } from '../pipeline/approval/required-approvals.ts'
import { placeOf } from '../pipeline/documents/document.ts'
import { cite } from '../pipeline/regulation/clause.ts'
import { type Kind, refsOf } from '../pipeline/regulation/regulation.ts'
import { ENFORCERS, SERVICE_WORDS, servicesOf, TRACKERS } from '../pipeline/regulation/served.ts'
import { rules } from '../pipeline/rules/index.ts'
import { PORTALS, portalOf, repositoryFiles } from './support/portals.ts'

const PAGES = new Set(['home', 'quy-che', 'van-ban', 'hoi-dap', 'feed', 'footer', 'article', 'search'])

/** Rules that only some regulations speak of; every other rule rests on a clause in all five. */
const NOT_EVERYWHERE = new Set([
  'intake',
  'deadline',
  'trigger',
  'reference-news',
  'advertising',
  'calendar',
  'fixed-page',
  'refusal',
  'takedown',
  // The law of the country speaks of it; of the regulations only Thành Đông's does.
  'personal-data',
  // Of the regulations only those of Thạch Linh and Kép speak of what was there before.
  'near-duplicate',
  // No regulation speaks of the length of sentences: a hint, and a choice of the portal.
  'long-sentence',
])

describe.each(PORTALS)('the regulation of %s', (id) => {
  const portal = portalOf(id)
  const { regulation } = portal

  test('every clause that is enforced names a rule that exists', () => {
    const named = regulation.law.clauses.flatMap(({ enforced = [] }) => enforced)
    const known = (id: string) => ENFORCERS.has(id) || rules.some((each) => each.id === id)
    expect(named.filter((id) => !known(id))).toEqual([])
    for (const id of ENFORCERS) expect(named).toContain(id)
  })

  test('every rule rests on a clause', () => {
    const without = rules.filter(
      (rule) => !NOT_EVERYWHERE.has(rule.id) && !regulation.clausesOfRule.has(rule.id),
    )
    expect(without.map((rule) => rule.id)).toEqual([])
  })

  test('every clause that is tracked names a report or reminder that exists', () => {
    const named = regulation.law.clauses
      .flatMap(servicesOf)
      .filter((each) => each.mode === 'tracked' && !each.planned)
    expect(named.filter(({ by }) => !TRACKERS.has(by))).toEqual([])
  })

  test('every clause that is published names a page that exists', () => {
    const named = regulation.law.clauses
      .flatMap(servicesOf)
      .filter((each) => each.mode === 'published' && !each.planned)
    const missing = named.filter(({ by }) => {
      const [type, name = ''] = by.split(':') as [string, string?]
      if (type === 'section') return !regulation.sections.has(name)
      if (type === 'page') return !repositoryFiles.exists(`content/${id}/trang/${name}.md`)
      return !PAGES.has(by)
    })
    expect(missing).toEqual([])
  })

  test('a clause that a rule enforces names a rule whose verdicts cite it', () => {
    for (const [rule, refs] of regulation.clausesOfRule) {
      for (const ref of refs)
        expect(`${rule}: ${cite(ref, regulation.law.shortName)}`).toMatch(/Điều|Quyết định/)
    }
  })

  test('every service has a name for people', () => {
    const nameless = regulation.law.clauses
      .flatMap(servicesOf)
      .filter(({ mode, by, planned }) => mode !== 'enforced' || planned || ENFORCERS.has(by))
      .filter(({ by }) => !by.includes(':') && !(by in SERVICE_WORDS))
    expect(nameless).toEqual([])
  })

  test('every deadline, lĩnh vực, section, required field and duty rests on a clause or is a stated assumption', () => {
    const { deadlines, linhVuc, sections, requiredFields, duties, interpretations } = regulation.law
    const bare = [deadlines, linhVuc, sections, requiredFields, duties, interpretations]
      .flat()
      .filter((each) => refsOf(each.basis).length === 0 && !('assumption' in each && each.assumption))
    expect(bare).toEqual([])
  })

  test('every article of every kind has somebody who must approve it', () => {
    for (const linhVuc of regulation.linhVuc.keys()) {
      for (const kind of regulation.kinds.keys()) {
        expect(
          requiredApprovals(regulation, { kind, linhVuc }).length,
          `${kind} in ${linhVuc}`,
        ).toBeGreaterThan(0)
      }
    }
  })

  test('has a sample document of every kind it knows', () => {
    const kinds = new Set(
      repositoryFiles
        .list(`content/${id}`)
        .filter(({ path }) => placeOf(path.slice(`content/${id}/`.length)))
        .map(({ path }) => {
          const read = repositoryFiles.read(path)
          return read.state === 'read'
            ? /^kind: (\S+)/m.exec(new TextDecoder().decode(read.bytes))?.[1]
            : undefined
        }),
    )
    expect([...regulation.kinds.keys()].filter((kind) => !kinds.has(kind))).toEqual([])
  })
})

// The regulations' own figures, read from the source texts; a change of one is a change of the law.
// biome-ignore format: a table
const FIGURES: readonly [portal: string, kind: Kind, amount: number | undefined, unit: string, trigger: string | undefined, clause: string][] = [
  ['kep',        'tin-su-kien',        1,         'workingDay', 'eventDate',       'D9.K1'],
  ['kep',        'van-ban',            1,         'workingDay', 'signedDate',      'D9.K2'],
  ['kep',        'hoi-nghi',           2,         'workingDay', 'eventEnd',        'D9.K3'],
  ['kep',        'thong-ke',           undefined, 'immediate',  'sentDate',        'D9.K4'],
  ['kep',        'hoi-dap',            15,        'workingDay', 'receivedDate',    'D9.K5#1'],
  ['kep',        'bai-viet',           undefined, 'none',       undefined,         'D9.K5#2'],
  ['thanh-dong', 'tin-su-kien',        8,         'officeHour', 'eventDate',       'D7.K1'],
  ['thanh-dong', 'pho-bien-phap-luat', 15,        'workingDay', 'promulgatedDate', 'D7.K2'],
  ['thanh-dong', 'van-ban',            2,         'workingDay', 'promulgatedDate', 'D7.K3.a'],
  ['thanh-dong', 'van-ban-lien-quan',  10,        'workingDay', 'promulgatedDate', 'D7.K3.b'],
  ['thanh-dong', 'quy-hoach-du-an',    10,        'workingDay', 'approvedDate',    'D7.K4'],
  ['thanh-dong', 'hoi-dap',            15,        'workingDay', 'receivedDate',    'D7.K5.b'],
  ['thanh-dong', 'thong-ke',           10,        'workingDay', 'decidedDate',     'D7.K6'],
]

describe('figures of the source texts', () => {
  test.each(FIGURES)('%s: %s within %s %s of %s (%s)', (id, kind, amount, unit, trigger, clause) => {
    const found = portalOf(id).regulation.law.deadlines.find(
      (each) => each.kinds.includes(kind) && !each.when,
    )
    expect({ limit: found?.limit, trigger: found?.trigger, clauses: refsOf(found?.basis) }).toEqual({
      limit: amount === undefined ? { unit } : { amount, unit },
      trigger,
      clauses: expect.arrayContaining([clause]),
    })
  })
  test.each(['dong-viet', 'kon-ray', 'thach-linh'])('%s sets no deadline in numbers', (id) => {
    expect(portalOf(id).regulation.law.deadlines.filter((each) => 'amount' in each.limit)).toEqual([])
  })
})

// biome-ignore format: a table
const APPROVERS: readonly [portal: string, kind: Kind, linhVuc: string, section: string | undefined, stages: string[][], because: string][] = [
  ['kep',        'tin-su-kien', 'kinh-te',      undefined, [['ban-bien-tap']],                                    'the board approves before posting (4.3)'],
  ['dong-viet',  'tin-su-kien', 'kinh-te-xa-hoi', undefined, [['ban-bien-tap', 'chu-tich']],                      'the board or the competent authority (3, 9.1)'],
  ['kon-ray',    'tin-su-kien', 'tu-phap',      undefined, [['tu-phap']],                                         'the assigned member alone for news (8.1)'],
  ['kon-ray',    'bai-viet',    'tu-phap',      undefined, [['tu-phap'], ['thuong-truc']],                        'articles and works: the standing body as well (8.2)'],
  ['thach-linh', 'tin-su-kien', 'tu-phap',      undefined, [['tu-phap'], ['truong-ban']],                         'the member of the field, then Trưởng ban (8.1, 6.6)'],
  ['thanh-dong', 'tin-su-kien', 'an-ninh',      undefined, [['van-phong'], ['truong-ban', 'pho-truong-ban']],     '12.5, then 11.3b'],
  ['thanh-dong', 'tin-su-kien', 'tin-nguong',   undefined, [['vh-xh'], ['truong-ban', 'pho-truong-ban']],         '13.11'],
  ['thanh-dong', 'tin-su-kien', 'dan-van',      undefined, [['xay-dung-dang'], ['truong-ban', 'pho-truong-ban']], '14.2'],
  ['thanh-dong', 'bai-viet',    'xa-hoi',       'hoc-tap-lam-theo-hcm', [['xay-dung-dang'], ['truong-ban', 'pho-truong-ban']], 'the section goes before the lĩnh vực (14.1)'],
]

describe('who must approve', () => {
  test.each(APPROVERS)('%s: %s in %s (%s) needs %j: %s', (id, kind, linhVuc, section, stages) => {
    const needed = requiredApprovals(portalOf(id).regulation, {
      kind,
      linhVuc,
      ...(section ? { section } : {}),
    })
    expect(needed.map(({ approvers }) => approvers)).toEqual(stages)
  })
})
