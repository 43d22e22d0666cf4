/** A stretch of text of a Word paragraph, with what names its font. */
export type WordRun = {
  readonly text: string
  readonly font: string | undefined
  readonly runStyle: string | undefined
  readonly paragraphStyle: string | undefined
}

/** A picture as it lies in the Word file. */
export type WordPicture = { readonly bytes: Uint8Array; readonly contentType: string }

export type WordText =
  /** In the HTML the source of picture n is `anh:n`, and a list item begins with its number between U+E000 and U+E001. */
  | { readonly state: 'read'; readonly html: string; readonly pictures: readonly WordPicture[] }
  | { readonly state: 'broken'; readonly why: string }

/** What the core knows of a Word file beyond its reader. */
export type WordFacts = {
  /** Gives the texts of the runs of one paragraph anew. */
  readonly turn: (runs: readonly WordRun[]) => readonly string[]
  /** Of every numbered paragraph of the body; used where there are as many as the reader finds. */
  readonly numbers: readonly number[]
}

/** What reads a Word file (.docx). */
export type WordReader = (bytes: Uint8Array, facts: WordFacts) => Promise<WordText>

/** Styles that mean something here and that mammoth does not know. */
const STYLES = [
  "p[style-name='Title'] => h1.tieu-de:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='caption'] => p.chu-thich:fresh",
  "p[style-name='Caption'] => p.chu-thich:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='Tiêu đề ${level}'] => h${level}:fresh`),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => `p[style-name='toc ${level}'] => !`),
  "p[style-name='TOC Heading'] => !",
  "r[style-name='Emphasis'] => em",
]

/** Word files by mammoth, which is loaded by the first of them. */
export const readWord: WordReader = async (bytes, facts) => {
  const { default: mammoth } = await import('mammoth')
  const pictures: WordPicture[] = []
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        styleMap: STYLES,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async (image) => {
          pictures.push({ bytes: await image.readAsBuffer(), contentType: image.contentType })
          return { src: `anh:${pictures.length}` }
        }),
        transformDocument: (document: Part) => turned(document, facts),
      },
    )
    return { state: 'read', html: value, pictures }
  } catch (error) {
    return { state: 'broken', why: (error as Error).message }
  }
}

/** What mammoth makes of a file before it is HTML, as far as it is touched here. */
type Part = {
  readonly type: string
  readonly children?: readonly Part[]
  value?: string
  readonly font?: string | null
  readonly styleId?: string | null
  readonly numbering?: unknown
  /** Of the whole document: its notes, which no transformation of mammoth's own reaches. */
  readonly notes?: { readonly _notes?: Readonly<Record<string, { readonly body: readonly Part[] }>> }
}

function turned(document: Part, { turn, numbers }: WordFacts): Part {
  const notes = Object.values(document.notes?._notes ?? {}).flatMap(({ body }) => body)
  const paragraphs = paragraphsIn(document)
  for (const each of [...paragraphs, ...notes.flatMap(paragraphsIn)]) turnParagraph(each, turn)
  const numbered = paragraphs.filter(({ numbering }) => numbering)
  if (numbered.length === numbers.length)
    numbered.forEach((each, index) => {
      const [first] = textsIn(each)
      if (first) first.text.value = `\uE000${numbers[index]}\uE001${first.text.value}`
    })
  return document
}

const paragraphsIn = (part: Part): Part[] =>
  part.type === 'paragraph' ? [part] : (part.children ?? []).flatMap(paragraphsIn)

function turnParagraph(paragraph: Part, turn: WordFacts['turn']): void {
  const found = textsIn(paragraph)
  const texts = turn(
    found.map(({ text, run }) => ({
      text: text.value ?? '',
      font: run?.font ?? undefined,
      runStyle: run?.styleId ?? undefined,
      paragraphStyle: paragraph.styleId ?? undefined,
    })),
  )
  found.forEach(({ text }, index) => {
    text.value = texts[index] ?? ''
  })
}

const textsIn = (part: Part, run?: Part): { text: Part; run: Part | undefined }[] =>
  part.type === 'text'
    ? [{ text: part, run }]
    : (part.children ?? []).flatMap((each) => textsIn(each, part.type === 'run' ? part : run))
