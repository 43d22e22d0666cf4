import { describe, expect, test } from 'vitest'
import { personsIn } from '../../pipeline/privacy/in-files.ts'
import { docx, pdfOf, xlsx } from '../support/made-files.ts'
import { article, createRepository } from '../support/repository.ts'

/** A table as the text of a file has it: a cell a line. */
const table = (head: readonly string[], ...rows: readonly (readonly string[])[]): string =>
  [head, ...rows].flat().join('\n')

const NAMES = ['Đinh Thị Xuyến', 'Bùi Quang Toại', 'Mạc Thị Hến', 'Lưu Đình Khảm']
const rows = (...columns: readonly ((index: number) => string)[]) =>
  NAMES.map((name, index) => [`${index + 1}`, name, ...columns.map((column) => column(index))])
const cccd = (index: number) => `03018500123${index}`
const born = (index: number) => `1${index}/03/196${index}`
const mobile = (index: number) => `0912 345 67${index}`

// biome-ignore format: a table
const CASES: readonly (readonly [text: string, found: readonly string[], because: string])[] = [
  [table(['STT', 'Họ và tên', 'Số CCCD'], ...rows(cccd)),                        ['citizen-id'],              'a list of those who get an allowance'],
  [table(['STT', 'Họ tên', 'Ngày sinh', 'Nơi ở', 'Điện thoại'], ...rows(born, () => 'Khu 5', mobile)), ['birth-date', 'phone'], 'births and telephones of people'],
  [table(['STT', 'Họ tên', 'Số tài khoản'], ...rows((index) => `10${index}8765432`)), ['bank-account'],        'accounts beside names'],
  [table(['STT', 'Họ tên', 'CMND'], ...rows((index) => `14200123${index}`)),     ['old-id'],                  'old identity cards'],
  [table(['Họ và tên', 'Chức vụ', 'Điện thoại', 'Nơi ở'], ...rows(() => 'Tổ trưởng', mobile)), [],             'the telephones of an office'],
  [table(['Họ và tên', 'Điện thoại'], ...rows(mobile)),                          [],                          'nobody says whether they are private'],
  [table(['Danh sách người ứng cử', 'Họ và tên', 'Ngày tháng năm sinh'], ...rows(born)), [],                  'who stands for election is told with his birth, by law'],
  ['Số tài khoản: 3761.0.1054321 tại Kho bạc Nhà nước khu vực',                  [],                          'an account of the treasury'],
  [table(['Họ và tên người nộp', 'Số tài khoản của Quỹ', '117000012345', '117000012346', '117000012347']), [], 'accounts to pay into'],
  ['Số CCCD: 030185001234 của ông Toại',                                         [],                          'one number alone is no list'],
  ['CCCD gắn chíp; mã hồ sơ 030185001234/2026, H40.15-030185001235, 030185001236.5', [],                      'numbers of files'],
  [table(['Mã hàng', 'Số lượng'], ['030185001234', '1'], ['030185001235', '2'], ['030185001236', '2']), [],    'nothing speaks of identity cards'],
  [table(['Họ và tên', 'Đơn giá', '142001230', '142001231', '142001232']),       [],                          'sums'],
  [table(['Họ và tên', 'Ngày ký hợp đồng'], ...rows(() => '05/09/2025')),        [],                          'other days'],
]

describe('lists of people in the text of a file', () => {
  test.each(CASES)('%j → %j: %s', (text, found) => {
    expect(personsIn(text).map(({ kind }) => kind)).toEqual(found)
  })
  test('different ones are counted, each once', () => {
    const text = table(['Họ và tên', 'Số CCCD'], ...rows(cccd), ...rows(cccd))
    expect(personsIn(text)).toEqual([{ kind: 'citizen-id', count: 4 }])
  })
})

describe('congbo check', () => {
  const NOW = '2026-11-20T09:00:00+07:00'
  const ATTACHED = 'content/thanh-dong/tin-bai/xa-hoi/2026/danh-sach'
  const check = async (
    extension: string,
    bytes: Uint8Array,
    released?: readonly Record<string, string>[],
  ) => {
    const front: Record<string, string> = released ? { released: JSON.stringify(released) } : {}
    const repository = createRepository({ sample: true })
    repository.write(`${ATTACHED}.${extension}`, bytes)
    repository.write(`${ATTACHED}.md`, article(front, `Xem [danh sách](danh-sach.${extension}).\n`))
    const { stdout } = await repository.congbo(['check', '--now', NOW, '--json'])
    return JSON.parse(stdout).diagnostics.filter(
      ({ rule, file }: { rule: string; file: string }) =>
        rule === 'personal-data' && file.startsWith(ATTACHED),
    )
  }
  const cells = ['STT', 'Họ và tên', 'Số CCCD', ...rows(cccd).flat()]
  const sheet = xlsx({
    'xl/worksheets/sheet1.xml': `<worksheet>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</worksheet>`,
  })
  const paper = docx({
    'word/document.xml': `<w:document><w:body>${cells.map((cell) => `<w:p><w:t>${cell}</w:t></w:p>`).join('')}</w:body></w:document>`,
  })
  const RELEASE = {
    what: 'so-can-cuoc',
    file: 'danh-sach.xlsx',
    by: 'truong-ban',
    reason: 'Người trong danh sách đã đồng ý bằng văn bản.',
  }

  test('a sheet, a paper and a PDF: a warning that names the kind and the way out', async () => {
    for (const [extension, bytes] of [
      ['xlsx', sheet],
      ['docx', paper],
      ['pdf', pdfOf(['Danh sach', 'So CCCD', ...NAMES.map((_, index) => cccd(index))])],
    ] as const) {
      const [only, ...others] = await check(extension, bytes)
      expect(others).toEqual([])
      expect(only).toMatchObject({ severity: 'warning', file: `${ATTACHED}.${extension}` })
      expect(only.problem).toContain('4 số định danh, căn cước')
      expect(only.fix).toContain(`file: danh-sach.${extension}`)
      expect(JSON.stringify(only)).not.toContain('030185')
    }
  })
  test('released by the article beside it: whoever approves is told', async () => {
    const [only, ...others] = await check('xlsx', sheet, [RELEASE])
    expect(others).toEqual([])
    expect(only).toMatchObject({ severity: 'info', file: `${ATTACHED}.md` })
  })
  test('released of another kind, or of another file: the warning stays', async () => {
    const other = await check('xlsx', sheet, [{ ...RELEASE, what: 'ngay-sinh' }])
    expect(other.map(({ severity }: { severity: string }) => severity)).toEqual(['info', 'warning'])
    const elsewhere = await check('xlsx', sheet, [{ ...RELEASE, file: 'khac.xlsx' }])
    expect(elsewhere.map(({ severity }: { severity: string }) => severity)).toEqual(['warning', 'warning'])
  })
})
