import type { ChartData, Point } from './chart-data.ts'
import {
  block,
  fillOf,
  INK,
  type Label,
  line,
  type Plot,
  plate,
  rect,
  round,
  TEXT,
  WIDTH,
  widthOf,
  wrap,
} from './drawing.ts'

const BAR = 20
const GAP = 16
const MARGIN = 8
const NAMES = 210
/** Where bars begin and end; values are written behind them. */
const LEFT = MARGIN + NAMES + 12
const VALUES = 110

type Piece = { readonly shapes: string; readonly labels: readonly Label[] }
type Scale = (value: number) => number

/** Lying bars, so that long names stay in lines: one a value, or the values of a row one after the other. */
export function drawBars(data: ChartData, accent: string): Plot {
  const stacked = data.kind === 'stacked'
  const bars = stacked ? 1 : data.series.length
  const names = data.categories.map((name) => wrap(name, NAMES, 2))
  const heights = names.map((lines) => Math.max(bars * BAR, lines.length * TEXT * 1.3) + GAP)
  const scale = scaleOf(data, stacked)
  const tops = heights.map((_, row) => heights.slice(0, row).reduce((sum, height) => sum + height, 0))
  const height = heights.reduce((sum, each) => sum + each, 0) + MARGIN
  const rows = names.map((lines, row): Piece => {
    const [top, room] = [tops[row] as number, heights[row] as number]
    const middle = top + room / 2
    const first = middle - (bars * BAR) / 2
    const drawn = stacked
      ? stackedRow(data, row, first, scale, accent)
      : barRow(data, row, first, scale, accent)
    const name = block(lines, { x: MARGIN + NAMES, y: middle, size: TEXT, anchor: 'end' })
    return { shapes: drawn.shapes, labels: [...name, ...drawn.labels] }
  })
  const axis = line(scale(0), 0, scale(0), height - MARGIN, INK)
  return {
    height: round(height),
    shapes: rows.map(({ shapes }) => shapes).join('') + axis,
    labels: rows.flatMap(({ labels }) => labels),
  }
}

/** Values to places between the names and the room for numbers; zero is always on it. */
function scaleOf({ categories, series, whole = 0 }: ChartData, stacked: boolean): Scale {
  const valuesOf = (row: number) => series.map(({ points }) => points[row]?.value ?? 0)
  const values = categories.flatMap((_, row) =>
    stacked ? [valuesOf(row).reduce((sum, value) => sum + Math.max(value, 0), 0)] : valuesOf(row),
  )
  const [least, most] = [Math.min(0, ...values), Math.max(whole, ...values)]
  const span = most - least || 1
  return (value) => LEFT + ((value - least) / span) * (WIDTH - VALUES - LEFT)
}

function barRow(data: ChartData, row: number, top: number, scale: Scale, accent: string): Piece {
  const pieces = data.series.map(({ points }, index): Piece => {
    const y = top + index * BAR
    const point = points[row]
    const [from, to] = [scale(Math.min(0, point?.value ?? 0)), scale(Math.max(0, point?.value ?? 0))]
    const bar = from === to ? '' : rect(from, y + 1, to - from, BAR - 2, fillOf(data.number, index, accent))
    return { shapes: bar, labels: [behind(point?.words ?? '–', to, y)] }
  })
  return {
    shapes: pieces.map(({ shapes }) => shapes).join(''),
    labels: pieces.flatMap(({ labels }) => labels),
  }
}

function stackedRow(data: ChartData, row: number, top: number, scale: Scale, accent: string): Piece {
  let sum = 0
  const pieces = data.series.map(({ points }, index): Piece => {
    const value = Math.max(0, points[row]?.value ?? 0)
    const [from, to] = [scale(sum), scale(sum + value)]
    sum += value
    if (value === 0) return { shapes: '', labels: [] }
    const bar = rect(from, top + 1, to - from, BAR - 2, fillOf(data.number, index, accent))
    const number = within(points[row], from, to, top)
    return { shapes: bar + number.shapes, labels: number.labels }
  })
  const total = data.sums[row]
  return {
    shapes: pieces.map(({ shapes }) => shapes).join(''),
    labels: [...pieces.flatMap(({ labels }) => labels), ...(total ? [behind(total, scale(sum), top)] : [])],
  }
}

const behind = (text: string, x: number, top: number): Label => ({
  x: x + 6,
  y: top + BAR / 2,
  text,
  size: TEXT,
  anchor: 'start',
})

/** A number inside a piece of a bar, on a plate of its own, where there is room. */
function within(point: Point, from: number, to: number, top: number): Piece {
  const width = widthOf(point?.words ?? '', TEXT - 1) + 6
  if (!point || width + 4 > to - from) return { shapes: '', labels: [] }
  const middle = (from + to) / 2
  return {
    shapes: plate(middle - width / 2, top + 3, width, BAR - 6),
    labels: [{ x: middle, y: top + BAR / 2, text: point.words, size: TEXT - 1, anchor: 'middle' }],
  }
}
