import { unzip, zipEntries } from './zip.ts'

/** The parts of a paper that people read: its body, its edges, its notes. */
const PARTS =
  /^(?:word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)|content|styles|xl\/(?:sharedStrings|worksheets\/sheet\d+)|ppt\/slides\/slide\d+)\.xml$/
const MOST_OF_PART = 32 * 1024 * 1024
const MOST_PARTS = 500

/** What ends a line on the page: a paragraph (also one inside a box), a break, a tab between two columns, a cell. */
const LINE_END =
  /<\/?(?:w:p|a:p|text:p|text:h|si)(?=[\s/>])[^>]*>|<(?:w:br|w:tab|w:cr|a:br|text:tab|text:line-break)(?=[\s/>])[^>]*>/g
/** Letters drawn as a picture, as a stamp across the page is. */
const DRAWN = /<v:textpath\b[^>]*?\bstring\s*=\s*"([^"]*)"[^>]*>/g
/** Words that were struck out while changes were tracked, and codes of fields. */
const UNSEEN = /<(w:delText|w:instrText)\b[^>]*>[^<]*<\/\1>/g

/** The text of a DOCX, ODT, XLSX, ODS or PPTX in lines, in NFC; undefined where it is no container that can be read. */
export function officeText(all: Uint8Array): string | undefined {
  const parts = zipEntries(all)?.filter(({ name }) => PARTS.test(name))
  return parts
    ?.slice(0, MOST_PARTS)
    .map((part) => {
      const xml = Buffer.from(unzip(all, part, MOST_OF_PART) ?? []).toString('utf8')
      return linesOf(part.name.startsWith('xl/worksheets/') ? wordsOfSheet(xml) : xml)
    })
    .join('\n')
}

/** Cells that hold their words themselves, and not the number of a shared string. */
const wordsOfSheet = (xml: string): string =>
  (xml.match(/<is>[\s\S]*?<\/is>/g) ?? []).map((cell) => `<si>${cell}</si>`).join('')

function linesOf(xml: string): string {
  const text = xml
    .replace(/\s*\n\s*/g, ' ')
    .replace(UNSEEN, '')
    .replace(DRAWN, '\n$1\n')
    .replace(LINE_END, '\n')
    .replace(/<[^>]*>/g, '')
  return unescaped(text).normalize('NFC')
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|quot|apos|amp));/gi, (whole, ten, sixteen, name) => {
    if (name) return NAMED[name.toLowerCase()] ?? whole
    const code = ten ? Number(ten) : Number.parseInt(sixteen, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
