/** A picture as it lies in the Word file. */
export type WordPicture = { readonly bytes: Uint8Array; readonly contentType: string }

export type WordText =
  /** In the HTML the source of picture n is `anh:n`. */
  | { readonly state: 'read'; readonly html: string; readonly pictures: readonly WordPicture[] }
  | { readonly state: 'broken'; readonly why: string }

/**
 * What reads a Word file (.docx).
 *
 * @param parts the XML to read in the place of what the file has, by the names of its parts
 */
export type WordReader = (bytes: Uint8Array, parts: ReadonlyMap<string, string>) => Promise<WordText>

/** Styles that mean something here and that mammoth does not know. */
const STYLES = [
  "p[style-name='Title'] => h1.tieu-de:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='caption'] => p.chu-thich:fresh",
  "p[style-name='Caption'] => p.chu-thich:fresh",
  ...[1, 2, 3, 4, 5, 6].map((level) => `p.congbo-${level} => h${level}:fresh`),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => `p[style-name='toc ${level}'] => !`),
  "p[style-name='TOC Heading'] => !",
]

/** Word files by mammoth, which is loaded by the first of them. */
export const readWord: WordReader = async (bytes, parts) => {
  const [{ default: mammoth }, { default: JSZip }] = await Promise.all([import('mammoth'), import('jszip')])
  const pictures: WordPicture[] = []
  try {
    const zip = await JSZip.loadAsync(bytes)
    for (const [name, xml] of parts) zip.file(name, xml)
    const { value } = await mammoth.convertToHtml(
      { buffer: await zip.generateAsync({ type: 'nodebuffer' }) },
      {
        styleMap: STYLES,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async (image) => {
          pictures.push({ bytes: await image.readAsBuffer(), contentType: image.contentType })
          return { src: `anh:${pictures.length}` }
        }),
      },
    )
    return { state: 'read', html: value, pictures }
  } catch (error) {
    return { state: 'broken', why: (error as Error).message }
  }
}
