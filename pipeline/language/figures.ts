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

const FORMS: readonly Form[] = [
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
