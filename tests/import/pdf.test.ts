import { readFileSync } from 'node:fs'
import { AlignmentType, Header, ImageRun, PageNumber, Paragraph, TextRun } from 'docx'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { PdfPiece } from '../../pipeline/adapters/pdf-layout.ts'
import { pdfReader } from '../../pipeline/adapters/pdf-text.ts'
import { pdfBlocks } from '../../pipeline/import/pdf-blocks.ts'
import { linesOf } from '../../pipeline/import/pdf-lines.ts'
import { readPdfFile } from '../../pipeline/import/read-pdf.ts'
import { bodyOf, understood } from '../../pipeline/import/word-document.ts'
import { createRepository } from '../support/repository.ts'
import { convert, findSoffice } from '../support/soffice.ts'
import { importer } from './importing.ts'
import { bold, p, pack, paper, table } from './word-files.ts'

/** A line as it lies on paper; every letter is half as wide as it is high. */
type Laid = readonly [x: number, y: number, words: string, look?: Partial<PdfPiece>]

const piece = ([x, y, text, look]: Laid): PdfPiece => {
  const size = look?.size ?? 12
  return { text, x, y, size, width: (text.length * size) / 2, font: 'Serif', turned: false, ...look }
}

const BOLD = { font: 'Serif-Bold' }
const markdown = (...pages: readonly (readonly Laid[])[]): string => {
  const { blocks } = pdfBlocks(linesOf(pages.map((each) => ({ pieces: each.map(piece) }))))
  return bodyOf(understood({ blocks, notes: undefined, merged: false }, false), new Map())
}
/** A line from edge to edge, 70 letters. */
const full = (word: string): string => `${word} `.repeat(70).slice(0, 69).trimEnd().padEnd(70, 'a')

describe('paragraphs, by how lines lie', () => {
  const TITLE: Laid = [150, 50, 'Tin', BOLD]
  const A = full('sạch')
  // biome-ignore format: a table
  const ROWS: readonly (readonly [why: string, pages: readonly (readonly Laid[])[], expected: string])[] = [
    ['lines that are full go on, one that ends early is the last', [[TITLE, [72, 80, A], [72, 95, 'hết đoạn.'], [72, 110, A], [72, 125, 'hết.']]], `${A} hết đoạn.\n\n${A} hết.`],
    ['an indented line begins a paragraph', [[TITLE, [100, 80, A.slice(5)], [72, 95, A], [100, 110, A.slice(5)], [72, 125, A]]], `${A.slice(5)} ${A}\n\n${A.slice(5)} ${A}`],
    ['a distance begins one too', [[TITLE, [72, 80, A], [72, 95, A], [72, 110, A], [72, 137, A], [72, 152, A]]], `${A} ${A} ${A}\n\n${A} ${A}`],
    ['a paragraph goes on over the page, whose numbers and headers go', [[[200, 20, 'Bản tin xã'], TITLE, [72, 80, A], [72, 95, A], [300, 800, '1']], [[200, 20, 'Bản tin xã'], [72, 40, A], [72, 55, 'hết.'], [300, 800, '2']]], `${A} ${A} ${A} hết.`],
    ['marks of lists begin lines', [[TITLE, [72, 80, '- thu gom'], [72, 95, '- trồng cây'], [72, 110, '1.'], [100, 110, 'một'], [72, 125, 'a) con']]], '- thu gom\n- trồng cây\n\n1. một\n\na) con'],
    ['small Roman numbers are marks too', [[TITLE, [72, 80, A], [72, 95, 'i.'], [100, 95, 'số tờ;'], [72, 110, 'ii.'], [100, 110, 'diện tích.']]], `${A}\n\ni. số tờ;\n\nii. diện tích.`],
    ['a ground below another begins a paragraph, though the line above is full', [[TITLE, [72, 80, `Căn cứ ${A.slice(8)};`], [72, 95, 'Căn cứ Luật Đất đai;'], [72, 110, `Theo ${A.slice(5)}`], [72, 125, 'Theo đó.']]], `Căn cứ ${A.slice(8)};\n\nCăn cứ Luật Đất đai;\n\nTheo ${A.slice(5)} Theo đó.`],
    ['an article that is only named in a line does not begin one', [[TITLE, [72, 80, A], [72, 95, 'Điều 6 dưới đây.']]], `${A} Điều 6 dưới đây.`],
    ['a bold line is a heading', [[TITLE, [72, 80, A], [72, 95, 'I. KẾT QUẢ', BOLD], [72, 110, A]]], `${A}\n\n## I. KẾT QUẢ\n\n${A}`],
    ['a letter that another font helps out with is as bold as its word', [[TITLE, [72, 80, A], [72, 95, 'K', BOLD], [78, 95, 'ế'], [84, 95, 't qu', BOLD], [108, 95, 'ả'], [72, 110, A]]], `${A}\n\n## Kết quả\n\n${A}`],
    ['a small sign above the line', [[TITLE, [72, 80, A], [72, 95, '20 m'], [96, 90, '2', { size: 7 }]]], `${A} 20 m²`],
    ['turned words are a watermark', [[TITLE, [72, 80, A], [90, 90, 'BẢN SAO', { turned: true }], [72, 95, 'hết.']]], `${A} hết.`],
    ['columns are a table, and doubtful', [[TITLE, [72, 80, A], [72, 110, 'TT'], [120, 110, 'Thôn'], [220, 110, 'Rác'], [72, 135, '1'], [120, 135, 'Thượng'], [220, 135, 'hai tấn'], [120, 149, 'và Hạ']]], `${A}\n\n[CẦN SỬA] Bảng sau lấy từ PDF: đối chiếu từng ô với bản gốc.\n\n| TT | Thôn | Rác |\n| --- | --- | --- |\n| 1 | Thượng và Hạ | hai tấn |`],
    ['one wide blank is no table', [[TITLE, [72, 80, A], [72, 95, 'Sáng nay'], [160, 95, 'mọi người ra quân.']]], `${A} Sáng nay mọi người ra quân.`],
  ]
  test.each(ROWS)('%s', (_, pages, expected) => {
    expect(markdown(...pages)).toBe(expected)
  })
})

