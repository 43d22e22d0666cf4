import type { Element } from 'hast'
import { PLACEHOLDERS } from '../documents/placeholders.ts'
import { isCapitals, isTypeName, NATION } from './lines.ts'
import { type PdfLine, type PdfSegment, type PdfWords, textOf } from './pdf-lines.ts'
import { BLANK, columnsOf, inlineOf, overlaps, type Span, tableOf } from './pdf-table.ts'
import { element, text, withoutBold } from './tree.ts'

/** What the lines of a PDF are, as far as their places tell. */
export type PdfBlocks = { readonly blocks: readonly Element[]; readonly hasTables: boolean }

/** Paragraphs, letterheads and tables of a PDF. */
export function pdfBlocks(lines: readonly PdfLine[]): PdfBlocks {
  const frame = measured(lines)
  const blocks: Element[] = []
  const regions = textTogether(regionsOf(lines, frame))
  for (const { lines: region, columns, type } of regions) {
    if (type === 'text') blocks.push(...paragraphsOf(region, frame))
    else if (type === 'frame') blocks.push(...sidesOf(region, columns))
    else {
      const mark = `${PLACEHOLDERS.toFill} Bảng sau lấy từ PDF: đối chiếu từng ô với bản gốc.`
      blocks.push(element('p', [text(mark)]), tableOf(region, columns))
    }
  }
  return { blocks, hasTables: regions.some(({ type }) => type === 'table') }
}

type Region = {
  readonly lines: readonly PdfLine[]
  readonly columns: readonly Span[]
  readonly type: 'text' | 'frame' | 'table'
}

/** What every region is; a line with a wide blank is text, and goes on in the text around it. */
function textTogether(regions: readonly (readonly PdfLine[])[]): Region[] {
  const all: Region[] = []
  for (const lines of regions) {
    const columns = columnsOf(lines)
    const isWide = lines.filter(({ segments }) => segments.length > 1).length > 1
    const type = columns.length < 2 ? 'text' : isFrame(lines) ? 'frame' : isWide ? 'table' : 'text'
    const last = all.at(-1)
    if (type === 'text' && last?.type === 'text')
      all[all.length - 1] = { ...last, lines: [...last.lines, ...lines] }
    else all.push({ lines, columns, type })
  }
  return all
}

/** Where the text begins and ends, and how far its lines stand apart. */
type Frame = { readonly left: number; readonly right: number; readonly size: number; readonly pitch: number }

function measured(lines: readonly PdfLine[]): Frame {
  const single = lines.filter(({ segments }) => segments.length === 1)
  const steps = lines.flatMap((line, at) => {
    const before = lines[at - 1]
    return before?.page === line.page && line.y > before.y ? [line.y - before.y] : []
  })
  const size = middle(
    lines.map((each) => each.size),
    0.5,
  )
  return {
    left: middle(
      single.map(({ segments: [each] }) => (each as PdfSegment).x),
      0.1,
    ),
    right: middle(
      single.map(({ segments: [each] }) => (each as PdfSegment).right),
      0.9,
    ),
    size,
    // Lines of one paragraph stand closest; most of a text are such.
    pitch:
      middle(
        steps.filter((each) => each < 3 * size),
        0.25,
      ) || 1.2 * size,
  }
}

/** The value below which a part of all lies. */
const middle = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? 0

/** Neighbouring lines that hold together: those with gaps and what stands among them, and the others. */
function regionsOf(lines: readonly PdfLine[], { pitch }: Frame): PdfLine[][] {
  const regions: PdfLine[][] = []
  lines.forEach((line, at) => {
    const region = regions.at(-1)
    const before = lines[at - 1]
    const isNear = before !== undefined && before.page === line.page && line.y - before.y < 3 * line.size
    const isWide = (each: PdfLine | undefined) => each !== undefined && each.segments.length > 1
    const isClose = isNear && line.y - before.y < 1.12 * Math.max(pitch, 1.2 * line.size)
    const joins =
      region?.some(isWide) &&
      isNear &&
      (isWide(line) ||
        ((isClose || isFrame(region)) && !isTypeName(wordsOfLine(line)) && isInColumn(line, region)))
    const isText = region && !region.some(isWide) && !isWide(line)
    if (region && (joins || isText)) region.push(line)
    else if (region && isFrame([line]) && isNear) regions.push([...takenAbove(region, line), line])
    else regions.push([line])
  })
  return regions.filter((each) => each.length > 0)
}

/** Whether a line without gaps stands in one column of lines that have some. */
function isInColumn(line: PdfLine, region: readonly PdfLine[]): boolean {
  const columns = columnsOf(region)
  const [only] = line.segments
  return columns.length > 1 && columns.filter((each) => only && overlaps(each, only)).length === 1
}

/** Lines directly above that belong to the columns of a line, as the first of a name that is broken; they leave the text above. */
function takenAbove(region: PdfLine[], line: PdfLine): PdfLine[] {
  const taken: PdfLine[] = []
  for (let last = region.at(-1); last && last.segments.length === 1; last = region.at(-1)) {
    const next = taken[0] ?? line
    const close = last.page === next.page && next.y - last.y < 1.6 * next.size
    const [only] = last.segments
    const inOne = line.segments.filter((each) => only && overlaps(each, only)).length === 1
    const isSmall =
      only !== undefined && line.segments.some((each) => only.right - only.x < 1.3 * (each.right - each.x))
    // Above the recipients only who signs may stand.
    const belongs = NATION_BEGINS.test(textOf(line)) || isCapitals(textOf(last))
    if (!close || !inOne || !isSmall || !belongs || taken.length > 2) break
    taken.unshift(region.pop() as PdfLine)
  }
  return taken
}

