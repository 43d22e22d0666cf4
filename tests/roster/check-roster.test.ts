import { describe, expect, test } from 'vitest'
import type { BanBienTap } from '../../pipeline/contract/types.ts'
import type { Regulation } from '../../pipeline/regulation/regulation.ts'
import { checkRoster } from '../../pipeline/roster/check-roster.ts'
import { toRoster } from '../../pipeline/roster/roster.ts'
import { PORTALS, portalOf } from '../support/portals.ts'

type Law = Regulation['law']
type Member = BanBienTap['members'][number]

/** What is wrong with a portal whose roster and regulation were changed. */
function problemsOf(id: string, change: (roster: BanBienTap, law: Law) => void) {
  const { regulation, roster } = structuredClone(portalOf(id))
  change(roster.written, regulation.law)
  return checkRoster(toRoster(roster.written), regulation)
}

const memberOf = ({ members }: BanBienTap, id: string): Member =>
  members.find((member) => member.id === id) as Member

test.each(PORTALS)('%s: nothing is wrong', (id) => {
  expect(problemsOf(id, () => undefined)).toEqual({ roster: [], regulation: [] })
})

// biome-ignore format: a table
const GOVERNANCE: readonly (readonly [string, (roster: BanBienTap, law: Law) => void, string, string])[] = [
  // portal,     change,                                                                 says,                   because
  ['kep',        (_, { approval }) => { approval.governance.approvers = ['ai-do'] },     '`ai-do` không có trong', 'nobody of the roster'],
  ['kep',        (roster) => { memberOf(roster, 'truong-ban').accounts = [] },           'chưa có tài khoản nào', 'an approver without an account cannot approve'],
  ['kep',        (roster) => { memberOf(roster, 'truong-ban').seats = 0 },               'chưa có tài khoản nào', '… nor one with nobody behind it'],
  ['thach-linh', (roster) => {
    const own = memberOf(roster, 'truong-ban').accounts
    roster.administrators = own as [string]
    for (const member of roster.members) if (member.id !== 'truong-ban') member.seats = 0
  },                                                                                     'không còn ai có tài khoản để gửi', 'the only person there is would approve himself'],
]

describe('who governs', () => {
  test.each(GOVERNANCE)('%s: %o: %s, %s', (id, change, says) => {
    const { regulation } = problemsOf(id, change)
    expect(regulation).toEqual([
      {
        path: expect.arrayContaining(['approval', 'governance', 'approvers']),
        problem: expect.stringContaining(says),
        fix: expect.stringMatching(/\S/),
      },
    ])
  })
  test('an approver without an account beside one who has one is no problem', () => {
    const { regulation } = problemsOf('kep', (_, { approval }) => {
      approval.governance.approvers = ['chu-tich', 'truong-ban']
    })
    expect(regulation).toEqual([])
  })
})

describe('who approves', () => {
  test('whoever writes, somebody else must be left', () => {
    const { roster } = problemsOf('thanh-dong', (written) => {
      memberOf(written, 'xay-dung-dang').seats = 1
    })
    expect(roster).toEqual([
      expect.objectContaining({
        problem: expect.stringContaining('Ban Xây dựng Đảng» gửi bài thì không còn ai'),
      }),
    ])
  })
  test('the stage of fixed pages is looked at too', () => {
    const { roster } = problemsOf('kon-ray', (written, { approval }) => {
      memberOf(written, 'thu-ky').accounts = []
      for (const stage of approval.stages) if (stage.id === 'trang-co-dinh') stage.approvers = ['thu-ky']
    })
    expect(roster).toEqual([
      expect.objectContaining({ problem: expect.stringMatching(/trang cố định.*chưa có tài khoản nào/) }),
    ])
  })
  test('a section that takes other kinds only is no case', () => {
    const { roster } = problemsOf('thach-linh', (written, { sections, linhVuc }) => {
      memberOf(written, 'tu-phap').seats = 1
      for (const section of sections)
        if (section.approver === 'tu-phap') Object.assign(section, { kinds: ['du-thao'] })
      for (const each of linhVuc)
        if (each.approver === 'tu-phap') Object.assign(each, { approver: 'van-phong' })
    })
    expect(roster).toEqual([])
  })
})

// biome-ignore format: a table
const PEOPLE: readonly (readonly [NonNullable<BanBienTap['people']>, string, string])[] = [
  [[{ id: 'a', bylines: ['An'], member: 'ai-do' }],                                                          '`ai-do` không có trong', 'a person of no member'],
  [[{ id: 'a', bylines: ['An'], member: 'vh-xh' }, { id: 'b', bylines: ['An'], member: 'vh-xh' }],           'đã thuộc về `a`',        'a byline of two people would be paid twice'],
  [[{ id: 'a', bylines: ['An'], member: 'vh-xh' }, { id: 'a', bylines: ['Ba'], member: 'vh-xh' }],           'dùng hai lần',           'two people of one id'],
]

test.each(PEOPLE)('people %j: %s, %s', (people, says) => {
  const { roster } = problemsOf('kep', (written) => {
    written.people = people
  })
  expect(roster.map(({ problem }) => problem)).toEqual([expect.stringContaining(says)])
})
