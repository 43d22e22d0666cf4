import type { ChartData, Point } from './chart-data.ts'
import { INK, type Label, line, type Plot, round, TEXT, WIDTH, widthOf, wrap } from './drawing.ts'

const TOP = 24
const HEIGHT = 240
const LEFT = 88
/** Room behind the last point, where the series are named. */
const NAMES = 170
const BELOW = 44
const DASHES = ['', '8 4', '2 4', '12 4 2 4', '1 3', '16 6']

type Place = { readonly x: number; readonly y: number; readonly words: string }

/** Values over moments: lines that differ in dash and mark, each named at its end. */
export function drawLine(data: ChartData, accent: string): Plot {
  const values = data.series.flatMap(({ points }) => points.flatMap((point) => (point ? [point.value] : [])))
  const ticks = ticksOf(Math.min(0, ...values), Math.max(data.whole ?? 1, ...values))
  const [least, most] = [ticks[0] as number, ticks.at(-1) as number]
  const y = (value: number) => TOP + HEIGHT - ((value - least) / (most - least)) * HEIGHT
  const right = WIDTH - (data.series.length > 1 ? NAMES : 40)
  const step = data.categories.length > 1 ? (right - LEFT - 24) / (data.categories.length - 1) : 0
  const x = (index: number) => LEFT + 12 + index * step
  const placed = data.series.map(({ points }) => points.map((point, index) => placeOf(point, x(index), y)))
  return {
    height: TOP + HEIGHT + BELOW,
    shapes:
      ticks.map((tick) => line(LEFT, y(tick), right, y(tick), tick === 0 ? INK : '#bbb')).join('') +
      placed.map((places, index) => pathOf(places, index, accent)).join(''),
    labels: [
      ...ticks.map((tick) => at(LEFT - 8, y(tick), data.tick(tick), 'end')),
      ...moments(data.categories, x, step),
      ...numbers(placed, step),
      ...(data.series.length > 1 ? namesOf(data, placed, right) : []),
    ],
  }
}

const at = (x: number, y: number, text: string, anchor: Label['anchor']): Label => ({
  x: round(x),
  y: round(y),
  text,
  size: TEXT,
  anchor,
})

const placeOf = (point: Point, x: number, y: (value: number) => number): Place | undefined =>
  point && { x, y: y(point.value), words: point.words }

/** Round numbers from below the least to above the most, four to eight of them. */
export function ticksOf(least: number, most: number): number[] {
  const rough = (most - least) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10) * power)
  const first = Math.floor(least / step)
  return Array.from({ length: Math.ceil(most / step) - first + 1 }, (_, index) => (first + index) * step)
}

/** A line that breaks where there is no value, with a mark at every point. */
function pathOf(places: readonly (Place | undefined)[], series: number, accent: string): string {
  const path = places
    .map((place, index) => place && `${places[index - 1] ? 'L' : 'M'}${round(place.x)} ${round(place.y)}`)
    .filter(Boolean)
    .join('')
  const marks = places.map((place) => (place ? MARKS[series % MARKS.length]?.(place, accent) : '')).join('')
  const dash = DASHES[series] ? ` stroke-dasharray="${DASHES[series]}"` : ''
  return `<path d="${path}" fill="none" stroke="${accent}" stroke-width="2"${dash}/>${marks}`
}

const MARKS: readonly ((place: Place, accent: string) => string)[] = [
  ({ x, y }, accent) => `<circle cx="${round(x)}" cy="${round(y)}" r="4.5" fill="${accent}"/>`,
  ({ x, y }, accent) => shape(`M${round(x - 5)} ${round(y - 5)}h10v10h-10z`, accent),
  ({ x, y }, accent) => shape(`M${round(x)} ${round(y - 6)}l6 11h-12z`, accent),
  ({ x, y }, accent) => shape(`M${round(x)} ${round(y - 6)}l6 6l-6 6l-6-6z`, accent),
]

const shape = (path: string, accent: string): string =>
  `<path d="${path}" fill="#fff" stroke="${accent}" stroke-width="2"/>`

/** Names of the moments, as many as have room beside each other. */
function moments(categories: readonly string[], x: (index: number) => number, step: number): Label[] {
  const longest = Math.max(...categories.map((name) => widthOf(name, TEXT)), 1) + 10
  const every = step === 0 ? 1 : Math.max(1, Math.ceil(Math.min(longest, 140) / step))
  return categories.flatMap((name, index) =>
    index % every === 0
      ? [at(x(index), TOP + HEIGHT + 20, wrap(name, Math.max(140, step), 1)[0] ?? '', 'middle')]
      : [],
  )
}

/** Numbers above the points, where they do not cover each other. */
function numbers(placed: readonly (readonly (Place | undefined)[])[], step: number): Label[] {
  const places = placed.length === 1 ? (placed[0] ?? []).flatMap((place) => (place ? [place] : [])) : []
  const widest = Math.max(...places.map(({ words }) => widthOf(words, TEXT)), 0)
  if (places.length > 1 && widest + 6 > step) return []
  return places.map((place) => at(place.x, place.y - 14, place.words, 'middle'))
}

/** The names of the series at their last points, pushed apart. */
function namesOf(
  { series }: ChartData,
  placed: readonly (readonly (Place | undefined)[])[],
  right: number,
): Label[] {
  const ends = placed
    .map((places, index) => ({ index, y: places.findLast((place) => place)?.y ?? TOP + HEIGHT }))
    .sort((a, b) => a.y - b.y)
  let free = 0
  return ends.map(({ index, y }) => {
    const height = Math.max(y, free)
    free = height + TEXT * 1.5
    const name = wrap(series[index]?.label ?? '', NAMES - 12, 1)[0] ?? ''
    return at(right + 10, height, name, 'start')
  })
}
