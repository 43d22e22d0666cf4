import type { Remark } from './remark.ts'

type Form = {
  readonly pattern: RegExp
  readonly say: (match: RegExpExecArray) => readonly [string, string] | undefined
}

const day = (dayOfMonth: string, month: string, year: string): string | undefined => {
  const [d, m] = [Number(dayOfMonth), Number(month)]
  if (d < 1 || d > 31 || m < 1 || m > 12) return undefined
  return `${dayOfMonth.padStart(2, '0')}/${month.padStart(2, '0')}/${year}`
}

/** Whether the calendar has a day; numbers of buildings and papers are written alike, so that the year says whether it is one. */
export function isImpossibleDay(day: number, month: number, year: number): boolean {
  const least = year >= 1900 && year < 2100
  const date = new Date(Date.UTC(year, month - 1, day))
  return least && (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
}

/** What is counted in parts, behind a number; in front of it the name of a part or an edition says that it is one. */
const MEASURED =
  '[ \\u00A0]?%| (?:tỷ|tỉ)(?! lệ| số| trọng| giá)| triệu(?! tập| hồi)| (?:ha|km|kg|tấn|tạ)(?![\\p{L}\\d])(?! công)'
const NUMBERED =
  '(?:[Mm]ục|[Kk]hoản|[Đđ]iểm|[Đđ]iều|[Bb]ảng|[Bb]iểu|[Hh]ình|[Pp]hiên bản|[Cc]hương|[Pp]hần|[Tt]ờ|[Tt]hửa) '

const FORMS: readonly Form[] = [
  {
    pattern:
      /(?<![\p{L}\d./-])(?<!(?:số|số nhà|nhà|ngõ|ngách|hẻm|kiệt|lô|thửa) )(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\p{L}\d/-])/giu,
    say: ([written, d, m, y]) =>
      isImpossibleDay(Number(d), Number(m), Number(y))
        ? [`Ngày «${written}» không có trong lịch`, 'xem lại ngày, tháng trong bản gốc']
        : undefined,
  },
  {
    pattern: new RegExp(`(?<![\\p{L}\\d.,/-])(?<!${NUMBERED})\\d{1,3}\\.\\d{1,2}(?=${MEASURED})`, 'gu'),
    say: ([written]) => [`Số «${written}» ngăn phần lẻ bằng dấu chấm`, `viết ${written.replace('.', ',')}`],
  },
  {
    pattern: /(?<![\p{L}\d./-])(\d{1,2})[-.](\d{1,2})[-.](\d{4})(?![\p{L}\d/-]|\.\d)/gu,
    say: ([written, d = '', m = '', y = '']) => dateForm(written, day(d, m, y)),
  },
  {
    pattern: /(?<![\p{L}\d./-])(\d{4})-(\d{2})-(\d{2})(?![\p{L}\d/-])/gu,
    say: ([written, y = '', m = '', d = '']) => dateForm(written, day(d, m, y)),
  },
  {
    pattern: /(?<![\p{L}\d.,])\d{1,3}(?:,\d{3}){2,}(?![\p{L}\d,])/gu,
    say: ([written]) => [
      `Số «${written}» ngăn hàng nghìn bằng dấu phẩy`,
      `viết ${written.replaceAll(',', '.')}`,
    ],
  },
]

const dateForm = (written: string, right: string | undefined): readonly [string, string] | undefined =>
  right ? [`Ngày «${written}» không viết theo lối ngày/tháng/năm`, `viết ${right}`] : undefined

/** Dates and large numbers in another form than Vietnamese offices print: hints, because a quotation or a code may need it. */
export const figureRemarks = (prose: string): Remark[] =>
  FORMS.flatMap(({ pattern, say }) =>
    [...prose.matchAll(pattern)].flatMap((match) => {
      const said = say(match as RegExpExecArray)
      if (!said) return []
      const [problem, fix] = said
      return [{ kind: 'number-form' as const, start: match.index, written: match[0], problem, fix }]
    }),
  )
