import { beforeAll, describe, expect, test } from 'vitest'
import { parseDay } from '../../pipeline/calendar/local-time.ts'
import { dateInWords, numberInWords } from '../../pipeline/paper/letter-words.ts'
import { examplePaper, hostilePaper } from './example.ts'
import { partsOf, written } from './written.ts'

const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)]
    .map(([paragraph]) =>
      [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
    )
    .join('\n')

describe('a report as a letter (Nghị định 30/2020/NĐ-CP, Phụ lục I)', () => {
  let xml: string
  let parts: ReadonlyMap<string, string>
  beforeAll(async () => {
    parts = partsOf(await written(examplePaper(), 'docx'))
    xml = parts.get('word/document.xml') ?? ''
  })

  test('A4, 20 mm above and below, 30 mm left, 15 mm right; Times New Roman 14', () => {
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/)
    expect(xml).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/)
    expect(parts.get('word/styles.xml')).toMatch(/w:ascii="Times New Roman"/)
    expect(parts.get('word/styles.xml')).toMatch(/<w:sz w:val="28"\/>/)
  })

  test('the number of the page stands in the middle above, from the second page on', () => {
    const numbered = [...parts].filter(([name, text]) => /header\d+\.xml$/.test(name) && /PAGE/.test(text))
    expect(numbered.length).toBeGreaterThan(0)
    expect(numbered.every(([, text]) => text.includes('<w:jc w:val="center"/>'))).toBe(true)
    expect(xml.match(/<w:titlePg\/>/g)).toHaveLength(1)
  })

  test('head, subject, recipient, ground, body, copies and signature stand in their order', () => {
    const text = textOf(xml)
    const places = [
      'ỦY BAN NHÂN DÂN PHƯỜNG VÍ DỤ',
      'BAN BIÊN TẬP CỔNG THÔNG TIN ĐIỆN TỬ',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      '/BC-BBT',
      'Ví Dụ, ngày 02 tháng 12 năm 2026',
      'BÁO CÁO',
      'Kết quả hoạt động của',
      'Số liệu minh họa',
      'Kính gửi: Ủy ban nhân dân phường Ví Dụ.',
      'Căn cứ Quyết định số 00/QĐ-UBND',
      'I. Kết quả chung',
      'Bảng 1. Tin, bài theo lĩnh vực',
      'Biểu đồ 1. Số tin, bài theo lĩnh vực',
      'III. Kiến nghị',
      'Nơi nhận:',
      '- Lưu: VT, BBT.',
      'TM. BAN BIÊN TẬP',
      'TRƯỞNG BAN',
      'Phụ lục',
    ].map((words) => text.indexOf(words))
    expect(places.filter((place) => place < 0)).toEqual([])
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  test('charts are pictures with their words; heads of tables stand on every page', () => {
    expect([...parts.keys()].filter((name) => name.endsWith('.png'))).toHaveLength(4)
    expect(xml).toContain('descr="Kinh tế: 6; Văn hóa – Xã hội: 8;')
    expect(xml).toContain('<w:tblHeader/>')
  })

  test('every figure leads to a line of the appendix', () => {
    const anchors = [...xml.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)"/g)].map(([, name]) => name)
    const marks = new Set(
      [...xml.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name]) => name),
    )
    expect(anchors.length).toBeGreaterThan(20)
    expect(anchors.filter((name) => !marks.has(name as string))).toEqual([])
  })
})

test('hostile text is text', async () => {
  const xml = partsOf(await written(hostilePaper(), 'docx')).get('word/document.xml') ?? ''
  expect(xml).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(xml).not.toContain('<script')
  expect(textOf(xml)).toContain('=HYPERLINK(')
})

test('a letter over thousands of items names the files that hold them', async () => {
  const xml = partsOf(await written(examplePaper(301), 'docx')).get('word/document.xml') ?? ''
  expect(textOf(xml)).toContain('Danh mục tin, bài gồm 301 mục, không in kèm văn bản này')
  expect(xml).not.toContain('w:anchor=')
})

test('signers who share a list stand beside each other, without a number of copies too', async () => {
  const example = examplePaper(2)
  const signers = [{ office: 'Người lập' }, { office: 'Kế toán' }, { office: 'Trưởng ban' }]
  const paper = { ...example, letter: { ...example.letter, signers, copies: [] } }
  const xml = partsOf(await written(paper, 'docx')).get('word/document.xml') ?? ''
  const row = /<w:tr>(?:(?!<w:tr>).)*NGƯỜI LẬP.*?<\/w:tr>/s.exec(xml)?.[0] ?? ''
  expect(textOf(row).split('\n').filter(Boolean)).toEqual(['NGƯỜI LẬP', 'KẾ TOÁN', 'TRƯỞNG BAN'])
})

// biome-ignore format: a table
const DATES = [
  ['2026-12-02', 'Ví Dụ, ngày 02 tháng 12 năm 2026',        'a day below ten has a nought'],
  ['2027-01-15', 'Ví Dụ, ngày 15 tháng 01 năm 2027',        'so have the months one'],
  ['2027-02-05', 'Ví Dụ, ngày 05 tháng 02 năm 2027',        'and two'],
  ['2027-03-31', 'Ví Dụ, ngày 31 tháng 3 năm 2027',         'and no other'],
  [undefined,    'Ví Dụ, ngày      tháng      năm 2026',    'who signs writes the date'],
] as const
test.each(DATES)('the date %s is «%s»: %s', (text, words) => {
  const example = examplePaper(0)
  const date = text === undefined ? undefined : parseDay(text)
  expect(dateInWords({ ...example, letter: { ...example.letter, date } })).toBe(words)
})

test('a number that is not given yet is left blank', () => {
  const { letter } = examplePaper(0)
  expect(numberInWords(letter)).toBe('Số:        /BC-BBT')
  expect(numberInWords({ ...letter, number: '12' })).toBe('Số: 12/BC-BBT')
})
