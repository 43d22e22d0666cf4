import { join } from 'node:path'
import { ExternalHyperlink, FootnoteReferenceRun, Header, HeadingLevel, Paragraph, TextRun } from 'docx'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { type ImportOptions, importFile } from '../../pipeline/commands/import.ts'
import { renderMarkdown } from '../../pipeline/documents/markdown.ts'
import { pictureFacts } from '../../pipeline/media/picture-facts.ts'
import { diagnosticsOf } from '../support/civil.ts'
import { inProcess } from '../support/in-process.ts'
import { PORTALS } from '../support/portals.ts'
import { createRepository } from '../support/repository.ts'
import { convert, findSoffice } from '../support/soffice.ts'
import {
  bold,
  changed,
  font,
  heading,
  item,
  lying,
  p,
  pack,
  paper,
  photograph,
  picture,
  table,
} from './word-files.ts'

const NOW = '2026-11-20T09:00:00+07:00'
const repository = createRepository({ portal: 'thanh-dong' })

const run = (file: string, options: ImportOptions = {}) =>
  inProcess(repository.root, (ports) =>
    importFile(ports, file, { portal: 'thanh-dong', now: NOW, ...options }),
  )

let count = 0
/** Imports one file; the article that came of it, and what was said. */
async function imported(bytes: Uint8Array, options: ImportOptions = {}, name = 'tin.docx') {
  count += 1
  const file = `gui/${count}-${name}`
  repository.write(file, bytes)
  const outcome = await run(file, options)
  const path = /^Đã tạo (.*)$/m.exec(outcome.stdout)?.[1]
  const text = path === undefined ? '' : repository.read(path)
  return { ...outcome, path: path ?? '', text, body: text.split('\n---\n\n')[1] ?? '' }
}

const news = (
  children: readonly Parameters<typeof pack>[0]['sections'][number]['children'][number][],
  title: string,
) => pack({ sections: [{ children: [heading(title, HeadingLevel.HEADING_1), ...children] }] })

