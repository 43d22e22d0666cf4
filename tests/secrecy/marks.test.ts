import { describe, expect, test } from 'vitest'
import { secretMarks } from '../../pipeline/secrecy/marks.ts'

/** The text, the marks in it as `kind: line`, and why. Where nothing is found it is a near miss. */
type Row = readonly [text: string, found: readonly string[], because: string]

// biome-ignore format: a table
const ROWS: readonly Row[] = [
  ['MẬT',                                                     ['stamp: MẬT'],            'the stamp of the lowest level'],
  ['TỐI MẬT',                                                 ['stamp: TỐI MẬT'],        'of the middle one'],
  ['TUYỆT MẬT',                                               ['stamp: TUYỆT MẬT'],      'of the highest'],
  ['UBND PHƯỜNG\nSố: 12/BC-UBND\n  M Ậ T  \nKính gửi:',       ['stamp: M Ậ T  '],        'letters set apart, as a stamp has them'],
  ['**– TỐI MẬT –**',                                         ['stamp: TỐI MẬT –**'],    'in bold and between dashes'],
  ['[ MẬT ]',                                                 ['stamp: MẬT ]'],          'in a box'],
  ['place: "TỐI MẬT"',                                        ['stamp: TỐI MẬT"'],       'in a field'],
  ['- Độ mật: **Tối mật**',                                   ['stamp: Độ mật: **Tối mật**'], 'a line that tells the level'],
  ['Thời hạn bảo vệ bí mật nhà nước: 10 năm',                 ['stamp: Thời hạn bảo vệ bí mật nhà nước: 10 năm'], 'form 04'],
  ['Tài liệu thu hồi',                                        ['stamp: Tài liệu thu hồi'], 'form 07'],
  ['TÀI LIỆU THU HỒI\nThời hạn: 31/12/2026',                  ['stamp: TÀI LIỆU THU HỒI'], 'form 07, in capitals'],
  ['Tài liệu thu hồi, thời hạn 31/12/2026',                   ['stamp: Tài liệu thu hồi, thời hạn 31/12/2026'], 'form 07, in one line'],
  ['Chỉ người có tên mới được bóc bì',                        ['stamp: Chỉ người có tên mới được bóc bì'], 'form 07, of the envelope'],
  ['CHỈ NGƯỜI CÓ TÊN MỚI ĐƯỢC BÓC BÌ',                        ['stamp: CHỈ NGƯỜI CÓ TÊN MỚI ĐƯỢC BÓC BÌ'], 'in capitals'],
  ['Số: 12/BC-UBND(M)',                                       ['stamp: Số: 12/BC-UBND(M)'], 'the number of the paper itself'],
  ['number: 05/KH-UBND (M)',                                  ['stamp: 05/KH-UBND (M)'],  'in a field'],
  ['Thực hiện Kế hoạch số 05/KH-BCĐ(M) của Ban Chỉ đạo',      ['cited: 05/KH-BCĐ(M) của Ban Chỉ đạo'], 'names a secret paper'],
  ['TÀI LIỆU LƯU HÀNH NỘI BỘ',                                ['limited: LƯU HÀNH NỘI BỘ'], 'for some people only'],
  ['Không được: KHÔNG PHỔ BIẾN',                              ['limited: KHÔNG PHỔ BIẾN'], 'for some people only'],

  ['Giữ bí mật, đổi mật khẩu',                                [], 'words with the syllable'],
  ['MẬT KHẨU',                                                [], 'a password, alone on its line and in capitals'],
  ['MẬT ĐỘ DÂN SỐ',                                           [], 'a density'],
  ['MẬT ONG THÀNH ĐÔNG',                                      [], 'honey'],
  ['Mật',                                                     [], 'honey in a list of goods'],
  ['- mật ong\n- mật mía',                                    [], 'goods'],
  ['BÍ MẬT',                                                  [], 'a word'],
  ['QUY CHẾ BẢO VỆ BÍ\nMẬT',                                  [], 'a heading broken inside a word'],
  ['TUYỆT MẬT, TỐI MẬT, MẬT',                                 [], 'a sentence that lists the levels'],
  ['- TUYỆT MẬT\n- TỐI MẬT\n- MẬT',                           [], 'a list of all levels tells of the law'],
  ['| Tuyệt mật | 30 năm |\n| TỐI MẬT | 20 năm |',            [], 'a table of the law'],
  ['Bí mật nhà nước có ba độ: tuyệt mật, tối mật, mật.',      [], 'the law in a sentence'],
  ['Thời hạn bảo vệ bí mật nhà nước là 10 năm với độ mật.',   [], 'the law in a sentence'],
  ['Độ mật: Không',                                           [], 'not secret'],
  ['Dấu «Tài liệu thu hồi» đóng ở trang đầu của tài liệu.',   [], 'the law in a sentence'],
  ['Các tài liệu thu hồi được đã nộp lưu trữ',                [], 'papers that were called back'],
  ['Bì trong ghi «Chỉ người có tên mới được bóc bì» khi gửi.', [], 'the law in a sentence'],
  ['Áo cỡ 12/XL (M)',                                         [], 'a size is no symbol of a paper'],
  ['Bản đồ tỷ lệ 1/500 (M)',                                  [], 'a scale'],
  ['Số: 12/BC-UBND',                                          [], 'an open paper'],
  ['không phổ biến ở địa phương',                             [], 'rare'],
]

test.each(ROWS)('%s', (text, expected) => {
  const found = secretMarks(text).map(({ kind, start }) => `${kind}: ${text.slice(start).split('\n')[0]}`)
  expect(found).toEqual(expected)
})

describe('a stamp among other lines', () => {
  test.each(ROWS.filter(([, found]) => found[0]?.startsWith('stamp')))('%s', (text) => {
    const paper = `ỦY BAN NHÂN DÂN\nPHƯỜNG THÀNH ĐÔNG\n${text}\nKính gửi: các phòng\nGiữ bí mật theo luật.`
    expect(secretMarks(paper).filter(({ kind }) => kind === 'stamp').length).toBeGreaterThan(0)
  })
})
