import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { createRepository } from '../support/repository.ts'
import { importer } from './importing.ts'
import {
  BOLD,
  box,
  field,
  item,
  level,
  list,
  p,
  painted,
  picture,
  r,
  style,
  TAB,
  table,
  wordFile,
} from './word-parts.ts'

/** What a Word file shows on paper and its words do not say: a typist copies what is seen. */

const imported = importer(createRepository({ portal: 'thanh-dong' }), 'thanh-dong')
let count = 0
/** A news item of its own title, so that none overwrites another. */
const news = (body: string, parts: Omit<Parameters<typeof wordFile>[0], 'body'> = {}) => {
  count += 1
  return wordFile({ body: p(r(`Tin số ${count}`, BOLD)) + body, ...parts })
}
type Row = readonly [why: string, file: () => Promise<Uint8Array>, expected: string]

describe('numbers that Word makes', () => {
  const LAW = list(
    level(0, 'upperRoman', 'Chương %1'),
    level(1, 'decimal', 'Điều %2.', '<w:lvlRestart w:val="0"/>'),
    level(2, 'decimal', '%3.'),
    level(3, 'lowerLetter', '%4)'),
  )
  const HEADS =
    '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="C"><w:name w:val="Mục của cơ quan"/><w:basedOn w:val="B"/></w:style>'
  // biome-ignore format: a table
  const ROWS: readonly Row[] = [
    ['articles are counted on through the chapters of a regulation, and cited', () => news(p(r('QUY ĐỊNH CHUNG', BOLD), item(0)) + p(r('Phạm vi', BOLD), item(1)) + p('Hộ dân:', item(2)) + p('thường trú;', item(3)) + p('tạm trú.', item(3)) + p('Cơ quan.', item(2)) + p(r('TỔ CHỨC', BOLD), item(0)) + p(r('Hiệu lực', BOLD), item(1)) + p('Từ hôm nay.', item(2)) + p('Hết.'), { numbering: LAW }),
      '## Chương I QUY ĐỊNH CHUNG\n\n### Điều 1. Phạm vi\n\n1. Hộ dân:\n\n   a) thường trú;\n\n   b) tạm trú.\n\n2. Cơ quan.\n\n## Chương II TỔ CHỨC\n\n### Điều 2. Hiệu lực\n\n1. Từ hôm nay.\n\nHết.'],
    ['numbers of headings come from their styles, and from a style that stands on one', () => news(p('Kết quả', style('A')) + p('Chữ.') + p('Thu gom', style('B')) + p('Chữ.') + p('Phân loại', style('C')) + p('Chữ.'), { styles: HEADS, numbering: list(level(0, 'decimal', '%1.', '<w:pStyle w:val="A"/>'), level(1, 'decimal', '%1.%2', '<w:pStyle w:val="B"/>')) }),
      '## 1. Kết quả\n\nChữ.\n\n### 1.1 Thu gom\n\nChữ.\n\n### 1.2 Phân loại\n\nChữ.'],
    ['a bold numbered line between paragraphs is a heading', () => news(p(r('Thu gom', BOLD), item()) + p('Chữ.') + p(r('Trồng cây', BOLD), item()) + p('Chữ.'), { numbering: list(level(0, 'decimal', '%1.')) }),
      '## 1. Thu gom\n\nChữ.\n\n## 2. Trồng cây\n\nChữ.'],
    ['four levels, mixed', () => news(p('một', item(0)) + p('gạch', item(1)) + p('cộng', item(2)) + p('số', item(3)) + p('số', item(3)) + p('gạch', item(1)) + p('hai', item(0)), { numbering: list(level(0, 'decimal', '%1.'), level(1, 'bullet', '-'), level(2, 'bullet', '+'), level(3, 'decimal', '%4.')) }),
      '1. một\n   - gạch\n     - cộng\n       1. số\n       2. số\n   - gạch\n2. hai'],
    ['the numbers of rows stand in cells that have no words', () => news(table(['TT', 'Thôn'], [p('', item()), 'Thượng'], [p('', item()), 'Hạ']), { numbering: list(level(0, 'decimal', '%1')) }),
      '| TT | Thôn |\n| --- | --- |\n| 1 | Thượng |\n| 2 | Hạ |'],
    ['an empty line that has a number takes it, and the next one keeps its own', () => news(p('một', item()) + p('', item()) + p('ba', item()), { numbering: list(level(0, 'decimal', '%1.')) }),
      '1. một\n\n3) ba'],
  ]
  test.each(ROWS)('%s', async (_, file, expected) => {
    const { body, stderr } = await imported(await file())
    expect(stderr).toBe('')
    expect(body).toBe(expected)
  })
})

