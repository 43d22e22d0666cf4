import { minutesInWords } from '../calendar/duration.ts'
import { clockTime, dayOf, vietnameseDay } from '../calendar/local-time.ts'
import type { Cell, Column } from './table.ts'

/** What stands where there is nothing to show, a share of nothing among it. */
export const NOTHING = '–'

/** A blank that no line breaks at. */
const BLANK = '\u00a0'

/** `1.234.567`: a dot between thousands, as numbers are written in Vietnam. */
export function integerInWords(value: number): string {
  const digits = String(Math.abs(value)).replaceAll(/\B(?=(?:\d{3})+$)/g, '.')
  return value < 0 ? `-${digits}` : digits
}

/** `1.234.567 đồng`, for running text; in a table the column says what it counts. */
export const dongInWords = (value: number): string => `${integerInWords(value)}${BLANK}đồng`

/** `2,34`: a decimal comma, at most four places, no needless zero. */
export function decimalInWords(value: number): string {
  const [whole = '0', places = ''] = Math.abs(value).toFixed(DECIMAL_PLACES).split('.')
  const needed = places.replace(/0+$/, '')
  const written = integerInWords(Number(whole)) + (needed === '' ? '' : `,${needed}`)
  return value < 0 && written !== '0' ? `-${written}` : written
}

const DECIMAL_PLACES = 4

/** `83,3 %`. Rounding never makes everything of a part that is not the whole, nor nothing of a part that is something. */
export function shareInWords(part: number, whole: number): string {
  if (whole === 0) return NOTHING
  const tenths = Math.round((part / whole) * 1000)
  const honest =
    part > 0 && part < whole ? Math.min(LAST_BEFORE_ALL, Math.max(FIRST_AFTER_NOTHING, tenths)) : tenths
  return `${decimalInWords(honest / 10)}${BLANK}%`
}

const FIRST_AFTER_NOTHING = 1
const LAST_BEFORE_ALL = 999

/** `2 giờ 30 phút`, `71 giờ`: hours however many they are, because a day of office time has not 24 of them. */
export const durationInWords = (minutes: number): string =>
  minutes < 0 ? `-${durationInWords(-minutes)}` : minutesInWords(minutes)

/** A value as people read it in Vietnam: `1.234`, `2,5`, `83,3 %`, `25/11/2026`, `08:00 25/11/2026`, `2 giờ 30 phút`. */
export function cellInWords(cell: Cell): string {
  switch (cell.type) {
    case 'text':
      return cell.text
    case 'integer':
    case 'dong':
      return integerInWords(cell.value)
    case 'decimal':
      return decimalInWords(cell.value)
    case 'share':
      return shareInWords(cell.part, cell.whole)
    case 'day':
      return vietnameseDay(cell.day)
    case 'instant':
      return `${clockTime(cell.at)} ${vietnameseDay(dayOf(cell.at))}`
    case 'minutes':
      return durationInWords(cell.minutes)
    case 'none':
      return NOTHING
  }
}

/** The label of a column, with the unit where it is a sum of money and does not say so itself. */
export const columnInWords = ({ label, type }: Column): string =>
  type === 'dong' && !/đồng/i.test(label) ? `${label} (đồng)` : label

const NUMBERS: ReadonlySet<Cell['type']> = new Set(['integer', 'dong', 'decimal', 'share', 'minutes'])

/** Whether a value is a quantity, which tables set to the right and charts can draw. */
export const isNumber = (type: Cell['type']): boolean => NUMBERS.has(type)