describe('the text', () => {
  // biome-ignore format: a table
  const ROWS: readonly (readonly [why: string, children: () => Parameters<typeof news>[0], expected: string])[] = [
    ['blanks, bold, italic', () => [p('Sáng\u00A020/11,', bold(' hơn 300 đoàn viên '), 'ra  quân ', new TextRun({ text: 'đồng loạt', italics: true }), '.')],
      'Sáng 20/11, **hơn 300 đoàn viên** ra quân *đồng loạt*.'],
    ['letters with marks of their own', () => [p('Đồng Việt'.normalize('NFD'))], 'Đồng Việt'],
    ['a bold paragraph is a heading', () => [p('Mở đầu.'), p(bold('I. KẾT QUẢ')), p('Chữ.'), p(bold('1. Thu gom')), p('Chữ.'), p(bold('II. TỒN TẠI')), p('Chữ.')],
      'Mở đầu.\n\n## I. KẾT QUẢ\n\nChữ.\n\n### 1. Thu gom\n\nChữ.\n\n## II. TỒN TẠI\n\nChữ.'],
    ['a bold lead is no heading', () => [p(bold('Sáng 20/11, đoàn viên ra quân.')), p('Chữ.')], '**Sáng 20/11, đoàn viên ra quân.**\n\nChữ.'],
    ['styles of headings, without a gap', () => [heading('Kết quả', HeadingLevel.HEADING_3), p('Chữ.')], '## Kết quả\n\nChữ.'],
    ['nested lists', () => [item('thu gom'), item('rác nhựa', 1), item('rác hữu cơ', 1), item('trồng cây')],
      '- thu gom\n  - rác nhựa\n  - rác hữu cơ\n- trồng cây'],
    ['a numbered list goes on behind a paragraph', () => [item('Một', 0, 'so'), item('con', 1, 'so'), item('Hai', 0, 'so'), p('Chen giữa.'), item('Ba', 0, 'so')],
      '1. Một\n\n   a) con\n\n2. Hai\n\nChen giữa.\n\n3. Ba'],
    ['another list begins anew', () => [item('Một', 0, 'so', 1), p('Chen giữa.'), item('Một', 0, 'so', 2)], '1. Một\n\nChen giữa.\n\n1. Một'],
    ['lists typed by hand', () => [p('- thu gom'), p('+ rác nhựa'), p('- trồng cây'), p('Rồi:'), p('2. kiểm tra'), p('3. báo cáo')],
      '- thu gom\n  - rác nhựa\n- trồng cây\n\nRồi:\n\n2. kiểm tra\n3. báo cáo'],
    ['links that may be followed, and others', () => [p('Xem ', link('https://bacninh.gov.vn/a?b=1&c=2', 'tại đây'), ', ', link('javascript:alert(1)', 'bấm'), ', ', link('file:///C:/a.doc', 'tệp'), '.')],
      'Xem [tại đây](https://bacninh.gov.vn/a?b=1&c=2), bấm, tệp.'],
    ['merged cells', () => [table([{ words: 'Kết quả theo thôn', across: 3 }], ['TT', { words: 'Thu gom', across: 2 }], [{ words: '1', down: 2 }, 'Thôn Thượng', 'rác\n2 tấn'], ['Thôn Hạ', 'a | b'])],
      '**Kết quả theo thôn**\n\n| TT | Thu gom | Thu gom |\n| --- | --- | --- |\n| 1 | Thôn Thượng | rác; 2 tấn |\n| 1 | Thôn Hạ | a \\| b |'],
    ['a table of one cell is a frame', () => [table(['Số điện thoại nóng\nTrực 24/24'])], 'Số điện thoại nóng\n\nTrực 24/24'],
    ['breaks, raised and lowered signs', () => [new Paragraph({ children: [new TextRun('20 m'), new TextRun({ text: '2', superScript: true }), new TextRun({ text: 'CO', break: 1 }), new TextRun({ text: '2', subScript: true })] })],
      '20 m²\\\nCO₂'],
    ['signs of Markdown and of HTML are words', () => [p('a * b * c <b>đậm</b> [x](y) # 1')], 'a \\* b \\* c \\<b>đậm\\</b> \\[x]\\(y) # 1'],
    ['old fonts, in runs cut anywhere', () => [p(font('UBND x· §ång ViÖt', '.VnTime'), font(' h\u00ADíng dÉn', '.VnTime'), font(' nh©n d©n', '.VnTimeH'), font(' Vie', 'VNI-Times'), font('ät Nam', 'VNI-Times'))],
      'UBND xã Đồng Việt hướng dẫn NHÂN DÂN Việt Nam'],
  ]
  test.each(ROWS)('%s', async (why, children, expected) => {
    const { body, stderr, code } = await imported(await news(children(), `Bài về ${why}`))
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(body.trimEnd()).toBe(expected)
  })

  test('an old font of the letters with signs alone', async () => {
    const bytes = await changed(await news([p('Th«ng b¸o.')], 'Bài hai phông'), 'word/document.xml', (xml) =>
      xml.replace(
        /<w:r>(<w:t[^>]*>Th«ng)/,
        '<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi=".VnTime"/></w:rPr>$1',
      ),
    )
    expect((await imported(bytes)).text).toContain('Thông báo.')
  })
  test('an old font that only the style names', async () => {
    const bytes = await pack({
      styles: { default: { document: { run: { font: '.VnTime' } } } },
      sections: [
        {
          children: [
            heading('Th«ng b¸o lÞch tiÕp c«ng d©n', HeadingLevel.HEADING_1),
            p('UBND x· §ång ViÖt.'),
          ],
        },
      ],
    })
    const { text } = await imported(bytes)
    expect(text).toContain('title: "Thông báo lịch tiếp công dân"')
    expect(text).toContain('UBND xã Đồng Việt.')
  })

  test('bold between signs and letters is what Markdown can hold', async () => {
    const { body } = await imported(
      await news(
        [p(bold('T'), bold('ổng'), ' vệ sinh ', bold('"Thượng"'), 'đã xong', bold('(1)'), 'nhé')],
        'Bài in đậm sát chữ',
      ),
    )
    expect(body).toBe('**Tổng** vệ sinh "**Thượng**"đã xong(**1**)nhé\n')
    expect(renderMarkdown(body)).toBe(
      '<p><strong>Tổng</strong> vệ sinh &quot;<strong>Thượng</strong>&quot;đã xong(<strong>1</strong>)nhé</p>\n',
    )
  })

  test('what Markdown cannot hold is told, with its place', async () => {
    const bytes = await changed(await news([p('Chữ.')], 'Bài có sơ đồ'), 'word/document.xml', (xml) =>
      xml.replace(
        '</w:p><w:sectPr',
        '<w:r><w:drawing><d:relIds xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/diagram"/></w:drawing></w:r></w:p><w:sectPr',
      ),
    )
    const { stdout, body } = await imported(bytes)
    expect(stdout).toContain('sơ đồ SmartArt không chuyển được; chụp thành ảnh rồi chèn lại (đoạn 2: «Chữ.»)')
    expect(body).toBe('Chữ. [CẦN SỬA] Sơ đồ ở đây không chuyển được.\n')
  })

  test('what stands in the margins is told, and left out', async () => {
    const bytes = await pack({
      sections: [
        {
          headers: { default: new Header({ children: [p('Bản tin tháng 11')] }) },
          children: [p(bold('Bài có đầu trang')), p('Chữ.')],
        },
      ],
    })
    const { body, stdout } = await imported(bytes)
    expect(body).toBe('Chữ.\n')
    expect(stdout).toContain('đầu trang, chân trang không đưa vào bài: «Bản tin tháng 11»')
  })

  test('footnotes are a numbered list at the end', async () => {
    const bytes = await pack({
      footnotes: {
        1: { children: [p('Theo ', font('x· §ång ViÖt', '.VnTime'), '.')] },
        2: { children: [p('Quý IV.')] },
      },
      sections: [
        {
          children: [
            heading('Bài có chú thích', HeadingLevel.HEADING_1),
            p('Thu 2 tấn', new FootnoteReferenceRun(1), ' rác', new FootnoteReferenceRun(2), '.'),
          ],
        },
      ],
    })
    const { body } = await imported(bytes)
    expect(body).toBe('Thu 2 tấn¹ rác².\n\n## Chú thích\n\n1. Theo xã Đồng Việt.\n2. Quý IV.\n')
  })

  test('a file without a title is marked, and the check names every mark', async () => {
    const { text, path, stdout } = await imported(
      await pack({ sections: [{ children: [p('Chỉ có một đoạn.')] }] }),
    )
    expect(text).toContain('title: "[CẦN SỬA] Tin tức, sự kiện chưa đặt tiêu đề"')
    expect(stdout).toContain('đặt tiêu đề (title)')
    const check = await repository.congbo(['check', path, '--now', NOW])
    expect(check.stdout + check.stderr).toContain('Còn chữ mẫu «[CẦN SỬA]»')
    expect(check.stdout + check.stderr).toContain('Còn chữ mẫu «Một đến hai câu tóm tắt, hiện ở danh sách.»')
    expect(check.code).toBe(0)
  })
})

