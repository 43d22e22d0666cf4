import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseInstant } from '../../pipeline/calendar/local-time.ts'
import { custodyOf, heldFor } from '../../pipeline/ledger/custody.ts'
import type { Milestones } from '../../pipeline/ledger/entry.ts'
import { spanInWords } from '../../pipeline/ledger/words.ts'

const at = (time: string) => parseInstant(`2026-11-20T${time}:00+07:00`) as number
const approval = (time: string, member: string) => ({
  at: at(time),
  member,
  stage: member,
  account: undefined,
  delegation: undefined,
})

type Case = {
  event?: string
  submitted?: string
  approvals?: [string, string][]
  returns?: string[]
  merged: string
  deployed?: string
}

// biome-ignore format: a table
const CASES: readonly (readonly [Case, string, string])[] = [
  // milestones,                                                                                              who held it how long,                                       because
  [{ event: '08:00', submitted: '09:00', approvals: [['10:00', 'vh-xh'], ['11:30', 'truong-ban']], merged: '11:40' }, 'writer 60, vh-xh 60, truong-ban 90, merge 10',             'each approval ends the time of the one who gave it'],
  [{ event: '08:00', submitted: '09:00', approvals: [['11:30', 'truong-ban'], ['10:00', 'vh-xh']], merged: '11:40' }, 'writer 60, vh-xh 60, truong-ban 90, merge 10',             'in the order in which they spoke'],
  [{ event: '08:00', submitted: '09:00', approvals: [['10:00', 'vh-xh']], merged: '10:00', deployed: '10:05' },       'writer 60, vh-xh 60, deploy 5',                            'a part without length is none'],
  [{ event: '08:00', submitted: '09:00', returns: ['09:30'], approvals: [['11:00', 'vh-xh']], merged: '11:00' },      'writer 60, vh-xh 30, writer 90',                           'sent back, the writer has it until somebody speaks again'],
  [{ event: '08:00', merged: '10:00' },                                                                               'unrecorded 120',                                           'nobody wrote down who had it'],
  [{ submitted: '09:00', merged: '10:00' },                                                                           'unrecorded 60',                                            'sent, and no approval on record'],
  [{ event: '12:00', submitted: '09:00', approvals: [['10:00', 'vh-xh']], merged: '10:30' },                          'vh-xh 60, merge 30',                                       'announced before it happened: it begins when it was sent'],
  [{ event: '08:00', submitted: '09:00', approvals: [['08:30', 'vh-xh']], merged: '10:00' },                          'writer 60, merge 60',                                      'an approval that claims to come before the sending takes no time'],
  [{ event: '08:00', submitted: '09:00', approvals: [['11:00', 'vh-xh']], merged: '10:00' },                          'writer 60, vh-xh 60',                                      'nor does one go beyond the merge'],
  [{ event: '08:00', submitted: '07:00', merged: '07:30', deployed: '07:20' },                                        'unrecorded 30',                                            'deployed before the merge is a clock, not a station'],
]

test.each(CASES)(
  '%j: %s: %s',
  ({ event, submitted, approvals = [], returns = [], merged, deployed }, held) => {
    const milestones: Milestones = {
      event: event === undefined ? undefined : at(event),
      submitted: submitted === undefined ? undefined : at(submitted),
      approvals: approvals.map(([time, member]) => approval(time, member)),
      merged: at(merged),
      deployed: deployed === undefined ? undefined : at(deployed),
    }
    const parts = custodyOf(
      milestones,
      returns.map((time) => ({ at: at(time), member: 'vh-xh' })),
    )
    const words = parts.map(({ holder, from, to }) => {
      const name = holder.party === 'approver' ? holder.member : holder.party
      return `${name} ${(to - from) / 60_000}`
    })
    expect(words.join(', ')).toBe(held)
  },
)

const instant = fc.integer({ min: 0, max: 10_000_000 })
const maybe = fc.option(instant, { nil: undefined })

test('whatever the milestones claim: no part is negative, they follow each other, and they add up exactly', () => {
  fc.assert(
    fc.property(
      maybe,
      maybe,
      fc.array(instant, { maxLength: 5 }),
      fc.array(instant, { maxLength: 3 }),
      instant,
      maybe,
      (event, submitted, approvals, returns, merged, deployed) => {
        const parts = custodyOf(
          {
            event,
            submitted,
            merged,
            deployed,
            approvals: approvals.map((each) => ({
              at: each,
              member: 'a',
              stage: 'a',
              account: undefined,
              delegation: undefined,
            })),
          },
          returns.map((each) => ({ at: each, member: undefined })),
        )
        for (const { from, to } of parts) expect(to).toBeGreaterThan(from)
        for (const [index, { from }] of parts.entries())
          if (index > 0) expect(from).toBe(parts[index - 1]?.to)
        const known = [event, submitted, ...approvals, ...returns, merged].filter(
          (each) => each !== undefined,
        )
        const start = Math.min(merged, ...known)
        const end = deployed !== undefined && deployed > merged ? deployed : merged
        expect(heldFor(parts)).toBe(end - start)
      },
    ),
  )
})

// biome-ignore format: a table
test.each([
  [0, '0 phút', 'nothing'],
  [59_999, '0 phút', 'less than a minute'],
  [150 * 60_000, '2 giờ 30 phút', 'hours and minutes'],
  [26 * 3_600_000, '1 ngày 2 giờ', 'days and hours'],
  [(24 * 60 + 5) * 60_000, '1 ngày 5 phút', 'what is nothing is not told'],
  [(50 * 60 + 5) * 60_000, '2 ngày 2 giờ', 'two units are enough'],
] as const)('%i ms is «%s»: %s', (milliseconds, words, _because) => {
  expect(spanInWords(milliseconds)).toBe(words)
})
