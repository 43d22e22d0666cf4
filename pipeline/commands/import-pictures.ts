import type { Ports } from '../adapters/ports.ts'
import type { PictureNames } from '../import/word-document.ts'

export type Pictures = {
  /** By the name of the file beside the article. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly names: PictureNames
  readonly remarks: readonly string[]
}

/**
 * Makes the pictures of a Word file fit to lie beside an article: upright, no larger than the house keeps one, with nothing of the camera
 * in them. Their names come from the article, never from the Word file.
 *
 * @param wanted numbers of the pictures that the text shows, counted from 1
 */
export async function makePictures(
  ports: Ports,
  slug: string,
  pictures: readonly Uint8Array[],
  wanted: readonly number[],
): Promise<Pictures> {
  const files = new Map<string, Uint8Array>()
  const names = new Map<number, string>()
  const remarks: string[] = []
  for (const number of wanted) {
    const bytes = pictures[number - 1]
    const same = wanted.find(
      (each) =>
        names.has(each) &&
        bytes &&
        pictures[each - 1] &&
        Buffer.compare(pictures[each - 1] as Uint8Array, bytes) === 0,
    )
    const made = bytes && same === undefined ? await ports.images.make(bytes, 'whole') : undefined
    const [file] = made?.state === 'made' ? made.files : []
    const name =
      same === undefined ? `${slug}-anh-${files.size + 1}.${file?.format}` : (names.get(same) as string)
    if (file) files.set(name, file.bytes)
    if (file || same !== undefined) names.set(number, name)
    else
      remarks.push(
        `hình thứ ${number} không phải ảnh đọc được (có thể là EMF, WMF hoặc hỏng); trong Word: chép hình, dán lại thành ảnh PNG rồi nhập lại, hoặc xóa dòng «[CẦN SỬA] Hình thứ ${number}…»`,
      )
  }
  return { files, names, remarks }
}