const link = (to: string, words: string) =>
  new ExternalHyperlink({ link: to, children: [new TextRun(words)] })

describe('pictures', () => {
  test('lie beside the article upright, without notes, with a description or its mark', async () => {
    const [first, second] = [await photograph(), await photograph(30, 20)]
    const { body, path, stdout } = await imported(
      await news(
        [
          p(picture(first, 'Đoàn viên thu gom rác ở bờ sông')),
          new Paragraph({ text: 'Ảnh: Tổ Thư ký', style: 'Caption' }),
          p('Chữ ', picture(second, 'Picture 2'), 'sau.'),
          p(picture(first, 'Ảnh ấy một lần nữa')),
        ],
        'Ra quân chụp ảnh',
      ).then((bytes) =>
        changed(bytes, 'word/styles.xml', (xml) => xml.replace('</w:styles>', `${CAPTION}</w:styles>`)),
      ),
    )
    expect(body).toBe(
      [
        '![Đoàn viên thu gom rác ở bờ sông](ra-quan-chup-anh-anh-1.jpg "Ảnh: Tổ Thư ký")',
        'Chữ sau.',
        '![Viết lời mô tả ảnh ở đây](ra-quan-chup-anh-anh-2.jpg)',
        '![Ảnh ấy một lần nữa](ra-quan-chup-anh-anh-1.jpg)\n',
      ].join('\n\n'),
    )
    expect(stdout).toContain('viết lời mô tả cho ảnh ra-quan-chup-anh-anh-2.jpg')
    const file = repository.at(path.replace(/[^/]*$/, 'ra-quan-chup-anh-anh-1.jpg'))
    const { width, height, orientation, exif } = await sharp(file).metadata()
    expect([width, height, orientation, exif]).toEqual([40, 60, undefined, undefined])
    expect(pictureFacts(first)).toMatchObject({ notes: { orientation: 6 } })
    const check = await repository.congbo(['check', path, '--now', NOW])
    expect(check.stdout + check.stderr).toContain('Còn chữ mẫu «Viết lời mô tả ảnh ở đây»')
    expect(check.code).toBe(0)
  })
  test('what is no picture leaves a mark in the text', async () => {
    const bytes = await news([p(picture(Buffer.from('EMF'), 'Sơ đồ'))], 'Bài có hình hỏng')
    const { body, stdout } = await imported(bytes)
    expect(body).toBe('[CẦN SỬA] Hình thứ 1 của tệp Word không chuyển được.\n')
    expect(stdout).toContain('hình thứ 1 không phải ảnh đọc được')
  })
})

