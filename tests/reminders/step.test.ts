import { expect, test } from 'vitest'
import { parseDay } from '../../pipeline/calendar/local-time.ts'
import type { Approver, Need } from '../../pipeline/gate/need.ts'
import { addresseesOf, type Step, stepAt } from '../../pipeline/reminders/step.ts'

// biome-ignore format: a table
const STEPS: readonly (readonly [number, Step | undefined, string])[] = [
  // share, step,        because
  [0,       undefined,   'it has just begun'],
  [0.49,    undefined,   'nobody is asked before half of the time'],
  [0.5,     'approver',  'half of the time has gone'],
  [0.74,    'approver',  'still the approver’s turn'],
  [0.75,    'delegate',  'at the share at which it is at risk, who may act for him'],
  [0.99,    'delegate',  'still'],
  [1,       'head',      'the time is over'],
  [3,       'head',      'long over: the latest step only'],
]

test.each(STEPS)('at %d of the time: %s, because %s', (share, step) => {
  expect(stepAt(share, { ask: 0.5, elapsed: 0.75 })).toBe(step)
})

const day = (text: string) => parseDay(text) as number
const TODAY = day('2025-03-20')
const delegate = (from: string, to: string) => ({
  id: 'pho-ban',
  label: 'Phó ban',
  accounts: ['@kon-ray/pho-ban'],
  from: day(from),
  to: day(to),
  document: 'Giấy ủy quyền',
})
const approver = (delegates: Approver['delegates'] = [], accounts = ['@kon-ray/tu-phap']): Approver => ({
  id: 'tu-phap',
  label: 'Phòng Tư pháp',
  accounts,
  delegates,
})
const HEAD = [{ label: 'Trưởng ban', accounts: ['@kon-ray/truong-ban'] }]
const HOLDING = delegate('2025-03-10', '2025-03-28')
const OVER = delegate('2025-01-01', '2025-03-19')

// biome-ignore format: a table
const WHOM: readonly (readonly [Step, readonly Approver[], Step, readonly string[], string])[] = [
  // step,      approvers,                        taken,      whom,               because
  ['approver',  [approver()],                     'approver', ['Phòng Tư pháp'],  'the awaited approver first'],
  ['approver',  [approver(), approver()],         'approver', ['Phòng Tư pháp'],  'nobody is named twice'],
  ['approver',  [approver([], [])],               'approver', [],                 'nobody to ask where there is no account'],
  ['delegate',  [approver([HOLDING])],            'delegate', ['Phó ban'],        'who may act for him today'],
  ['delegate',  [approver([OVER])],               'head',     ['Trưởng ban'],     'a delegation that is over asks nobody, so the head'],
  ['delegate',  [approver()],                     'head',     ['Trưởng ban'],     'without a delegate the head'],
  ['head',      [approver([HOLDING])],            'head',     ['Trưởng ban'],     'the head at the end'],
]

test.each(WHOM)('%s of %j → %s, %j: %s', (step, approvers, taken, names) => {
  const need = { approvers } as unknown as Need
  const found = addresseesOf(step, [need], HEAD, TODAY)
  expect(found.step).toBe(taken)
  expect(found.to.map(({ label }) => label)).toEqual(names)
})
