import type { Cell, Figure } from '../tables/table.ts'
import { cellInWords, columnInWords, durationInWords, integerInWords } from '../tables/words.ts'
import type { NumberedChart } from './index-paper.ts'

/** A value of a chart: the number that is drawn, and as it is written beside. Undefined where there is none, as a share of nothing. */
export type Point = { readonly value: number; readonly words: string } | undefined

export type Series = { readonly label: string; readonly points: readonly Point[] }

/** What a chart draws, taken from its table. */
export type ChartData = {
  /** Counted through the paper, from 1. */
  readonly number: number
  readonly kind: 'bar' | 'stacked' | 'line'
  readonly title: string
  readonly categories: readonly string[]
  readonly series: readonly Series[]
  /** The sum of a row in words; undefined where a sum means nothing. */
  readonly sums: readonly (string | undefined)[]
  /** What the whole is, where values are parts of one: the axis reaches it. */
  readonly whole: number | undefined
  /** How many rows of the table are not drawn, the last ones. */
  readonly left: number
  /** How a number of the axis is written. */
  readonly tick: (value: number) => string
  /** «Bảng 3». */
  readonly source: string
}

/** More bars cannot be read on a page of paper; the table has them all. */
const MOST_ROWS = { bar: 20, stacked: 20, line: 62 }

/** More fills cannot be told apart without colour. */
const MOST_SERIES = 6

/** The numbers of a chart, from the table that it names. */
export function chartData({ number, chart, source }: NumberedChart): ChartData {
  const { table } = source
  if (chart.columns.length > MOST_SERIES)
    throw new Error(`chart ${chart.id}: more than ${MOST_SERIES} columns`)
  const rows = table.rows.slice(0, MOST_ROWS[chart.kind])
  const series = chart.columns.map((id) => {
    const at = table.columns.findIndex((column) => column.id === id)
    const column = table.columns[at] as (typeof table.columns)[number]
    return {
      label: columnInWords(column),
      type: column.type,
      points: rows.map(({ figures }) => pointOf((figures[at] as Figure).cell)),
    }
  })
  const type = series[0]?.type ?? 'integer'
  return {
    number,
    kind: chart.kind,
    title: chart.title,
    categories: rows.map(({ figures }) => cellInWords((figures[0] as Figure).cell)),
    series,
    sums: rows
      .map((_, row) => sumInWords(series.map(({ points }) => points[row])))
      .map((sum) => (type === 'integer' || type === 'dong' ? sum : undefined)),
    whole: type === 'share' ? 100 : undefined,
    left: table.rows.length - rows.length,
    tick: TICKS[type] ?? integerInWords,
    source: `Bảng ${source.number}`,
  }
}

function pointOf(cell: Cell): Point {
  const value = numberOf(cell)
  return value === undefined ? undefined : { value, words: cellInWords(cell) }
}

function numberOf(cell: Cell): number | undefined {
  if (cell.type === 'share') return cell.whole === 0 ? undefined : (cell.part / cell.whole) * 100
  if (cell.type === 'minutes') return cell.minutes
  return 'value' in cell ? cell.value : undefined
}

const sumInWords = (points: readonly Point[]): string =>
  integerInWords(points.reduce((sum, point) => sum + (point?.value ?? 0), 0))

const TICKS: Partial<Record<Cell['type'], (value: number) => string>> = {
  share: (value) => `${integerInWords(Math.round(value))}\u00a0%`,
  minutes: (value) => durationInWords(Math.round(value)),
}

/** The chart in one sentence a row, for those who do not see it. */
export function chartInWords({ categories, series, left, source }: ChartData): string {
  const rows = categories.map(
    (category, row) =>
      `${category}: ${series
        .map(
          ({ label, points }) => `${series.length > 1 ? `${label} ` : ''}${points[row]?.words ?? 'không có'}`,
        )
        .join(', ')}`,
  )
  const rest = left > 0 ? ` Còn ${integerInWords(left)} dòng nữa trong bảng.` : ''
  return `${rows.join('; ')}.${rest} Số liệu đầy đủ ở ${source}.`
}
