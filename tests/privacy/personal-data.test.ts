import { describe, expect, test } from 'vitest'
import {
  findDelicateData,
  findPersonalData,
  MASK,
  maskPersonalData,
  type Voice,
} from '../../pipeline/privacy/personal-data.ts'

/** The text, what is found in it as `kind: words`, and why. Where nothing is found it is a near miss. */
type Row = readonly [text: string, found: readonly string[], because: string]

// biome-ignore format: a table
const ASKED: readonly Row[] = [
  // telephones
  ['Xin gọi lại cho tôi số 0912345678 ạ',                     ['phone: 0912345678'],               'a mobile number in one piece'],
  ['Điện thoại của tôi: 0912.345.678.',                       ['phone: 0912.345.678'],             'in groups with points; the full stop is none of it'],
  ['SĐT 091 234 5678, gọi giờ nào cũng được',                 ['phone: 091 234 5678'],             'in groups with blanks'],
  ['Liên hệ: +84 912 345 678',                                ['phone: +84 912 345 678'],          'with the code of the country'],
  ['Liên hệ (+84) 912345678',                                 ['phone: (+84) 912345678'],          'with its code in brackets'],
  ['zalo 84912345678 nhé',                                    ['phone: 84912345678'],              'without a plus'],
  ['Số máy nhà tôi 0220 3852 123',                            ['phone: 0220 3852 123'],            'a house telephone, and the asker says whose'],
  ['Tôi đã gọi đường dây nóng 0963112233 mà không ai nghe',   [],                                  'a hotline is public, though it is a mobile'],
  ['Tôi gọi tổng đài 1900 9095 và 18001090',                  [],                                  'service numbers'],
  ['Gọi 113, 114, 115 đều không được',                        [],                                  'emergency numbers'],
  ['UBND phường, điện thoại 0220 3852 123, trả lời chậm',     [],                                  'the telephone of an office'],
  ['Số trực ban Công an phường 0912 345 678 không ai nghe',   [],                                  'a duty telephone'],
  ['Trưởng thôn (0912345678) nói chưa có kinh phí',           [],                                  'officials answer for their duty telephone'],
  ['Mã hồ sơ 0912345678 nộp từ tháng 8',                      [],                                  'the number of a file, and labelled so'],
  ['Ngày 09.12.2026 08 giờ 30',                               [],                                  'a date and an hour'],
  ['Từ 09-12-2026 đến 20-12-2026',                            [],                                  'two dates'],
  ['Tổng tiền 0912345678 đồng',                               [],                                  'a sum, however odd'],
  ['Số 0912345678/QĐ-UBND',                                   [],                                  'the number of a document'],
  ['Biển số 34A-912.34 và 34B2 0912.3',                       [],                                  'number plates'],
  ['Dự án 2.345.678.900 đồng giai đoạn 2021-2025',            [],                                  'money and years'],
  ['Nghị định số 154/2024/NĐ-CP, khoản 3 Điều 12',            [],                                  'a clause'],
  ['Quyết định 849/QĐ-UBND ngày 20/11/2026',                  [],                                  'a document'],
  ['Tọa độ 20.9373145, 106.3145678',                          [],                                  'a place on the map'],
  ['Mã QR 8934567890123 trên bao phân bón',                   [],                                  'the bar code of a product'],
  ['Diện tích 0912345678 m2',                                 [],                                  'a measure'],
  // letters
  ['Gửi về hoa.nguyen89@gmail.com giúp tôi',                  ['email: hoa.nguyen89@gmail.com'],   'a mailbox'],
  ['Thư: hoa89 (at) gmail.com',                               ['email: hoa89 (at) gmail.com'],     'spelt so that machines do not see it'],
  ['Tôi gửi vanthu@thanhdong.haiphong.gov.vn không ai đáp',   [],                                  'an office'],
  ['Tôi gửi ubndxadongviet@gmail.com không ai đáp',           [],                                  'an office where everybody has his mailbox'],
  ['Trang facebook @thanhdong có đăng',                       [],                                  'an account of a network is no mailbox'],
  // numbers of citizens
  ['CCCD của tôi 030085001234',                               ['citizen-id: 030085001234'],        'twelve digits, province 030'],
  ['số 030 085 001 234 cấp tại Hải Dương',                    ['citizen-id: 030 085 001 234'],     'in groups'],
  ['mã 097085001234 in trên vỏ',                              [],                                  'no province has the code 097'],
  ['mã 000085001234 in trên vỏ',                              [],                                  'nor 000'],
  ['số căn cước là 100085001234',                             ['citizen-id: 100085001234'],        'whatever its code, it is called so'],
  ['0300850012345 in trên thùng',                             [],                                  'thirteen digits'],
  ['Mã hồ sơ 030085001234 nộp trên Cổng Dịch vụ công',        [],                                  'the number of a file'],
  ['chi 030085001234 đồng',                                   [],                                  'a sum'],
  ['CMND 141234567 cấp năm 2010',                             ['old-id: 141234567'],               'nine digits, and called so'],
  ['Số chứng minh nhân dân: 141 234 567',                     ['old-id: 141 234 567'],             'in groups'],
  ['Thửa đất số 141234567',                                   [],                                  'nine digits of something else'],
  ['Mã số thuế 0800123456',                                   [],                                  'an enterprise'],
  // accounts
  ['STK 19031234567890 Techcombank',                          ['bank-account: 19031234567890'],    'an account'],
  ['chuyển vào tài khoản ngân hàng số 0341 0012 3456 7',      ['bank-account: 0341 0012 3456 7'],  'in groups'],
  ['Nộp vào tài khoản số 3591010123456 tại Kho bạc Nhà nước', [],                                  'an account of the State'],
  ['Tài khoản VNeID mức 2 bị khóa',                           [],                                  'an account of another kind'],
  ['tài khoản quỹ của thôn 19031234 của UBND xã',             [],                                  'an account of an office'],
  // addresses
  ['Gia đình tôi ở số 15 ngõ 20 đường Nguyễn Trãi, hay mất nước', ['address: số 15 ngõ 20 đường Nguyễn Trãi'], 'where the asker lives'],
  ['Tôi là người dân tổ 5, số nhà 12/3 phố Chợ',              ['address: số nhà 12/3 phố Chợ'],    'the house of the asker'],
  ['Địa chỉ: 12 ngõ 5 phố Ga',                                ['address: 12 ngõ 5 phố Ga'],        'a line as in a form'],
  ['Nơi thường trú: số nhà 7, thôn Hạ',                       ['address: số nhà 7, thôn Hạ'],      'a line as in a form'],
  ['Trước số nhà 12 ngõ 5 phố Ga có ổ gà',                    [],                                  'where the hole is'],
  ['Tôi thấy ổ gà trước số nhà 12 ngõ 5 phố Ga',              [],                                  'where the hole is, though somebody tells it'],
  ['Trụ sở UBND ở số 12 đường Trần Hưng Đạo',                 [],                                  'the address of an office'],
  ['Tôi ở tổ dân phố số 4, xin hỏi lịch thu gom rác',         [],                                  'an area is no house'],
  ['Gia đình tôi xin cấp biển số nhà thì làm ở đâu?',         [],                                  'a number plate for a house'],
  ['Ngõ nhà tôi thấp hơn mặt đường chừng 20 cm',              [],                                  'a measure'],
  ['Nhà tôi có 3 người ở, 2 sào ruộng',                       [],                                  'how many'],
  ['Tôi sống ở khu dân cư số 9, Nguyễn Trãi',                 [],                                  'an area with a number'],
  ['Gia đình tôi ở đây từ năm 1998',                          [],                                  'a year'],
  // names
  ['Tôi tên là Nguyễn Thị Hoa, xin hỏi',                      ['name: Nguyễn Thị Hoa'],            'an introduction'],
  ['tôi tên là nguyễn thị hoa',                               ['name: nguyễn thị hoa'],            'written in haste'],
  ['Tôi là Trần Văn Bình ở thôn Hạ',                          ['name: Trần Văn Bình'],             'an introduction'],
  ['TÔI LÀ NGUYỄN VĂN BÌNH, XIN HỎI',                         ['name: NGUYỄN VĂN BÌNH'],           'in capitals'],
  ['Em là Lò Thị Mai',                                        ['name: Lò Thị Mai'],                'a surname of the mountains'],
  ['Họ và tên: Y Bhăn Niê',                                   ['name: Y Bhăn Niê'],                'a name of the highlands, labelled'],
  ['Mẹ tôi là Phạm Thị Lan, 86 tuổi',                         ['name: Phạm Thị Lan'],              'a name of the family'],
  ['Người hỏi: ông Đặng Quốc Việt',                           ['name: Đặng Quốc Việt'],            'a label and a title'],
  ['Xin cảm ơn!\nLê Minh Tuấn\n',                             ['name: Lê Minh Tuấn'],              'a signature'],
  ['Tôi là Công dân phường Thành Đông',                       [],                                  'what somebody is'],
  ['Tôi là Hội viên Hội Nông dân',                            [],                                  'what somebody is'],
  ['Tôi là Bí thư Chi bộ',                                    [],                                  'what somebody is'],
  ['Người hỏi: Công dân tổ dân phố Ga',                       [],                                  'nobody in particular'],
  ['Tôi tên là Nguyễn Văn A',                                 [],                                  'the name of nobody'],
  ['Tôi là người Cao Lan ở thôn Đồng',                        [],                                  'a people'],
  ['Tôi là Cao Lan, xin hỏi chính sách dân tộc',              [],                                  'a people whose name begins as a surname does'],
  ['Đường Trần Hưng Đạo và phố Nguyễn Trãi ngập',             [],                                  'streets bear names'],
  ['Trường Tiểu học Lê Lợi có dạy hè không',                  [],                                  'schools bear names'],
  ['Theo ông Nguyễn Văn Bình, Chủ tịch UBND phường',          [],                                  'an official in office'],
  ['Xin cảm ơn!\nTrân trọng kính mời\n',                      [],                                  'last words that are no name'],
]

