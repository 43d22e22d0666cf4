import { describe, expect, test } from 'vitest'
import type { HoiDap } from '../../pipeline/contract/types.ts'
import { questionStatus, questionView, shownState } from '../../pipeline/site/question-view.ts'
import type { SiteDocument } from '../../pipeline/site/site.ts'
import { portalOf } from '../support/portals.ts'

const BASE = {
  title: 'Bao giờ sửa đèn?',
  kind: 'hoi-dap',
  number: 3,
  receivedDate: '2026-11-02T09:00:00+07:00',
  question: 'Bao giờ sửa đèn ở ngõ Trung?',
}
const PASSED = { ...BASE, forwardedTo: 'vh-xh', forwardedDate: '2026-11-03' }
const NOTICED = {
  ...PASSED,
  progressNotice: { sentDate: '2026-11-05', promisedDate: '2026-12-11', text: 'Chờ điện lực.' },
}
const AGAIN = {
  ...NOTICED,
  furtherNotices: [{ sentDate: '2026-12-10', promisedDate: '2026-12-18', reason: 'Chưa khảo sát.' }],
}
const ANSWERED = { ...AGAIN, answeredBy: 'vh-xh', answeredDate: '2026-12-16T10:00:00+07:00' }
const TOLD = {
  ...BASE,
  outOfField: true,
  toldDate: '2026-11-02T10:00:00+07:00',
  competentAuthority: 'Sở Xây dựng',
}

// biome-ignore format: a table
const STATES = [
  [BASE,                         'received',     'Đang xử lý'],
  [PASSED,                       'passed',       'Đã chuyển đơn vị có trách nhiệm'],
  [NOTICED,                      'noticed',      'Đang xử lý, hẹn trả lời ngày 11/12/2026'],
  [AGAIN,                        'noticed',      'Đang xử lý, hẹn trả lời ngày 18/12/2026'],
  [ANSWERED,                     'answered',     'Đã trả lời'],
  [TOLD,                         'out-of-field', 'Ngoài phạm vi của cơ quan, đã báo người hỏi'],
  [{ ...BASE, outOfField: true }, 'out-of-field', 'Ngoài phạm vi của cơ quan'],
] as const
test.each(STATES)('%#: %s → %s', (front, state, status) => {
  expect([shownState(front as never), questionStatus(front as never)]).toEqual([state, status])
})

const viewOf = (portal: string, front: object) =>
  questionView(portalOf(portal), {
    front: front as HoiDap,
    place: { folder: 'hoi-dap', year: '2026', slug: 'x' },
  } as SiteDocument)

describe('the way to the answer', () => {
  // biome-ignore format: a table
  const OPENED = [
    // portal         events, because
    ['thach-linh',    5,      'status and answer are opened (Điều 4 khoản 2 điểm c)'],
    ['thanh-dong',    5,      'what concerns everybody is opened'],
    ['kep',           0,      'only the answer is opened'],
    ['dong-viet',     0,      'only the answer is opened'],
    ['kon-ray',       0,      'only the answer is opened'],
  ] as const
  test.each(OPENED)('%s shows %i steps', (portal, events) => {
    const view = viewOf(portal, ANSWERED)
    expect(view?.history).toHaveLength(events)
    expect(view?.number).toBe('3/2026')
  })
  test('each step says who, what and until when', () => {
    expect(viewOf('thanh-dong', ANSWERED)?.history.map(({ at, text }) => `${at.text}: ${text}`)).toEqual([
      '09:00 ngày 02/11/2026: Tiếp nhận câu hỏi',
      '03/11/2026: Chuyển Phòng Văn hóa - Xã hội',
      '05/11/2026: Thông báo quá trình xử lý, hẹn trả lời ngày 11/12/2026: Chờ điện lực.',
      '10/12/2026: Thông báo hẹn lại, hẹn trả lời ngày 18/12/2026: Chưa khảo sát.',
      '10:00 ngày 16/12/2026: Phòng Văn hóa - Xã hội trả lời',
    ])
    expect(viewOf('thanh-dong', TOLD)?.history.at(-1)?.text).toBe(
      'Báo người hỏi: không thuộc phạm vi của cơ quan; nơi có thẩm quyền: Sở Xây dựng',
    )
  })
})
