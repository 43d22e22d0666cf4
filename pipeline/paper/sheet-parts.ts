import type { Table } from '../tables/table.ts'
import { asOfInWords, type IndexedPaper, SAMPLE_WORDS } from './index-paper.ts'
import { type SheetRow, type SheetStyle, textCell } from './sheet.ts'

export const COVER_SHEET = 'Nội dung'
export const ITEMS_SHEET = 'Danh mục'
export const OPENINGS_SHEET = 'Đối chiếu'

export const TITLE: SheetStyle = { fontWeight: 'bold', fontSize: 14, height: 22 }
export const QUIET: SheetStyle = { fontStyle: 'italic', textColor: '#5a5349' }
export const BORDER: SheetStyle = { borderStyle: 'thin', borderColor: '#8a7f6e', alignVertical: 'top' }
export const HEAD: SheetStyle = {
  ...BORDER,
  fontWeight: 'bold',
  backgroundColor: '#e9e2d4',
  align: 'center',
  wrap: true,
}
export const TOTAL: SheetStyle = { ...BORDER, fontWeight: 'bold', backgroundColor: '#f4eee2' }
export const LINK = '#1b4478'

/** Rows above the names of the columns, in every sheet that is a table. */
export const ABOVE = 4

/** Four rows: the title, what it rests on, up to when it was counted, and whether it is a sample. */
export function headRows({ paper }: IndexedPaper, title: string, under: string | undefined): SheetRow[] {
  return [
    [textCell(title, TITLE)],
    [textCell([paper.period, paper.portal.name, ...(under ? [under] : [])].join(' · '), QUIET)],
    [textCell(asOfInWords(paper), QUIET)],
    [textCell(paper.sample ? SAMPLE_WORDS : '', { fontWeight: 'bold' })],
  ]
}

/** «B2 Nhuận bút theo đơn vị»: at most 31 signs, and none that Excel keeps for itself. */
export const sheetName = (number: number, { title }: Table): string =>
  `B${number} ${title.replaceAll(/[[\]/\\:*?']+/g, ' ').trim()}`
    .slice(0, 31)
    .trim()
    .toWellFormed()
    .replace('\ufffd', '')
