import { describe, expect, test } from 'vitest'
import { parseDay } from '../../pipeline/calendar/local-time.ts'
import type { DonViCu } from '../../pipeline/contract/types.ts'
import { createMentionFinder, properName } from '../../pipeline/reform/former-names.ts'
import { loadFormerNames } from '../../pipeline/reform/load-former-names.ts'
import { presentMentions } from '../../pipeline/reform/present-mentions.ts'
import { contract, repositoryFiles } from '../support/portals.ts'

const { lists, problems } = loadFormerNames(repositoryFiles, contract)
const find = createMentionFinder(lists, 'Hải Phòng')
const told = (text: string, day = '2026-11-20', finder = find) =>
  presentMentions(text, finder, parseDay(day) as number).map(({ written }) => written)

test('the lists of the repository are right', () => {
  expect(problems).toEqual([])
  expect(lists.map(({ validFrom }) => validFrom)).toEqual(['2025-01-01', '2025-03-01', '2025-07-01'])
})

// biome-ignore format: a table
const CASES: readonly (readonly [text: string, found: readonly string[], because: string])[] = [
  ['Đoàn công tác tỉnh Hải Dương đến thăm.',                 ['tỉnh Hải Dương'],       'a province that went into another'],
  ['Tỉnh Hoà Bình và tỉnh Hòa Bình.',                        ['Tỉnh Hoà Bình', 'tỉnh Hòa Bình'], 'both places of the tone'],
  ['Tỉnh Bà Rịa - Vũng Tàu cử đoàn dự thi.',                 ['Tỉnh Bà Rịa - Vũng Tàu'], 'a name with a dash of its own'],
  ['Họp ở TP. Hải Dương và TP Hải Dương.',                   ['TP. Hải Dương', 'TP Hải Dương'], 'a town, shortened'],
  ['UBND huyện Gia Lộc, thị trấn Gia Lộc, quận 7, thị xã Kinh Môn.', ['huyện Gia Lộc', 'thị trấn Gia Lộc', 'quận 7', 'thị xã Kinh Môn'], 'kinds that have ended'],
  ['Bộ Giao thông Vận tải, Bộ giao thông vận tải họp.',      ['Bộ Giao thông Vận tải', 'Bộ giao thông vận tải'], 'ministries, as people write them'],
  ['Chủ tịch UBND tỉnh Hải Dương Trần Văn Quân dự.',         ['tỉnh Hải Dương'],       'the name of a person behind it'],
  ['Năm 2026, tỉnh Hải Dương thu ngân sách khá.',            ['tỉnh Hải Dương'],       'a year after the change'],
  ['Phường Hải Dương, tỉnh Hải Nam, ga Hải Dương, tỉnh Bắc Ninh.', [],                 'names of today'],
  ['Cấp huyện, Huyện ủy, Huyện Đoàn, các huyện, tỉnh nhà.',  [],                       'kinds without a name'],
  ['Tỉnh Quảng Nam - Đà Nẵng chia thành hai.',               [],                       'a longer, older name'],
  ['Phường An Thạnh, xã Tân Lập, thị trấn.',                 [],                       'communes of other provinces'],
  ['Tỉnh Hải Dương cũ có 12 đơn vị. Tỉnh Hải Dương còn đâu.', [],                      'whoever says it once knows'],
  ['Thành phố Hải Dương (nay thuộc Hải Phòng) đón khách.',   [],                       'and says what it is now'],
  ['Khi sáp nhập, tỉnh Hải Dương có 207 xã.',                [],                       'tells of the change'],
  ['Trước đây, UBND huyện Gia Lộc quản lý chợ này.',         [],                       'says that it was'],
  ['Tháng 6/2025, tỉnh Hải Dương khen thưởng 12 tập thể.',   [],                       'a month before the change'],
  ['Ngày 30/6/2025 tại huyện Gia Lộc.',                      [],                       'the last day'],
  ['Giai đoạn 2021-2025, tỉnh Hải Dương làm 300 km đường.',  [],                       'years before it'],
  ['Năm 2025 tỉnh Hải Dương được mùa.',                      [],                       'a year of both leaves it open'],
  ['Quyết định số 12/QĐ-UBND của UBND tỉnh Hải Dương.',      [],                       'a paper keeps the name of its day'],
  ['Bà quê ở huyện Gia Lộc, nguyên Bí thư Huyện ủy Gia Lộc.', [],                      'where somebody comes from'],
  ['Trung tâm Y tế huyện Gia Lộc, Trường THPT huyện Gia Lộc.', [],                     'what keeps its own name'],
  ['Bà nói: “Huyện Gia Lộc nhà tôi vui lắm”.',               [],                       'somebody’s words'],
  ['> UBND huyện Gia Lộc trả lời.',                          [],                       'a quotation'],
  ['Đoàn khách từ tỉnh Hà Nam, Trung Quốc.',                 [],                       'another country'],
  ['`tỉnh Hải Dương` và [bài](tỉnh Hải Dương).',             [],                       'code and addresses'],
  ['Sáng nay người dân huyện Gia Lộc phát huy truyền thống, tặng quà người có công với cách mạng.', ['huyện Gia Lộc'], 'words of every speech'],
  ['Đoàn viên xã Đức Giang.',                                [],                       'a commune of another province'],
  ['Công ty ở khu công nghiệp thuộc tỉnh Bình Dương.',       ['tỉnh Bình Dương'],      'today, in another province'],
]

