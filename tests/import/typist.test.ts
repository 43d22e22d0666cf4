import { describe, expect, test } from 'vitest'
import { createRepository } from '../support/repository.ts'
import { convert, findSoffice } from '../support/soffice.ts'
import { importer } from './importing.ts'
import { font, pack, p as written } from './word-files.ts'
import { BOLD, p, picture, r, table, wordFile } from './word-parts.ts'

/** What officials do with Word where it has something better: a careful typist writes what they meant. */

const imported = importer(createRepository({ portal: 'thanh-dong' }), 'thanh-dong')
let count = 0
const TITLED = () => {
  count += 1
  return p(r(`Tin mẫu số ${count}`, BOLD))
}
const b = (words: string) => p(r(words, BOLD))
const i = (words: string) => p(r(words, '<w:i/>'))
const BR = '<w:r><w:br/></w:r>'
const lines = (...all: readonly string[]) => p(all.map((each) => r(each)).join(BR))
const TAB = '\t'
const M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
const mr = (words: string) => `<m:r><m:t>${words}</m:t></m:r>`
const formula = (inner: string) => p(`<m:oMathPara ${M}><m:oMath>${inner}</m:oMath></m:oMathPara>`)
const LONG = 'Sáng 18/11, Hội Nông dân xã Đồng Việt tổ chức trao quà cho hội viên nghèo'

type Row = readonly [why: string, body: () => string, expected: string]

