import {
  AlignmentType,
  Document,
  type FileChild,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx'
import { DEFAULT_ACCENT } from '../theme/contrast.ts'
import { chartData } from './chart-data.ts'
import { appendix, bookmarkOf, hasAppendix, tooMany } from './docx-appendix.ts'
import { letterFoot, letterHead, letterTitle } from './docx-letter.ts'
import { tableBlocks } from './docx-table.ts'
import { bodyParagraph, FONT, MARGIN, MM, run, SIZE, WIDTH } from './docx-text.ts'
import { drawChart } from './draw-chart.ts'
import type { ChartPress } from './drawing.ts'
import type { IndexedPaper, NumberedBlock, NumberedChart } from './index-paper.ts'
import type { Paper } from './paper.ts'

/** The paper as a letter in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I, ready to be numbered and signed. */
export async function writeDocx(indexed: IndexedPaper, press: ChartPress): Promise<Uint8Array> {
  const { paper, blocks } = indexed
  const body = await Promise.all(
    blocks.map((block, index) => blockChildren(block, { indexed, press, last: index === blocks.length - 1 })),
  )
  const wordsAtEnd =
    !hasAppendix(indexed) && paper.catalogue.items.length > 0 ? [bodyParagraph(tooMany(paper), {}, true)] : []
  const children = [
    letterHead(paper),
    ...letterTitle(paper),
    ...body.flat(),
    ...wordsAtEnd,
    new Paragraph({ children: [], spacing: { after: 120 }, keepNext: true }),
    ...letterFoot(paper),
  ]
  const document = new Document({
    title: `${paper.genre}: ${paper.title}`,
    subject: paper.period,
    creator: paper.letter.authority,
    lastModifiedBy: paper.letter.authority,
    styles: STYLES,
    sections: [section(children, true), ...(hasAppendix(indexed) ? [section(appendix(indexed), false)] : [])],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** A4, standing or lying; the number of the page in the middle above, from the second on (phần I, mục I). */
const section = (children: readonly FileChild[], letter: boolean) => ({
  properties: {
    page: {
      size: {
        width: Math.round(210 * MM),
        height: Math.round(297 * MM),
        orientation: letter ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
      },
      margin: { ...roundAll(MARGIN), header: Math.round(10 * MM), footer: Math.round(10 * MM) },
    },
    titlePage: letter,
  },
  headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({ children: [] })] }) },
  children: [...children],
})

const roundAll = (margin: typeof MARGIN) => ({
  top: Math.round(margin.top),
  bottom: Math.round(margin.bottom),
  left: Math.round(margin.left),
  right: Math.round(margin.right),
})

const pageNumber = (): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: SIZE.head })],
      }),
    ],
  })

const HEADING = { run: { font: FONT, size: SIZE.body, bold: true, color: '000000' } }

const STYLES = {
  default: {
    document: { run: { font: FONT, size: SIZE.body, language: { value: 'vi-VN' } } },
    heading1: HEADING,
    heading2: HEADING,
    heading3: { run: { ...HEADING.run, bold: false, italics: true } },
  },
}

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }

/** The last block keeps what it can to the signature, which does not stand on a page of its own. */
type Surroundings = { readonly indexed: IndexedPaper; readonly press: ChartPress; readonly last: boolean }

async function blockChildren(
  block: NumberedBlock,
  { indexed, press, last }: Surroundings,
): Promise<FileChild[]> {
  switch (block.type) {
    case 'heading':
      return [
        new Paragraph({
          heading: HEADINGS[block.level],
          keepNext: true,
          indent: { firstLine: Math.round(10 * MM) },
          spacing: { before: 160, after: 100 },
          children: [run(`${block.mark} ${block.text}`)],
        }),
      ]
    case 'paragraph':
      return [bodyParagraph(block.text, {}, last)]
    case 'list':
      return block.entries.map((entry, index) =>
        bodyParagraph(`- ${entry}`, {}, last && index === block.entries.length - 1),
      )
    case 'table':
      return tableBlocks(block, WIDTH, {
        linkTo: hasAppendix(indexed) ? bookmarkOf : undefined,
        keepNext: last,
      })
    case 'chart':
      return chartChildren(block, indexed.paper, press)
  }
}

/** Pixels of Word, 96 to the inch, across the text. */
const CHART_WIDTH = 600

async function chartChildren(chart: NumberedChart, paper: Paper, press: ChartPress): Promise<FileChild[]> {
  const data = chartData(chart)
  const drawing = drawChart(data, paper.accent ?? DEFAULT_ACCENT)
  const { title, description, width, height } = drawing
  const picture = new ImageRun({
    type: 'png',
    data: await press(drawing),
    transformation: { width: CHART_WIDTH, height: Math.round((height / width) * CHART_WIDTH) },
    altText: { name: `Biểu đồ ${chart.number}`, title, description },
  })
  const left = data.left > 0 ? `; còn ${data.left} dòng không vẽ` : ''
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: true,
      spacing: { before: 120 },
      children: [picture],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 200 },
      children: [
        run(`Biểu đồ ${chart.number}. ${title}`, { bold: true, size: SIZE.table }),
        run(` (số liệu: ${data.source}${left})`, { italics: true, size: SIZE.table }),
      ],
    }),
  ]
}
