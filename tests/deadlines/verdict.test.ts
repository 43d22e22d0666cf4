import { describe, expect, test } from 'vitest'
import { formatInstant, parseInstant } from '../../pipeline/calendar/local-time.ts'
import type { FrontMatter } from '../../pipeline/contract/types.ts'
import { openMatterOf } from '../../pipeline/deadlines/open-matter.ts'
import { type Verdict, verdictOf } from '../../pipeline/deadlines/verdict.ts'
import { parseDocument } from '../../pipeline/documents/parse-document.ts'
import { applyRules } from '../../pipeline/rules/apply-rules.ts'
import { readingOf } from '../../pipeline/rules/first-look.ts'
import { contract, portalOf } from '../support/portals.ts'

type Situation = { readonly now: string; readonly published?: string | undefined }

const instant = (text: string): number => parseInstant(text) as number

const factsOf = (portal: string, front: Record<string, unknown>, { now, published }: Situation) => {
  const { regulation, calendar } = portalOf(portal)
  const publication = published
    ? { state: 'published' as const, at: instant(published) }
    : { state: 'pending' as const }
  return { regulation, calendar, front: front as unknown as FrontMatter, publication, now: instant(now) }
}
const verdict = (...question: Parameters<typeof factsOf>): Verdict => verdictOf(factsOf(...question))
const dueOf = (found: { readonly due?: { readonly at: number } } | object): string | undefined =>
  'due' in found ? formatInstant((found.due as { at: number }).at) : undefined

/** The rules that speak of a document, `line rule severity`. */
function rulesOf(portal: string, path: string, text: string, { now, published }: Situation): string[] {
  const open = portalOf(portal)
  const { document, findings } = parseDocument(path, new TextEncoder().encode(text), contract)
  if (!document) throw new Error(JSON.stringify(findings))
  const { publication } = factsOf(portal, {}, { now, published })
  const archive = {
    has: () => true,
    anchorsOf: () => undefined,
    atSameAddress: () => [],
    register: () => [],
    contacts: () => new Set<string>(),
    formerNames: () => [],
  }
  const look = readingOf(open.cong).firstLook(text)
  return applyRules({ portal: open, document, look, publication, archive, now: instant(now) }).map(
    ({ rule, severity }) => `${rule} ${severity}`,
  )
}

describe('case 22: a question of Thành Đông with a progress notice', () => {
  const received = { kind: 'hoi-dap', receivedDate: '2027-01-21T09:00:00+07:00' }
  const notice = (sentDate: string, promisedDate?: string) => ({
    progressNotice: { sentDate, ...(promisedDate ? { promisedDate } : {}) },
  })
  const IN_TIME = notice('2027-02-17', '2027-03-05')
  // biome-ignore format: a table
  const ROWS: readonly (readonly [state: string, due: string, more: Record<string, unknown>, now: string, because: string])[] = [
    ['at-risk', '2027-02-19T00:00:00+07:00', {},                                       '2027-02-18T23:59:59+07:00', 'the fifteenth day is not over'],
    ['overdue', '2027-02-19T00:00:00+07:00', {},                                       '2027-02-19T00:00:01+07:00', 'it is over'],
    ['at-risk', '2027-03-06T00:00:00+07:00', IN_TIME,                                  '2027-03-05T16:00:00+07:00', 'the notice meets the duty; the promised day is the new due'],
    ['overdue', '2027-03-06T00:00:00+07:00', IN_TIME,                                  '2027-03-06T00:00:01+07:00', 'a promise binds'],
    ['on-time', '2027-03-06T00:00:00+07:00', { ...IN_TIME, answeredDate: '2027-03-05' }, '2027-03-10T09:00:00+07:00', 'answered on the promised day'],
    ['overdue', '2027-03-06T00:00:00+07:00', { ...IN_TIME, answeredDate: '2027-03-08' }, '2027-03-10T09:00:00+07:00', 'answered after it'],
    ['on-time', '2027-02-19T00:00:00+07:00', { answeredDate: '2027-02-18' },           '2027-03-10T09:00:00+07:00', 'answered in time needs no notice'],
    ['overdue', '2027-02-19T00:00:00+07:00', notice('2027-02-17'),                     '2027-02-20T09:00:00+07:00', 'a notice without a promised day does not satisfy'],
    ['overdue', '2027-02-19T00:00:00+07:00', notice('2027-02-20', '2027-03-05'),       '2027-02-20T09:00:00+07:00', 'a notice that came late moves nothing'],
  ]
  test.each(ROWS)('%s, due %s: %j at %s: %s', (state, due, more, now) => {
    const found = verdict(
      'thanh-dong',
      { ...received, ...more },
      { now, published: '2027-01-22T09:00:00+07:00' },
    )
    expect([found.state, dueOf(found)]).toEqual([state, due])
  })
  test('what is promised stays in the list of what is due', () => {
    const matter = openMatterOf(
      factsOf(
        'thanh-dong',
        { ...received, ...IN_TIME },
        { now: '2027-02-22T09:00:00+07:00', published: '2027-01-22T09:00:00+07:00' },
      ),
    )
    expect(matter && [matter.state, dueOf(matter)]).toEqual(['on-time', '2027-03-06T00:00:00+07:00'])
  })
  test('Kép asks for the answer itself: a notice moves nothing there', () => {
    const front = {
      kind: 'hoi-dap',
      receivedDate: '2024-04-15T09:00:00+07:00',
      ...notice('2024-05-08', '2024-05-20'),
    }
    const found = verdict('kep', front, {
      now: '2024-05-10T09:00:00+07:00',
      published: '2024-04-16T09:00:00+07:00',
    })
    expect([found.state, dueOf(found)]).toEqual(['overdue', '2024-05-10T00:00:00+07:00'])
  })
})

