import { describe, expect, test } from 'vitest'
import type { RateTable } from '../../pipeline/royalties/rates.ts'
import { settle } from '../../pipeline/royalties/settle.ts'
import type { MonthScore } from '../../pipeline/royalties/statement.ts'
import type { Work } from '../../pipeline/royalties/work.ts'
import { facts, score, TABLE, work } from './desk.ts'

const NEWS = work('tin', '2026-11-10')
const ARTICLE = work('bai', '2026-11-10', { kind: 'bai-viet', byline: 'Cường' })
const PICTURED = work('anh', '2026-11-10', { credits: ['Dung', 'Dung', 'Bình', 'Sưu tầm'] })

/** `person genre sum`, a line each. */
const paid = (
  works: readonly Work[],
  scores: readonly MonthScore[],
  month = '2026-11',
  tables: readonly RateTable[] = [TABLE],
) =>
  settle(facts({ works, scores, rates: { tables, salaries: facts({}).rates.salaries } }), month).lines.map(
    ({ person, genre, amount }) => `${person} ${genre} ${amount}`,
  )

// Reckoned by hand: a unit is 10 % of 2.340.000 = 234.000 until 30/6/2026, 253.000 from 1/7/2026; every sum to the nearest 1.000.
// biome-ignore format: a table
const CASES: readonly (readonly [Work, MonthScore, string, readonly string[], string])[] = [
  // work,                                             score,                                                                    month,     lines,                                             because
  [NEWS,                                               score('tin', [{ genre: 'tin', coefficient: 6 }]),                         '2026-11', ['an tin 1518000'],                                '6 × 253.000'],
  [NEWS,                                               score('tin', [{ genre: 'tin', coefficient: 1.25 }]),                      '2026-11', ['an tin 316000'],                                 '316.250, rounded down to the thousand'],
  [NEWS,                                               score('tin', [{ genre: 'tin', coefficient: 2.5 }]),                       '2026-11', ['an tin 633000'],                                 '632.500, half is rounded up'],
  [work('t6', '2026-06-30T23:59:00+07:00'),            score('t6', [{ genre: 'tin', coefficient: 6 }], { month: '2026-06' }),    '2026-06', ['an tin 1404000'],                                'a minute before the new base salary: 6 × 234.000'],
  [work('t7', '2026-07-01T00:00:00+07:00'),            score('t7', [{ genre: 'tin', coefficient: 6 }], { month: '2026-07' }),    '2026-07', ['an tin 1518000'],                                'the day decides, not when it was scored'],
  [ARTICLE,                                            score('bai', [{ genre: 'bai', coefficient: 12 }]),                        '2026-11', ['cuong bai 3036000', 'truong duyet 20000'],       'the approver is paid by the record of the approval'],
  [ARTICLE,                                            score('bai', [{ genre: 'phong-su', coefficient: 10 }]),                   '2026-11', ['cuong phong-su 2530000', 'truong duyet 20000'],  'the score says which of two genres it is'],
  [ARTICLE,                                            score('bai', [{ genre: 'bai', coefficient: 12 }, { genre: 'bien-tap', person: 'binh' }]), '2026-11', ['cuong bai 3036000', 'binh bien-tap 455000', 'truong duyet 20000'], '15 % of 3.036.000 is 455.400'],
  [ARTICLE,                                            score('bai', [{ genre: 'bai', coefficient: 6, person: 'cuong' }, { genre: 'bai', coefficient: 6, person: 'an' }, { genre: 'bien-tap', person: 'binh' }]), '2026-11', ['cuong bai 1518000', 'an bai 1518000', 'binh bien-tap 455000', 'truong duyet 20000'], 'two authors share; the editor’s part is of both'],
  [ARTICLE,                                            score('bai', [{ genre: 'bai', coefficient: 12 }, { genre: 'duyet', person: 'pho-mot' }]), '2026-11', ['cuong bai 3036000', 'pho-mot duyet 20000'], 'a score may say who approved'],
  [PICTURED,                                           score('anh', [{ genre: 'tin', coefficient: 4 }, { genre: 'anh', coefficient: 1 }]), '2026-11', ['an tin 1012000', 'dung anh 506000', 'binh anh 253000'], 'by the names under the pictures: two of Dung, one of Bình, one of nobody'],
  [PICTURED,                                           score('anh', [{ genre: 'tin', coefficient: 4 }, { genre: 'anh', coefficient: 2 }]), '2026-11', ['an tin 1012000', 'dung anh 900000', 'binh anh 506000'], '1.012.000 is over the ceiling of the genre'],
  [work('vb', '2026-11-10', { kind: 'van-ban' }),      score('khac', undefined, { skip: 'không liên quan' }),                    '2026-11', ['an van-ban 50000'],                              'a fixed sum needs no score'],
  [work('hd', '2026-11-10', { kind: 'hoi-dap' }),      score('khac', undefined, { skip: 'không liên quan' }),                    '2026-11', [],                                                'the table says that it is no work'],
  [NEWS,                                               score('tin', undefined, { skip: 'chép từ nơi khác' }),                    '2026-11', [],                                                'whoever scores may pay nothing'],
  [work('duyet-chung', '2026-11-10', { kind: 'bai-viet', approvedBy: [['pho-truong-ban', '@phuong-thanh-dong/pho-hai']] }), score('duyet-chung', [{ genre: 'bai', coefficient: 5 }]), '2026-11', ['an bai 1265000', 'pho-hai duyet 20000'], 'two deputies: the account tells which one approved'],
]

