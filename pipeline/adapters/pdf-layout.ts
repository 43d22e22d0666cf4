import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'

/** A stretch of text as it lies on a page: points from its left and upper edge to the foot of the letters. */
export type PdfPiece = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  /** `BAAAAA+LiberationSerif-Bold`; empty where the file does not say. */
  readonly font: string
  /** Not in the direction of the lines: a watermark, a stamp. */
  readonly turned: boolean
}

export type PdfPage = {
  readonly width: number
  readonly height: number
  readonly pieces: readonly PdfPiece[]
  /** Words that are there and are not painted, as those of a recognised scan. */
  readonly unpainted: string
  /** Words that are painted white. */
  readonly white: string
  readonly hasPictures: boolean
}

export type PdfLayout =
  | {
      readonly state: 'read'
      readonly pages: readonly PdfPage[] /** Of the whole file. */
      readonly count: number
    }
  | { readonly state: 'locked' }
  | { readonly state: 'broken' }

/** More is a book, and no article. */
export const MOST_LAID_PAGES = 200

/** Where every stretch of text of a PDF lies. */
export async function extractLayout(bytes: Uint8Array): Promise<PdfLayout> {
  let document: Awaited<ReturnType<typeof getDocumentProxy>>
  try {
    document = await getDocumentProxy(bytes, { verbosity: 0 })
  } catch (error) {
    return { state: (error as Error).name === 'PasswordException' ? 'locked' : 'broken' }
  }
  const pages: PdfPage[] = []
  const count = document.numPages
  for (let number = 1; number <= Math.min(count, MOST_LAID_PAGES); number += 1)
    pages.push(await pageOf(await document.getPage(number)))
  await document.loadingTask.destroy()
  return { state: 'read', pages, count }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>

async function pageOf(page: Page): Promise<PdfPage> {
  // The names of fonts are known when the page has been gone through.
  const list = await page.getOperatorList()
  const { items } = await page.getTextContent()
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const pieces = items.flatMap((item): PdfPiece[] => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [a, b, , , x, y] = multiplied(transform, item.transform)
    const size = Math.hypot(a, b)
    return [
      {
        text: item.str,
        x,
        y,
        width: item.width,
        size,
        font: fontOf(page, item.fontName),
        turned: Math.abs(b) > size / 10 || a < 0,
      },
    ]
  })
  page.cleanup()
  return { width, height, pieces, ...(await paintedBy(list)) }
}

type Matrix = readonly [number, number, number, number, number, number]

function multiplied(outer: readonly number[], inner: readonly number[]): Matrix {
  const [a, b, c, d, e, f] = outer as Matrix
  const [g, h, i, j, k, l] = inner as Matrix
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

function fontOf(page: Page, id: string): string {
  try {
    return String((page.commonObjs.get(id) as { name?: string } | null)?.name ?? '')
  } catch {
    return ''
  }
}

/** Text is painted, drawn round, or neither. Source: ISO 32000-2, 9.3.6. */
const NEITHER = 3

type Ink = { mode: number; white: boolean }
type Operators = Awaited<ReturnType<Page['getOperatorList']>>

/** What of a page's words is not seen, by the operators that paint it. */
async function paintedBy({
  fnArray,
  argsArray,
}: Operators): Promise<Omit<PdfPage, 'width' | 'height' | 'pieces'>> {
  const { OPS } = await getResolvedPDFJS()
  const inks: Ink[] = [{ mode: 0, white: false }]
  const words = { unpainted: '', white: '' }
  const change: Readonly<Record<number, (ink: Ink, args: readonly unknown[]) => void>> = {
    [OPS.save]: (ink) => inks.push({ ...ink }),
    [OPS.restore]: () => inks.length > 1 && inks.pop(),
    [OPS.setTextRenderingMode]: (ink, [mode]) => {
      ink.mode = Number(mode)
    },
    [OPS.setFillRGBColor]: (ink, colour) => {
      ink.white = isWhite(colour)
    },
    [OPS.showText]: ({ mode, white }, [glyphs]) => {
      if (mode === NEITHER) words.unpainted += shown(glyphs)
      else if (white) words.white += shown(glyphs)
    },
  }
  fnArray.forEach((operator, at) => {
    change[operator]?.(inks.at(-1) as Ink, (argsArray[at] ?? []) as readonly unknown[])
  })
  const pictures: readonly number[] = [OPS.paintImageXObject, OPS.paintInlineImageXObject]
  return { ...words, hasPictures: fnArray.some((each) => pictures.includes(each)) }
}

/** `['#ffffff']` or `[255, 255, 255]`. */
const isWhite = (args: readonly unknown[]): boolean =>
  typeof args[0] === 'string'
    ? /^#f[0-9a-f]f[0-9a-f]f[0-9a-f]$/i.test(args[0])
    : args.length > 2 && args.every((each) => Number(each) >= 240)

const shown = (glyphs: unknown): string =>
  Array.isArray(glyphs)
    ? glyphs.map((each) => String((each as { unicode?: string } | null)?.unicode ?? '')).join('')
    : ''
