import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Calendar, dayKind, sessionsOn } from '../../pipeline/calendar/calendar.ts'
import { dueAt } from '../../pipeline/calendar/due-at.ts'
import {
  atMinute,
  dayOf,
  type Instant,
  MINUTE,
  parseDay,
  startOf,
} from '../../pipeline/calendar/local-time.ts'
import {
  addOfficeMinutes,
  addWorkingDays,
  officeMinutesBetween,
} from '../../pipeline/calendar/working-time.ts'
import { portalOf } from '../support/portals.ts'

const FLAT = portalOf('thanh-dong').calendar
const SEASONAL = portalOf('thanh-dong', { officeHours: 'hai-duong' }).calendar

/** A minute is office time when a session of its day holds it; nothing cleverer. */
function isOfficeMinute(calendar: Calendar, instant: Instant): boolean {
  const day = dayOf(instant)
  return sessionsOn(calendar, day).some(
    ({ from, to }) => instant >= atMinute(day, from) && instant < atMinute(day, to),
  )
}

/** Counts minute by minute: slow, and beyond doubt. */
function bruteForceDue(calendar: Calendar, from: Instant, minutes: number): Instant {
  let instant = from
  for (let left = minutes; left > 0; instant += MINUTE) if (isOfficeMinute(calendar, instant)) left -= 1
  return instant
}

const first = startOf(parseDay('2023-01-01') as number)
const last = startOf(parseDay('2027-06-01') as number)
const instants = fc.integer({ min: 0, max: (last - first) / MINUTE }).map((minute) => first + minute * MINUTE)
const calendars = fc.constantFrom(FLAT, SEASONAL)
const amounts = fc.integer({ min: 1, max: 40 * 60 })

describe('office hours', () => {
  test('agree with a count minute by minute', () => {
    fc.assert(
      fc.property(calendars, instants, fc.integer({ min: 1, max: 16 * 60 }), (calendar, from, minutes) => {
        expect(addOfficeMinutes(calendar, from, minutes).value).toBe(bruteForceDue(calendar, from, minutes))
      }),
      { numRuns: 150 },
    )
  })
  test('are monotone: who starts later is due no earlier', () => {
    fc.assert(
      fc.property(calendars, instants, instants, amounts, (calendar, a, b, minutes) => {
        const [early, late] = a <= b ? [a, b] : [b, a]
        expect(addOfficeMinutes(calendar, early, minutes).value).toBeLessThanOrEqual(
          addOfficeMinutes(calendar, late, minutes).value,
        )
      }),
    )
  })
  test('are additive: two stretches one after the other are one long stretch', () => {
    fc.assert(
      fc.property(calendars, instants, amounts, amounts, (calendar, from, a, b) => {
        const stepped = addOfficeMinutes(calendar, addOfficeMinutes(calendar, from, a).value, b).value
        expect(stepped).toBe(addOfficeMinutes(calendar, from, a + b).value)
      }),
    )
  })
  test('never end outside office time', () => {
    fc.assert(
      fc.property(calendars, instants, amounts, (calendar, from, minutes) => {
        const due = addOfficeMinutes(calendar, from, minutes).value
        expect(isOfficeMinute(calendar, due - MINUTE)).toBe(true)
      }),
    )
  })
  test('measure back to what was added', () => {
    fc.assert(
      fc.property(calendars, instants, amounts, (calendar, from, minutes) => {
        expect(officeMinutesBetween(calendar, from, addOfficeMinutes(calendar, from, minutes).value)).toBe(
          minutes,
        )
      }),
    )
  })
})

describe('working days', () => {
  const days = instants.map(dayOf)
  const counts = fc.integer({ min: 1, max: 60 })
  test('agree with a count day by day', () => {
    fc.assert(
      fc.property(days, counts, (from, count) => {
        let day = from
        for (let left = count; left > 0; ) if (dayKind(FLAT, ++day).working) left -= 1
        expect(addWorkingDays(FLAT, from, count).value).toBe(day)
      }),
    )
  })
  test('are monotone, additive, and end on a working day', () => {
    fc.assert(
      fc.property(days, counts, counts, (from, a, b) => {
        const stepped = addWorkingDays(FLAT, addWorkingDays(FLAT, from, a).value, b).value
        expect(stepped).toBe(addWorkingDays(FLAT, from, a + b).value)
        expect(addWorkingDays(FLAT, from + 1, a).value).toBeGreaterThanOrEqual(
          addWorkingDays(FLAT, from, a).value,
        )
        expect(dayKind(FLAT, stepped).working).toBe(true)
      }),
    )
  })
  test('the hour of the trigger changes nothing', () => {
    fc.assert(
      fc.property(instants, counts, (from, amount) => {
        const limit = { unit: 'workingDay', amount } as const
        expect(dueAt(from, limit, FLAT).at).toBe(dueAt(startOf(dayOf(from)), limit, FLAT).at)
      }),
    )
  })
})

test.each([
  [2023, 249],
  [2024, 251],
  [2025, 250],
  [2026, 249],
  [2027, 249],
])('%i has %i working days', (year, expected) => {
  const start = parseDay(`${year}-01-01`) as number
  const end = parseDay(`${year}-12-31`) as number
  let count = 0
  for (let day = start; day <= end; day += 1) if (dayKind(FLAT, day).working) count += 1
  expect(count).toBe(expected)
})
