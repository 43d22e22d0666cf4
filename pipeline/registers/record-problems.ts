import type { Roster } from '../roster/roster.ts'
import { privateDataIn } from './private-data.ts'
import { problemAt, type RecordProblem } from './problem.ts'
import type { Filed } from './register-files.ts'

/** A member that a record names and the roster does not know. */
export const unknownMember = (roster: Roster, key: string, id: string | undefined): RecordProblem[] =>
  id === undefined || roster.members.has(id)
    ? []
    : [
        problemAt(
          key,
          `Không có chức danh, đơn vị \`${id}\` trong ban-bien-tap.yaml`,
          `chọn một trong: ${[...roster.members.keys()].join(', ')}`,
        ),
      ]

/** Texts in which somebody could be reached. */
export const privateData = (texts: Readonly<Record<string, string | undefined>>): RecordProblem[] =>
  Object.entries(texts).flatMap(([key, text = '']) => {
    const what = privateDataIn(text)
    return what === undefined
      ? []
      : [problemAt(key, `Có ${what}: sổ không ghi thông tin riêng của ai`, 'lược bỏ; mô tả chung là đủ')]
  })

/** A record carries the number and the year of its file. */
export function misplaced(
  { year, number }: Filed<unknown>,
  value: { readonly number: number },
  counted: { readonly key: string; readonly year: number },
): RecordProblem[] {
  return [
    ...(value.number === number
      ? []
      : [
          problemAt(
            'number',
            `Số ${value.number} khác tên tệp`,
            `ghi \`number: ${number}\`, hoặc đổi tên tệp`,
          ),
        ]),
    ...(counted.year === year
      ? []
      : [
          problemAt(
            counted.key,
            `Ngày thuộc năm ${counted.year} nhưng tệp nằm trong sổ năm ${year}`,
            'sửa ngày, hoặc chuyển tệp sang sổ của năm ấy',
          ),
        ]),
  ]
}

/** Numbers that are missing before a record of the same year: a register that skips one hides something. */
export function gapBefore(record: Filed<unknown>, records: readonly Filed<unknown>[]): RecordProblem[] {
  const taken = new Set(records.filter(({ year }) => year === record.year).map(({ number }) => number))
  const missing: number[] = []
  for (let number = record.number - 1; number > 0 && !taken.has(number); number -= 1) missing.unshift(number)
  const padded = missing.map((number) => String(number).padStart(3, '0'))
  return missing.length === 0
    ? []
    : [
        problemAt(
          'number',
          `Sổ năm ${record.year} thiếu số ${padded.join(', ')}`,
          'tìm lại tờ đã mất trong lịch sử Git, hoặc đánh lại số cho liền',
        ),
      ]
}
