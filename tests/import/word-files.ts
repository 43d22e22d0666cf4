import {
  AlignmentType,
  Document,
  type ExternalHyperlink,
  type FootnoteReferenceRun,
  type HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import sharp from 'sharp'

/** Real Word files, written by the library that writes the product's own. */
export const pack = async (options: ConstructorParameters<typeof Document>[0]): Promise<Uint8Array> =>
  new Uint8Array(await Packer.toBuffer(new Document({ numbering: NUMBERING, ...options })))

const level = (index: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], words: string) => ({
  level: index,
  format,
  text: words,
  alignment: AlignmentType.LEFT,
})

const NUMBERING = {
  config: [
    {
      reference: 'so',
      levels: [level(0, LevelFormat.DECIMAL, '%1.'), level(1, LevelFormat.LOWER_LETTER, '%2)')],
    },
    { reference: 'cham', levels: [level(0, LevelFormat.BULLET, '•'), level(1, LevelFormat.BULLET, '+')] },
  ],
}

export const p = (
  ...parts: readonly (string | TextRun | ExternalHyperlink | FootnoteReferenceRun | ImageRun)[]
) => new Paragraph({ children: parts.map((each) => (typeof each === 'string' ? new TextRun(each) : each)) })
export const bold = (words: string) => new TextRun({ text: words, bold: true })
export const heading = (words: string, by: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
  new Paragraph({ text: words, heading: by })
export const item = (words: string, depth = 0, reference = 'cham', instance = 0) =>
  new Paragraph({ children: [new TextRun(words)], numbering: { reference, level: depth, instance } })
export const font = (words: string, name: string) => new TextRun({ text: words, font: name })

type Cell = string | { readonly words: string; readonly across?: number; readonly down?: number }

export const table = (...rows: readonly (readonly Cell[])[]) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((cells) => new TableRow({ children: cells.map(cellOf) })),
  })

function cellOf(cell: Cell): TableCell {
  const { words, across, down } = typeof cell === 'string' ? { words: cell } : { across: 1, down: 1, ...cell }
  return new TableCell({
    children: words.split('\n').map((line) => p(line)),
    ...(across === undefined ? {} : { columnSpan: across }),
    ...(down === undefined ? {} : { rowSpan: down }),
  })
}

/** A photograph as a phone takes it: lying on its side, with the place where it was taken. */
export const photograph = (width = 60, height = 40): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#2a7' } })
    .jpeg()
    .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 0/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()

export const picture = (data: Buffer, alt?: string) =>
  new ImageRun({
    type: 'jpg',
    data,
    transformation: { width: 60, height: 40 },
    ...(alt === undefined ? {} : { altText: { name: alt, title: alt, description: alt } }),
  })

/** A file with its XML changed: what Word writes and the library does not. */
export async function changed(
  bytes: Uint8Array,
  part: string,
  change: (xml: string) => string,
): Promise<Uint8Array> {
  const { default: JSZip } = await import('jszip')
  const zip = await JSZip.loadAsync(bytes)
  const xml = await zip.file(part)?.async('string')
  zip.file(part, change(xml ?? ''))
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

/** The frame of a paper as Nghị định 30/2020/NĐ-CP draws it, with a body between. */
export const paper = (body: readonly (Paragraph | Table)[], number = 'Số: 41/KH-UBND') =>
  pack({
    sections: [
      {
        children: [
          table([
            `ỦY BAN NHÂN DÂN\nXÃ ĐỒNG VIỆT\n_______\n${number}`,
            'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n______________\nĐồng Việt, ngày 12 tháng 11 năm 2026',
          ]),
          p(bold('KẾ HOẠCH')),
          p(bold('Tổng vệ sinh môi trường')),
          p(bold('trên địa bàn xã Đồng Việt')),
          p('_________'),
          ...body,
          table([
            'Nơi nhận:\n- Các thôn;\n- Lưu: VT.',
            'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n(đã ký)\n\nTrần Văn Mẫu',
          ]),
        ],
      },
    ],
  })

/** A file in whose directory the first entry of a folder claims to be small. */
export function lying(bytes: Uint8Array, folder: string): Uint8Array {
  const all = Buffer.from(bytes)
  const entry = all.lastIndexOf(folder)
  // 46 bytes before its name a directory entry begins, and its unpacked size stands at 24.
  all.writeUInt32LE(1, entry - 46 + 24)
  return all
}
