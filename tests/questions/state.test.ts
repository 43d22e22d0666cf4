import { describe, expect, test } from 'vitest'
import { formatDay, parseInstant } from '../../pipeline/calendar/local-time.ts'
import type { HoiDap } from '../../pipeline/contract/types.ts'
import { questionState } from '../../pipeline/questions/state.ts'
import { portalOf } from '../support/portals.ts'

const RECEIVED = { receivedDate: '2026-11-02T09:00:00+07:00' }
const first = { progressNotice: { sentDate: '2026-11-20', promisedDate: '2026-12-04' } }
const again = (sentDate: string) => ({
  ...first,
  furtherNotices: [{ sentDate, promisedDate: '2026-12-18', reason: 'Chưa khảo sát được.' }],
})
const OUTSIDE = { outOfField: true }

const told = (state: ReturnType<typeof questionState>) => {
  const due =
    'due' in state
      ? state.due
      : state.at === undefined && state.time.limit === 'set'
        ? state.time.due
        : undefined
  return [state.state, state.at === undefined ? undefined : state.punctuality, due && formatDay(due.day)]
}

const stateOf = (fields: Partial<HoiDap>, now: string, { portal = 'thanh-dong', binds = 'first' } = {}) => {
  const choices = new Map(binds === 'last' ? [['td-second-notice', binds]] : [])
  const { regulation, calendar } = portalOf(portal, { choices })
  const front = { kind: 'hoi-dap', ...fields } as HoiDap
  return told(
    questionState({ regulation, calendar, front, now: parseInstant(`${now}T08:00:00+07:00`) as number }),
  )
}

describe('a question of Thành Đông, received on 02/11/2026', () => {
  // biome-ignore format: a table
  const ROWS: readonly (readonly [fields: Partial<HoiDap>, now: string, state: readonly unknown[], because: string])[] = [
    [{},                                              '2026-11-20', ['received', undefined, '2026-11-23'],        'fifteen working days'],
    [{ forwardedTo: 'vh-xh', forwardedDate: '2026-11-25' }, '2026-11-20', ['received', undefined, '2026-11-23'],  'what is written for later has not happened'],
    [{ forwardedTo: 'vh-xh', forwardedDate: '2026-11-03' }, '2026-11-20', ['passed', undefined, '2026-11-23'],    'passed on'],
    [{ forwardedTo: 'vh-xh', forwardedDate: '2026-11-03' }, '2026-11-24', ['overdue', undefined, '2026-11-23'],   'whoever has it'],
    [first,                                           '2026-11-24', ['noticed', undefined, '2026-12-04'],         'the promise is the new due'],
    [first,                                           '2026-12-05', ['overdue', undefined, '2026-12-04'],         'a promise binds'],
    [again('2026-12-03'),                             '2026-12-05', ['overdue', undefined, '2026-12-04'],         'the first one: td-second-notice'],
    [{ ...first, answeredDate: '2026-12-04' },        '2026-12-10', ['answered', 'in-time', undefined],           'answered on the promised day'],
    [{ ...first, answeredDate: '2026-12-07' },        '2026-12-10', ['answered', 'late', undefined],              'answered after it'],
    [OUTSIDE,                                         '2026-11-03', ['overdue', undefined, '2026-11-02'],         'at once is the same day'],
    [{ ...OUTSIDE, toldDate: '2026-11-02T16:00:00+07:00' }, '2026-11-03', ['out-of-competence', 'in-time', undefined], 'told in the afternoon'],
    [{ ...OUTSIDE, toldDate: '2026-11-04T08:00:00+07:00' }, '2026-11-05', ['out-of-competence', 'late', undefined],    'told two days later'],
    [{ ...OUTSIDE, answeredDate: '2026-11-02T16:00:00+07:00' }, '2026-11-03', ['out-of-competence', 'in-time', undefined], 'an answer tells it too'],
  ]
  test.each(ROWS)('%j on %s → %j: %s', (fields, now, state) => {
    expect(stateOf({ ...RECEIVED, ...fields }, now)).toEqual(state)
  })
})

describe('read so that the last promise binds', () => {
  // biome-ignore format: a table
  const ROWS = [
    [again('2026-12-03'), '2026-12-05', ['noticed', undefined, '2026-12-18'], 'sent before the first promise ran out'],
    [again('2026-12-07'), '2026-12-08', ['overdue', undefined, '2026-12-04'], 'sent after it: nobody can promise himself out of a breach'],
  ] as const
  test.each(ROWS)('%j on %s → %j: %s', (fields, now, state) => {
    expect(stateOf({ ...RECEIVED, ...fields } as Partial<HoiDap>, now, { binds: 'last' })).toEqual(state)
  })
})

test.each(['dong-viet', 'kon-ray', 'thach-linh'])(
  'in %s, which sets no number, it waits and is never late',
  (portal) => {
    expect(stateOf(RECEIVED, '2027-11-20', { portal })).toEqual(['received', undefined, undefined])
  },
)

test('where the calendar ends it says so, and guesses nothing', () => {
  const { regulation, calendar } = portalOf('thanh-dong')
  const front = { kind: 'hoi-dap', receivedDate: '2031-01-06T09:00:00+07:00' } as HoiDap
  const now = parseInstant('2031-01-07T09:00:00+07:00') as number
  expect(questionState({ regulation, calendar, front, now })).toMatchObject({
    state: 'received',
    time: { limit: 'cannot-tell', problem: expect.stringContaining('2031') },
  })
})