// biome-ignore format: a table
const ANSWERED: readonly Row[] = [
  ['Mọi thắc mắc xin gọi 0220 3852 123',                              [], 'an office names its telephone'],
  ['Liên hệ bộ phận Một cửa, số 0912 345 678',                        [], 'and a mobile, if it says whose'],
  ['Đồng chí Trần Văn Bình, công chức Địa chính, 0912345678',         [], 'an official on duty'],
  ['Người hỏi có số 0912345678 đã được báo',                          ['phone: 0912345678'], 'whose telephone is not said, so it is somebody’s'],
  ['Trả lời ông Nguyễn Văn Bình, thôn Hạ như sau',                    ['name: Nguyễn Văn Bình'], 'the asker is named'],
  ['Trả lời công dân thôn Hạ như sau',                                [], 'the asker is not named'],
  ['Ông Nguyễn Văn Bình, Chủ tịch UBND xã, đã kiểm tra',              [], 'an official in office'],
  ['Trụ sở: số 5 đường Trần Hưng Đạo',                                [], 'where the office is'],
  ['Hồ sơ của người có CCCD 030085001234 đã trả',                     ['citizen-id: 030085001234'], 'nobody may tell this'],
]

// biome-ignore format: a table
const NEWS: readonly Row[] = [
  ['Bà Trần Thị Hoa (0912345678) ủng hộ 5 triệu đồng',                ['phone: (0912345678)'], 'a citizen’s own number'],
  ['Ai nhặt được xin gọi 0912.345.678',                               ['phone: 0912.345.678'], 'whose it is nobody says'],
  ['Liên hệ đồng chí Nguyễn Văn Bình, số 0912 345 678',               [], 'an official on duty'],
  ['Bộ phận Một cửa: 0220 3852 123 hoặc 0912 345 678',                [], 'an office'],
  ['Đặt hàng tại Hợp tác xã rau An Thượng, 0912 345 678',             [], 'who sells gives the number to all'],
  ['Công ty TNHH Bình Minh, điện thoại 0912345678',                   [], 'a company'],
  ['Hotline: 0963 112 233',                                           [], 'a hotline'],
  ['Danh sách gồm ông Lê Văn Tám, CCCD 030085001234',                 ['citizen-id: 030085001234'], 'a number of a citizen'],
  ['Ông Lê Văn Tám, CMND số 141234567',                               ['old-id: 141234567'],   'the older number'],
  ['Xem https://vanban.example.vn/?id=030085001234 để biết',          [], 'a part of an address'],
  ['Mã vạch 030085001234 in trên bao bì',                             [], 'a product'],
  ['Số máy: 030085001234, số khung: 030085001235',                    [], 'an engine and a frame'],
  ['Gói thầu có mã số 030085001234',                                  [], 'a tender'],
  ['Ủng hộ chị Lan qua STK 19031234567890',                           ['bank-account: 19031234567890'], 'somebody’s account'],
  ['Ủng hộ qua tài khoản 19031234567890 của Hội Chữ thập đỏ phường',  [], 'the account of a fund'],
  ['Nộp vào tài khoản 035910101234 tại Kho bạc Nhà nước',             [], 'of the State, though twelve digits long'],
  ['Gửi bài về hoanguyen89@gmail.com',                                ['email: hoanguyen89@gmail.com'], 'somebody’s mailbox'],
  ['Gửi bài về bbt@thanhdong.haiphong.gov.vn',                        [], 'a mailbox of the office'],
  ['Cảm ơn ông Nguyễn Văn Bình đã hiến 30 m2 đất',                    [], 'news name people'],
  ['Trả lời ông Nguyễn Văn Bình, cử tri tổ 5',                        [], 'news name people'],
  ['Bà Trần Thị Hoa, 62 tuổi, trú tại số nhà 12 ngõ 5 phố Ga',        ['address: số nhà 12 ngõ 5 phố Ga'], 'where somebody lives'],
  ['Bà Trần Thị Hoa trú tại tổ dân phố số 4',                         [], 'an area is no house'],
  ['Địa chỉ: số nhà 12 ngõ 5 phố Ga (Nhà văn hóa)',                   [], 'the address of a house of all'],
  ['Căn cứ Quyết định số 0912345678/QĐ-UBND',                         [], 'a document'],
  ['Kinh phí 0912345678 đồng; 2.345.678.900 đồng',                    [], 'money'],
]

