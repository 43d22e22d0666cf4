import { describe, expect, test } from 'vitest'
import { parseInstant } from '../../pipeline/calendar/local-time.ts'
import { markFileProblems } from '../../pipeline/duties/marks.ts'
import { portalOf } from '../support/portals.ts'

const NOW = parseInstant('2024-06-20T16:00:00+07:00') as number
const mark = (duty: string, period: string, doneOn = '2024-06-20') => ({
  duty,
  period,
  doneOn,
  document: '1/BC',
})
const problems = (portal: string, year: number, ...done: ReturnType<typeof mark>[]) =>
  markFileProblems({ portal, year, done }, portalOf(portal).regulation, NOW).map(
    ({ path, problem }) => `${path.join('.')}: ${problem}`,
  )

describe('a mark that cannot be', () => {
  // biome-ignore format: a table
  test.each([
    ['kep',       mark('bao-cao-tuan', '2024-Q2'),                 'done.0.duty: Quy chế không có việc `bao-cao-tuan`',                              'the regulation does not know it'],
    ['kep',       mark('dinh-muc-tin-bai', '2024-05'),             'done.0.duty: «Mỗi thành viên Ban biên tập viết ít nhất 02 tin, bài mỗi tháng» không ghi đã làm: máy đếm từ tin bài đã đăng', 'a quota is counted, not declared'],
    ['kep',       mark('bao-cao-quy', '2024-05'),                  'done.0.period: «Báo cáo quý về kết quả và phương hướng hoạt động» theo quý, không theo tháng', 'a month is no quarter'],
    ['kep',       mark('bao-cao-quy', '2024-Q3'),                  'done.0.period: Kỳ quý III/2024 chưa bắt đầu: từ ngày 01/07/2024',                'no report of a time to come'],
    ['kep',       mark('bao-cao-quy', '2024-Q2', '2024-06-21'),    'done.0.doneOn: Ngày làm 21/06/2024 chưa tới',                                    'tomorrow is not done'],
    ['kep',       mark('bao-cao-quy', '2023-Q2'),                  'done.0.period: Kỳ 2023-Q2 không thuộc năm 2024',                                 'each year has its file'],
  ] as readonly (readonly [string, ReturnType<typeof mark>, string, string])[])('%s %j: %s, %s', (portal, each, expected) => {
    expect(problems(portal, 2024, each)).toEqual([expected])
  })
  test('twice is once too often', () => {
    expect(problems('kep', 2024, mark('bao-cao-quy', '2024-Q2'), mark('bao-cao-quy', '2024-Q2'))).toEqual([
      'done.1.period: Việc `bao-cao-quy` kỳ 2024-Q2 đã ghi ở dòng thứ 1',
    ])
  })
})

// biome-ignore format: a table
test.each([
  ['kep',       2024, mark('bao-cao-quy', '2024-Q2'),        'a report within its period'],
  ['kep',       2024, mark('ke-hoach', '2024-06'),           'without a period in the regulation any period is right'],
  ['kep',       2025, mark('du-toan', '2025'),               'a budget is made before its year'],
  ['dong-viet', 2024, mark('ke-hoach-6-thang', '2024-H2'),   'and so is a plan'],
] as readonly (readonly [string, number, ReturnType<typeof mark>, string])[])('%s %i %j can be: %s', (portal, year, each) => {
  expect(problems(portal, year, each)).toEqual([])
})
