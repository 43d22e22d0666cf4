import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { SUBMISSION_FORM, sendingPortal, submissionForm } from '../../pipeline/starter/submission-form.ts'
import { eventTime } from '../../pipeline/submissions/event-time.ts'
import {
  isSubmission,
  NOT_SURE,
  OTHER_UNIT,
  readSubmission,
  SENT_KINDS,
  SUBMISSION_LABELS,
} from '../../pipeline/submissions/form.ts'
import { PORTALS, portalOf, REPOSITORY } from '../support/portals.ts'
import { filled } from './filled.ts'

const portals = PORTALS.map((id) => portalOf(id))
const all = portals.map(sendingPortal)

describe('the form', () => {
  // `npx vitest run tests/submissions/form.test.ts --update` writes it; so does `congbo gui-bai --form`.
  test('of this repository is what pipeline/starter writes', async () => {
    await expect(submissionForm(all)).toMatchFileSnapshot(`../../${SUBMISSION_FORM}`)
  })
  test.each([
    ['of one portal', submissionForm(all.slice(4)), []],
    ['of several', submissionForm(all), ['portal']],
  ])('%s asks for what the command reads', (_, text, more) => {
    const { body, title, labels } = parse(text)
    const [warning, ...fields] = body
    expect(warning.attributes.value).toContain('**Mọi người trên mạng đều đọc được')
    expect(fields.map(({ id }: { id: string }) => id)).toEqual([
      ...more,
      ...Object.keys(SUBMISSION_LABELS).filter((id) => id !== 'portal'),
    ])
    for (const { id, attributes } of fields)
      expect(attributes.label).toBe(SUBMISSION_LABELS[id as keyof typeof SUBMISSION_LABELS])
    expect({ title, labels }).toEqual({ title: 'Tin, bài: ', labels: ['gui-bai'] })
    for (const { attributes } of fields)
      expect(new Set(attributes.options).size, attributes.label).toBe(attributes.options?.length ?? 0)
  })
  test('offers the names of the portal, and its units where there is one portal', () => {
    const { body } = parse(submissionForm(all.slice(4)))
    const options = (id: string) => body.find((each: { id?: string }) => each.id === id).attributes.options
    expect(options('linhVuc')).toEqual([NOT_SURE, ...(all[4]?.linhVuc ?? [])])
    expect(options('unit')).toContain('Phòng Văn hóa - Xã hội')
    expect(options('unit').at(-1)).toBe(OTHER_UNIT)
  })
  test('asks for kinds that every portal has', () => {
    for (const { regulation } of portals)
      expect(Object.keys(SENT_KINDS).filter((kind) => !regulation.kinds.has(kind as never))).toEqual([])
  })
  test('stands beside the other forms under a name of its own', () => {
    const titles = readdirSync(`${REPOSITORY}.github/ISSUE_TEMPLATE`)
    expect(titles.sort()).toEqual(['cau-hoi.yml', 'gui-bai.yml'])
  })
})

const read = (body: string) => readSubmission({ title: 'Tin, bài: Đoàn phường ra quân', body })