// biome-ignore format: a table
const DELICATE: readonly Row[] = [
  ['Bà Trần Thị Hoa, sinh ngày 12/3/1965',                            ['birth-date: 12/3/1965'], 'behind a name and a comma'],
  ['Ông Lê Văn Tám sinh ngày 2 tháng 9 năm 1945',                     ['birth-date: 2 tháng 9 năm 1945'], 'written out'],
  ['Ngày, tháng, năm sinh: 12/03/1965',                               ['birth-date: 12/03/1965'], 'as in a form'],
  ['Tổng vệ sinh ngày 20/11/2026',                                    [], 'cleaning'],
  ['Vệ sinh ngày 20/11/2026, tuyển sinh ngày 1/7/2026',               [], 'and enrolling'],
  ['Chi phí phát sinh ngày 3/3/2026; hy sinh ngày 27/7/1968',         [], 'other words with the syllable'],
  ['Bà Trần Thị Hoa, sinh năm 1965',                                  [], 'a year is no day'],
  ['Chủ tịch Hồ Chí Minh, sinh ngày 19/5/1890',                       [], 'of history'],
  ['Liệt sĩ Nguyễn Văn Bé, sinh ngày 1/1/1948',                       [], 'of the dead'],
  ['Ứng cử viên: ông Lê Văn Tám, sinh ngày 2/9/1975, người ứng cử',   [], 'who stands for election'],
  ['Em Nguyễn Thị Hoa, học sinh lớp 5A',                              ['child: Nguyễn Thị Hoa'], 'a class'],
  ['cháu Trần Minh Khang (8 tuổi) được cứu',                          ['child: Trần Minh Khang'], 'an age'],
  ['Phạm Gia Bảo, học sinh lớp 9, đạt giải Nhất',                     ['child: Phạm Gia Bảo'], 'without a title'],
  ['Em Y Lan, lớp 3, Trường Tiểu học Đăk Ruồng',                      ['child: Y Lan'], 'a name of the highlands'],
  ['Em Nguyễn Thị Hoa, 17 tuổi',                                      [], 'no child any more'],
  ['Em Nguyễn Thị Hoa, học sinh lớp 12A1',                            [], 'no child any more'],
  ['Học sinh Trường Tiểu học Lê Lợi, lớp 5A đạt giải',                [], 'a school'],
  ['Ông Lê Văn Tám, 62 tuổi',                                         [], 'a man'],
  ['Cháu N., 8 tuổi, được cứu',                                       [], 'not by the full name'],
  ['Cô giáo Trần Thị Hoa chủ nhiệm lớp 5A',                           [], 'the teacher'],
  ['Em Nguyễn Văn A, học sinh lớp 5',                                 [], 'nobody'],
]

