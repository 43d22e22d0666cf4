import { describe, expect, test } from 'vitest'
import { doubledAcrossLines } from '../../pipeline/language/across-lines.ts'
import { contradictions, createNameReader } from '../../pipeline/language/agreed-names.ts'
import { unclosedMarks } from '../../pipeline/language/closing-marks.ts'
import { confusedWords } from '../../pipeline/language/confusions.ts'
import { longSentences, sentencesIn } from '../../pipeline/language/sentences.ts'

describe('pairs of words that are never right', () => {
  // biome-ignore format: a table
  const CASES: readonly (readonly [text: string, found: readonly string[], because: string])[] = [
    ['Phường đã xử dụng quỹ để hổ trợ hộ nghèo.', ['xử dụng→sử dụng', 'hổ trợ→hỗ trợ'], 'both of the list'],
    ['Sát nhập hai tổ.',                          ['Sát nhập→Sáp nhập'],               'a capital at the head'],
    ['Cũng cố gắng, cũng cố lên.',                [],                                  'cũng and cố'],
    ['Lịch sử lý luận, tiểu sử lý lịch.',         [],                                  'the end of another word'],
    ['Sau vụ nổ lực lượng chức năng có mặt.',     [],                                  'nổ and lực lượng'],
    ['Nguyễn Trãi qua thơ; `hổ trợ`.',            [],                                  'a name; code'],
    ['Giám sát nhập khẩu, đồng hành chinh phục.', [],                                  'ends of other words'],
    ['Khu cư trú trọng điểm; bóng chuyền thống nhất luật.', [],                        'the same'],
    ['Ông Trãi qua đời; thay mặt Ũy ban.',        ['Ũy ban→Ủy ban'],                   'a name of somebody, and of an office'],
    ['Thực hiên cãi cách, tập huấn kỷ năng số.',  ['Thực hiên→Thực hiện', 'cãi cách→cải cách', 'kỷ năng→kỹ năng'], 'a sign left out, hỏi for ngã'],
    ['Các hoạt đông hè; quy đinh về thành phô, kinh tê.', ['hoạt đông→hoạt động', 'quy đinh→quy định', 'thành phô→thành phố', 'kinh tê→kinh tế'], 'a sign left out'],
    ['Buổi sinh hoạt đông đủ; thế kỷ năng động; nét mặt bàng hoàng; sự thực hiên ngang; thần kinh tê liệt.', [], 'parts of other words'],
    ['Ông nghĩ học là vui; đề nghị nghỉ lễ.',     [],                                  'right sentences'],
  ]
  test.each(CASES)('%s → %j: %s', (text, found) => {
    expect(confusedWords(text).map(({ written, instead }) => `${written}→${instead}`)).toEqual(found)
  })
})

describe('names that a portal agreed on', () => {
  const reader = createNameReader({
    names: [
      { right: 'VNeID', wrong: ['VNEID', 'VneID'] },
      { right: 'C++', wrong: ['C+ +'] },
    ],
    abbreviations: [
      { short: 'TTHC', full: 'thủ tục hành chính', wrong: ['TTTHC'], spellOut: true },
      { short: 'VHXH', full: 'Văn hóa - Xã hội', spellOut: true },
      { short: 'UBND', full: 'Ủy ban nhân dân' },
    ],
  })
  // biome-ignore format: a table
  const CASES: readonly (readonly [text: string, wrong: readonly string[], short: readonly string[], because: string])[] = [
    ['Cài VNEID rồi mở VneID.',                        ['VNEID', 'VneID'], [],       'each place'],
    ['VNEIDX, xVNEID, [VNEID](VNEID), `VNEID`.',       ['VNEID'],          [],       'whole words of prose'],
    ['Học C+ + hằng ngày, 12 TTTHC.',                  ['C+ +', 'TTTHC'],  [],       'signs of patterns are signs'],
    ['Giảm 12 TTHC của UBND.',                         [],                 ['TTHC'], 'known ones need no words'],
    ['Giảm thủ tục hành chính (TTHC), TTHC còn lại.',  [],                 [],       'spelled out first'],
    ['Giảm TTHC (thủ tục hành chính).',                [],                 [],       'or right behind'],
    ['Phòng Văn hoá - Xã hội; phòng VHXH.',            [],                 [],       'either place of the tone'],
    ['Giảm TTHC. Một đoạn dài rồi mới nói thủ tục hành chính là gì.', [],  ['TTHC'], 'too late'],
    ['TTHCX',                                          [],                 [],       'part of another word'],
  ]
  test.each(CASES)('%s: %j, %j, %s', (text, wrong, short) => {
    expect(reader.wrongForms(text).map(({ written }) => written)).toEqual(wrong)
    expect(reader.notSpelledOut(text).map(({ written }) => written)).toEqual(short)
  })
  test('a list must not call wrong what it calls right', () => {
    expect(contradictions({ names: [{ right: 'Ủy ban nhân dân', wrong: ['Ủy ban'] }] })).toHaveLength(1)
    expect(
      contradictions({
        names: [
          { right: 'A B', wrong: ['A b'] },
          { right: 'A b', wrong: ['A  b'] },
        ],
      }),
    ).toHaveLength(1)
    expect(
      contradictions({ abbreviations: [{ short: 'AB', full: 'A và B', wrong: ['A và B'] }] }),
    ).toHaveLength(1)
    expect(contradictions({ names: [{ right: 'VNeID', wrong: ['VNEID'] }] })).toEqual([])
  })
})

