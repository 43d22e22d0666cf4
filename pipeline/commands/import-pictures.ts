import { hash } from 'node:crypto'
import type { Made } from '../adapters/images.ts'
import type { Ports } from '../adapters/ports.ts'
import type { PictureCut } from '../import/picture-cut.ts'
import type { PictureNames, WordDocument } from '../import/word-document.ts'

type MadeFile = Extract<Made, { state: 'made' }>['files'][number]

export type Pictures = {
  /** By the name of the file beside the article. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly names: PictureNames
  readonly remarks: readonly string[]
}

/**
 * Makes the pictures of a Word file fit to lie beside an article: upright, cut as they are shown, no larger than the house keeps one, with
 * nothing of the camera in them. Their names come from the article, never from the Word file.
 */
export async function makePictures(
  ports: Ports,
  slug: string,
  pictures: readonly Uint8Array[],
  { pictures: wanted, cuts }: Pick<WordDocument, 'pictures' | 'cuts'>,
): Promise<Pictures> {
  const files = new Map<string, Uint8Array>()
  const names = new Map<number, string>()
  const known = new Map<string, string>()
  const remarks: string[] = []
  for (const number of wanted) {
    const bytes = pictures[number - 1] ?? new Uint8Array()
    const cut = cuts.get(number)
    // The same picture in another place is the same file.
    const key = hash('sha256', bytes) + JSON.stringify(cut)
    const file = known.has(key) ? undefined : await makePicture(ports, bytes, cut)
    const name = known.get(key) ?? (file && `${slug}-anh-${files.size + 1}.${file.format}`)
    if (file && name !== undefined) files.set(name, file.bytes)
    if (name === undefined) remarks.push(unreadable(number, bytes))
    else {
      known.set(key, name)
      names.set(number, name)
    }
  }
  return { files, names, remarks }
}

/** How EMF and WMF, drawings of Windows, begin. Sources: MS-EMF 2.2.9, MS-WMF 2.3.2.3. */
const DRAWINGS = ['01000000', 'd7cdc69a', '01000900']

function unreadable(number: number, bytes: Uint8Array): string {
  const isDrawing = DRAWINGS.includes(Buffer.from(bytes.subarray(0, 4)).toString('hex'))
  const why = isDrawing
    ? 'là hình vẽ của Windows (EMF, WMF), web không hiện được'
    : 'không phải ảnh đọc được, quá lớn hoặc hỏng'
  return `hình thứ ${number} ${why}; trong Word: chép hình, dán lại thành ảnh PNG (Paste Special → PNG) rồi nhập lại, hoặc xóa dòng «[CẦN SỬA] Hình thứ ${number}…»`
}

/** Undefined for what is no picture. */
async function makePicture(
  ports: Ports,
  bytes: Uint8Array,
  cut: PictureCut | undefined,
): Promise<MadeFile | undefined> {
  const shown = cut ? await ports.images.cut(bytes, cut) : bytes
  const made = shown && (await ports.images.make(shown, 'whole'))
  return made?.state === 'made' ? made.files[0] : undefined
}