describe('what a work comes to', () => {
  test.each(CASES)('%#: %j', (of, by, month, lines) => {
    expect(paid([of], [by], month)).toEqual(lines)
  })

  test('a new table in the middle of a month counts from its day on', () => {
    const dearer: RateTable = {
      ...TABLE,
      validFrom: '2026-11-15',
      unit: { dong: 300_000, source: 'mới', status: 'derived' },
    }
    const works = [work('truoc', '2026-11-14T23:00:00+07:00'), work('sau', '2026-11-15T00:00:00+07:00')]
    const scores = ['truoc', 'sau'].map((path) => score(path, [{ genre: 'tin', coefficient: 4 }]))
    expect(paid(works, scores, '2026-11', [dearer, TABLE])).toEqual(['an tin 1012000', 'an tin 1200000'])
  })

  test('what is paid to collaborators alone is not asked of others, and told', () => {
    const only: RateTable = {
      ...TABLE,
      genres: TABLE.genres.map((genre) =>
        genre.id === 'tin' ? { ...genre, only: 'collaborators', onlyBasis: 'D19.K1' } : genre,
      ),
    }
    const works = [
      NEWS,
      work('ctv', '2026-11-10', { byline: 'Cường' }),
      work('la', '2026-11-10', { byline: 'Người lạ' }),
    ]
    const scores = [score('ctv', [{ genre: 'tin', coefficient: 2 }])]
    const so = settle(facts({ works, scores, rates: { ...facts({}).rates, tables: [only] } }), '2026-11')
    expect(so.lines.map(({ person }) => person)).toEqual(['cuong'])
    expect(so.questions).toEqual([])
    expect(so.unpaid.map(({ why }) => why)).toEqual([
      '«Tin» chỉ trả cộng tác viên; An không phải cộng tác viên',
      '«Tin» chỉ trả cộng tác viên; Người lạ không phải cộng tác viên',
    ])
  })

  test('every line says by when it must be paid: 60 days after the publication', () => {
    const [line] = settle(
      facts({ works: [NEWS], scores: [score('tin', [{ genre: 'tin', coefficient: 1 }])] }),
      '2026-11',
    ).lines
    expect(line?.payBy).toBe('2027-01-09')
  })
})