describe('what stands in boxes, fields, styles and fonts of symbols', () => {
  const wings = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
  const styles =
    '<w:style w:type="paragraph" w:styleId="D"><w:name w:val="Dòng đậm"/><w:rPr><w:b/></w:rPr></w:style><w:style w:type="character" w:styleId="N"><w:name w:val="Nhấn"/><w:rPr><w:i/></w:rPr></w:style>'
  // biome-ignore format: a table
  const ROWS: readonly Row[] = [
    ['a text box, written twice in the file, once in the article', () => news(p(r('Trước') + box(p('Trong hộp') + p('Dòng hai')) + r(' sau.')) + p('Hết.')), 'Trước sau.\n\nTrong hộp\n\nDòng hai\n\nHết.'],
    ['a link by a field, without its hint', () => news(p(`${r('Xem ') + field('HYPERLINK "https://x.gov.vn/a" \\o "Mở trang"', r('tại đây')) + r(' và ')}<w:fldSimple w:instr=" REF muc ">${r('mục 1')}</w:fldSimple>${r('.')}`)), 'Xem [tại đây](https://x.gov.vn/a) và mục 1.'],
    ['a list of contents and a number of a page are of paper', () => news(p(field('TOC \\o', r('Kết quả 3'))) + p(r('Chữ.') + field('PAGE', r('2')))), 'Chữ.'],
    ['bold and italic that a style gives', () => news(p('I. Kết quả', style('D')) + p(r('Chữ ') + r('nghiêng', '<w:rStyle w:val="N"/>') + r('.')), { styles }), '## I. Kết quả\n\nChữ *nghiêng*.'],
    ['bullets and signs of Wingdings', () => news(p(r('\uF0D8', wings) + r(' thu gom')) + p(r('\uF0D8', wings) + r(' trồng cây')) + p('\uF0B7 quét dọn') + p(r('\u00FC', wings) + r(' xong'))), '- thu gom\n- trồng cây\n- quét dọn\n\n✓ xong'],
    ['wrappers of a direction, tabs and breaks of the margin', () => news(p(`<w:bdo w:val="ltr">${r('Chữ')}</w:bdo><w:r><w:ptab/><w:t>sau</w:t><w:cr/><w:t>dưới</w:t></w:r>`)), 'Chữ sau\\\ndưới'],
    ['soft hyphens and marks of a direction go, quotes and dashes stay', () => news(p('“Sạch\u00AD” –\u00A0xanh\u200F… \u202Ađẹp')), '“Sạch” – xanh… đẹp'],
    ['a table in a frame of one cell is a table, in another cell a line', () => news(table([p('Lưu ý') + table(['a', 'b'], ['c', 'd']) + p('')]) + p('Giữa.') + table(['Thôn', 'Rác'], ['Thượng', table(['nhựa', '2'], ['giấy', '3']) + p('')])),
      'Lưu ý\n\n| a | b |\n| --- | --- |\n| c | d |\n\nGiữa.\n\n| Thôn | Rác |\n| --- | --- |\n| Thượng | nhựa; 2; giấy; 3 |'],
    ['a head of two rows becomes one', () => news(`<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${p('TT')}</w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('Kết quả')}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>${p('')}</w:tc><w:tc>${p('Rác')}</w:tc><w:tc>${p('Cây')}</w:tc></w:tr><w:tr><w:tc>${p('1')}</w:tc><w:tc>${p('2 tấn')}</w:tc><w:tc>${p('30')}</w:tc></w:tr></w:tbl>`),
      '| TT | Kết quả – Rác | Kết quả – Cây |\n| --- | --- | --- |\n| 1 | 2 tấn | 30 |'],
    ['what a new page divides, and a row that is empty', () => news(p(`${r('Trước')}<w:r><w:br w:type="page"/></w:r>${r('sau')}`) + table(['Bên trái', 'Bên phải'], ['', ''])), 'Trước\\\nsau\n\nBên trái\n\nBên phải'],
    ['a note in a cell', () => news(table(['a', 'b'], [p(`${r('c')}<w:r><w:footnoteReference w:id="5"/></w:r>`), 'd']), { footnotes: `<w:footnote w:id="5">${p('Theo báo cáo.')}</w:footnote>` }),
      '| a | b |\n| --- | --- |\n| c¹ | d |\n\n## Chú thích\n\n1. Theo báo cáo.'],
    ['a note that nobody wrote, and a picture that is not there', () => news(p(`${r('Chữ')}<w:r><w:footnoteReference w:id="5"/></w:r>${picture('thieu.png')}`)), 'Chữ [CẦN SỬA] Hình ở đây bị thiếu trong tệp Word.'],
  ]
  test.each(ROWS)('%s', async (_, file, expected) => {
    const { body, stderr } = await imported(await file())
    expect(stderr).toBe('')
    expect(body).toBe(expected)
  })
  test('a day that Word fills in anew is told', async () => {
    const { stdout } = await imported(
      await news(p(r('Ngày ') + field('DATE \\@ "dd/MM/yyyy"', r('20/11/2026')))),
    )
    expect(stdout).toContain(
      'ngày, giờ do Word tự điền, mở tệp hôm khác sẽ khác: xem lại (đoạn 2: «Ngày 20/11/2026»)',
    )
  })
})

