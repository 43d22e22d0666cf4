import { asOfInWords, type IndexedPaper, SAMPLE_WORDS } from './index-paper.ts'
import { registered } from './letter-words.ts'
import type { Paper } from './paper.ts'
import { cellName, placeIn, type Sheet, type SheetRow, type SheetStyle, textCell } from './sheet.ts'
import { COVER_SHEET, ITEMS_SHEET, LINK, OPENINGS_SHEET, QUIET, sheetName, TITLE } from './sheet-parts.ts'

/** The first sheet: what the paper is, what it says in words, and where its tables stand. */
export function coverSheet({ paper, blocks, openings }: IndexedPaper): Sheet {
  const { letter } = paper
  const wide: SheetStyle = { wrap: true, alignVertical: 'top' }
  const rows: SheetRow[] = [
    [
      textCell(
        [letter.authorityAbove, letter.authority].filter((each) => each !== undefined).join(' – '),
        QUIET,
      ),
    ],
    [textCell(paper.genre.toUpperCase(), TITLE)],
    [textCell(paper.title, { ...TITLE, ...wide, height: 22 * Math.ceil(paper.title.length / 80) })],
    [textCell([paper.period, paper.portal.name].join(' · '), { fontWeight: 'bold' })],
    ...registeredRows(paper),
    [textCell(asOfInWords(paper), QUIET)],
    [textCell(paper.sample ? SAMPLE_WORDS : '', { fontWeight: 'bold', ...wide })],
  ]
  const links: Sheet['links'][number][] = []
  for (const block of blocks) {
    if (block.type === 'heading')
      rows.push([textCell(`${block.mark} ${block.text}`, { fontWeight: 'bold', ...wide })])
    if (block.type === 'paragraph') rows.push([textCell(block.text, wide)])
    if (block.type === 'list') rows.push(...block.entries.map((entry) => [textCell(`– ${entry}`, wide)]))
    if (block.type === 'table') {
      links.push({ cell: cellName(rows.length, 0), to: placeIn(sheetName(block.number, block.table), 'A1') })
      rows.push([textCell(`Bảng ${block.number}. ${block.table.title}`, { textColor: LINK, ...wide })])
    }
  }
  for (const name of [
    ...(openings.length > 0 ? [OPENINGS_SHEET] : []),
    ...(paper.catalogue.items.length > 0 ? [ITEMS_SHEET] : []),
  ]) {
    links.push({ cell: cellName(rows.length, 0), to: placeIn(name, 'A1') })
    rows.push([textCell(name, { textColor: LINK })])
  }
  return {
    name: COVER_SHEET,
    rows,
    widths: [100],
    frozen: 0,
    links,
    pictures: [],
  }
}

const registeredRows = (paper: Paper): SheetRow[] => {
  const words = registered(paper)
  return words.length === 0 ? [] : [[textCell(words.join(' · '), QUIET)]]
}
