import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Files made byte by byte, as an honest program, a careless sender or an attacker would make them. */

type Parts = Readonly<Record<string, string | Uint8Array>>

/** A ZIP container; its sizes may be made to lie. */
export function zip(
  parts: Parts,
  { claims = {} as Readonly<Record<string, number>>, encrypted = false } = {},
): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(encrypted ? 1 : 0, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claims[name] ?? bytes.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, place, Buffer.from(name)]))
    local.push(entry)
    at += entry.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(local.length, 4)
  end.writeUInt16LE(local.length, 6)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...local, ...directory, Buffer.from('PK\x05\x06'), end])
}

const typesOf = (main: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x.xml" ContentType="application/vnd.openxmlformats-officedocument.${main}.main+xml"/></Types>`

const RELS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'

/** A Word paper with further parts. */
export const docx = (parts: Parts = {}, options = {}): Buffer =>
  zip(
    {
      '[Content_Types].xml': typesOf('wordprocessingml.document'),
      '_rels/.rels': RELS,
      'word/document.xml': '<w:document><w:body><w:p>Thông báo</w:p></w:body></w:document>',
      ...parts,
    },
    options,
  )

export const xlsx = (parts: Parts = {}): Buffer =>
  zip({
    '[Content_Types].xml': typesOf('spreadsheetml.sheet'),
    '_rels/.rels': RELS,
    'xl/workbook.xml': '<workbook/>',
    ...parts,
  })

/** An OpenDocument text; its type stands first and in the clear. */
export const odt = (parts: Parts = {}): Buffer => {
  const mimetype = Buffer.from('application/vnd.oasis.opendocument.text')
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt32LE(crc32(mimetype), 10)
  fields.writeUInt32LE(mimetype.length, 14)
  fields.writeUInt32LE(mimetype.length, 18)
  fields.writeUInt16LE(8, 22)
  const stored = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from('mimetype'), mimetype])
  const rest = zip({
    'content.xml': '<office:document-content/>',
    'META-INF/manifest.xml': '<manifest:manifest/>',
    ...parts,
  })
  // The directory counts from the beginning of the file.
  const moved = Buffer.from(rest)
  for (let at = moved.indexOf('PK\x01\x02'); at >= 0; at = moved.indexOf('PK\x01\x02', at + 4))
    moved.writeUInt32LE(moved.readUInt32LE(at + 42) + stored.length, at + 42)
  const end = moved.lastIndexOf('PK\x05\x06')
  moved.writeUInt32LE(moved.readUInt32LE(end + 16) + stored.length, end + 16)
  return Buffer.concat([stored, moved])
}

/** A PDF of one page of text, with further objects. */
export const pdf = (...objects: readonly (string | Buffer)[]): Buffer =>
  pdfOf(['Thong bao lich tiep cong dan'], ...objects)

/** A PDF of one page with these lines, in letters of ASCII. */
export function pdfOf(lines: readonly string[], ...objects: readonly (string | Buffer)[]): Buffer {
  const shown = lines.map((line, index) => `${index === 0 ? '' : '0 -30 Td '}(${line}) Tj`).join(' ')
  const all = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    stream(`BT /F1 18 Tf 72 700 Td ${shown} ET`),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...objects,
  ]
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const places: number[] = []
  let length = (parts[0] as Buffer).length
  all.forEach((object, index) => {
    places.push(length)
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ])
    parts.push(part)
    length += part.length
  })
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${all.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(table)])
}

/** A stream object; packed where a filter is named. */
export function stream(content: string | Buffer, dictionary = ''): Buffer {
  const data = dictionary.includes('/FlateDecode') ? deflateSync(Buffer.from(content)) : Buffer.from(content)
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ])
}

const GPS = {
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '20/1 56/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '106/1 19/1 0/1',
  },
}
const CAMERA = { Make: 'Apple', Model: 'iPhone 15' }

export type PhotoOptions = {
  readonly width?: number
  readonly height?: number
  readonly format?: 'jpeg' | 'png' | 'webp'
  readonly position?: boolean
  readonly camera?: boolean
  /** As a telephone notes it: the pixels lie on their side. */
  readonly orientation?: number
}

/** A picture with a red upper left quarter, so that its turning can be seen, and with the notes of a telephone. */
export async function photo(options: PhotoOptions = {}): Promise<Buffer> {
  const { width = 640, height = 480, format = 'jpeg', position, camera, orientation } = options
  const corner = await sharp({
    create: {
      width: Math.ceil(width / 2),
      height: Math.ceil(height / 2),
      channels: 3,
      background: '#d01020',
    },
  })
    .png()
    .toBuffer()
  let picture = sharp({ create: { width, height, channels: 3, background: '#2060a0' } }).composite([
    { input: corner, top: 0, left: 0 },
  ])
  if (position || camera)
    picture = picture.withExif({ ...(camera ? { IFD0: CAMERA } : {}), ...(position ? GPS : {}) })
  if (orientation) picture = picture.withMetadata({ orientation })
  return picture.toFormat(format).toBuffer()
}

/** A PNG that claims to be huge and holds nearly nothing. */
export function hugePng(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data])
    const frame = Buffer.alloc(8)
    frame.writeUInt32BE(data.length, 0)
    frame.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(2000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const ofColour = (red: number): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: { r: red, g: 80, b: 120 } } })
    .png()
    .toBuffer()

/** A GIF of some frames, each of one colour. */
export async function gif(frames: number): Promise<Buffer> {
  const pictures = await Promise.all(Array.from({ length: frames }, (_, index) => ofColour(index * 60)))
  const [first] = pictures
  return (frames > 1 ? sharp(pictures, { join: { animated: true } }) : sharp(first)).gif().toBuffer()
}

/** A box of an MP4. */
export const box = (name: string, ...inside: readonly Uint8Array[]): Buffer => {
  const head = Buffer.alloc(8)
  const content = Buffer.concat(inside)
  head.writeUInt32BE(content.length + 8, 0)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, content])
}

/** The frame of a film: its table of contents may stand before or behind the pictures. */
export function film({
  width = 640,
  height = 360,
  turned = false,
  position = false,
  hevc = false,
  late = false,
  length = 3000,
} = {}): Buffer {
  const header = Buffer.alloc(84)
  // The matrix stands before the size; upright it begins with 1.
  header.writeUInt32BE(turned ? 0 : 0x10000, 40)
  header.writeUInt32BE(width * 65536, 76)
  header.writeUInt32BE(height * 65536, 80)
  const place = Buffer.concat([Buffer.from([0, 20, 0x15, 0xc7]), Buffer.from('+20.9400+106.3167/')])
  const contents = box(
    'moov',
    box('mvhd', Buffer.alloc(100)),
    box('trak', box('tkhd', header), box('mdia', Buffer.from(hevc ? 'hvc1' : 'avc1'))),
    ...(position ? [box('udta', box('\xa9xyz', place))] : []),
  )
  const type = box('ftyp', Buffer.from('isom\0\0\x02\0isomiso2avc1mp41'))
  const pictures = box('mdat', Buffer.alloc(length, 7))
  return Buffer.concat(late ? [type, pictures, contents] : [type, contents, pictures])
}
