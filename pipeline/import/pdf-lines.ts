import type { PdfPage, PdfPiece } from '../adapters/pdf-layout.ts'
import { superscript } from './inline.ts'
import { unicodeOf } from './old-fonts.ts'

/** A stretch of a line without a gap, all of it in one look. */
export type PdfWords = { readonly text: string; readonly bold: boolean; readonly italic: boolean }

/** A part of a line that stands for itself: the whole of it, or what stands in one column. */
export type PdfSegment = { readonly x: number; readonly right: number; readonly words: readonly PdfWords[] }

export type PdfLine = {
  /** From 0. */
  readonly page: number
  /** From the upper edge, in points. */
  readonly y: number
  readonly size: number
  readonly segments: readonly PdfSegment[]
}

/** Wider than this, in sizes of the letters, no blank is. */
const GAP = 1
/** Narrower is no blank at all. */
const BLANK = 0.15

/** The lines of all pages from the top to the bottom, without numbers of pages and what is repeated at their edges. */
export function linesOf(pages: readonly Pick<PdfPage, 'pieces'>[]): PdfLine[] {
  const lines = pages.map((page, index) => linesOfPage(page, index))
  const repeated = repeatedIn(lines)
  return lines.flatMap((each) => each.filter((line) => !isFurniture(line, each, repeated)))
}

export const textOf = (line: PdfLine | PdfSegment): string =>
  'words' in line ? line.words.map(({ text }) => text).join('') : line.segments.map(textOf).join(' ')

/** @param page its number, from 0 */
export function linesOfPage({ pieces }: Pick<PdfPage, 'pieces'>, page: number): PdfLine[] {
  const rows: PdfPiece[][] = []
  for (const piece of [...pieces].filter(({ turned }) => !turned).sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1)
    const foot = row?.[0]
    // A raised sign stands higher than its line by less than half of its letters.
    if (row && foot && piece.y - foot.y < 0.45 * Math.max(foot.size, piece.size)) row.push(piece)
    else rows.push([piece])
  }
  return rows.map((row) => lineOf(row, page))
}

function lineOf(row: readonly PdfPiece[], page: number): PdfLine {
  const size = Math.max(...row.map((each) => each.size))
  const y = Math.max(...row.map((each) => each.y))
  const letters = [...row].sort((a, b) => a.x - b.x).map((each) => raised(each, size, y))
  const parts: PdfPiece[][] = []
  for (const piece of letters) {
    const part = parts.at(-1)
    const last = part?.at(-1)
    const limit =
      part &&
      MARK.test(
        part
          .map(({ text }) => text)
          .join('')
          .trim(),
      )
        ? MARK_GAP
        : GAP
    if (last && piece.x - last.x - last.width < limit * size) part?.push(piece)
    else parts.push([piece])
  }
  return { page, y, size, segments: parts.map((each) => segmentOf(each, size)) }
}

/** Nothing but the mark of a list item, behind which its words stand further off. */
const MARK = /^(?:[-–—•●▪+*\uF020-\uF0FF]|\d{1,3}[.)]|[a-zđ]\)|[IVX]{1,4}\.|[ivx]{1,4}[.)])$/u
const MARK_GAP = 4

/** A small sign that stands higher, as the number of a note, or lower. */
const raised = (piece: PdfPiece, size: number, foot: number): PdfPiece =>
  piece.size < 0.8 * size && foot - piece.y > 0.15 * size && /^\d+$/.test(piece.text.trim())
    ? { ...piece, text: superscript(piece.text.trim()) }
    : piece

function segmentOf(pieces: readonly PdfPiece[], size: number): PdfSegment {
  const words: PdfWords[] = []
  pieces.forEach((piece, index) => {
    const before = pieces[index - 1]
    const gap = before ? piece.x - before.x - before.width : 0
    const mark = index > 0 && MARK.test(textOfPieces(pieces.slice(0, index)))
    const blank = gap > BLANK * size || mark ? ' ' : ''
    const font = piece.font.replace(/^[A-Z]{6}\+/, '')
    const text = blank + unicodeOf({ text: bulletOf(piece.text), font })
    words.push({ text, bold: /bold|black|heavy/i.test(font), italic: /italic|oblique/i.test(font) })
  })
  const end = pieces.at(-1) as PdfPiece
  return { x: (pieces[0] as PdfPiece).x, right: end.x + end.width, words: joined(words) }
}

