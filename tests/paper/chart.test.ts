import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { pressChart } from '../../pipeline/adapters/chart-press.ts'
import { type ChartData, chartData, chartInWords } from '../../pipeline/paper/chart-data.ts'
import { drawChart } from '../../pipeline/paper/draw-chart.ts'
import { ticksOf } from '../../pipeline/paper/draw-line.ts'
import { PRESS_SCALE, svgOf, wrap } from '../../pipeline/paper/drawing.ts'
import { indexPaper, type NumberedChart } from '../../pipeline/paper/index-paper.ts'
import type { Paper } from '../../pipeline/paper/paper.ts'
import { integer, share, text } from '../../pipeline/tables/table.ts'
import { examplePaper, hostilePaper } from './example.ts'

const ACCENT = '#7d1a1f'
const chartsOf = (paper: Paper): ChartData[] =>
  indexPaper(paper)
    .blocks.filter((block) => block.type === 'chart')
    .map((block) => chartData(block as NumberedChart))

const bars = (values: readonly number[], kind: 'bar' | 'stacked' | 'line' = 'bar'): ChartData => {
  const example = examplePaper(2)
  const table = {
    id: 't',
    title: 'Bảng',
    columns: [
      { id: 'ten', label: 'Tên', type: 'text' as const },
      { id: 'so', label: 'Số', type: 'integer' as const },
    ],
    rows: values.map((value, index) => ({
      id: `${index}`,
      figures: [text(`Dòng ${index + 1}`), integer(value)],
    })),
    empty: '',
  }
  const chart = { id: 'c', title: 'Biểu đồ', kind, table: 't', columns: ['so'] }
  return chartsOf({
    ...example,
    blocks: [
      { type: 'table', table },
      { type: 'chart', chart },
    ],
  })[0] as ChartData
}

const widths = (shapes: string): number[] =>
  [...shapes.matchAll(/<rect x="[\d.]+" y="[\d.]+" width="([\d.]+)"[^>]*stroke/g)].map(([, width]) =>
    Number(width),
  )

test('the length of a bar is its number, and nothing has no bar', () => {
  const [four, two, one] = widths(drawChart(bars([4, 0, 2, 1]), ACCENT).shapes)
  expect(two).toBeCloseTo((four as number) / 2, 0)
  expect(one).toBeCloseTo((four as number) / 4, 0)
  expect(widths(drawChart(bars([0, 0]), ACCENT).shapes)).toEqual([])
})

test('every number stands beside its bar, those below zero too', () => {
  const labels = drawChart(bars([1200, -300]), ACCENT).labels.map(({ text }) => text)
  expect(labels).toEqual(['Dòng 1', '1.200', 'Dòng 2', '-300'])
  expect(widths(drawChart(bars([1200, -300]), ACCENT).shapes)).toHaveLength(2)
})

test('more rows than can be read are left to the table, and the chart says how many', () => {
  const data = bars(Array.from({ length: 500 }, (_, index) => index))
  expect(data.categories).toHaveLength(20)
  expect(chartInWords(data)).toContain('Còn 480 dòng nữa trong bảng.')
})

test('a share of nothing is no point of a line: the line breaks there', () => {
  const data = bars([1, 2, 3], 'line')
  const broken = {
    ...data,
    series: data.series.map((each) => ({ ...each, points: [each.points[0], undefined, each.points[2]] })),
  }
  expect(
    drawChart(broken, ACCENT).shapes.match(/d="M[^"]*M[^"]*" fill="none" stroke="#7d1a1f"/),
  ).not.toBeNull()
  expect(share(0, 0).cell).toEqual({ type: 'share', part: 0, whole: 0 })
})

// biome-ignore format: a table
const TICKS = [
  [0, 8,      [0, 2, 4, 6, 8],              'whole steps'],
  [0, 1,      [0, 1],                       'never parts of one article'],
  [0, 100,    [0, 50, 100],                 'percent'],
  [0, 37_000, [0, 10_000, 20_000, 30_000, 40_000], 'thousands'],
  [-3, 5,     [-4, -2, 0, 2, 4, 6],         'below zero too'],
] as const
test.each(TICKS)('the axis from %d to %d has %j: %s', (least, most, ticks) => {
  expect(ticksOf(least, most)).toEqual(ticks)
})

describe('names of bars', () => {
  test('break at blanks', () =>
    expect(wrap('Quốc phòng – An ninh trật tự', 120, 2)).toEqual(['Quốc phòng – An', 'ninh trật tự']))
  test('break inside a word that is longer than a line', () =>
    expect(wrap('x'.repeat(20), 100, 2)).toEqual(['x'.repeat(13), 'x'.repeat(7)]))
  test('end with an ellipsis where they do not fit', () => {
    const lines = wrap('Ủy ban nhân dân '.repeat(20), 200, 2)
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/…$/)
  })
  test('of nothing have no line', () => expect(wrap('  ', 100, 2)).toEqual([]))
})

test('without colour the series differ: their grounds are of another grey', async () => {
  const stacked = chartsOf(examplePaper()).find(({ kind }) => kind === 'stacked') as ChartData
  const png = await pressChart(drawChart(stacked, ACCENT))
  const greyOf = async (left: number, top: number) => {
    const box = { left, top, width: 36, height: 36 }
    const cut = await sharp(png).extract(box).greyscale().png().toBuffer()
    const { channels } = await sharp(cut).stats()
    return channels[0]?.mean ?? 0
  }
  const boxes = [...drawChart(stacked, ACCENT).shapes.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="16"/g)]
  const greys = await Promise.all(
    boxes.map(([, x, y]) =>
      greyOf(Math.round((Number(x) + 2) * PRESS_SCALE), Math.round((Number(y) + 2) * PRESS_SCALE)),
    ),
  )
  expect(greys).toHaveLength(2)
  expect((greys[1] as number) - (greys[0] as number)).toBeGreaterThan(60)
})

describe.each([
  ['a report', examplePaper()],
  ['hostile text', hostilePaper()],
] as const)('charts of %s', (_, paper) => {
  const drawings = chartsOf(paper).map((data) => drawChart(data, ACCENT))
  test('become pictures of their size, with letters of our own', async () => {
    for (const drawing of drawings) {
      const { width, height, format } = await sharp(await pressChart(drawing)).metadata()
      expect([width, height, format]).toEqual([
        720 * PRESS_SCALE,
        Math.ceil(drawing.height * PRESS_SCALE),
        'png',
      ])
    }
  })
  test('are SVG that a program reads', async () => {
    for (const drawing of drawings)
      expect((await sharp(Buffer.from(svgOf(drawing, 'b'))).metadata()).width).toBe(720)
  })
  test('keep every label on the picture', () => {
    const outside = drawings.flatMap(({ labels, width, height }) =>
      labels.filter(({ x, y }) => x < 0 || x > width || y < 0 || y > height),
    )
    expect(outside).toEqual([])
  })
})
