import { createHash } from 'node:crypto'
import { type Html, html, type Part, raw } from '../../templates/html.ts'
import { columnInWords } from '../tables/words.ts'
import { DEFAULT_ACCENT } from '../theme/contrast.ts'
import { chartData } from './chart-data.ts'
import { drawChart } from './draw-chart.ts'
import { svgOf } from './drawing.ts'
import { catalogueHtml, itemStyle, openingStyle } from './html-items.ts'
import { stackedStyle, styleHtml, tableHtml } from './html-table.ts'
import {
  asOfInWords,
  type IndexedPaper,
  type NumberedBlock,
  type NumberedChart,
  SAMPLE_WORDS,
} from './index-paper.ts'
import { registered, withoutMark } from './letter-words.ts'
import type { Letter } from './paper.ts'

/**
 * The paper as one file for the browser: no script, nothing loaded, a policy that allows its own style and nothing else.
 *
 * @param style what `reportStyle` made
 */
export function writeHtml(indexed: IndexedPaper, style: string): string {
  const { paper, blocks } = indexed
  const css = `${style}\n${ownStyle(indexed)}`
  const hash = createHash('sha256').update(css).digest('base64')
  const title = `${paper.genre}: ${paper.title}`
  const catalogue = catalogueHtml(indexed)
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – ${paper.period}</title>
${styleHtml(css)}
</head>
<body>
<a class="skip" href="#noi-dung">Đến nội dung</a>
<div class="frame">
${headHtml(indexed)}
${contentsHtml(blocks, catalogue !== undefined && paper.catalogue.title)}
<main id="noi-dung">
${letterHtml(paper.letter)}
${blocks.map((block) => blockHtml(block, indexed))}
${signaturesHtml(paper.letter)}
${catalogue}
</main>
</div>
</body>
</html>
`.text
}

function ownStyle({ tables, openings, paper }: IndexedPaper): string {
  const { label, columns } = paper.catalogue
  return [
    ...tables.map(({ number, table }) =>
      stackedStyle(`#bang-${number}`, table.columns.slice(1).map(columnInWords)),
    ),
    itemStyle(paper.catalogue),
    stackedStyle('.items', [label, ...columns.map(columnInWords)]),
    openingStyle(openings, 'table-row'),
    `@media screen and (max-width:39.99rem){${openingStyle(openings, 'block')}}`,
  ].join('\n')
}

const headHtml = ({ paper }: IndexedPaper): Html => html`<header>
<p class="authority">${[paper.letter.authorityAbove, paper.letter.authority].filter((each) => each !== undefined).join(' – ')}</p>
<h1><span class="genre">${paper.genre}</span> ${paper.title}</h1>
<p class="facts"><b>${paper.period}</b> · ${[paper.portal.name, ...registered(paper)].join(' · ')}</p>
<p class="facts">${asOfInWords(paper)}</p>
${paper.sample && html`<p class="sample"><b>${SAMPLE_WORDS}</b></p>`}
</header>`

/** The sections, for a paper that has some. */
function contentsHtml(blocks: readonly NumberedBlock[], catalogue: string | false): Html | undefined {
  const sections = blocks.filter((block) => block.type === 'heading').filter(({ level }) => level === 1)
  if (sections.length < 2) return undefined
  return html`<nav class="contents" aria-label="Nội dung">
<ul>
${sections.map(
  ({ mark, text }) => html`<li><a href="#${sectionId(mark)}">${mark} ${text}</a></li>
`,
)}${catalogue && html`<li><a href="#danh-muc">${catalogue}</a></li>`}
</ul>
</nav>`
}

const sectionId = (mark: string): string => `phan-${mark.replace('.', '').toLowerCase()}`

function letterHtml({ recipients, grounds }: Letter): Part {
  return [
    recipients.length > 0 && html`<p>Kính gửi: ${recipients.map(withoutMark).join('; ')}.</p>`,
    ...grounds.map((ground) => html`<p>Căn cứ ${withoutMark(ground)};</p>`),
  ]
}

function blockHtml(block: NumberedBlock, indexed: IndexedPaper): Html {
  switch (block.type) {
    case 'heading':
      if (block.level === 1) return html`<h2 id="${sectionId(block.mark)}">${block.mark} ${block.text}</h2>\n`
      return block.level === 2
        ? html`<h3>${block.mark} ${block.text}</h3>\n`
        : html`<h4>${block.mark} ${block.text}</h4>\n`
    case 'paragraph':
      return html`<p>${block.text}</p>\n`
    case 'list':
      return html`<ul>${block.entries.map((entry) => html`<li>${entry}</li>`)}</ul>\n`
    case 'table':
      return html`${tableHtml(block)}\n`
    case 'chart':
      return chartHtml(block, indexed.paper.accent ?? DEFAULT_ACCENT)
  }
}

function chartHtml(chart: NumberedChart, accent: string): Html {
  const data = chartData(chart)
  const drawing = svgOf(drawChart(data, accent), `bieu-do-${chart.number}`)
  return html`<figure class="chart">
${raw(drawing)}
<figcaption>Biểu đồ ${chart.number}. ${data.title} <span class="source">(số liệu: <a href="#bang-${chart.source.number}">${data.source}</a>${data.left > 0 && `, còn ${data.left} dòng không vẽ`})</span></figcaption>
</figure>
`
}

const signaturesHtml = ({ signers }: Letter): Html => html`<section class="signatures" aria-label="Chữ ký">
${signers.map(({ capacity, office }) => html`<p>${capacity !== undefined && html`<b>${capacity.toUpperCase()}</b>`}<b>${office.toUpperCase()}</b></p>`)}
</section>`