describe('the former names that a text uses for what is now', () => {
  test.each(CASES)('%s → %j: %s', (text, found) => {
    expect(told(text)).toEqual(found)
  })
  test('nothing is told of a day before the change', () => {
    for (const [text] of CASES) expect(told(text, '2024-06-01')).toEqual([])
    expect(told('Bộ Giao thông vận tải họp với tỉnh Hải Dương.', '2025-04-01')).toEqual([
      'Bộ Giao thông vận tải',
    ])
  })
  test('communes are those of the portal’s own province', () => {
    expect(told('Người dân phường Cẩm Thượng.')).toEqual(['phường Cẩm Thượng'])
    expect(told('Người dân phường Cẩm Thượng.', '2026-11-20', createMentionFinder(lists, 'Hà Nội'))).toEqual(
      [],
    )
  })
  test('each name once, where it stands first', () => {
    expect(
      presentMentions('A tỉnh Hải Dương, tỉnh Hải Dương.', find, parseDay('2026-11-20') as number),
    ).toMatchObject([
      {
        start: 2,
        former: { now: ['thành phố Hải Phòng'], document: 'Nghị quyết số 202/2025/QH15 ngày 12/06/2025' },
      },
    ])
  })
  test('without lists nothing is looked for', () => {
    expect(createMentionFinder([], 'Hà Nội')('tỉnh Hải Dương')).toEqual([])
  })
  test('the proper name of a province', () => {
    expect(['thành phố Hải Phòng', 'tỉnh Hà Tĩnh', 'Kon Tum'].map(properName)).toEqual([
      'Hải Phòng',
      'Hà Tĩnh',
      'Kon Tum',
    ])
  })
})

describe('a list of former names', () => {
  const GOOD: DonViCu = {
    validFrom: '2026-01-01',
    documents: [{ id: 'nq-1', number: '1/NQ-HĐND', title: 'Nghị quyết thử', source: 'thử nghiệm' }],
    kinds: [{ kind: 'phường', now: 'xã mới', document: 'nq-1' }],
    units: [{ old: ['xã Một'], now: ['xã Hai'], document: 'nq-1' }],
  }
  const loaded = (value: unknown, name = '2026-01-01.yaml') => {
    const path = `content/don-vi-cu/${name}`
    const files = {
      ...repositoryFiles,
      list: () => [{ path, type: 'file' as const }],
      read: () => ({ state: 'read' as const, bytes: Buffer.from(JSON.stringify(value)) }),
    }
    return loadFormerNames(files, contract)
  }
  // biome-ignore format: a table
  const WRONG: readonly (readonly [value: unknown, name: string, problem: RegExp, because: string])[] = [
    [GOOD,                                                                   '2026-02-01.yaml', /Tên tệp không khớp/,          'the name is the day'],
    [{ ...GOOD, units: [{ old: ['xã Một'], now: ['xã Hai'], document: 'x' }] }, '2026-01-01.yaml', /không có trong mục documents/, 'each change has its document'],
    [{ ...GOOD, kinds: [{ kind: 'phường', now: 'xã mới', document: 'x' }] }, '2026-01-01.yaml', /không có trong mục documents/, 'each kind too'],
    [{ ...GOOD, units: [...GOOD.units, { old: ['xã Hai'], now: ['xã Ba'], document: 'nq-1' }] }, '2026-01-01.yaml', /vừa là tên cũ vừa là tên nay dùng/, 'a name that is used cannot be told'],
    [{ ...GOOD, units: [{ old: [], now: ['xã Hai'], document: 'nq-1' }] },   '2026-01-01.yaml', /old/,                         'the schema'],
  ]
  test.each(WRONG)('%j in %s: %s', (value, name, problem) => {
    const { lists, problems } = loaded(value, name)
    expect(lists).toEqual([])
    expect(problems.map((each) => each.problem).join(' ')).toMatch(problem)
  })
  test('one that is right', () => {
    expect(loaded(GOOD)).toEqual({ lists: [GOOD], problems: [] })
  })
})