const read = async (bytes: Uint8Array) => {
  const found = await readPdfFile(bytes, pdfReader().layout, 'when-numbered')
  return found.state === 'read' ? { ...found, body: bodyOf(found.document, new Map()) } : found
}

test('a paper that a browser printed, letters of which came from another font', async () => {
  const file = new URL('../../content/thanh-dong/van-ban/2026/ke-hoach-312.pdf', import.meta.url)
  const found = await read(new Uint8Array(readFileSync(file)))
  if (found.state !== 'read') throw new Error('refused')
  expect(found.document.frame).toMatchObject({
    number: '312/KH-UBND',
    documentType: 'Kế hoạch',
    issuer: 'Ủy ban nhân dân phường Thành Đông',
    date: '2026-11-11',
  })
  expect(found.body).toContain('\n## II. NỘI DUNG\n')
  expect(found.body).toContain(
    '\n| 1 | 20 - 23/11 | Tổng vệ sinh nhà văn hóa, đình, đền, chùa | Các khu dân cư | Ủy ban MTTQ phường |\n',
  )
})

const LIBRE = findSoffice() !== undefined
const pdf = (bytes: Uint8Array, filter = 'pdf') => convert('tin.docx', bytes, filter).get('tin.pdf') as Buffer
const LONG =
  'Ủy ban nhân dân xã xây dựng kế hoạch tổ chức tổng vệ sinh môi trường trên địa bàn toàn xã, huy động đoàn viên tham gia. '

describe.skipIf(!LIBRE)('PDFs by LibreOffice', { timeout: 240_000 }, () => {
  const imported = importer(createRepository({ portal: 'thanh-dong' }), 'thanh-dong')
  test('an official paper: frame, parts, table, signature; every doubt is told', async () => {
    const children = [
      p(LONG.repeat(3)),
      p(bold('I. MỤC ĐÍCH')),
      p(LONG),
      table(['TT', 'Thôn'], ['1', 'Thượng'], ['2', 'Hạ']),
      p(LONG),
    ]
    const { text, body, stdout, stderr } = await imported(pdf(await paper(children)))
    expect(stderr).toBe('')
    for (const line of [
      'number: "41/KH-UBND"',
      'documentType: "Kế hoạch"',
      'issuer: "Ủy ban nhân dân xã Đồng Việt"',
      'signer: "Phó Chủ tịch Trần Văn Mẫu"',
    ])
      expect(text).toContain(line)
    expect(text).toContain('title: "Kế hoạch tổng vệ sinh môi trường trên địa bàn xã Đồng Việt"')
    expect(body).toBe(
      `${LONG.repeat(3).trim()}\n\n## I. MỤC ĐÍCH\n\n${LONG.trim()}\n\n[CẦN SỬA] Bảng sau lấy từ PDF: đối chiếu từng ô với bản gốc.\n\n| TT | Thôn |\n| --- | --- |\n| 1 | Thượng |\n| 2 | Hạ |\n\n${LONG.trim()}`,
    )
    expect(stdout).toContain('bài lấy từ PDF: đọc lại từng đoạn với bản gốc')
    expect(stdout).toContain('bảng trong PDF chỉ đoán được hàng, cột')
  })
  test('a text of several pages', async () => {
    const header = new Header({
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [new TextRun({ children: ['Bản tin, trang ', PageNumber.CURRENT] })],
        }),
      ],
    })
    const paragraphs = Array.from({ length: 12 }, (_, index) => `Đoạn ${index + 1}. ${LONG.repeat(5)}`.trim())
    const bytes = await pack({
      sections: [
        {
          headers: { default: header },
          children: [p(bold('Tin nhiều trang')), ...paragraphs.map((each) => p(each))],
        },
      ],
    })
    const { body } = await imported(pdf(bytes))
    expect(body).toBe(paragraphs.join('\n\n'))
  })
  const scan = async () =>
    pack({
      sections: [
        {
          children: [
            new Paragraph({
              children: [
                new ImageRun({
                  type: 'png',
                  data: await sharp({ create: { width: 300, height: 300, channels: 3, background: '#ccc' } })
                    .png()
                    .toBuffer(),
                  transformation: { width: 300, height: 300 },
                }),
              ],
            }),
          ],
        },
      ],
    })
  const LOCK =
    'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"x"}}'
  // biome-ignore format: a table
  test.each([
    ['a scan',            async () => pdf(await scan()), ['PDF là ảnh chụp (bản quét)', 'OCR']],
    ['a locked file',     async () => pdf(await pack({ sections: [{ children: [p(LONG)] }] }), LOCK), ['có mật khẩu']],
    ['a stamp of secrecy', async () => pdf(await pack({ sections: [{ children: [p('TỐI MẬT'), p(LONG)] }] })), ['dấu chỉ độ mật «TỐI MẬT»', 'trang 1']],
  ] as const)('%s is refused', async (_, bytes, told) => {
    const { code, stderr, stdout } = await imported(await bytes())
    for (const each of told) expect(stderr).toContain(each)
    expect([code, stdout]).toEqual([1, ''])
  })
})