// biome-ignore format: a table
const QUESTIONS: readonly (readonly [Work, readonly MonthScore[], RegExp, string])[] = [
  [NEWS,                                                 [],                                                                  /chưa chấm hệ số «Tin»/,            'no score'],
  [ARTICLE,                                              [],                                                                  /«Bài», «Phóng sự»/,                'no score, and two genres'],
  [work('la', '2026-11-10', { byline: 'Người lạ' }),     [score('la', [{ genre: 'tin', coefficient: 2 }])],                   /«Người lạ» không thuộc ai/,        'a byline that is nobody’s'],
  [work('ai', '2026-11-10', { byline: undefined }),      [score('ai', [{ genre: 'tin', coefficient: 2 }])],                   /không ghi tác giả/,                'no byline'],
  [NEWS,                                                 [score('tin', [{ genre: 'tin', coefficient: 11 }])],                 /ngoài khung 1–10/,                 'more than the table allows'],
  [NEWS,                                                 [score('tin', [{ genre: 'tin', coefficient: 1.255 }])],              /ngoài khung/,                      'three decimals cannot be reckoned exactly'],
  [NEWS,                                                 [score('tin', [{ genre: 'bai', coefficient: 6 }])],                  /không có «bai»/,                   'a genre of another kind'],
  [NEWS,                                                 [score('tin', [{ genre: 'tin', coefficient: 2, person: 'ai-do' }])], /không có người «ai-do»/,           'a person whom nobody knows'],
  [NEWS,                                                 [score('tin', [{ genre: 'tin', coefficient: 2 }, { genre: 'anh', coefficient: 1 }])], /không nguồn ảnh nào/, 'pictures are scored, but nobody took them'],
  [NEWS,                                                 [score('tin', [{ genre: 'tin', coefficient: 2 }, { genre: 'bien-tap' }])], /chưa ghi ai làm việc «Biên tập»/, 'edited by nobody'],
  [PICTURED,                                             [score('anh', [{ genre: 'tin', coefficient: 2 }])],                  /«Ảnh» cho người chụp Dung/,        'a picture of somebody, without a score'],
  [work('nua', '2026-11-10', { kind: 'bai-viet', approvedBy: [['pho-truong-ban']] }), [score('nua', [{ genre: 'bai', coefficient: 6 }])], /chưa biết ai đã duyệt/, 'two deputies and no account'],
  [work('som', '2025-11-10'),                            [],                                                                  /chưa có bảng mức/,                 'no table yet'],
  [work('moi', '2026-11-10', { kind: 'thong-ke' }),      [],                                                                  /không có thể loại nào/,            'a kind that the table forgot'],
]

describe('what cannot be paid is asked, and not paid as nothing', () => {
  test.each(QUESTIONS)('%#', (of, scores, why) => {
    const { lines, questions } = settle(
      facts({ works: [of], scores }),
      of.entry.path.includes('som') ? '2025-11' : '2026-11',
    )
    expect(lines).toEqual([])
    expect(questions.map((each) => each.why).join('; ')).toMatch(why)
    for (const { fix } of questions) expect(fix.length).toBeGreaterThan(5)
  })

  test('no base salary of the day', () => {
    const so = settle(facts({ works: [NEWS], rates: { tables: [TABLE], salaries: [] } }), '2026-11')
    expect(so.questions[0]?.why).toMatch(/chưa có mức lương cơ sở/)
  })

  test('a score for an article that was not published in the month', () => {
    const so = settle(
      facts({
        works: [work('cu', '2026-10-10')],
        scores: [
          score('cu', undefined, { skip: 'đã cũ rồi' }),
          score('chua-dang', undefined, { skip: 'chưa đăng' }),
        ],
      }),
      '2026-11',
    )
    expect(so.questions.map(({ why }) => why)).toEqual([
      'chấm ở tháng này nhưng bài của tháng 2026-10',
      'chấm điểm cho bài chưa đăng',
    ])
  })
})
