import { describe, expect, test } from 'vitest'
import { parseInstant } from '../../pipeline/calendar/local-time.ts'
import { parsePeriod } from '../../pipeline/calendar/periods.ts'
import { type FreshnessLine, freshnessOf, type Supply } from '../../pipeline/duties/freshness.ts'
import { isDemanding, sectionCoverage } from '../../pipeline/duties/section-coverage.ts'
import { PORTALS, portalOf } from '../support/portals.ts'

const instant = (text: string) => parseInstant(text) as number
const supply = (at: string, more: Partial<Supply> = {}): Supply => ({
  path: at,
  at: instant(at),
  changes: [],
  section: undefined,
  unit: undefined,
  ...more,
})

function factsOf(id: string, period: string, asOf: string, supplies: readonly Supply[]) {
  const { regulation, roster, calendar } = portalOf(id)
  const span = parsePeriod(period)?.span
  if (!span) throw new Error(period)
  return { regulation, roster, calendar, supplies, span, asOf: instant(asOf) }
}

const stateOf = (line: FreshnessLine | undefined): string => {
  if (!line) return 'none'
  const { freshness } = line
  if (freshness.state === 'silent') return `silent ${freshness.periods.map(({ code }) => code).join(' ')}`
  return freshness.state === 'open' ? `open ${freshness.period.code}` : freshness.state
}

const TU_PHAP = { unit: 'tu-phap' }

describe('every unit of Kon Rẫy supplies every month (D11.K4.a)', () => {
  const of = (period: string, asOf: string, ...supplies: Supply[]) =>
    freshnessOf(factsOf('kon-ray', period, asOf, supplies)).find(
      ({ duty, subject }) =>
        duty.id === 'cung-cap-hang-thang' && subject.scope === 'unit' && subject.id === 'tu-phap',
    )
  // biome-ignore format: a table
  test.each([
    ['2025-02', '2025-03-20T09:00:00+07:00', [supply('2025-01-31T23:59:00+07:00', TU_PHAP), supply('2025-03-01T00:00:00+07:00', TU_PHAP)], 'silent 2025-02', 'case 43: nothing in February'],
    ['2025-02', '2025-03-20T09:00:00+07:00', [supply('2025-02-28T23:59:59+07:00', TU_PHAP)],                                               'kept',           'the last second counts'],
    ['2025-02', '2025-03-20T09:00:00+07:00', [supply('2025-02-10T08:00:00+07:00', { unit: 'van-phong-hdnd-ubnd' })],                      'silent 2025-02', 'another unit is another unit'],
    ['2025-03', '2025-03-20T09:00:00+07:00', [],                                                                                           'open 2025-03',   'a month that runs is not silent yet'],
    ['2025-03', '2025-03-31T23:59:59+07:00', [],                                                                                           'open 2025-03',   'to its last second'],
    ['2025-Q1', '2025-04-02T09:00:00+07:00', [supply('2025-02-03T08:00:00+07:00', TU_PHAP)],                                               'silent 2025-01 2025-03', 'a report of a quarter names the months'],
    ['2022-06', '2022-09-01T09:00:00+07:00', [],                                                                                           'kept',           'before 1/7/2022 there was no regulation'],
  ] as readonly (readonly [string, string, readonly Supply[], string, string])[])('%s at %s: %#', (period, asOf, supplies, expected, because) => {
    expect(stateOf(of(period, asOf, ...supplies)), because).toBe(expected)
  })
  test('the last change counts for the age, not for the month', () => {
    const line = of(
      '2025-02',
      '2025-03-20T09:00:00+07:00',
      supply('2025-01-05T08:00:00+07:00', { ...TU_PHAP, changes: [instant('2025-02-20T08:00:00+07:00')] }),
    )
    expect(line?.last).toBe(instant('2025-02-20T08:00:00+07:00'))
    expect(line?.items).toEqual([])
    expect(stateOf(line)).toBe('silent 2025-02')
  })
})

