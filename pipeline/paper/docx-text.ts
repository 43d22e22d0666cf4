import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type IRunOptions,
  type ITableCellOptions,
  Paragraph,
  TableCell,
  TextRun,
  WidthType,
} from 'docx'

/** Measures of Nghị định 30/2020/NĐ-CP, Phụ lục I, in the units of Word: twentieths of a point, half points for letters. */
export const MM = 1440 / 25.4
export const MARGIN = { top: 20 * MM, bottom: 20 * MM, left: 30 * MM, right: 15 * MM }
/** Across the text of a page of A4 that stands, and of one that lies. */
export const WIDTH = Math.round((210 - 45) * MM)
export const LYING_WIDTH = Math.round((297 - 45) * MM)
export const FONT = 'Times New Roman'
/** 14, 13, 12, 11 points. */
export const SIZE = { body: 28, head: 26, table: 24, small: 22, list: 20 } as const

export type RunStyle = Pick<IRunOptions, 'bold' | 'italics' | 'size' | 'allCaps'>

export const run = (text: string, style: RunStyle = {}): TextRun => new TextRun({ text, ...style })

/** A line of text in the middle. */
export const centred = (text: string, style: RunStyle = {}, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, style)], ...options })

/** A paragraph of the body: justified, its first line drawn in by 10 mm, 6 points before the next. */
export const bodyParagraph = (text: string, style: RunStyle = {}, keepNext = false): Paragraph =>
  new Paragraph({
    keepNext,
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: Math.round(10 * MM) },
    spacing: { after: 120, line: 276 },
    children: [run(text, style)],
  })

/**
 * A rule below a line of the head.
 *
 * @param width of the column, in twips
 * @param part of the column that is ruled
 */
export function ruled(width: number, part: number): Paragraph {
  const side = Math.round((width * (1 - part)) / 2)
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 20, after: 60, line: 40, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1 } },
    children: [],
  })
}

const NO_BORDER = { style: BorderStyle.NONE, size: 0 }

export const NO_BORDERS = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
}

/** A cell of a table that only puts things beside each other. */
export const place = (
  width: number,
  children: readonly Paragraph[],
  options: Partial<ITableCellOptions> = {},
): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 0, right: 0 },
    children: [...children],
    ...options,
  })
