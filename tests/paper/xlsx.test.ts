import { beforeAll, describe, expect, test } from 'vitest'
import { examplePaper, HOSTILE, hostilePaper } from './example.ts'
import { partsOf, written } from './written.ts'

type Book = {
  readonly parts: ReadonlyMap<string, string>
  readonly names: readonly string[]
  readonly sheet: (name: string) => string
  readonly strings: readonly string[]
  /** The format of a cell, by its style. */
  readonly formatOf: (sheet: string, cell: string) => string | undefined
  readonly valueOf: (sheet: string, cell: string) => string | undefined
}

const SIGNS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
}
const plain = (text: string): string =>
  text.replaceAll(/&([a-z]+|#39);/g, (_, name: string) => SIGNS[name] as string)
const all = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => plain(match[1] as string))

function bookOf(bytes: Uint8Array): Book {
  const parts = partsOf(bytes)
  const part = (name: string) => parts.get(name) ?? ''
  const names = all(part('xl/workbook.xml'), /<sheet [^>]*name="([^"]*)"/g)
  const sheet = (name: string) => part(`xl/worksheets/sheet${names.indexOf(name) + 1}.xml`)
  const formats = new Map(
    [...part('xl/styles.xml').matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(
      ([, id, code]) => [id, plain(code as string)],
    ),
  )
  const styles = all(/<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(part('xl/styles.xml'))?.[1] ?? '', /<xf ([^>]*)>/g)
  const strings = all(part('xl/sharedStrings.xml'), /<si><t[^>]*>([^<]*)<\/t><\/si>/g)
  const cellOf = (name: string, at: string) =>
    new RegExp(`<c r="${at}"([^>]*)>(?:<v>([^<]*)</v>)?`).exec(sheet(name))
  return {
    parts,
    names,
    sheet,
    strings,
    formatOf: (name, at) => {
      const style = styles[Number(/ s="(\d+)"/.exec(cellOf(name, at)?.[1] ?? '')?.[1] ?? -1)]
      return formats.get(/numFmtId="(\d+)"/.exec(style ?? '')?.[1])
    },
    valueOf: (name, at) => {
      const cell = cellOf(name, at)
      return / t="s"/.test(cell?.[1] ?? '') ? strings[Number(cell?.[2])] : cell?.[2]
    },
  }
}

describe('a report as a workbook', () => {
  let book: Book
  beforeAll(async () => {
    book = bookOf(await written(examplePaper(), 'xlsx'))
  })

  test('has a sheet for its words, one a table, one for the figures and one for the items', () => {
    expect(book.names).toEqual([
      'Nội dung',
      'B1 Tin, bài theo lĩnh vực',
      'B2 Tin, bài theo tuần',
      'B3 Nhuận bút theo đơn vị',
      'B4 Từ chối đăng, gỡ bài',
      'Đối chiếu',
      'Danh mục',
    ])
  })

  // biome-ignore format: a table
  const CELLS = [
    ['B1 Tin, bài theo lĩnh vực', 'B6', '6',                  '#,##0',                  'a number'],
    ['B1 Tin, bài theo lĩnh vực', 'E7', '0.875',              '0.0%',                   'a share is a part of one, shown in percent'],
    ['B1 Tin, bài theo lĩnh vực', 'F6', String(2128 / 1440),  '[h]" giờ "mm" phút"',    'a length of time is a part of a day'],
    ['B1 Tin, bài theo lĩnh vực', 'G6', '46346',              'dd/mm/yyyy',             'a date is a number with the form of a date: 20/11/2026'],
    ['B1 Tin, bài theo lĩnh vực', 'E10', '–',                 undefined,                'a share of nothing is no number'],
    ['B3 Nhuận bút theo đơn vị',  'C6', '1',                  '#,##0',                  'a whole coefficient has no comma'],
    ['B3 Nhuận bút theo đơn vị',  'D9', '7020000',            '#,##0',                  'money'],
    ['Danh mục',                  'A6', '1',                  '0',                      'items are numbered'],
    ['Danh mục',                  'F6', '46328.375',          'hh:mm dd/mm/yyyy',       'the clock of Vietnam, whatever the zone of the machine'],
  ] as const
  test.each(CELLS)('%s, %s is %s as %s: %s', (sheet, cell, value, format) => {
    expect([book.valueOf(sheet, cell), book.formatOf(sheet, cell)]).toEqual([value, format])
  })

  test('names of columns stay in sight, columns have widths, the items can be sifted', () => {
    expect(book.sheet('Danh mục')).toContain('<pane ySplit="5"')
    expect(book.sheet('Danh mục')).toContain('<autoFilter ref="A5:I29"/>')
    expect(book.sheet('Danh mục')).toMatch(/<col min="2" max="2" width="60"/)
    expect(book.sheet('Danh mục')).toContain('fitToHeight="0"')
  })

  test('a figure leads to its line, and the line to its items', () => {
    const to = /<hyperlink ref="B6" location="([^"]*)"/.exec(book.sheet('B1 Tin, bài theo lĩnh vực'))?.[1]
    expect(plain(to as string)).toBe("'Đối chiếu'!A6")
    expect(book.valueOf('Đối chiếu', 'A6')).toBe('Bảng 1, Kinh tế – Số tin, bài')
    expect(book.valueOf('Đối chiếu', 'D6')).toBe('1, 3, 14, 16–17, 19')
    expect(book.sheet('Đối chiếu')).toContain('<hyperlink ref="D6" location="&#39;Danh mục&#39;!A6:H6"/>')
  })

  test('every link leads to a sheet of the workbook', () => {
    const places = [...book.parts.values()].flatMap((xml) => all(xml, /<hyperlink [^>]*location="([^"]*)"/g))
    const unknown = places.filter((place) => !book.names.some((name) => place.startsWith(`'${name}'!`)))
    expect(places.length).toBeGreaterThan(50)
    expect(unknown).toEqual([])
  })

  test('the list that is signed ends with the place for it; charts stand below their tables', () => {
    expect(book.strings).toContain('(Ký, ghi rõ họ tên)')
    expect(book.sheet('B3 Nhuận bút theo đơn vị')).not.toContain('<drawing')
    expect([...book.parts.keys()].filter((name) => name.endsWith('.png'))).toHaveLength(4)
  })
})

describe('hostile text in a workbook', () => {
  let book: Book
  beforeAll(async () => {
    book = bookOf(await written(hostilePaper(), 'xlsx'))
  })
  test('is never a formula', () => {
    expect([...book.parts.values()].filter((xml) => /<f[ >]/.test(xml))).toEqual([])
  })
  test('stays what it was, in its cell', () => {
    const shown = HOSTILE.map((_, index) => book.valueOf('Danh mục', `B${index + 6}`))
    const kept = HOSTILE.map((text, index) => (text === '' ? `tin-bai/2026/bai-so-${index + 1}.md` : text))
    // Names that every object of JavaScript has get a blank: see sheet.ts.
    expect(shown[6]).toBe('constructor ')
    expect(shown[7]).toBe('__proto__ ')
    for (const index of [0, 1, 2, 3, 4, 5, 8, 10, 12, 13, 14, 15, 16, 17, 18, 19])
      expect(shown[index], HOSTILE[index]).toBe(kept[index])
  })
  test('makes no sheet that Excel refuses', () => {
    expect(book.names.filter((name) => name.length > 31 || /[[\]/\\:*?]|^'|'$/.test(name))).toEqual([])
    expect(new Set(book.names).size).toBe(book.names.length)
  })
})
