import { rmSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '../../pipeline/commands/check.ts'
import { questions } from '../../pipeline/commands/questions.ts'
import { deadline } from '../../pipeline/rules/time.ts'
import { diagnosticsOf, expectCivil } from '../support/civil.ts'
import { inProcess } from '../support/in-process.ts'
import { PORTALS } from '../support/portals.ts'
import { createRepository, snapshot } from '../support/repository.ts'

/** A year in which each regulation is in force and whose holidays, and those of the next, are known. */
const YEARS: Readonly<Record<string, number>> = {
  kep: 2024,
  'dong-viet': 2024,
  'kon-ray': 2024,
  'thach-linh': 2021,
  'thanh-dong': 2026,
}

type Act = {
  readonly task: 'new' | 'pass' | 'notice' | 'tell' | 'answer'
  readonly number: number
  /** Days and minutes from 15 December of the year, so that registers of two years are kept. */
  readonly day: number
  readonly minute: number
  /** How long before the clock of the run it is said to have been done, in days. */
  readonly ago: number
  readonly promise: number
  readonly unit: number
  readonly withReason: boolean
}

const ACT: fc.Arbitrary<Act> = fc.record({
  task: fc.constantFrom('new', 'new', 'pass', 'notice', 'tell', 'answer'),
  number: fc.constantFrom(1, 1, 2, 3),
  day: fc.constantFrom(0, 1, 2, 3, 5, 9, 14, 17, 18, 24, 30, 39),
  minute: fc.integer({ min: 0, max: 1439 }),
  ago: fc.constantFrom(0, 0, 0, 0, 1, 5, 30, -1),
  promise: fc.constantFrom(-3, 0, 1, 2, 6, 7, 13, 30),
  unit: fc.integer({ min: 0, max: 3 }),
  withReason: fc.boolean(),
})

/** Without a question nothing else can be done. */
const FIRST: Act = {
  task: 'new',
  number: 1,
  day: 0,
  minute: 0,
  ago: 0,
  promise: 0,
  unit: 0,
  withReason: false,
}

const TASKS = ['new', 'pass', 'notice', 'tell', 'answer'] as const
const REASON = 'Chờ ý kiến của cơ quan khác.'
const QUESTION = 'Xin hỏi bao giờ sửa đèn đường ở ngõ Trung?\n\nHai bóng đã hỏng từ lâu.'

const at = (year: number, day: number, minute = 0): string =>
  new Date(Date.UTC(year, 11, 15 + day, 0, minute) - 7 * 3_600_000).toISOString().replace('.000Z', 'Z')

describe.each(PORTALS)('whatever is done in the register of %s', (portal) => {
  const repository = createRepository({ portal, sample: true })
  const year = YEARS[portal] as number
  const units = [
    ...repository.read(`content/${portal}/ban-bien-tap.yaml`).matchAll(/^ {2}- id: (\S+)$/gm),
  ].map(([, id]) => id as string)
  repository.write('hoi.txt', QUESTION)
  repository.write('dap.txt', 'Đã sửa xong trong tuần này.\n')

  const done = new Set<string>()

  const run = (act: Act) => {
    const now = at(year, act.day, act.minute)
    const when = act.ago === 0 ? undefined : at(year, act.day - act.ago, act.minute)
    const promised = at(year, act.day + act.promise, 600).slice(0, 10)
    const unit = units[act.unit % units.length] as string
    const options = {
      new: { title: `Câu hỏi ngày thứ ${act.day}`, file: 'hoi.txt', ...(when ? { received: when } : {}) },
      pass: { to: unit },
      notice: { promised, ...(act.withReason ? { reason: REASON } : {}) },
      tell: act.withReason ? { lateReason: REASON } : {},
      answer: { by: unit, file: 'dap.txt', ...(act.withReason ? { lateReason: REASON } : {}) },
    }[act.task]
    const moment = act.task === 'new' || when === undefined ? {} : { at: when }
    const args = act.task === 'new' ? ['new', portal] : [act.task, portal, String(act.number)]
    return inProcess(repository.root, (ports) => questions(ports, args, { now, ...moment, ...options }))
  }

  test('it is refused with words and nothing is written, or the register stays one that the check accepts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(ACT, { minLength: 4, maxLength: 12 }), async (acts) => {
        rmSync(repository.at(`content/${portal}/hoi-dap`), { recursive: true, force: true })
        // Time runs one way, whatever people say of when they did something.
        const inOrder = [FIRST, ...acts].sort((a, b) => a.day - b.day || a.minute - b.minute)
        for (const act of inOrder) {
          const before = snapshot(repository.at(`content/${portal}`))
          const outcome = await run(act)
          expectCivil(outcome)
          done.add(`${act.task} ${outcome.code === 0 ? 'done' : 'refused'}`)
          const changed =
            JSON.stringify(snapshot(repository.at(`content/${portal}`))) !== JSON.stringify(before)
          expect(changed, outcome.stdout + outcome.stderr).toBe(outcome.code === 0)
          if (outcome.code !== 0) expect(outcome.stderr).toMatch(/[àáạảãâăđêôơư]/i)
        }
        const now = at(year, 41)
        const checked = await inProcess(repository.root, (ports) => check(ports, [], { json: true, now }))
        const wrong = diagnosticsOf(checked).filter(
          ({ severity, rule }) => severity === 'error' && rule !== deadline.id,
        )
        expect(wrong).toEqual([])
      }),
      { numRuns: 15, seed: 5 },
    )
  })

  test('every task was done, and every task refused', () => {
    for (const task of TASKS)
      expect([task, done.has(`${task} done`), done.has(`${task} refused`)]).toEqual([task, true, true])
  })
})