describe('the text', () => {
  // biome-ignore format: a table
  const ROWS: readonly Row[] = [
    ['a break behind a long line, or before a tab, begins a paragraph', () => lines(`${LONG}.`, `${TAB}Tham dự có lãnh đạo xã`, `${TAB}Mỗi suất 500.000 đồng.`), `${LONG}.\n\nTham dự có lãnh đạo xã\n\nMỗi suất 500.000 đồng.`],
    ['items behind breaks are a list', () => lines('Ủy ban kêu gọi:', '1. Tiền;', '2. Hàng:', '- gạo;', '- áo ấm.', 'Xin cảm ơn!'), 'Ủy ban kêu gọi:\n\n1. Tiền;\n2. Hàng:\n   - gạo;\n   - áo ấm.\n\nXin cảm ơn!'],
    ['verses and addresses keep their lines', () => lines('Xuân về trên bến sông quê', 'Trống hội rộn rã bốn bề hân hoan'), 'Xuân về trên bến sông quê\\\nTrống hội rộn rã bốn bề hân hoan'],
    ['a paragraph at the end of every line is one paragraph', () => p('Sáng 18/11, thôn Đông tổ chức ngày hội') + p('đại đoàn kết, hơn 300 người') + p('tham dự.') + p('Vui.'), 'Sáng 18/11, thôn Đông tổ chức ngày hội đại đoàn kết, hơn 300 người tham dự.\n\nVui.'],
    ['small letters behind a sign are paragraphs of their own', () => p('Bà con cần chuẩn bị những thứ sau đây:') + p('bao tải'), 'Bà con cần chuẩn bị những thứ sau đây:\n\nbao tải'],
    ['a bold item is an item, and another sign goes below it', () => p(`${r('- Thành phần:', BOLD)}`) + p('+ Trưởng thôn;') + p('+ Bí thư.') + p(`${r('- Thời gian:', BOLD)}${r(' 8 giờ.')}`), '- **Thành phần:**\n  - Trưởng thôn;\n  - Bí thư.\n- **Thời gian:** 8 giờ.'],
    ['a plus alone is no second level', () => p('+ một;') + p('+ hai.') + p('Hết.'), '- một;\n- hai.\n\nHết.'],
    ['dashes between numbers that go on belong to the number', () => p('1. Rác') + p('- nhựa') + p('2. Cây') + p('Hết.'), '1. Rác\n   - nhựa\n2. Cây\n\nHết.'],
    ['dashes behind the last number are beside it', () => p('1. Rác.') + p('- nhựa') + p('Hết.'), '1. Rác.\n\n- nhựa\n\nHết.'],
    ['lines that are drawn say nothing', () => p('Trên.') + p('---o0o---') + p('***') + p('────────') + p('Dưới.'), 'Trên.\n\nDưới.'],
    ['a chapter and its name are one heading, its articles stand below', () => b('Chương I') + b('QUY ĐỊNH CHUNG') + b('Điều 1. Phạm vi') + p('Chữ.') + p(`${r('Chương II', BOLD)}<w:r><w:rPr>${BOLD}</w:rPr><w:br/></w:r>${r('TỔ CHỨC', BOLD)}`) + p('Chữ.'), '## Chương I. QUY ĐỊNH CHUNG\n\n### Điều 1. Phạm vi\n\nChữ.\n\n## Chương II. TỔ CHỨC\n\nChữ.'],
    ['equal parts have an equal level, and what has no number stands below what has one', () => b('I. Kết quả') + b('Về kinh tế') + p('Tốt.') + b('II. Tồn tại') + p('Ít.') + b('PHỤ LỤC') + p('Biểu.'), '## I. Kết quả\n\n### Về kinh tế\n\nTốt.\n\n## II. Tồn tại\n\nÍt.\n\n## PHỤ LỤC\n\nBiểu.'],
    ['an answer and a salutation are no headings', () => b('Kính gửi: Các ông, bà trưởng thôn') + p('Chữ.') + b('Trả lời:') + p('Chữ.'), '**Kính gửi: Các ông, bà trưởng thôn**\n\nChữ.\n\n**Trả lời:**\n\nChữ.'],
    ['names of places and parts below a heading in capitals stay headings', () => b('PHẦN MỘT') + b('I. Kinh Tế') + p('Tốt.') + b('DANH SÁCH CHUNG CÁC XÃ') + p('Chữ.'), '## PHẦN MỘT\n\n### I. Kinh Tế\n\nTốt.\n\n## DANH SÁCH CHUNG CÁC XÃ\n\nChữ.'],
    ['two who signed are no headings', () => p('Chữ.') + table([b('THƯ KÝ') + p('Trần Thị Mẫu'), b('CHỦ TRÌ') + p('Nguyễn Văn Mẫu')]), 'Chữ.\n\n**THƯ KÝ**\n\nTrần Thị Mẫu\n\n**CHỦ TRÌ**\n\nNguyễn Văn Mẫu'],
    ['cells: signs of lists go, names of columns that were broken are whole, bold lines too', () => table([b('TT'), p(`${r('Thời gian')}${BR}${r('Hoàn thành')}`)], [b('Thứ Hai') + b('16/11'), p('Thu hồ sơ') + p('- bản giấy') + p('- bản chụp')], ['x', 'y']), '| TT | Thời gian Hoàn thành |\n| --- | --- |\n| **Thứ Hai 16/11** | Thu hồ sơ; bản giấy; bản chụp |\n| x | y |'],
    ['formulas in one line', () => formula(`${mr('Đ=')}<m:f><m:num>${mr('a+b')}</m:num><m:den>${mr('2')}</m:den></m:f>`) + formula(`<m:sSup><m:e>${mr('x')}</m:e><m:sup>${mr('2')}</m:sup></m:sSup>${mr('≤')}<m:rad><m:radPr/><m:deg/><m:e>${mr('y')}</m:e></m:rad>`), 'Đ = (a+b)/2\n\nx² ≤ √y'],
    ['a fraction that a factor touches', () => formula(`${mr('S=')}<m:f><m:num>${mr('a+b')}</m:num><m:den>${mr('2')}</m:den></m:f>${mr('h')}`), 'S = ((a+b)/2)h'],
    ['a formula that has no line leaves a mark', () => p(`${r('Tổng')}<m:oMath ${M}><m:nary>${mr('x')}</m:nary></m:oMath>`), 'Tổng [CẦN SỬA] Công thức ở đây không viết được trên một dòng.'],
  ]
  test.each(ROWS)('%s', async (_, body, expected) => {
    const outcome = await imported(await wordFile({ body: TITLED() + body() }))
    expect(outcome.stderr).toBe('')
    expect(outcome.body).toBe(expected)
  })
})