describe('words that nobody sees on paper are refused', () => {
  const WHITE = '<w:color w:val="FFFFFF"/>'
  const styles = `<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Trắng"/><w:rPr>${WHITE}</w:rPr></w:style>`
  // biome-ignore format: a table
  const ROWS: readonly (readonly [why: string, body: string, told: string | undefined])[] = [
    ['white on white', p(r('giấu', WHITE)), 'Có chữ trắng trên nền trắng'],
    ['nearly white', p(r('giấu', '<w:color w:val="FAFAFA"/>')), 'Có chữ trắng trên nền trắng'],
    ['white by a style', p('giấu', style('T')), 'Có chữ trắng trên nền trắng'],
    ['white in a white cell', table([painted('FFFFFF', p(r('giấu', WHITE))), 'b'], ['c', 'd']), 'Có chữ cùng màu với nền'],
    ['one point high', p(r('giấu', '<w:sz w:val="2"/>')), 'Có chữ nhỏ tới mức không đọc được'],
    ['blackened by a marker, which leaves the words', p(r('giấu', '<w:highlight w:val="black"/>')), 'Có chữ cùng màu với nền'],
    ['hidden in a note of a text box', p(box(p(r('giấu', '<w:vanish/>')))), 'Có chữ ẩn (Hidden)'],
    ['white on blue is read', p(r('rõ', `${WHITE}<w:shd w:val="clear" w:fill="0070C0"/>`)), undefined],
    ['white in a blue cell is read', table([painted('1F4E79', p(r('rõ', WHITE))), 'b'], ['c', 'd']), undefined],
    ['without a colour on black, Word writes white', p(r('rõ', '<w:shd w:val="clear" w:fill="000000"/>')), undefined],
    ['a yellow marker hides nothing', p(r('rõ', '<w:highlight w:val="yellow"/>')), undefined],
    ['white blanks say nothing', p(r('  ', WHITE) + r('rõ')), undefined],
  ]
  test.each(ROWS)('%s', async (_, body, told) => {
    const { code, stderr } = await imported(await news(p('Chữ.') + body, { styles }))
    if (told === undefined) expect(stderr).toBe('')
    else {
      expect(stderr).toContain(told)
      expect(stderr).toMatch(/đoạn \d+: «giấu»/)
    }
    expect(code).toBe(told === undefined ? 0 : 1)
  })
})

describe('pictures', () => {
  /** Red on the left, green on the right. */
  const halves = () =>
    sharp({ create: { width: 40, height: 20, channels: 3, background: '#f00' } })
      .composite([
        { input: { create: { width: 20, height: 20, channels: 3, background: '#0f0' } }, left: 20, top: 0 },
      ])
      .png()
      .toBuffer()
  test('what was cut off in Word is not published, and a turned picture is turned', async () => {
    const repository = createRepository({ portal: 'thanh-dong' })
    const file = await news(p(picture('a.png', 'Nửa bên phải', 'l="50000"', 90)), {
      pictures: { 'a.png': await halves() },
    })
    const { body, path } = await importer(repository, 'thanh-dong')(file)
    const [, name = ''] = /^!\[Nửa bên phải\]\((.*)\)$/.exec(body) ?? []
    const { data, info } = await sharp(repository.at(path.replace(/[^/]*$/, name)))
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([20, 20])
    expect(Math.max(...data.filter((_, index) => index % info.channels === 0))).toBe(0)
  })
  test('the same picture with another cut is another file', async () => {
    const file = await news(
      p(picture('a.png', 'Cả bức ảnh')) +
        p(picture('a.png', 'Một nửa ảnh', 'r="50000"')) +
        p(picture('a.png', 'Cả ảnh lần nữa')),
      { pictures: { 'a.png': await halves() } },
    )
    const names = [...(await imported(file)).body.matchAll(/-anh-(\d)\./g)].map(([, number]) => number)
    expect(names).toEqual(['1', '2', '1'])
  })
})

