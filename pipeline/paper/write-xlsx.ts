import type { Blob } from 'node:buffer'
import type { Stream } from 'node:stream'
import type { Feature } from 'write-excel-file/node'
import { escapeHtml } from '../../templates/html.ts'
import { DEFAULT_ACCENT } from '../theme/contrast.ts'
import { itemsSheet, openingsSheet } from './catalogue-sheets.ts'
import { chartData } from './chart-data.ts'
import { coverSheet } from './cover-sheet.ts'
import { drawChart } from './draw-chart.ts'
import type { ChartPress } from './drawing.ts'
import type { IndexedPaper, NumberedTable } from './index-paper.ts'
import type { Sheet, SheetPicture } from './sheet.ts'
import { tableSheet } from './table-sheet.ts'

/** The paper as a workbook: a sheet for what it says, one for each table, one for what figures consist of, one for all items. */
export async function writeXlsx(indexed: IndexedPaper, press: ChartPress): Promise<Uint8Array> {
  const pictures = await Promise.all(indexed.tables.map((table) => picturesOf(indexed, table, press)))
  const sheets = [
    coverSheet(indexed),
    ...indexed.tables.map((table, index) => tableSheet(indexed, table, pictures[index] ?? [])),
    ...(indexed.openings.length > 0 ? [openingsSheet(indexed)] : []),
    ...(indexed.paper.catalogue.items.length > 0 ? [itemsSheet(indexed)] : []),
  ]
  const { default: write } = await import('write-excel-file/node')
  return write(sheets.map(written), {
    fontFamily: 'Times New Roman',
    fontSize: 12,
    features: [linksAndPaper(sheets)],
  }).toBuffer()
}

/** The charts of a table, which stand below it. */
const picturesOf = (
  { blocks, paper }: IndexedPaper,
  { number }: NumberedTable,
  press: ChartPress,
): Promise<SheetPicture[]> =>
  Promise.all(
    blocks
      .filter((block) => block.type === 'chart')
      .filter(({ source }) => source.number === number)
      .map(async (chart) => {
        const drawing = drawChart(chartData(chart), paper.accent ?? DEFAULT_ACCENT)
        const { title, width, height } = drawing
        return { png: await press(drawing), title, width, height }
      }),
  )

/** Of a row of text, in pixels. */
const ROW_HEIGHT = 20

/** The rows at which pictures begin, from 1: below the last row of the table, one below the other. */
function placesOf({ rows, pictures }: Sheet): number[] {
  const heights = pictures.map(({ height }) => Math.ceil(height / ROW_HEIGHT) + 2)
  return heights.map(
    (_, index) => rows.length + 2 + heights.slice(0, index).reduce((sum, each) => sum + each, 0),
  )
}

function written(sheet: Sheet) {
  const { name, rows, widths, frozen, pictures } = sheet
  const places = placesOf(sheet)
  return {
    data: rows.map((row) => [...row]),
    sheet: name,
    columns: widths.map((width) => ({ width })),
    orientation: 'landscape' as const,
    ...(frozen > 0 ? { stickyRowsCount: frozen } : {}),
    images: pictures.map(({ png, title, width, height }, index) => ({
      content: Buffer.from(png),
      contentType: 'image/png',
      width,
      height,
      dpi: 96,
      anchor: { row: places[index] as number, column: 1 },
      title,
    })),
  }
}

/** Three things that the library leaves to its users: links inside the workbook, sifting, and pages as wide as the paper. */
function linksAndPaper(sheets: readonly Sheet[]): Feature<Stream | Buffer | Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) => {
            const { links, filter } = sheets[sheetIndex] as Sheet
            const opening = xml.indexOf('>', xml.indexOf('<worksheet')) + 1
            const data = xml.indexOf('</sheetData>') + '</sheetData>'.length
            const margins = xml.lastIndexOf('<pageMargins')
            return [
              xml.slice(0, opening),
              '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
              xml.slice(opening, data),
              filter === undefined ? '' : `<autoFilter ref="${filter}"/>`,
              xml.slice(data, margins),
              linksXml(links),
              xml.slice(margins).replace('<pageSetup ', '<pageSetup fitToHeight="0" '),
            ].join('')
          },
        },
      },
    },
  }
}

const linksXml = (links: Sheet['links']): string =>
  links.length === 0
    ? ''
    : `<hyperlinks>${links.map(({ cell, to }) => `<hyperlink ref="${cell}" location="${escapeHtml(to)}"/>`).join('')}</hyperlinks>`
