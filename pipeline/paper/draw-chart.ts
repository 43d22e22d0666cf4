import { type ChartData, chartInWords } from './chart-data.ts'
import { drawBars } from './draw-bars.ts'
import { drawLine } from './draw-line.ts'
import { type Drawing, fillOf, type Plot, patternsOf, rect, TEXT, WIDTH, widthOf, wrap } from './drawing.ts'

/** A chart as a drawing that can be read in black and white: grounds and marks differ, and every value is written. */
export function drawChart(data: ChartData, accent: string): Drawing {
  const legend = legendOf(data, accent)
  const plot = data.kind === 'line' ? drawLine(data, accent) : drawBars(data, accent)
  return {
    width: WIDTH,
    height: legend.height + plot.height,
    title: data.title,
    description: chartInWords(data),
    shapes: `${patternsOf(data.number, data.series.length, accent)}${legend.shapes}<g transform="translate(0 ${legend.height})">${plot.shapes}</g>`,
    labels: [...legend.labels, ...plot.labels.map((label) => ({ ...label, y: label.y + legend.height }))],
  }
}

const BOX = 16
const ROW = 26
const LONGEST_NAME = 320

/** Names of the series with their grounds; a single one is named by the title. */
function legendOf({ series, number, kind }: ChartData, accent: string): Plot {
  if (series.length < 2 || kind === 'line') return { height: 8, shapes: '', labels: [] }
  let [x, y] = [8, 16]
  const names = series.map(({ label }) => wrap(label, LONGEST_NAME, 1)[0] ?? '')
  const places = names.map((label) => {
    const width = BOX + 8 + widthOf(label, TEXT) + 24
    if (x > 8 && x + width > WIDTH) [x, y] = [8, y + ROW]
    const place = { x, y }
    x += width
    return place
  })
  return {
    height: y + ROW,
    shapes: places
      .map((place, index) => rect(place.x, place.y - BOX / 2, BOX, BOX, fillOf(number, index, accent)))
      .join(''),
    labels: places.map((place, index) => ({
      x: place.x + BOX + 8,
      y: place.y,
      text: names[index] as string,
      size: TEXT,
      anchor: 'start' as const,
    })),
  }
}