describe('title, writer and captions', () => {
  const article = async (body: string, pictures = {}) => imported(await wordFile({ body, pictures }))
  test('the label above a title goes, the writer at the end goes into front matter', async () => {
    const { text, body, stdout } = await article(
      b('TIN BÀI') + b('Xã tặng quà hội viên') + p('Chữ.') + p('Chữ nữa.') + b('Tin, ảnh: Lan Anh'),
    )
    expect(text).toContain('title: "Xã tặng quà hội viên"')
    expect(text).toContain('author: "Lan Anh"')
    expect(body).toBe('Chữ.\n\nChữ nữa.')
    expect(stdout).toContain('người viết: Lan Anh')
    expect(stdout).toContain('dòng «TIN BÀI» trên tiêu đề không đưa vào bài')
  })
  // biome-ignore format: a table
  test.each([
    ['in one line',  b('Bài: Thu Hà – Ảnh: Quốc Việt'),                 '**Ảnh: Quốc Việt**'],
    ['in two lines', p('Bài: Thu Hà') + p('Ảnh: Quốc Việt'),            'Ảnh: Quốc Việt'],
    ['in brackets',  p('(Tin: Thu Hà; ảnh: Quốc Việt)'),                '**ảnh: Quốc Việt**'],
  ])('writer and photographer %s: one in front matter, the other still named', async (_, end, credit) => {
    count += 1
    const { text, body } = await article(b(`Xã tặng quà lần ${count}`) + p('Chữ.') + p('Chữ nữa.') + end)
    expect(text).toContain('author: "Thu Hà"')
    expect(body).toBe(`Chữ.\n\nChữ nữa.\n\n${credit}`)
  })
  test('a title in capitals need not be bold', async () => {
    const { text, body } = await article(p('DANH SÁCH HỘ ĐƯỢC TẶNG QUÀ') + p('Chữ.'))
    expect(text).toContain('title: "[CẦN SỬA] DANH SÁCH HỘ ĐƯỢC TẶNG QUÀ"')
    expect(body).toBe('Chữ.')
  })
  test('a type in capitals is part of a title in small letters', async () => {
    const { text } = await article(b('THƯ NGỎ') + b('Kêu gọi ủng hộ đồng bào') + p('Chữ.') + p('Chữ.'))
    expect(text).toContain('title: "Thư ngỏ kêu gọi ủng hộ đồng bào"')
  })
  test('what stands below a picture is its caption, also in a table of pictures', async () => {
    const { default: sharp } = await import('sharp')
    const paint = (background: string) =>
      sharp({ create: { width: 30, height: 20, channels: 3, background } })
        .jpeg()
        .toBuffer()
    const [one, two] = [await paint('#2a7'), await paint('#72a')]
    const { body } = await article(
      b('Ảnh ngày hội') +
        p(picture('a.jpg', 'Lá cờ hội ở đình')) +
        i('Ảnh: rước cờ') +
        p('Giữa.') +
        table(
          [p(picture('a.jpg', 'Lá cờ hội ở đình')), p(picture('b.jpg', 'Hoa trên sân đình'))],
          [i('Cờ hội'), i('Hoa hội')],
        ) +
        p('Hết.'),
      { 'a.jpg': one, 'b.jpg': two },
    )
    expect(body).toBe(
      [
        '![Lá cờ hội ở đình](anh-ngay-hoi-anh-1.jpg "Ảnh: rước cờ")',
        'Giữa.',
        '![Lá cờ hội ở đình](anh-ngay-hoi-anh-1.jpg "Cờ hội")',
        '![Hoa trên sân đình](anh-ngay-hoi-anh-2.jpg "Hoa hội")',
        'Hết.',
      ].join('\n\n'),
    )
  })
})