describe('case 47: an article of Kon Rẫy after the districts ended', () => {
  const text = (eventDate: string) =>
    `---\ntitle: Tin của huyện Kon Rẫy\nkind: tin-su-kien\nlinhVuc: tin-don-vi\nsection: tin-don-vi\neventDate: ${eventDate}\nauthor: Thường trực\nsource: UBND huyện\nsourceType: phong-don-vi\nsummary: Một câu tóm tắt đủ dài.\n---\n\nNội dung.\n`
  // biome-ignore format: a table
  const ROWS: readonly (readonly [event: string, situation: Situation, refused: boolean, because: string])[] = [
    ['2025-08-01T08:00:00+07:00', { now: '2025-08-01T09:00:00+07:00' },                                         true,  'archived since 1/7/2025'],
    ['2025-08-01T08:00:00+07:00', { now: '2025-06-30T09:00:00+07:00' },                                         true,  'an event of that day cannot be reported before it either'],
    ['2025-06-30T08:00:00+07:00', { now: '2025-06-30T23:59:59+07:00' },                                         false, 'the last second of the district'],
    ['2025-06-30T08:00:00+07:00', { now: '2025-07-01T00:00:00+07:00' },                                         true,  'the first second after it'],
    ['2025-06-30T08:00:00+07:00', { now: '2025-08-01T09:00:00+07:00', published: '2025-06-30T10:00:00+07:00' }, false, 'what was published in its time stays'],
  ]
  test.each(ROWS)('event %s, %j: refused is %s, because %s', (event, situation, refused) => {
    const found = rulesOf('kon-ray', 'tin-bai/tin-don-vi/2025/a.md', text(event), situation)
    expect(found.includes('portal-status error')).toBe(refused)
  })
})

describe('case 48: news of Kép that was published before its event', () => {
  const front = { kind: 'tin-su-kien', eventDate: '2024-04-11T08:00:00+07:00' }
  const situation = { now: '2024-04-20T09:00:00+07:00', published: '2024-04-10T09:00:00+07:00' }
  test('is on time', () => {
    expect(verdict('kep', front, situation).state).toBe('on-time')
  })
  test('and the approver is warned that it reports what has not happened', () => {
    const text = `---\ntitle: Tin về việc sắp diễn ra\nkind: tin-su-kien\nlinhVuc: kinh-te\nsection: tin-tuc-su-kien\neventDate: ${front.eventDate}\nauthor: Ban biên tập\nsource: Ban biên tập\noriginalWork: true\nsummary: Một câu tóm tắt đủ dài.\n---\n\nNội dung.\n`
    expect(rulesOf('kep', 'tin-bai/kinh-te/2024/a.md', text, situation)).toEqual(['trigger-order warning'])
  })
})
