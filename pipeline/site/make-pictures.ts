import { join } from 'node:path'
import type { Ports } from '../adapters/ports.ts'
import { keyOf, type MadeFile, pack, unpack } from '../media/packed.ts'
import { fileOf, type Picture, type PicturePart, type Pictures } from '../media/picture.ts'
import { pictureFacts, pictureTrouble } from '../media/picture-facts.ts'
import { PICTURE_SETTINGS } from '../media/rendition-plan.ts'
import type { SiteDocument } from './site.ts'
import { wantedPictures } from './wanted-pictures.ts'

/** The pictures of a site, and those that could not be made: their places on the pages stay empty. */
export type PicturesMade = { readonly pictures: Pictures; readonly failed: readonly string[] }

/** What making pictures takes of the world. */
type World = Pick<Ports, 'files' | 'images' | 'cache' | 'output' | 'err'>

/** As many pictures as an official waits for without asking whether anything still happens. */
const SAY_EACH = 20
/** A larger file is no picture for a page; it is not even read. */
const MOST_BYTES = 64 * 1024 * 1024

/**
 * Makes the pictures of the documents, or takes them from where they were kept, and writes them beside the pages. Done before the pages,
 * which must know the sizes. Without a picture nothing is loaded and nothing is asked.
 *
 * @param folder of the portal, with its slash
 * @param to the folder of the site
 */
export async function makePictures(
  world: World,
  folder: string,
  documents: readonly SiteDocument[],
  to: string,
): Promise<PicturesMade> {
  const pictures = new Map<string, Picture>()
  const failed: string[] = []
  let made = 0
  const wanted = wantedPictures(documents)
  for (const [index, each] of wanted.entries()) {
    const files = await partsOf(world, folder + each.path, each.parts, () => {
      made += 1
      if (made % SAY_EACH === 0) world.err(`  … đã làm ảnh ${index + 1}/${wanted.length}`)
    })
    if (files === undefined) {
      failed.push(folder + each.path)
      continue
    }
    for (const file of files)
      for (const page of each.pages) world.output.write(join(to, page, fileOf(each.stem, file)), file.bytes)
    pictures.set(each.path, {
      stem: each.stem,
      renditions: files.map(({ bytes: _, ...rendition }) => rendition),
    })
  }
  return { pictures, failed }
}

/** Makes the mark of a portal; false where there is none, or none that can be unpacked. */
export async function makeEmblem(world: World, file: string, to: string): Promise<boolean> {
  const made = await partsOf(world, file, ['emblem'], () => undefined)
  for (const { bytes } of made ?? []) world.output.write(to, bytes)
  return made !== undefined
}

/** Undefined where the picture is not there or cannot be unpacked. */
async function partsOf(
  { files, images, cache }: World,
  file: string,
  parts: readonly PicturePart[],
  onMade: () => void,
): Promise<readonly MadeFile[] | undefined> {
  const read = files.read(file, MOST_BYTES)
  if (read.state !== 'read' || pictureTrouble(pictureFacts(read.bytes))) return undefined
  const found: MadeFile[] = []
  for (const part of parts) {
    const key = keyOf(read.bytes, { part, settings: PICTURE_SETTINGS, version: images.version })
    const kept = cache.read('anh', key)
    const whole = kept && unpack(kept)
    if (whole) found.push(...whole)
    else {
      const made = await images.make(read.bytes, part)
      if (made.state === 'broken') return undefined
      cache.write('anh', key, pack(made.files))
      found.push(...made.files)
      onMade()
    }
  }
  return found
}