const CAPTION = '<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>'

describe('an official paper', () => {
  test('its frame moves into the front matter', async () => {
    const { text, body, stdout, stderr } = await imported(
      await paper([p('Thực hiện chỉ đạo của cấp trên.'), p(bold('I. MỤC ĐÍCH')), p('Giữ gìn vệ sinh.')]),
    )
    expect(stderr).toBe('')
    expect(text).toContain('title: "Kế hoạch tổng vệ sinh môi trường trên địa bàn xã Đồng Việt"')
    for (const line of [
      'kind: van-ban',
      'number: "41/KH-UBND"',
      'documentType: "Kế hoạch"',
      'issuer: "Ủy ban nhân dân xã Đồng Việt"',
      'signer: "Phó Chủ tịch Trần Văn Mẫu"',
      'promulgatedDate: 2026-11-12',
      'signedDate: 2026-11-12',
    ])
      expect(text.split('\n').map((each) => each.replace(/ # .*/, ''))).toContain(line)
    expect(body).toBe('Thực hiện chỉ đạo của cấp trên.\n\n## I. MỤC ĐÍCH\n\nGiữ gìn vệ sinh.\n')
    expect(stdout).toContain('nơi nhận không đăng trong bài (2 dòng)')
  })
  test('a letter: two rows of a letterhead, what it is about below the number', async () => {
    const bytes = await pack({
      sections: [
        {
          children: [
            table(
              [
                'UBND PHƯỜNG THÀNH ĐÔNG\nVĂN PHÒNG HĐND VÀ UBND',
                'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc',
              ],
              [
                'Số: 15/VP-VX\nV/v tăng cường vệ sinh\nmôi trường khu dân cư',
                'Thành Đông, ngày 05 tháng 11 năm 2026',
              ],
            ),
            p('Kính gửi: Các tổ dân phố'),
            p('Văn phòng đề nghị các tổ dân phố phối hợp.'),
          ],
        },
      ],
    })
    const { text, body } = await imported(bytes)
    expect(text).toContain('title: "Tăng cường vệ sinh môi trường khu dân cư"')
    expect(text).toContain('number: "15/VP-VX"')
    expect(text).toContain('documentType: "Công văn"')
    expect(text).toContain('issuer: "Văn phòng HĐND và UBND"')
    expect(text).toMatch(/^promulgatedDate: 2026-11-05/m)
    expect(body).toBe('Kính gửi: Các tổ dân phố\n\nVăn phòng đề nghị các tổ dân phố phối hợp.\n')
  })
  test('a letterhead set with tabs', async () => {
    const bytes = await pack({
      sections: [
        {
          children: [
            p('ỦY BAN NHÂN DÂN\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
            p('PHƯỜNG THÀNH ĐÔNG\tĐộc lập - Tự do - Hạnh phúc'),
            p('Số: 7/TB-UBND\tThành Đông, ngày 7 tháng 11 năm 2026'),
            p(bold('THÔNG BÁO')),
            p(bold('Lịch tiếp công dân tháng 12')),
            p('Nội dung thông báo.'),
          ],
        },
      ],
    })
    const { text, body } = await imported(bytes)
    expect(text).toContain('title: "Thông báo lịch tiếp công dân tháng 12"')
    expect(text).toContain('number: "7/TB-UBND"')
    expect(text).toContain('issuer: "Ủy ban nhân dân phường Thành Đông"')
    expect(body).toBe('Nội dung thông báo.\n')
  })
  test('a decision: who decides is no part of its name, and an annex behind the signature stays', async () => {
    const bytes = await pack({
      sections: [
        {
          children: [
            table([
              'ỦY BAN NHÂN DÂN\nPHƯỜNG THÀNH ĐÔNG\nSố: 99/QĐ-UBND',
              'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nThành Đông, ngày 6 tháng 11 năm 2026',
            ]),
            p(bold('QUYẾT ĐỊNH')),
            p(bold('Về việc ban hành lịch tiếp công dân')),
            p(bold('CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG')),
            p('Căn cứ quy định hiện hành;'),
            p(bold('QUYẾT ĐỊNH:')),
            p(bold('Điều 1.'), ' Ban hành lịch tiếp công dân.'),
            table(['Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.', 'CHỦ TỊCH\n(đã ký)\nLê Thị Mẫu']),
            p(bold('PHỤ LỤC')),
            p('Lịch tiếp công dân quý IV.'),
          ],
        },
      ],
    })
    const { text, body } = await imported(bytes)
    expect(text).toContain('title: "Quyết định về việc ban hành lịch tiếp công dân"')
    expect(text).toContain('issuer: "Ủy ban nhân dân phường Thành Đông"')
    expect(text).toContain('signer: "Chủ tịch Lê Thị Mẫu"')
    expect(body).toBe(
      [
        '**CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG**',
        'Căn cứ quy định hiện hành;',
        '## QUYẾT ĐỊNH:',
        '**Điều 1.** Ban hành lịch tiếp công dân.',
        '## PHỤ LỤC',
        'Lịch tiếp công dân quý IV.\n',
      ].join('\n\n'),
    )
  })
  test('a number that was left blank is asked for, never made up', async () => {
    const bytes = await paper([p('Nội dung kế hoạch.')], 'Số:      /KH-UBND')
    const refused = await imported(bytes, { kind: 'van-ban' })
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('Không nhận ra số, ký hiệu của văn bản')
    const { text } = await imported(bytes, { kind: 'van-ban', number: '42/KH-UBND', title: 'Kế hoạch số 42' })
    expect(text).toContain('number: "42/KH-UBND"')
  })
  test('a news item that only names the nation keeps its words', async () => {
    const { body } = await imported(
      await news([p('Cộng hòa xã hội chủ nghĩa Việt Nam'), p('Chữ.')], 'Tin về quốc hiệu'),
    )
    expect(body).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam\n\nChữ.\n')
  })
})

describe('refused, with where and how to mend it', () => {
  const TEXT = '<w:r><w:t>GỐC</w:t></w:r>'
  const body = (to: string) => async () =>
    changed(await news([p('GỐC')], 'Bài bị từ chối'), 'word/document.xml', (xml) =>
      xml.replace(/<w:r>(?:(?!<w:r>).)*GỐC<\/w:t><\/w:r>/, to),
    )
  // biome-ignore format: a table
  const ROWS: readonly (readonly [why: string, bytes: () => Promise<Uint8Array>, told: readonly string[]])[] = [
    ['words added', body(`<w:ins w:id="1" w:author="A">${TEXT}</w:ins>`), ['chữ thêm vào «GỐC»', 'đoạn 2: «GỐC»', 'Accept All Changes']],
    ['words deleted', body('<w:r><w:t>Còn</w:t></w:r><w:del w:id="1" w:author="A"><w:r><w:delText>mật</w:delText></w:r></w:del>'), ['chữ bị xóa «mật»', 'đoạn 2']],
    ['another prefix', body(`<x:ins xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main" x:id="1">${TEXT}</x:ins>`), ['chữ thêm vào']],
    ['words moved', body(`<w:moveFrom w:id="1" w:author="A">${TEXT}</w:moveFrom>`), ['chữ chuyển đi']],
    ['a comment', body(`<w:commentRangeStart w:id="0"/>${TEXT}`), ['lời bình', 'Delete All Comments']],
    ['hidden words', body(`${TEXT}<w:r><w:rPr><w:vanish/></w:rPr><w:t>giấu</w:t></w:r>`), ['chữ ẩn (Hidden) «giấu»', 'đoạn 2']],
    ['words hidden by a style', async () => changed(await body('<w:r><w:rPr><w:rStyle w:val="An"/></w:rPr><w:t>giấu</w:t></w:r>')(), 'word/styles.xml', (xml) => xml.replace('</w:styles>', '<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>')), ['chữ ẩn (Hidden) «giấu»']],
    ['a picture that is a link', body('<w:r><w:drawing><a:blip xmlns:a="a" xmlns:r="r" r:link="rId9"/></w:drawing></w:r>'), ['chỉ là liên kết']],
    ['an entity that grows', async () => changed(await news([p('a')], 'Bài'), 'word/document.xml', (xml) => xml.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>')), ['Không đọc được nội dung']],
    ['a macro', async () => changed(await news([p('a')], 'Bài'), 'word/vbaProject.bin', () => 'x'), ['macro', 'Word Document (.docx)']],
    ['an embedded object', async () => changed(await news([p('a')], 'Bài'), 'word/embeddings/oleObject1.bin', () => 'x'), ['nhúng', 'oleObject1.bin']],
    ['a locked file', async () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]), ['mật khẩu']],
    ['a PDF that is cut off, under another name', async () => Buffer.from('%PDF-1.7\n'), ['Tệp PDF hỏng']],
    ['an empty file', async () => Buffer.alloc(0), ['Tệp rỗng']],
    ['RTF', async () => Buffer.from('{\\rtf1\\ansi Tin}'), ['RTF, không phải tệp Word']],
    ['plain text', async () => Buffer.from('chữ'), ['chữ thường']],
    ['a file that is cut off', async () => (await news([p('a')], 'Bài')).subarray(0, 900), ['Chưa ghi gì']],
    ['nothing to publish', async () => pack({ sections: [{ children: [p('')] }] }), ['không có chữ']],
    ['a mark of secrecy', async () => news([p('MẬT'), p('Chữ.')], 'Bài có dấu mật'), ['dấu chỉ độ mật', 'Chưa ghi gì']],
    ['a stamp in the header', async () => pack({ sections: [{ headers: { default: new Header({ children: [p('TỐI MẬT')] }) }, children: [p(bold('Bài')), p('Chữ.')] }] }), ['dấu chỉ độ mật «TỐI MẬT»']],
    ['a stamp in the letterhead, in an old font', async () => paper([p('Chữ.'), table(['Số: 1/KH-UBND', 'x'], ['a', 'b'])]).then((bytes) => changed(bytes, 'word/document.xml', (xml) => xml.replace('<w:t xml:space="preserve">_______</w:t>', '<w:rPr><w:rFonts w:ascii=".VnTimeH"/></w:rPr><w:t>mËt</w:t>'))), ['dấu chỉ độ mật «MẬT»']],
    ['an entry that holds more than it claims', async () => lying(await news([p(picture(await photograph(), 'Một bức ảnh'))], 'Bài'), 'word/media/'), ['bị hỏng']],
  ]
  test.each(ROWS)('%s', async (_, bytes, told) => {
    const before = listing()
    const { code, stderr, stdout } = await imported(await bytes())
    for (const each of told) expect(stderr).toContain(each)
    expect(stdout).toBe('')
    expect(code).toBe(1)
    expect(listing()).toEqual(before)
  })
  test('switched off is not hidden', async () => {
    const { code } = await imported(
      await body(`<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>rõ</w:t></w:r>`)(),
    )
    expect(code).toBe(0)
  })

  const listing = () => repository.git('ls-files', '--others', '--', 'content')
  beforeAll(() => void repository.init())
})

describe('what is written', () => {
  test('nothing is overwritten, not even in part', async () => {
    const bytes = await news([p('Chữ.'), p(picture(await photograph(), 'Một bức ảnh rõ'))], 'Bài hai lần')
    const first = await imported(bytes)
    expect(first.code).toBe(0)
    repository.remove(first.path)
    const second = await imported(bytes)
    expect(second.stderr).toContain('bai-hai-lan-anh-1.jpg; chưa ghi gì')
    expect(second.code).toBe(2)
    expect(repository.exists(first.path)).toBe(false)
  })
  test('another folder on demand, and JSON for machines', async () => {
    repository.write('gui/json.docx', await news([p('Chữ.')], 'Bài xem thử'))
    const { stdout } = await run('gui/json.docx', { out: 'xem', json: true })
    expect(JSON.parse(stdout)).toMatchObject({
      file: 'xem/bai-xem-thu.md',
      title: 'Bài xem thử',
      pictures: [],
    })
    expect(repository.read('xem/bai-xem-thu.md')).toContain('Chữ.')
    const again = await run('gui/json.docx', { out: 'xem', title: 'Bài xem lần nữa' })
    expect(again.stdout).toContain('Đã tạo xem/bai-xem-lan-nua.md')
    expect(again.stdout).toContain('bỏ --out')
  })
  // biome-ignore format: a table
  test.each([
    [{ kind: 'khong-co' },       'không có thể loại'],
    [{ linhVuc: 'khong-co', kind: 'tin-su-kien' }, 'không có lĩnh vực'],
    [{ kind: 'hoi-dap' },        'congbo hoi-dap new'],
    [{ kind: 'van-ban', number: 'abc' }, 'không phải số, ký hiệu'],
  ] as const)('%o is refused', async (options, told) => {
    const { code, stderr } = await imported(await news([p('Chữ.')], 'Bài lệnh sai'), options)
    expect(stderr).toContain(told)
    expect(code).toBe(2)
  })
  test('what is refused is JSON too, with where and how to mend it', async () => {
    repository.write('gui/rong.docx', Buffer.alloc(0))
    const { code, stdout, stderr } = await run('gui/rong.docx', { json: true })
    expect([code, stderr]).toEqual([1, ''])
    expect(JSON.parse(stdout)).toMatchObject({
      file: null,
      obstacles: [{ problem: expect.stringContaining('rỗng') }],
    })
    repository.write('gui/loi.docx', await news([p('Bà Hoa, CCCD 030185001234.')], 'Bài có số căn cước'))
    const unfit = await run('gui/loi.docx', { json: true })
    expect(unfit.code).toBe(1)
    expect(JSON.parse(unfit.stdout)).toMatchObject({ file: null, problems: [{ rule: 'personal-data' }] })
  })
  test('below the root of the repository it is said where to go', async () => {
    repository.write('gui/lac.docx', Buffer.alloc(0))
    const { code, stderr } = await inProcess(join(repository.root, 'gui'), (ports) =>
      importFile(ports, 'lac.docx', { portal: 'thanh-dong' }),
    )
    expect(code).toBe(2)
    expect(stderr).toContain('chạy lệnh ở thư mục gốc của kho')
  })
  test('a folder is no file', async () => {
    expect((await run('gui')).stderr).toContain('không phải là tệp thường')
  })
  test('a file that is not there', async () => {
    expect((await run('gui/khong-co.docx')).stderr).toContain('không có tệp này')
  })
})

/** The portal of Kép takes no paper that is younger than itself. */
const CLOSED = { date: '2024-05-06' }

describe('every portal takes a news item and a paper', () => {
  const samples = createRepository({ sample: true })
  for (const id of PORTALS) samples.addPortal(id)
  test.each(PORTALS)('%s', async (portal) => {
    samples.write('gui/tin.docx', await news([p('Sáng nay, đoàn viên ra quân.')], 'Đoàn viên ra quân'))
    samples.write('gui/van-ban.docx', await paper([p('Giữ gìn vệ sinh.')]))
    for (const file of ['tin', 'van-ban']) {
      const { stdout, stderr } = await inProcess(samples.root, (ports) =>
        importFile(ports, `gui/${file}.docx`, {
          portal,
          ...(portal === 'kep' && file === 'van-ban' ? CLOSED : {}),
        }),
      )
      expect(stderr).toBe('')
      const path = /^Đã tạo (.*)$/m.exec(stdout)?.[1] as string
      const check = await samples.congbo(['check', path, '--json'])
      const errors = diagnosticsOf(check).filter(
        ({ severity, rule }) => severity === 'error' && rule !== 'deadline',
      )
      expect(errors).toEqual([])
    }
  })
})

describe('older and free formats', () => {
  const children = () => [
    p('Sáng 20/11, ', bold('300 đoàn viên'), ' ra quân.'),
    item('thu gom'),
    item('rác nhựa', 1),
    table(['Thôn', 'Tấn'], ['Thượng', '2']),
    p('Hết.'),
  ]
  const EXPECTED =
    'Sáng 20/11, **300 đoàn viên** ra quân.\n\n- thu gom\n  - rác nhựa\n\n| Thôn | Tấn |\n| --- | --- |\n| Thượng | 2 |\n\nHết.\n'
  test.each(['odt', 'doc'])('.%s by LibreOffice, under any name', { timeout: 240_000 }, async (format) => {
    if (findSoffice() === undefined)
      return console.warn('LibreOffice is not on this machine: .doc and .odt are not tried')
    const made = convert('tin.docx', await news(children(), `Bài kiểu ${format}`), format)
    const { body, stderr } = await imported(made.get(`tin.${format}`) as Buffer)
    expect(stderr).toBe('')
    expect(body).toBe(EXPECTED)
  })
  test.each(['odt', 'doc'])(
    'what is refused in .docx is refused in .%s',
    { timeout: 240_000 },
    async (format) => {
      if (findSoffice() === undefined)
        return console.warn('LibreOffice is not on this machine: .doc and .odt are not tried')
      const bytes = await changed(await news([p('GỐC')], 'Bài có vết sửa'), 'word/document.xml', (xml) =>
        xml.replace(
          '</w:p><w:sectPr',
          '<w:ins w:id="1" w:author="A" w:date="2026-11-01T00:00:00Z"><w:r><w:t> thêm</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t> giấu</w:t></w:r></w:p><w:sectPr',
        ),
      )
      const { code, stderr } = await imported(
        convert('tin.docx', bytes, format).get(`tin.${format}`) as Buffer,
      )
      expect(stderr).toContain('chữ thêm vào «thêm»')
      expect(stderr).toContain('chữ ẩn (Hidden) «giấu»')
      expect(code).toBe(1)
    },
  )
  test('without LibreOffice it is said what to do', async () => {
    const bytes = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from('WordDocument', 'utf16le'),
    ])
    repository.write('gui/cu.doc', bytes)
    const outcome = await repository.congbo(['import', 'gui/cu.doc', '--portal', 'thanh-dong'], {
      env: { SOFFICE: '/khong-co' },
    })
    expect(outcome.stderr).toContain('cần LibreOffice')
    expect(outcome.code).toBe(1)
  })
})