const NATION_BEGINS = /cộng h[oò][àa] xã hội chủ nghĩa/iu
const FRAME = /^(?:cộng h[oò][àa] xã hội chủ nghĩa|độc lập\s*[-–—]\s*tự do|nơi nhận\s*:)/iu

const wordsOfLine = (line: PdfLine): string => textOf(line).normalize('NFC').replace(/\s+/g, ' ').trim()

const isFrame = (region: readonly PdfLine[]): boolean =>
  region.some(({ segments }) => segments.some((each) => FRAME.test(textOf(each).normalize('NFC').trim())))

/** A letterhead or a signature: one side after the other, line by line. */
function sidesOf(region: readonly PdfLine[], columns: readonly Span[]): Element[] {
  return columns.flatMap((column) => {
    const side = region
      .map(({ segments }) => segments.filter((each) => overlaps(each, column)))
      .filter((each) => each.length > 0)
    const lines: PdfWords[][] = []
    for (const segments of side) {
      // A number or a day that is still open leaves a gap.
      const words = segments.flatMap((each, index) => (index > 0 ? [BLANK, ...each.words] : each.words))
      const last = lines.at(-1)
      const both = last && `${wordsIn(last)} ${wordsIn(words)}`.replace(/\s+/g, ' ')
      // The name of the nation is too long for some columns.
      if (last && both && NATION.test(both)) last.push(BLANK, ...words)
      else lines.push([...words])
    }
    return lines.map((words) => element('p', [text(wordsIn(words).replace(/\s+/g, ' ').trim())]))
  })
}

const wordsIn = (words: readonly PdfWords[]): string =>
  words
    .map((each) => each.text)
    .join('')
    .normalize('NFC')
    .trim()

/** What begins a paragraph wherever it stands: a mark of a list, a number, the name of an article. */
const BEGINS =
  /^\s*(?:[-–—•●▪+*]\s|\d{1,3}(?:\.\d{1,3})*[.)]\s|[a-zđ]\)\s|[IVXLC]{1,5}\.\s|[ivx]{1,4}[.)]\s|(?:Điều|Mục)\s+\d+[.:]|(?:Chương|Phần)\s+(?:thứ\s|[IVXLC\d]+))/u

/** One ground of a paper below another: `…;`, `Căn cứ …`. */
const GROUND = /^\s*(?:Căn cứ|Xét|Theo)\s/u

/** Lines joined to paragraphs; Vietnamese is never broken within a word. */
function paragraphsOf(lines: readonly PdfLine[], frame: Frame): Element[] {
  const paragraphs: PdfLine[][] = []
  for (const line of lines) {
    const last = paragraphs.at(-1)
    if (last && goesOn(last, line, frame)) last.push(line)
    else paragraphs.push([line])
  }
  return paragraphs.map((each) => {
    const inline = inlineOf(
      each.flatMap(({ segments }, at) => [
        ...(at > 0 ? [BLANK] : []),
        ...segments.flatMap(({ words }, index) => (index > 0 ? [BLANK, ...words] : words)),
      ]),
    )
    const isLarge = (each[0] as PdfLine).size > 1.12 * frame.size && each.length < 4
    return element('p', isLarge ? [element('strong', withoutBold(inline))] : inline)
  })
}

function goesOn(paragraph: readonly PdfLine[], line: PdfLine, frame: Frame): boolean {
  const [first, before] = [paragraph[0] as PdfLine, paragraph.at(-1) as PdfLine]
  const [here, former] = [edgesOf(line), edgesOf(before)]
  const isBold = (each: PdfLine) =>
    each.segments.every(({ words }) => words.every(({ text, bold }) => bold || text.trim() === ''))
  if (Math.abs(line.size - before.size) > 0.8 || isBold(line) !== isBold(before)) return false
  if (BEGINS.test(textOf(line))) return false
  if (GROUND.test(textOf(line)) && /[;,.]\s*$/.test(textOf(before))) return false
  if (line.page === before.page && line.y - before.y > 1.3 * Math.max(frame.pitch, line.size)) return false
  if (isCentred(here, frame, line.size) && isEven(former, frame, line.size))
    return isBold(line) && isCapitals(textOf(line)) === isCapitals(textOf(before))
  // A line that ends early is the last one of its paragraph; so is one before an indented line.
  const endsEarly = former.right < frame.right - 0.15 * (frame.right - frame.left)
  const isIndented = here.x > frame.left + 0.8 * line.size && here.x > edgesOf(first).x - 1
  return !endsEarly && !(isIndented && here.x > former.x + 1) && !(isIndented && paragraph.length > 1)
}

/** Whether a line has the same distance to both edges of the text. */
const isEven = ({ x, right }: Span, frame: Frame, size: number): boolean =>
  Math.abs(x - frame.left - (frame.right - right)) < 1.5 * size

const isCentred = (span: Span, frame: Frame, size: number): boolean =>
  isEven(span, frame, size) && span.x > frame.left + 1.5 * size

const edgesOf = ({ segments }: PdfLine): Span => ({
  x: segments[0]?.x ?? 0,
  right: segments.at(-1)?.right ?? 0,
})