describe('letterheads', () => {
  const NATION = b('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') + b('Độc lập - Tự do - Hạnh phúc')
  test('a notice without a number is an article: its head goes and is told, who signed stays', async () => {
    const head = table([b('TỔ DÂN PHỐ SỐ 5'), `${NATION}${i('Thành Đông, ngày 8 tháng 11 năm 2026')}`])
    const body = `${head}${b('THÔNG BÁO')}${b('V/v cắt nước')}${p('Cắt nước từ 8 giờ.')}${b('TỔ TRƯỞNG')}${b('Hoàng Văn Mẫu')}`
    const outcome = await imported(await wordFile({ body }))
    expect(outcome.text).toContain('title: "Thông báo về việc cắt nước"')
    expect(outcome.body).toBe('Cắt nước từ 8 giờ.\n\n**TỔ TRƯỞNG\\\nHoàng Văn Mẫu**')
    expect(outcome.stdout).toContain('(quốc hiệu, «Tổ dân phố số 5», ngày 08/11/2026)')
  })
  test('a paper of the Party, Hướng dẫn 36-HD/VPTW', async () => {
    const head = table([
      `${p('ĐẢNG BỘ TỈNH')}${b('ĐẢNG ỦY PHƯỜNG THÀNH ĐÔNG')}${p('*')}${p('Số 15-KH/ĐU')}`,
      `${b('ĐẢNG CỘNG SẢN VIỆT NAM')}${i('Thành Đông, ngày 9 tháng 11 năm 2026')}`,
    ])
    const tail = table([
      `${p('Nơi nhận:')}${p('- Các chi bộ.')}`,
      `${b('T/M BAN THƯỜNG VỤ')}${b('BÍ THƯ')}${b('Ngô Văn Mẫu')}`,
    ])
    const body = `${head}${b('KẾ HOẠCH')}${b('học tập nghị quyết')}${p('-----')}${b('I- Mục đích')}${p('Nắm vững.')}${tail}`
    const outcome = await imported(await wordFile({ body }))
    for (const line of [
      'title: "Kế hoạch học tập nghị quyết"',
      'number: "15-KH/ĐU"',
      'issuer: "Đảng ủy phường Thành Đông"',
      'signer: "Bí thư Ngô Văn Mẫu"',
    ])
      expect(outcome.text).toContain(line)
    expect(outcome.body).toBe('## I- Mục đích\n\nNắm vững.')
  })
  test('a plan of two authorities: its type, both issuers, who signed', async () => {
    const head = table([
      `${b('ỦY BAN MTTQ VIỆT NAM - CÔNG AN')}${b('PHƯỜNG THÀNH ĐÔNG')}${p('Số: 08/KHPH-MTTQ-CA')}`,
      `${NATION}${i('Thành Đông, ngày 19 tháng 11 năm 2026')}`,
    ])
    const tail = table([
      `${b('TM. BAN THƯỜNG TRỰC')}${b('CHỦ TỊCH')}${b('Ngô Thị Mẫu')}`,
      `${b('TRƯỞNG CÔNG AN')}${b('Thượng tá Vũ Văn Mẫu')}`,
    ])
    const body = `${head}${b('KẾ HOẠCH PHỐI HỢP')}${b('Xây dựng khu dân cư an toàn')}${b('I. MỤC ĐÍCH')}${p('Chữ.')}${tail}`
    const outcome = await imported(await wordFile({ body }))
    for (const line of [
      'title: "Kế hoạch phối hợp xây dựng khu dân cư an toàn"',
      'documentType: "Kế hoạch phối hợp"',
      'issuer: "Ủy ban MTTQ Việt Nam - Công an phường Thành Đông"',
    ])
      expect(outcome.text).toContain(line)
    expect(outcome.body).toBe(
      '## I. MỤC ĐÍCH\n\nChữ.\n\n**TM. BAN THƯỜNG TRỰC**\n\n**CHỦ TỊCH**\n\n**Ngô Thị Mẫu**\n\n**TRƯỞNG CÔNG AN**\n\n**Thượng tá Vũ Văn Mẫu**',
    )
  })
  test('an office without a name is that of the authority above', async () => {
    const head = table([
      `${p('UBND PHƯỜNG THÀNH ĐÔNG')}${b('VĂN PHÒNG')}${p('Số: 12/GM-VP')}`,
      `${NATION}${i('Thành Đông, ngày 19 tháng 11 năm 2026')}`,
    ])
    const { text } = await imported(
      await wordFile({ body: `${head}${b('GIẤY MỜI')}${b('Họp giao ban')}${p('Chữ.')}` }),
    )
    expect(text).toContain('issuer: "Văn phòng UBND phường Thành Đông"')
  })
  test('a table in a cell is told', async () => {
    const inner = table([p('Điểm'), p('110')], [p('a'), p('b')])
    const { stdout } = await imported(
      await wordFile({ body: TITLED() + table(['x', 'y'], [p('1'), inner + p('')], ['2', 'z']) }),
    )
    expect(stdout).toContain('bảng lồng trong ô')
  })
  test('a resolution: term and meeting of the council are no issuer and no heading', async () => {
    const head = table([
      `${p('HỘI ĐỒNG NHÂN DÂN')}${b('PHƯỜNG THÀNH ĐÔNG')}${b('KHÓA I, KỲ HỌP THỨ 5')}${p('Số: 21/NQ-HĐND')}`,
      `${NATION}${i('Thành Đông, ngày 13 tháng 11 năm 2026')}`,
    ])
    const who = b('HỘI ĐỒNG NHÂN DÂN') + b('PHƯỜNG THÀNH ĐÔNG') + b('KHÓA I, KỲ HỌP THỨ 5')
    const body = `${head}${b('NGHỊ QUYẾT')}${b('Về dự toán ngân sách')}${who}${p('Căn cứ quy định;')}${b('QUYẾT NGHỊ:')}${p('Chữ.')}`
    const outcome = await imported(await wordFile({ body }), { kind: 'van-ban', title: 'Dự toán' })
    expect(outcome.text).toContain('issuer: "Hội đồng nhân dân phường Thành Đông"')
    expect(outcome.body).toBe(
      '**HỘI ĐỒNG NHÂN DÂN**\n\n**PHƯỜNG THÀNH ĐÔNG**\n\n**KHÓA I, KỲ HỌP THỨ 5**\n\nCăn cứ quy định;\n\n## QUYẾT NGHỊ:\n\nChữ.',
    )
  })
  test('a head set with blanks takes none of the text with it', async () => {
    const gap = ' '.repeat(30)
    const body = [
      `     PHƯỜNG THÀNH ĐÔNG${gap}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM`,
      `     Số: 44/TB-UBND${gap}Thành Đông, ngày 12 tháng 11 năm 2026`,
      `${gap}THÔNG BÁO`,
      `${gap}Kết luận giao ban`,
      '     1. Giao Công an tuần tra;',
      '     2. Giao Trạm Y tế phun thuốc.',
      `Nơi nhận:${gap}TL. CHỦ TỊCH`,
      `- Lưu: VT.${gap}CHÁNH VĂN PHÒNG`,
      `${gap}Bùi Thị Mẫu`,
    ]
    const outcome = await imported(
      await wordFile({ body: body.map((each, at) => (at === 2 || at === 3 ? b(each) : p(each))).join('') }),
    )
    expect(outcome.text).toContain('title: "Thông báo kết luận giao ban"')
    expect(outcome.text).toContain('number: "44/TB-UBND"')
    expect(outcome.text).toContain('signer: "Chánh Văn phòng Bùi Thị Mẫu"')
    expect(outcome.body).toBe('1. Giao Công an tuần tra;\n2. Giao Trạm Y tế phun thuốc.')
  })
  test('a day and a number in the text are none of the head', async () => {
    const body = `${NATION}${b('THÔNG BÁO')}${b('Lịch họp')}${p('Số: 0204 388 1234')}${p('ngày 12 tháng 11 năm 2026')}${p('Hết.')}`
    const outcome = await imported(await wordFile({ body }))
    expect(outcome.body).toBe('Số: 0204 388 1234\n\nngày 12 tháng 11 năm 2026\n\nHết.')
  })
})

test.skipIf(!findSoffice())(
  'ư of .VnTime, which LibreOffice writes as an element',
  { timeout: 60_000 },
  async () => {
    const docx = await pack({
      sections: [
        {
          children: [
            written(font('Phường Thành Đông', 'Arial')),
            written(font('th«ng b¸o nh­ sau', '.VnTime')),
          ],
        },
      ],
    })
    const [odt] = convert('a.docx', docx, 'odt').values()
    const { body } = await imported(odt as Uint8Array, { title: 'Thông báo phông cũ' })
    expect(body).toContain('thông báo như sau')
  },
)