const found = (text: string, voice: Voice, known: readonly string[] = []) =>
  findPersonalData(text, { voice, known }).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`)

describe('what a citizen asks', () => {
  test.each(ASKED)('%s', (text, expected) => {
    expect(found(text, 'asker')).toEqual(expected)
  })
})

describe('what an office answers', () => {
  test.each(ANSWERED)('%s', (text, expected) => {
    expect(found(text, 'office')).toEqual(expected)
  })
})

describe('what news and papers tell', () => {
  test.each(NEWS)('%s', (text, expected) => {
    expect(found(text, 'news')).toEqual(expected)
  })
  test.each(DELICATE)('to be weighed: %s', (text, expected) => {
    const all = findDelicateData(text).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`)
    expect(all).toEqual(expected)
  })
})

test('a telephone and a mailbox of the portal are known, however they are written', () => {
  expect(
    found('Tôi gọi +84 912 345 678 và gửi Hoa@example.vn', 'asker', ['0912345678', 'hoa@example.vn']),
  ).toEqual([])
})

test('several in one text come in their order, each with what it is, the law and the way out', () => {
  const text = 'Tôi tên là Nguyễn Thị Hoa, CCCD 030085001234, điện thoại 0912345678.'
  const all = findPersonalData(text, { voice: 'asker' })
  expect(all.map(({ kind }) => kind)).toEqual(['name', 'citizen-id', 'phone'])
  for (const { what, ground, fix } of all)
    expect([what, ground, fix].every((words) => words.length > 5)).toBe(true)
  expect(maskPersonalData(text, all)).toBe(`Tôi tên là ${MASK}, CCCD ${MASK}, điện thoại ${MASK}.`)
})

test.each([...ASKED, ...ANSWERED])('nothing is left where it was masked: %s', (text) => {
  const masked = maskPersonalData(text, findPersonalData(text, { voice: 'asker' }))
  expect(findPersonalData(masked, { voice: 'asker' })).toEqual([])
})
