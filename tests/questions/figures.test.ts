import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDay, startOf } from '../../pipeline/calendar/local-time.ts'
import type { HoiDap } from '../../pipeline/contract/types.ts'
import {
  type CountedQuestion,
  QUESTION_FIGURES,
  type QuestionFigure,
  questionFigures,
  questionTable,
} from '../../pipeline/questions/figures.ts'
import { portalOf } from '../support/portals.ts'

const day = (text: string) => startOf(parseDay(text) as number)
const question = (path: string, fields: Partial<HoiDap>): CountedQuestion => ({
  path,
  front: { kind: 'hoi-dap', title: 'Hỏi', question: 'Bao giờ sửa đèn?', ...fields } as HoiDap,
})

// 15 working days of Thành Đông from 2 November end with 23 November 2026, 24 November is a day off.
const QUESTIONS = [
  question('in-time', {
    receivedDate: '2026-11-02',
    forwardedTo: 'vh-xh',
    forwardedDate: '2026-11-03',
    answeredBy: 'vh-xh',
    answeredDate: '2026-11-20',
  }),
  question('late', { receivedDate: '2026-10-01', answeredBy: 'vh-xh', answeredDate: '2026-11-20' }),
  question('promised', {
    receivedDate: '2026-11-02',
    progressNotice: { sentDate: '2026-11-20', promisedDate: '2026-12-18' },
  }),
  question('told', {
    receivedDate: '2026-11-10T08:00:00+07:00',
    outOfField: true,
    toldDate: '2026-11-10T09:00:00+07:00',
  }),
  question('forgotten', { receivedDate: '2026-11-02' }),
  question('long-forgotten', { receivedDate: '2026-09-01' }),
  question('answered-next-month', {
    receivedDate: '2026-11-25',
    answeredBy: 'vh-xh',
    answeredDate: '2026-12-02',
  }),
  question('next-month', { receivedDate: '2026-12-01' }),
]
const NOVEMBER = { from: day('2026-11-01'), end: day('2026-12-01'), asOf: day('2026-12-31') }

const figuresOf = (portal: string, stretch = NOVEMBER, questions: readonly CountedQuestion[] = QUESTIONS) =>
  questionFigures(questions, portalOf(portal), stretch)

describe('the questions of a month', () => {
  test('are counted where they were done, and at the end as they stood then', () => {
    expect(figuresOf('thanh-dong')).toEqual({
      received: ['in-time', 'promised', 'told', 'forgotten', 'answered-next-month'],
      passed: ['in-time'],
      noticed: ['promised'],
      answeredInTime: ['in-time'],
      answeredLate: ['late'],
      answeredWithoutLimit: [],
      outOfCompetence: ['told'],
      waiting: ['promised', 'answered-next-month'],
      overdue: ['forgotten'],
      veryLate: ['long-forgotten'],
    })
  })
  test('a month that is not over is counted as far as it has come', () => {
    const figures = figuresOf('thanh-dong', { ...NOVEMBER, asOf: day('2026-11-15') })
    expect(figures).toMatchObject({
      received: ['in-time', 'promised', 'told', 'forgotten'],
      noticed: [],
      answeredInTime: [],
      waiting: ['in-time', 'promised', 'forgotten'],
    })
  })
  test('without a number of days there is nothing late', () => {
    const figures = figuresOf('thach-linh')
    expect(figures).toMatchObject({
      answeredInTime: [],
      answeredLate: [],
      answeredWithoutLimit: ['in-time', 'late'],
      waiting: ['promised', 'forgotten', 'long-forgotten', 'answered-next-month'],
      overdue: [],
      veryLate: [],
    })
  })
  test('as a table every figure opens to its questions', () => {
    const { regulation } = portalOf('thanh-dong')
    const table = questionTable(figuresOf('thanh-dong'), regulation)
    expect(table.ground).toContain('Điều 7 khoản 5')
    expect(table.rows.map(({ id }) => id)).toEqual(Object.keys(QUESTION_FIGURES))
    for (const {
      figures: [, figure],
    } of table.rows)
      expect(figure?.cell).toEqual({ type: 'integer', value: figure?.items?.length })
  })
})

describe('whatever questions there are', () => {
  const dayOfYear = fc.integer({ min: 0, max: 330 }).map((offset) => {
    const text = new Date(Date.UTC(2026, 0, 5 + offset)).toISOString().slice(0, 10)
    return `${text}T09:00:00+07:00`
  })
  const asked = fc
    .record({
      received: dayOfYear,
      answered: fc.option(dayOfYear, { nil: undefined }),
      noticed: fc.option(dayOfYear, { nil: undefined }),
      outOfField: fc.boolean(),
    })
    .map(({ received, answered, noticed, outOfField }): Partial<HoiDap> => {
      const notBefore = (at: string | undefined) => (at !== undefined && at >= received ? at : undefined)
      const [closed, sent] = [notBefore(answered), notBefore(noticed)]
      return {
        receivedDate: received,
        ...(outOfField ? { outOfField } : {}),
        ...(closed
          ? outOfField
            ? { toldDate: closed }
            : { answeredDate: closed, answeredBy: 'vh-xh' }
          : {}),
        ...(sent && !outOfField ? { progressNotice: { sentDate: sent, promisedDate: '2026-12-18' } } : {}),
      }
    })
  const PORTALS = ['thanh-dong', 'kon-ray'].map((id) => portalOf(id))
  const MONTHS = Array.from({ length: 12 }, (_, month) => ({
    from: day(`2026-${String(month + 1).padStart(2, '0')}-01`),
    end: month === 11 ? day('2027-01-01') : day(`2026-${String(month + 2).padStart(2, '0')}-01`),
    asOf: day('2027-01-01'),
  }))
  const YEAR = { from: day('2026-01-01'), end: day('2027-01-01'), asOf: day('2027-01-01') }
  const FLOWS: readonly QuestionFigure[] = [
    'received',
    'passed',
    'answeredInTime',
    'answeredLate',
    'answeredWithoutLimit',
    'outOfCompetence',
  ]
  const ENDS: readonly QuestionFigure[] = ['waiting', 'overdue', 'veryLate']
  const CLOSED = FLOWS.slice(2)

  test('months add up to the year, and every question that came is either done with or waits', () => {
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 12 }), (all) => {
        const questions = all.map((fields, index) => question(`${index}`, fields))
        for (const portal of PORTALS) {
          const months = MONTHS.map((month) => questionFigures(questions, portal, month))
          const year = questionFigures(questions, portal, YEAR)
          for (const id of FLOWS)
            expect(months.flatMap((each) => each[id]).sort()).toEqual([...year[id]].sort())
          const everywhere = [...CLOSED, ...ENDS].flatMap((id) => year[id])
          expect(everywhere.sort()).toEqual(questions.map(({ path }) => path).sort())
        }
      }),
      { numRuns: 60 },
    )
  })
})