describe('Đồng Việt has something new every day (D10.K1.g1)', () => {
  const of = (asOf: string, ...supplies: Supply[]) =>
    freshnessOf(factsOf('dong-viet', '2024-05', asOf, supplies)).find(
      ({ duty }) => duty.id === 'cap-nhat-hang-ngay',
    )
  const DAYS = ['02', '03', '04', '06'].map((date) => supply(`2024-05-${date}T09:00:00+07:00`))
  // biome-ignore format: a table
  test.each([
    ['2024-05-05T23:59:59+07:00', 'kept',               'a Sunday is asked for nothing, as the portal reads its regulation'],
    ['2024-05-06T08:00:00+07:00', 'open 2024-05-06',    'the Monday that runs'],
    ['2024-05-06T23:59:00+07:00', 'kept',               'and has something by its end'],
    ['2024-05-07T23:59:59+07:00', 'open 2024-05-07',    'to its last second'],
    ['2024-05-08T00:00:00+07:00', 'silent 2024-05-07',  'then it is over'],
  ])('by %s: %s, %s', (asOf, expected) => {
    expect(stateOf(of(asOf, ...DAYS))).toBe(expected)
  })
  test('a year without a holiday file accuses nobody', () => {
    const line = freshnessOf(factsOf('dong-viet', '2031-05', '2031-06-01T09:00:00+07:00', [])).find(
      ({ duty }) => duty.id === 'cap-nhat-hang-ngay',
    )
    expect(stateOf(line)).toBe('kept')
  })
})

describe('where the regulation names no number', () => {
  test.each(['kep', 'thach-linh', 'thanh-dong'])('%s: an age, and never a verdict', (id) => {
    const lines = freshnessOf(factsOf(id, '2026-10', '2026-11-20T09:00:00+07:00', []))
    expect(lines.length).toBeGreaterThan(0)
    expect(new Set(lines.map(({ freshness }) => freshness.state))).toEqual(new Set(['no-number']))
  })
})

describe('what of a portal is empty, stale, or nobody’s', () => {
  const NOW = '2025-03-20T09:00:00+07:00'
  const coverage = (id: string, supplies: readonly Supply[]) =>
    sectionCoverage({ ...factsOf(id, '2025-03', NOW, supplies), publications: [] })
  test.each(PORTALS)(
    '%s without anything: each mandatory section is named once, with its clause and what to do',
    (id) => {
      const rows = coverage(id, []).filter(({ type }) => type === 'empty')
      const mandatory = portalOf(id).regulation.law.sections.filter((each) => each.mandatory)
      expect(rows.map((row) => row.id)).toEqual(mandatory.map((each) => each.id))
      for (const { law, fix } of rows) {
        expect(law).toMatch(/^(?:Điều|Giả định)/)
        expect(fix).toMatch(/congbo new/)
      }
    },
  )
  test('a section with one article is empty no more; a later one does not count yet', () => {
    const empty = (at: string) =>
      coverage('kon-ray', [supply(at, { section: 'dau-tu' })]).some(
        ({ type, id }) => type === 'empty' && id === 'dau-tu',
      )
    expect([empty('2025-03-20T08:59:00+07:00'), empty('2025-03-20T09:01:00+07:00')]).toEqual([false, true])
  })
  test('an approver without an account is named with the lĩnh vực', () => {
    const { regulation, roster, calendar } = portalOf('kon-ray')
    const members = new Map(roster.members)
    const unit = members.get('tu-phap')
    if (!unit) throw new Error('no unit')
    members.set('tu-phap', { ...unit, accounts: [] })
    const rows = sectionCoverage({
      ...factsOf('kon-ray', '2025-03', NOW, []),
      regulation,
      calendar,
      roster: { ...roster, members },
      publications: [],
    }).filter(({ type }) => type === 'no-account')
    expect(rows.map(({ id }) => id)).toEqual(['tu-phap', 'pho-bien-phap-luat', 'tin-don-vi', 'lay-y-kien'])
    expect(rows.every(isDemanding)).toBe(true)
  })
  test('that the regulation gives a section to nobody asks for nothing', () => {
    const rows = coverage('kep', []).filter(({ type }) => type === 'no-owner')
    expect(rows.length).toBe(9)
    expect(rows.some(isDemanding)).toBe(false)
  })
})
