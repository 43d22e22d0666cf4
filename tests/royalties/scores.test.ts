import { describe, expect, test } from 'vitest'
import { checkRates } from '../../pipeline/royalties/check-rates.ts'
import { checkScores } from '../../pipeline/royalties/check-scores.ts'
import type { RateTable } from '../../pipeline/royalties/rates.ts'
import type { Score } from '../../pipeline/royalties/statement.ts'
import { portalOf } from '../support/portals.ts'
import { ROSTER, TABLE } from './desk.ts'

const portal = { ...portalOf('thanh-dong'), roster: ROSTER }
const PATH = 'tin-bai/xa-hoi/2026/a.md'
const MAKERS = {
  [PATH]: { byline: 'An', credits: [], unit: 'vh-xh' },
  'tin-bai/xa-hoi/2026/cua-truong-ban.md': { byline: 'Trưởng ban', credits: [], unit: 'vh-xh' },
  'tin-bai/xa-hoi/2026/cua-pho.md': { byline: 'Phó một', credits: [], unit: 'vh-xh' },
  'tin-bai/xa-hoi/2026/anh-pho.md': { byline: 'An', credits: ['Phó một'], unit: 'vh-xh' },
  'tin-bai/xa-hoi/2026/cua-to.md': { byline: 'Bình', credits: [], unit: 'to-thu-ky' },
} as const

const tables: readonly RateTable[] = [{ ...TABLE, scoredBy: [...TABLE.scoredBy, 'to-thu-ky'] }]
const found = (scores: readonly Partial<Score>[], more: { name?: string; portal?: string } = {}) =>
  checkScores(
    {
      portal: more.portal ?? 'thanh-dong',
      month: '2026-11',
      scores: scores.map((each) => ({
        path: PATH,
        by: 'truong-ban',
        date: '2026-11-30',
        items: [{ genre: 'tin', coefficient: 2 }],
        ...each,
      })),
    },
    more.name ?? '2026-11',
    { portal, tables, makers: (path) => MAKERS[path as keyof typeof MAKERS], scored: new Map() },
  )

const TIN = [{ genre: 'tin', coefficient: 2 }]
const of = (name: string) => `tin-bai/xa-hoi/2026/${name}.md`

// biome-ignore format: a table
const SCORES: readonly (readonly [Partial<Score>, RegExp | undefined, 'error' | 'warning', string])[] = [
  [{},                                                                         undefined,                                    'error',   'scored by the head'],
  [{ by: 'vh-xh' },                                                            /không được giao chấm/,                       'error',   'the payee’s office is not the scorer'],
  [{ by: 'ai-do' },                                                            /không có trong ban-bien-tap/,                'error',   'nobody'],
  [{ path: of('cua-truong-ban') },                                             /«Trưởng ban» tự chấm bài của mình/,          'error',   'a role that one person holds'],
  [{ path: of('cua-pho'), by: 'pho-truong-ban', account: '@phuong-thanh-dong/pho-mot' }, /«Phó một» tự chấm/,               'error',   'by his own account'],
  [{ path: of('cua-pho'), by: 'pho-truong-ban', account: '@phuong-thanh-dong/pho-hai' }, /chấm bài của đơn vị mình/,         'warning', 'the other deputy may; it is pointed out'],
  [{ path: of('anh-pho'), by: 'pho-truong-ban', account: '@phuong-thanh-dong/pho-mot' }, /«Phó một» tự chấm/,               'error',   'who took the picture is a payee too'],
  [{ items: [...TIN, { genre: 'bien-tap', person: 'truong' }] },               /«Trưởng ban» tự chấm/,                       'error',   'and who edited it'],
  [{ path: of('cua-to'), by: 'to-thu-ky' },                                    /chấm bài của đơn vị mình/,                   'warning', 'an office of three scores one of its own'],
  [{ account: '@phuong-thanh-dong/pho-hai' },                                  /không phải của «Trưởng Ban biên tập»/,       'error',   'an account of somebody else'],
  [{ items: [{ genre: 'tin', coefficient: 10.5 }] },                           /Hệ số 10,5 của «Tin» ngoài khung từ 1 đến 10/, 'error', 'over the maximum'],
  [{ items: [{ genre: 'tin', coefficient: 1.255 }] },                          /ngoài khung/,                                'error',   'three decimals'],
  [{ items: [{ genre: 'tin' }] },                                              /chưa có hệ số/,                              'error',   'a range needs a score'],
  [{ items: [{ genre: 'van-ban', coefficient: 2 }] },                          /mức khoán, không chấm/,                      'error',   'a fixed sum has none'],
  [{ items: [{ genre: 'tho' }] },                                              /không có `tho`/,                             'error',   'a genre that the table does not know'],
  [{ items: [{ genre: 'tin', coefficient: 2, person: 'ai-do' }] },             /không có trong mục people/,                  'error',   'a payee whom nobody knows'],
  [{ items: [...TIN, ...TIN] },                                                /hai lần cho cùng một việc/,                  'error',   'one person twice'],
  [{ skip: 'không trả được' },                                                 /Vừa chấm điểm vừa ghi không trả/,            'error',   'both'],
  [{ path: of('khong-co') },                                                   /Không có bài/,                               'warning', 'it may have been removed'],
]

