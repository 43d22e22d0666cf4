import JSZip from 'jszip'

/** Word files written part by part, as Word itself writes them and the library of word-files.ts does not. */
type Parts = {
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly pictures?: Readonly<Record<string, Uint8Array>>
}

const SPACES = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['pic', 'http://schemas.openxmlformats.org/drawingml/2006/picture'],
  ['v', 'urn:schemas-microsoft-com:vml'],
]
  .map(([prefix, space]) => `xmlns:${prefix}="${space}"`)
  .join(' ')

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

export async function wordFile({ body, pictures = {}, ...others }: Parts): Promise<Uint8Array> {
  const zip = new JSZip()
  const types = ['rels="application/vnd.openxmlformats-package.relationships+xml', 'xml="application/xml']
  const media = ['png="image/png', 'jpg="image/jpeg', 'emf="image/x-emf']
  const defaults = [...types, ...media].map((each) => {
    const [extension, type] = each.split('="')
    return `<Default Extension="${extension}" ContentType="${type}"/>`
  })
  zip.file('[Content_Types].xml', `<Types xmlns="${PACKAGE}/content-types">${defaults.join('')}</Types>`)
  const relations = (all: readonly string[]) =>
    `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`
  zip.file('_rels/.rels', relations([relation('r1', 'officeDocument', 'word/document.xml')]))
  zip.file('word/document.xml', `<w:document ${SPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`)
  for (const [name, xml] of Object.entries(others))
    zip.file(`word/${name}.xml`, `<w:${name} ${SPACES}>${xml}</w:${name}>`)
  for (const [name, bytes] of Object.entries(pictures)) zip.file(`word/media/${name}`, bytes)
  zip.file(
    'word/_rels/document.xml.rels',
    relations([
      ...Object.keys(others).map((name) => relation(name, name, `${name}.xml`)),
      ...Object.keys(pictures).map((name) => relation(name, 'image', `media/${name}`)),
    ]),
  )
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

/** A run of words. */
export const r = (words: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
/** A paragraph of runs, or of plain words. */
export const p = (inner: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${inner === '' || inner.startsWith('<') ? inner : r(inner)}</w:p>`
export const BOLD = '<w:b/>'
export const style = (id: string): string => `<w:pStyle w:val="${id}"/>`
export const TAB = '<w:r><w:tab/></w:r>'

/** Numbered by the list `1`. */
export const item = (level = 0, list = 1): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
export const level = (index: number, format: string, words: string, more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${words}"/></w:lvl>`
export const list = (...levels: readonly string[]): string =>
  `<w:abstractNum w:abstractNumId="0">${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`

export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
const cell = (inner: string): string =>
  inner.startsWith('<w:tc>') ? inner : `<w:tc><w:tcPr/>${inner.startsWith('<') ? inner : p(inner)}</w:tc>`
export const painted = (fill: string, inner: string): string =>
  `<w:tc><w:tcPr><w:shd w:val="clear" w:fill="${fill}"/></w:tcPr>${inner}</w:tc>`

export const field = (instruction: string, shown: string): string => {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  return `${mark('begin')}<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>${mark('separate')}${shown}${mark('end')}`
}

/** A text box in both forms in which Word writes it. */
export const box = (inner: string): string => {
  const words = `<w:txbxContent>${inner}</w:txbxContent>`
  const graphic = `<a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx>${words}</wps:txbx></wps:wsp></a:graphicData></a:graphic>`
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>${graphic}</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${words}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
}

/** A picture by its name in the file. @param cut attributes of what is cut off, in 1/1000 of a percent */
export const picture = (name: string, alt = '', cut = '', turn = 0): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${alt}"/><a:graphic><a:graphicData uri="x"><pic:pic><pic:blipFill><a:blip r:embed="${name}"/><a:srcRect ${cut}/></pic:blipFill><pic:spPr><a:xfrm rot="${turn * 60_000}"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