const textOfPieces = (pieces: readonly PdfPiece[]): string =>
  pieces
    .map(({ text }) => text)
    .join('')
    .trim()

const bulletOf = (words: string): string =>
  words
    .replace(/[\uF0A7\uF0B7\uF0D8\uF076\uF02D]/gu, '•')
    .replace(/^(\d{1,3}[.)]|[a-zđ]\)|[IVX]{1,4}\.)(?=\p{L}{2})/u, '$1 ')

/**
 * Stretches of one look in one. A font without a letter is helped out by another, which may be neither bold nor italic: a word has one look,
 * that of its greater part.
 */
function joined(pieces: readonly PdfWords[]): PdfWords[] {
  const words = pieces.flatMap((each) =>
    each.text.split(/(?<=\s)(?=\S)|(?<=\S)(?=\s)/u).map((text) => ({ ...each, text })),
  )
  const groups: PdfWords[][] = []
  for (const each of words) {
    const last = groups.at(-1)?.at(-1)
    if (last && LETTER_LAST.test(last.text) && LETTER_FIRST.test(each.text)) groups.at(-1)?.push(each)
    else groups.push([each])
  }
  const all: PdfWords[] = []
  for (const group of groups) {
    const text = group.map((each) => each.text).join('')
    const last = all.at(-1)
    const look = text.trim() === '' && last ? last : lookOf(group)
    if (last && last.bold === look.bold && last.italic === look.italic)
      all[all.length - 1] = { ...last, text: last.text + text }
    else all.push({ text, bold: look.bold, italic: look.italic })
  }
  return all
}

const LETTER_LAST = /[\p{L}\p{M}\p{N}]$/u
const LETTER_FIRST = /^[\p{L}\p{M}\p{N}]/u

const lookOf = (group: readonly PdfWords[]): { bold: boolean; italic: boolean } => ({
  bold: isMost(group, ({ bold }) => bold),
  italic: isMost(group, ({ italic }) => italic),
})

const isMost = (group: readonly PdfWords[], is: (each: PdfWords) => boolean): boolean => {
  const count = (some: readonly PdfWords[]) => some.reduce((sum, { text }) => sum + text.length, 0)
  return 3 * count(group.filter(is)) >= count(group)
}

/** `3`, `- 3 -`, `Trang 2/5`. */
const NUMBER = /^(?:[-–—\s]*\d{1,4}[-–—\s]*|(?:trang|page)\s*\d{1,4}(?:\s*\/\s*\d{1,4})?)$/iu
/** So many lines at each edge of a page can be its header or footer. */
const EDGE = 2

const edgesOf = (lines: readonly PdfLine[]): readonly PdfLine[] => [
  ...lines.slice(0, EDGE),
  ...lines.slice(-EDGE),
]

/** The same but for the numbers in it, in the same place. */
const patternOf = (line: PdfLine): string =>
  `${Math.round(line.y)} ${textOf(line).replace(/\d+/g, '#').replace(/\s+/g, ' ').trim()}`

/** What stands at the edge of more than half of the pages, and of three at least, or of both where there are two. */
function repeatedIn(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const lines of pages)
    for (const pattern of new Set(edgesOf(lines).map(patternOf)))
      counts.set(pattern, (counts.get(pattern) ?? 0) + 1)
  const least = Math.max(2, Math.min(3, pages.length), pages.length / 2)
  return new Set([...counts].filter(([, count]) => count >= least).map(([pattern]) => pattern))
}

const isFurniture = (line: PdfLine, page: readonly PdfLine[], repeated: ReadonlySet<string>): boolean =>
  edgesOf(page).includes(line) && (NUMBER.test(textOf(line).trim()) || repeated.has(patternOf(line)))