describe('who scores, and what', () => {
  test.each(SCORES)('%j', (score, words, severity) => {
    const problems = found([score]).filter(({ problem }) => words?.test(problem) ?? true)
    expect(problems.map((each) => each.severity ?? 'error')).toEqual(words ? [severity] : [])
  })
  test('one article is scored once, whatever lĩnh vực its path names', () => {
    expect(found([{}, { path: 'tin-bai/kinh-te/2026/a.md' }]).map(({ problem }) => problem)).toContain(
      'Bài này đã chấm ở tháng 2026-11',
    )
  })
  test('the file is called as its month, and lies in its portal', () => {
    expect(found([], { name: '2026-10', portal: 'kep' })).toHaveLength(2)
  })
})

// biome-ignore format: a table
const TABLES: readonly (readonly [Partial<RateTable>, RegExp, string])[] = [
  [{ validFrom: '2026-02-01' },                              /Tên tệp không khớp/,                    'the file is called as its day'],
  [{ sample: true },                                         /cổng thật không dùng để chi/,           'nobody is paid by invented rates'],
  [{ scoredBy: ['ai-do'] },                                  /`ai-do` không có/,                      'a scorer whom the roster does not know'],
  [{ assumption: undefined } as never,          /chưa nói đó là giả định/,               'the regulation names no scorer: the table must call it an assumption'],
  [{ unit: { ...TABLE.unit, dong: 1000 } },                  /đúng một trong hai/,                    'two unit values'],
  [{ basis: 'D99' },                                         /không có điều khoản D99/,               'a clause that does not exist'],
  [{ genres: [...TABLE.genres, TABLE.genres[0] as never] },  /dùng hai lần/,                          'a genre twice'],
  [{ genres: [{ ...(TABLE.genres[0] as RateTable['genres'][number]), fixed: 5 }] }, /đúng một cách tính/, 'a range and a sum'],
  [{ genres: [{ ...(TABLE.genres[0] as RateTable['genres'][number]), coefficient: { min: 5, max: 1 } }] }, /ngược/, 'a range that is empty'],
  [{ genres: [{ ...(TABLE.genres[0] as RateTable['genres'][number]), only: 'collaborators' }] }, /không dẫn điều khoản/, 'who is left out is left out by a clause'],
  [{ unpaid: [{ kinds: ['tin-su-kien'], reason: 'nhầm' }] }, /vừa được trả vừa không/,                'paid and not paid'],
]

describe('a rate table', () => {
  const real = { ...portal, cong: { ...portal.cong } }
  delete real.cong.sample
  const good: RateTable = { ...TABLE, assumption: 'Quy chế không nêu ai chấm, tạm hiểu như đây.' }
  test('is right as it stands', () => expect(checkRates(good, '2026-01-01', real)).toEqual([]))
  test.each(TABLES)('%j', (change, words) => {
    expect(
      checkRates({ ...good, ...change }, '2026-01-01', real)
        .map(({ problem }) => problem)
        .join('\n'),
    ).toMatch(words)
  })
  test('whom the regulation names, the table cannot replace', () => {
    const thachLinh = portalOf('thach-linh')
    const problems = checkRates(
      {
        ...good,
        portal: 'thach-linh',
        scoredBy: ['van-phong'],
        compiledBy: 'van-phong',
        approvedBy: 'truong-ban',
      },
      '2026-01-01',
      thachLinh,
    )
    expect(problems.map(({ problem }) => problem)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/giao việc này cho `truong-ban`, bảng mức ghi `van-phong` \(Điều 6 khoản 7/),
        expect.stringMatching(/giao việc này cho `thuong-truc`/),
      ]),
    )
  })
})
