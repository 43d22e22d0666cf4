import type { Cell, Column, Figure } from '../tables/table.ts'
import { cellInWords, columnInWords, isNumber, NOTHING } from '../tables/words.ts'
import { chartData } from './chart-data.ts'
import {
  addressOf,
  asOfInWords,
  type IndexedPaper,
  type NumberedBlock,
  type NumberedChart,
  type NumberedTable,
  nameOf,
  numbersInWords,
  SAMPLE_WORDS,
} from './index-paper.ts'
import { registered } from './letter-words.ts'
import type { Catalogue, Item } from './paper.ts'

/** The paper for a terminal and for GitHub; what its figures were counted from stands in two lists at the end. */
export function writeMarkdown(indexed: IndexedPaper): string {
  const { paper, blocks, openings } = indexed
  const parts = [
    ...head(indexed),
    ...blocks.flatMap(blockLines),
    ...(openings.length === 0
      ? []
      : ['## Phụ lục: số liệu và các mục', openings.map(openingLine).join('\n')]),
    ...catalogueLines(paper.catalogue),
  ]
  return `${parts.join('\n\n')}\n`
}

function head({ paper }: IndexedPaper): string[] {
  const { letter } = paper
  const authorities = [letter.authorityAbove, letter.authority].filter((each) => each !== undefined)
  return [
    authorities.map(plain).join(' – '),
    `# ${plain(`${paper.genre}: ${paper.title}`)}`,
    [`**${plain(paper.period)}**`, ...[paper.portal.name, ...registered(paper)].map(plain)].join(' · '),
    asOfInWords(paper),
    ...(paper.sample ? [`> **${SAMPLE_WORDS}**`] : []),
    ...(letter.recipients.length > 0 ? [`Kính gửi: ${letter.recipients.map(plain).join('; ')}.`] : []),
    ...(letter.grounds.length > 0
      ? [letter.grounds.map((ground) => `- Căn cứ ${plain(ground)}`).join('\n')]
      : []),
  ]
}

function blockLines(block: NumberedBlock): string[] {
  switch (block.type) {
    case 'heading':
      return [`${'#'.repeat(block.level + 1)} ${block.mark} ${plain(block.text)}`]
    case 'paragraph':
      return [plain(block.text)]
    case 'list':
      return [block.entries.map((entry) => `- ${plain(entry)}`).join('\n')]
    case 'table':
      return tableLines(block)
    case 'chart':
      return chartLines(block)
  }
}

function tableLines({ number, table }: NumberedTable): string[] {
  const ground = table.ground === undefined ? '' : ` (${plain(table.ground)})`
  const title = `**Bảng ${number}. ${plain(table.title)}**${ground}`
  if (table.rows.length === 0) return [title, plain(table.empty)]
  const rows = table.rows.map(({ figures }) => figures.map(inWords))
  const total = table.total?.figures.map((figure) => `**${inWords(figure)}**`)
  return [
    title,
    grid(table.columns, total ? [...rows, total] : rows),
    ...(table.note === undefined ? [] : [`*${plain(table.note)}*`]),
  ]
}

const inWords = ({ cell }: Figure): string => plain(cellInWords(cell))

/** Wider columns are not filled up: a terminal would break every line. */
const WIDEST = 40

/** A table whose columns stand below each other in a terminal too. */
function grid(
  columns: readonly Pick<Column, 'label' | 'type'>[],
  rows: readonly (readonly string[])[],
): string {
  const names = columns.map((column) => plain(columnInWords(column as Column)))
  const widths = names.map((name, at) =>
    Math.min(
      WIDEST,
      rows.reduce((most, row) => Math.max(most, lengthOf(row[at] as string)), Math.max(lengthOf(name), 4)),
    ),
  )
  const right = columns.map(({ type }) => isNumber(type))
  const lineOf = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => pad(cell, widths[at] as number, right[at] === true)).join(' | ')} |`
  const rule = widths.map((width, at) => (right[at] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)))
  return [lineOf(names), `| ${rule.join(' | ')} |`, ...rows.map(lineOf)].join('\n')
}

/** In code points: an accented letter of Vietnamese is one. */
const lengthOf = (text: string): number => [...text].length

function pad(text: string, width: number, right: boolean): string {
  const blank = ' '.repeat(Math.max(0, width - lengthOf(text)))
  return right ? blank + text : text + blank
}

const BAR = 40
const GROUNDS = ['█', '░', '▓', '▒', '▚', '▤']

/** Bars of letters; the table beside them has the numbers. */
function chartLines(chart: NumberedChart): string[] {
  const data = chartData(chart)
  const most = Math.max(...data.series.flatMap(({ points }) => points.map((point) => point?.value ?? 0)), 1)
  const width = Math.min(30, Math.max(...data.categories.map(lengthOf)))
  const lines = data.categories.flatMap((category, row) =>
    data.series.map(({ points }, index) => {
      const length = Math.round((Math.max(0, points[row]?.value ?? 0) / most) * BAR)
      const name = index === 0 ? [...category].slice(0, width).join('') : ''
      return `${pad(name, width, false)} ${GROUNDS[index]?.repeat(length)} ${points[row]?.words ?? NOTHING}`
    }),
  )
  const legend = data.series.map(({ label }, index) => `${GROUNDS[index]} ${label}`).join('   ')
  const drawn = [...(data.series.length > 1 ? [legend] : []), ...lines].join('\n').replaceAll('`', "'")
  return [
    `**Biểu đồ ${chart.number}. ${plain(data.title)}** (số liệu: ${data.source})`,
    `\`\`\`text\n${drawn}\n\`\`\``,
  ]
}

const openingLine = (opening: IndexedPaper['openings'][number]): string =>
  `- ${plain(opening.place)}: ${plain(opening.value)} → mục ${numbersInWords(opening.items)}`

function catalogueLines({ title, label, columns, items }: Catalogue): string[] {
  if (items.length === 0) return []
  const head = [{ label: 'Mục', type: 'integer' }, { label, type: 'text' }, ...columns] as const
  const cells = (each: readonly Cell[]) => each.map((cell) => plain(cellInWords(cell)))
  const rows = items.map((item, index) => [`${index + 1}`, linkOf(item), ...cells(item.cells)])
  return [`## Phụ lục: ${plain(title)}`, grid(head, rows)]
}

function linkOf(item: Item): string {
  const address = addressOf(item)?.replaceAll(/[<>\\\s|]/g, (sign) => encodeURIComponent(sign))
  return address === undefined ? plain(nameOf(item)) : `[${plain(nameOf(item))}](<${address}>)`
}

/** Text that Markdown takes for itself; a mark of a list or a heading only at the beginning. */
const plain = (text: string): string =>
  text
    .trim()
    .replaceAll(/[\\`*_[\]<>|~&]/g, '\\$&')
    .replace(/^(?:[#+=-]|\d+[.)](?=\s))/, (mark) =>
      mark.length === 1 ? `\\${mark}` : `${mark.slice(0, -1)}\\${mark.at(-1)}`,
    )
