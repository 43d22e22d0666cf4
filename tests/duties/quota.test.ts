import { describe, expect, test } from 'vitest'
import { parseInstant } from '../../pipeline/calendar/local-time.ts'
import { parsePeriod } from '../../pipeline/calendar/periods.ts'
import { quotasOf, type Written } from '../../pipeline/duties/quota.ts'
import { toRoster } from '../../pipeline/roster/roster.ts'
import { portalOf } from '../support/portals.ts'

const KEP = portalOf('kep')
const instant = (text: string) => parseInstant(text) as number

type People = NonNullable<typeof KEP.roster.written.people>
const person = (id: string, more: Partial<People[number]> = {}): People[number] => ({
  id,
  bylines: [id],
  member: 'ban-bien-tap',
  ...more,
})

const write = (at: string, more: Partial<Written> = {}): Written => ({
  path: at,
  at: instant(at),
  kind: 'bai-viet',
  person: 'an',
  ...more,
})

/** `month state[owed] count` of each person and month. */
function standing(
  people: People,
  publications: readonly Written[],
  period: string,
  asOf: string,
  id = 'kep',
): string[] {
  const portal = portalOf(id)
  const span = parsePeriod(period)?.span
  if (!span) throw new Error(period)
  return quotasOf({
    regulation: portal.regulation,
    roster: toRoster({ ...portal.roster.written, people }),
    publications,
    span,
    asOf: instant(asOf),
  }).flatMap((quota) =>
    quota.state === 'counted'
      ? quota.lines.map(
          ({ person: { id: who }, standing: each, items }) =>
            `${quota.span.code} ${who} ${each.state}${'owed' in each ? ` ${each.owed}` : ''} of ${items.length}`,
        )
      : [`${quota.duty.id} ${quota.state}`],
  )
}

const LATER = '2024-12-31T12:00:00+07:00'

describe('the quota of Kép, two a month and member (D6.K1)', () => {
  // biome-ignore format: a table
  test.each([
    ['2024-04', [write('2024-04-30T16:50:00Z'), write('2024-04-30T17:10:00Z')],                    LATER, ['2024-04 an short 1 of 1'],  'case 40: 23:50 on 30 April is April'],
    ['2024-05', [write('2024-04-30T16:50:00Z'), write('2024-04-30T17:10:00Z')],                    LATER, ['2024-05 an short 1 of 1'],  'case 40: 00:10 is May'],
    ['2024-05', [write('2024-05-02T09:00:00Z'), write('2024-05-03T09:00:00Z')],                    LATER, ['2024-05 an met of 2'],      'exactly what is asked for'],
    ['2024-05', [],                                                                                LATER, ['2024-05 an short 2 of 0'],  'nothing at all'],
    ['2024-05', [write('2024-05-02T09:00:00Z')],                           '2024-05-20T09:00:00+07:00', ['2024-05 an open 1 of 1'],   'a month that runs is not short yet'],
    ['2024-05', [write('2024-05-02T09:00:00Z', { kind: 'van-ban' }), write('2024-05-02T10:00:00Z', { kind: 'trang' })], LATER, ['2024-05 an short 2 of 0'], 'documents and pages are no news'],
    ['2024-05', [write('2024-05-02T09:00:00Z', { person: undefined })],                            LATER, ['2024-05 an short 2 of 0'],  'a byline that nobody knows counts for nobody'],
    ['2024-05', [write('2024-05-30T09:00:00Z'), write('2024-05-31T09:00:00Z')], '2024-05-30T23:00:00+07:00', ['2024-05 an open 1 of 1'], 'what is published later is not known yet'],
    ['2024-03', [],                                                                                LATER, [],                           'the regulation takes effect on 1/4/2024'],
    ['2024-Q2', [write('2024-06-30T16:59:59Z')],                                                   LATER, ['2024-04 an short 2 of 0', '2024-05 an short 2 of 0', '2024-06 an short 1 of 1'], 'a report of a quarter counts month by month'],
  ] as readonly (readonly [string, readonly Written[], string, readonly string[], string])[])('%s: %#', (period, publications, asOf, expected, because) => {
    expect(standing([person('an')], publications, period, asOf), because).toEqual(expected)
  })
  // biome-ignore format: a table
  test.each([
    [{ from: '2024-05-01' },                    ['2024-05 an short 2 of 0'], 'a member from the first day'],
    [{ from: '2024-05-02' },                    ['2024-05 an exempt of 0'],  'from the second: no whole month'],
    [{ to: '2024-05-31' },                      ['2024-05 an short 2 of 0'], 'until the last day'],
    [{ to: '2024-05-30' },                      ['2024-05 an exempt of 0'],  'until the last but one'],
    [{ from: '2024-06-01' },                    ['2024-05 an exempt of 0'],  'not yet a member'],
    [{ to: '2024-04-30' },                      ['2024-05 an exempt of 0'],  'no longer a member'],
    [{ collaborator: true },                    ['dinh-muc-tin-bai nobody'], 'a collaborator has no quota'],
    [{ member: 'vh-xh' },                       ['dinh-muc-tin-bai nobody'], 'the quota is that of the board'],
  ] as readonly (readonly [Partial<People[number]>, readonly string[], string])[])('%j: %j, %s', (more, expected) => {
    expect(standing([person('an', more)], [], '2024-05', LATER)).toEqual(expected)
  })
})

test('Thành Đông speaks of a quota and names no number: it is told so, and nothing is counted', () => {
  expect(
    standing(
      [person('an', { member: 'to-thu-ky' })],
      [],
      '2026-10',
      '2026-11-20T09:00:00+07:00',
      'thanh-dong',
    ),
  ).toEqual(['dinh-muc-tin-bai no-number'])
})
test.each(['dong-viet', 'kon-ray', 'thach-linh'])('%s has no quota', (id) => {
  expect(standing([person('an')], [], '2025-01', LATER, id)).toEqual([])
})