test('sentences end where people end them', () => {
  const text = 'Họp tại TP. Hải Phòng. Ông A. Ksor nói: “Tốt!” Rồi về; ai cũng vui… Hết.'
  expect(sentencesIn(text).map(({ start, end }) => text.slice(start, end).trim())).toEqual([
    'Họp tại TP. Hải Phòng.',
    'Ông A. Ksor nói: “Tốt!”',
    'Rồi về;',
    'ai cũng vui…',
    'Hết.',
  ])
})

describe('long sentences', () => {
  const words = (count: number) => `${'người dân '.repeat(count / 2).trim()}.`
  test('three at most, the longest first, those of the portal’s measure left alone', () => {
    const body = [100, 92, 140, 120, 90, 60].map(words).join('\n\n')
    expect(longSentences(body, 90).map(({ problem }) => /\d+/.exec(problem)?.[0])).toEqual([
      '140',
      '120',
      '100',
    ])
    expect(longSentences(body, 150)).toEqual([])
  })
  test('points inside numbers part no sentence', () => {
    const sentence = `${'thu 1.250.000 đồng '.repeat(40).trim()}.`
    expect(longSentences(sentence, 90)).toHaveLength(1)
  })
  test('lists, tables, headings, quotations and code are no sentences', () => {
    for (const before of ['- ', '1. ', 'a) ', '> ', '# ', '| ', '    ', '“']) {
      const after = before === '“' ? '”' : ''
      expect(longSentences(before + words(120) + after, 90), before).toEqual([])
    }
    expect(longSentences(`\`\`\`\n${words(120)}\n\`\`\``, 90)).toEqual([])
    expect(longSentences(`~~~\n${words(20)}\n\n${words(120)}\n~~~`, 90)).toEqual([])
    expect(longSentences(`\`\`\`\nmột\n\n${words(120)}\n\`\`\``, 90)).toEqual([])
  })
})

test('a word at the end of a line and again on the next', () => {
  const found = (text: string) => doubledAcrossLines(text).map(({ start, written }) => [start, written])
  expect(found('Nhân dân của\ncủa phường.')).toEqual([[13, 'của ']])
  expect(found('Nhân dân của\n\ncủa phường.')).toEqual([])
  expect(found('Hàng cây xanh\nxanh mướt.')).toEqual([])
  expect(found('Nhân dân của\nCủa phường.')).toEqual([])
  expect(found('```\nvà của\ncủa phường\n```')).toEqual([])
})

test('marks that never close', () => {
  const found = (text: string) => unclosedMarks(text).map(({ written }) => written)
  expect(found('Ông nói: “Tốt.')).toEqual(['“'])
  expect(found('Ông nói: Tốt”.')).toEqual(['”'])
  expect(found('Tổ (khu 5 họp.')).toEqual(['('])
  expect(found('“Một.\n\n“Hai.”')).toEqual([])
  expect(found('a) một; b) hai; 1) ba (bốn) iv) năm :)')).toEqual([])
  expect(found('(xem https://a.vn/b) [x](y(z)) (`)`)')).toEqual([])
  expect(found('Thiếu dấu “)” hoặc «(» ở cuối, hoặc dấu ">".')).toEqual([])
  expect(found('Mở (một.\n\nMở (hai.')).toEqual([])
})