describe('what somebody has filled in', () => {
  test('is taken apart', () => {
    const body = filled({
      portal: 'Cổng phường Thành Đông (thanh-dong)',
      kind: SENT_KINDS['tin-su-kien'],
      linhVuc: 'Xã hội',
      unit: 'Trạm Y tế',
      day: '20/11/2026',
      hour: '8h30',
      source: 'Đoàn phường',
      text: 'Dòng một.\n\nDòng hai.',
      files: '![a](b)',
    })
    expect(read(body.replaceAll('\n', '\r\n'))).toEqual({
      title: 'Đoàn phường ra quân',
      portal: 'Cổng phường Thành Đông (thanh-dong)',
      kind: 'tin-su-kien',
      linhVuc: 'Xã hội',
      author: 'Lan Anh',
      unit: 'Trạm Y tế',
      day: '20/11/2026',
      hour: '8h30',
      source: 'Đoàn phường',
      text: 'Dòng một.\n\nDòng hai.',
      files: '![a](b)',
    })
  })
  test('nothing where nothing was written or chosen', () => {
    const empty = read(
      filled({ kind: NOT_SURE, linhVuc: NOT_SURE, source: '_No response_', text: '_No response_' }),
    )
    expect(empty).toMatchObject({
      kind: undefined,
      linhVuc: undefined,
      source: undefined,
      text: '',
      files: '',
    })
  })
  test('what was filled in later, beside the words of an empty field', () => {
    const later = read(filled({ day: '_No response_\n20/11/2026', text: '_No response_\n\nLời bài.' }))
    expect(later).toMatchObject({ day: '20/11/2026', text: 'Lời bài.' })
  })
  test('headings in the text itself lead nowhere', () => {
    const forged = `Bài\n### ${SUBMISSION_LABELS.author}\n\nAi đó\n### ${SUBMISSION_LABELS.files}\n\nx\n### Cổng\n\nCổng khác (kep)\n### ${SUBMISSION_LABELS.confirmed}\ny`
    expect(read(filled({ portal: 'Cổng (thanh-dong)', text: forged, files: 'tệp' }))).toMatchObject({
      portal: 'Cổng (thanh-dong)',
      author: 'Lan Anh',
      text: forged,
      files: 'tệp',
    })
  })
  test('without the form all of it is the article', () => {
    expect(read('Chỉ có lời.\n### Cam kết')).toMatchObject({
      text: 'Chỉ có lời.\n### Cam kết',
      author: undefined,
    })
    expect([isSubmission('Chỉ có lời.'), isSubmission(filled({ text: 'x' }))]).toEqual([false, true])
  })
  test('whatever is written, nothing breaks and no answer has two lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string(), (body, title) => {
        const answers = readSubmission({ title, body: filled({ text: body, unit: body }) })
        for (const [key, answer] of Object.entries(answers))
          if (key !== 'text' && key !== 'files') expect(answer ?? '').not.toMatch(/[\n\r]/)
      }),
    )
  })
})

describe('day and hour as people type them', () => {
  // biome-ignore format: a table
  const ROWS: readonly (readonly [day: string, hour: string | undefined, time: string | undefined, because: string])[] = [
    ['20/11/2026',                '8 giờ 30',    '2026-11-20T08:30:00+07:00', 'as the form proposes'],
    ['20-11-2026',                '8h',          '2026-11-20T08:00:00+07:00', 'with dashes'],
    ['2026-11-20',                '08:05',       '2026-11-20T08:05:00+07:00', 'as a phone writes it'],
    ['ngày 5 tháng 9 năm 2026',   '14g15',       '2026-09-05T14:15:00+07:00', 'in words'],
    ['20.11.2026',                '2 giờ chiều', '2026-11-20T14:00:00+07:00', 'the afternoon'],
    ['20/11/2026',                '7 giờ rưỡi tối', '2026-11-20T19:30:00+07:00', 'half past, in the evening'],
    ['8h ngày 20/11/2026',        undefined,     '2026-11-20T08:00:00+07:00', 'all in one field'],
    ['20/11/2026',                undefined,     '2026-11-20',                'no hour is made up'],
    ['20/11/2026',                'sáng',        '2026-11-20',                'nor one out of a word'],
    ['20/11/2026',                '25:00',       '2026-11-20',                'nor one that there is not'],
    ['20/11',                     '8h',          undefined,                   'no year is guessed'],
    ['31/02/2026',                '8h',          undefined,                   'no such day'],
    ['hôm qua',                   '8h',          undefined,                   'nor this'],
    ['120/11/20261',              '8h',          undefined,                   'digits of something else'],
  ]
  test.each(ROWS)('%s, %s → %s: %s', (day, hour, time) => {
    expect(eventTime(day, hour)).toBe(time)
  })
})
