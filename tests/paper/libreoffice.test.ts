import { getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, test } from 'vitest'
import { convert, findSoffice } from '../support/soffice.ts'
import { examplePaper, HOSTILE, hostilePaper } from './example.ts'
import { written } from './written.ts'

/** tests/run.ts says that these are skipped where there is no LibreOffice, and .ci/run takes a skip for a failure. */
const office = describe.skipIf(findSoffice() === undefined)

/** Cells of a sheet as LibreOffice understood them: the type, the value, and what is shown. */
type Understood = { readonly type: string; readonly value: string; readonly shown: string }

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (text: string) =>
  text
    .replaceAll(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count = '1') => ' '.repeat(Number(count)))
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&([a-z]+);/g, (_, name: string) => SIGNS[name] as string)

function sheetOf(fods: string, name: string): Understood[][] {
  const [, sheet = ''] =
    new RegExp(`<table:table table:name="${name}"[^>]*>(.*?)</table:table>`, 's').exec(fods) ?? []
  return [...sheet.matchAll(/<table:table-row[^>]*>(.*?)<\/table:table-row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].map(
      ([, attributes = '', inner = '']) => ({
        type: /office:value-type="([^"]*)"/.exec(attributes)?.[1] ?? '',
        value: /office:(?:value|date-value|time-value)="([^"]*)"/.exec(attributes)?.[1] ?? '',
        shown: [...inner.matchAll(/<text:p>(.*?)<\/text:p>/gs)]
          .map(([, text = '']) => plain(text))
          .join('\n'),
      }),
    ),
  )
}

office('a workbook in LibreOffice', () => {
  let fods: string
  beforeAll(async () => {
    const made = convert('bao-cao.xlsx', await written(examplePaper(), 'xlsx'), 'fods')
    fods = made.get('bao-cao.fods')?.toString('utf8') ?? ''
  })

  test('numbers are numbers, shares percentages, dates dates, lengths of time times', () => {
    const [economy] = sheetOf(fods, 'B1 Tin, bài theo lĩnh vực').filter(
      ([first]) => first?.shown === 'Văn hóa – Xã hội',
    )
    expect(economy?.slice(0, 7).map(({ type, value }) => [type, value])).toEqual([
      ['string', ''],
      ['float', '8'],
      ['float', '7'],
      ['float', '1'],
      ['percentage', '0.875'],
      ['time', 'PT42H06M00S'],
      ['date', '2026-11-24'],
    ])
  })

  test('the items have the days and hours of the paper, and everything is in its place', () => {
    const rows = sheetOf(fods, 'Danh mục').slice(5)
    const items = examplePaper().catalogue.items
    expect(rows.slice(0, items.length).map(([number, title]) => [number?.value, title?.shown])).toEqual(
      items.map(({ title }, index) => [`${index + 1}`, title]),
    )
    expect(rows[3]?.slice(4, 7).map(({ type, value, shown }) => [type, value, shown])).toEqual([
      ['date', '2026-11-05', '05/11/2026'],
      ['date', '2026-11-05T09:03:00', '09:03 05/11/2026'],
      ['time', 'PT49H31M00S', '49 giờ 31 phút'],
    ])
  })

  test('money adds up to its total', () => {
    const rows = sheetOf(fods, 'B3 Nhuận bút theo đơn vị').slice(5, 9)
    const sums = rows.map((row) => Number(row[3]?.value))
    expect(sums.slice(0, 3).reduce((sum, each) => sum + each, 0)).toBe(sums[3])
    expect(sums[3]).toBe(24 * 292_500)
  })

  test('hostile text is text, and nothing is computed from it', async () => {
    const hostile =
      convert('xau.xlsx', await written(hostilePaper(), 'xlsx'), 'fods')
        .get('xau.fods')
        ?.toString('utf8') ?? ''
    expect(hostile).not.toContain('table:formula')
    const titles = sheetOf(hostile, 'Danh mục')
      .slice(5, 5 + HOSTILE.length)
      .map((row) => row[1])
    expect(titles.map((cell) => cell?.type)).toEqual(HOSTILE.map(() => 'string'))
    expect(titles.slice(2, 6).map((cell) => cell?.shown)).toEqual(HOSTILE.slice(2, 6))
    expect(titles.slice(12, 14).map((cell) => cell?.shown)).toEqual(['007', '2026-11-02'])
  })
})

/** The lines of each page of a PDF, from above. */
async function linesOf(pdf: Uint8Array): Promise<string[][]> {
  const document = await getDocumentProxy(new Uint8Array(pdf), { verbosity: 0 })
  const pages: string[][] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    const lines = new Map<number, string>()
    for (const item of items) {
      if (!('str' in item) || item.str === '') continue
      const height = Math.round(item.transform[5] as number)
      lines.set(height, (lines.get(height) ?? '') + item.str)
    }
    pages.push([...lines].sort(([a], [b]) => b - a).map(([, text]) => text.normalize('NFC').trim()))
  }
  await document.loadingTask.destroy()
  return pages
}

office('a letter in LibreOffice', () => {
  let pages: string[][]
  beforeAll(async () => {
    const made = convert('bao-cao.docx', await written(examplePaper(), 'docx'), 'pdf')
    pages = await linesOf(made.get('bao-cao.pdf') as Buffer)
  })

  test('the national name stands in one line, and so does the motto below it', () => {
    const at = pages[0]?.findIndex((line) => line.includes('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')) ?? -1
    expect(at).toBe(0)
    expect(pages[0]?.slice(1, 3).join()).toContain('Độc lập - Tự do - Hạnh phúc')
  })

  test('the first page has no number, every other has its own above', () => {
    expect(pages.map(([first]) => first).slice(1)).toEqual(pages.slice(1).map((_, index) => `${index + 2}`))
    expect(pages[0]).not.toContain('1')
  })

  test('numbers stand as they are written in Vietnam', () => {
    const line = pages.flat().find((each) => each.startsWith('Tổng số'))
    expect(line?.replaceAll(/\s+/g, ' ')).toMatch(/^Tổng số ?24 ?20 ?4 ?83,3 % ?42 giờ 6 phút ?25\/11\/2026$/)
  })

  test('a letter of hostile text opens too', async () => {
    const made = convert('xau.docx', await written(hostilePaper(), 'docx'), 'pdf')
    expect((await linesOf(made.get('xau.pdf') as Buffer)).flat().join('\n')).toContain(
      '<script>alert(1)</script>',
    )
  })
})