describe('papers', () => {
  const HEAD = table([
    p('ỦY BAN NHÂN DÂN') + p('PHƯỜNG THÀNH ĐÔNG') + p('Số: 5/TB-UBND'),
    p('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') +
      p('Độc lập - Tự do - Hạnh phúc') +
      p('Thành Đông, ngày 5 tháng 11 năm 2026'),
  ])
  const paper = (about: string, tail: string) =>
    wordFile({ body: HEAD + p(r('THÔNG BÁO', BOLD)) + p(r(about, BOLD)) + p('Nội dung thông báo.') + tail })
  // biome-ignore format: a table
  const ROWS: readonly (readonly [why: string, tail: string])[] = [
    ['a signature set with tabs', p(TAB + r('TM. ỦY BAN NHÂN DÂN', BOLD)) + p(r('Nơi nhận:') + TAB + r('CHỦ TỊCH', BOLD)) + p('- Như trên;') + p('- Lưu: VT.') + p(TAB + r('Lê Văn Mẫu', BOLD))],
    ['a signature set with blanks', p(`Nơi nhận:${' '.repeat(30)}CHỦ TỊCH`) + p('- Lưu: VT.') + p(`${' '.repeat(40)}Lê Văn Mẫu`)],
    ['a signature without recipients', p(r('TM. ỦY BAN NHÂN DÂN', BOLD)) + p(r('CHỦ TỊCH', BOLD)) + p('(Đã ký)') + p(r('Lê Văn Mẫu', BOLD))],
  ]
  test.each(ROWS)('%s', async (why, tail) => {
    const { text, body } = await imported(await paper(`Lịch trực của ${why.replace(/\W/g, '')}`, tail))
    expect(text).toContain('signer: "Chủ tịch Lê Văn Mẫu"')
    expect(body).toBe('Nội dung thông báo.')
  })
  test('a draft has a frame too, without number and day', async () => {
    const head = HEAD.replace('Số: 5/TB-UBND', 'Số:    /2026/QĐ-UBND').replace(
      'ngày 5 tháng 11',
      'ngày     tháng 11',
    )
    const file = await wordFile({
      body:
        p('DỰ THẢO') +
        head +
        p(r('QUYẾT ĐỊNH', BOLD)) +
        p(r('Ban hành quy định giữ vệ sinh', BOLD)) +
        p('Nội dung lấy ý kiến.'),
    })
    const { text, body, stderr } = await imported(file, { kind: 'du-thao' })
    expect(stderr).toBe('')
    expect(text).toContain('title: "Quyết định ban hành quy định giữ vệ sinh"')
    expect(text).toContain('issuer: "Ủy ban nhân dân phường Thành Đông"')
    expect(body).toBe('Nội dung lấy ý kiến.')
  })
  test('a title in capitals is kept, marked, and has an address without the mark', async () => {
    const { text, stdout, path } = await imported(
      await wordFile({ body: p(r('PHƯỜNG RA QUÂN TỔNG VỆ SINH', BOLD)) + p('Chữ.') }),
    )
    expect(text).toContain('title: "[CẦN SỬA] PHƯỜNG RA QUÂN TỔNG VỆ SINH"')
    expect(path).toMatch(/\/phuong-ra-quan-tong-ve-sinh\.md$/)
    expect(stdout).toContain('viết lại tiêu đề (title) bằng chữ thường')
  })
  test('a title in two paragraphs is one', async () => {
    const { text, body } = await imported(
      await wordFile({
        body: p(r('XÃ TA TRỒNG CÂY', BOLD)) + p(r('ĐẦU XUÂN', BOLD)) + p('Sáng nay.') + p('Hết.'),
      }),
    )
    expect(text).toContain('title: "[CẦN SỬA] XÃ TA TRỒNG CÂY ĐẦU XUÂN"')
    expect(body).toBe('Sáng nay.\n\nHết.')
  })
  test('abbreviations are no capitals', async () => {
    const { text } = await imported(await wordFile({ body: p(r('HĐND, UBND phường họp', BOLD)) + p('Chữ.') }))
    expect(text).toContain('title: "HĐND, UBND phường họp"')
  })
})

test('tables in each other beyond reason are refused, and nothing falls', async () => {
  const deep = Array.from({ length: 2000 }).reduce<string>((inner) => table([inner + p('')]), p('x'))
  const { code, stderr } = await imported(await news(deep))
  expect(stderr).toContain('Không đọc được nội dung tệp Word')
  expect(code).toBe(1)
})
