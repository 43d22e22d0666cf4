/** Formats in which pictures are published. */
export type PictureFormat = 'avif' | 'webp' | 'jpg' | 'png'

/** One published form of a picture: a file of the site. */
export type Rendition = {
  /** What stands behind the name of the picture: `960`, `og`, `lon`. */
  readonly suffix: string
  readonly format: PictureFormat
  /** In pixels, upright. */
  readonly width: number
  readonly height: number
}

/**
 * What is made of a picture: `shown` on a page, in several widths and formats; `og`, cut for the cards of social networks; `whole`, for
 * a link that leads to the picture itself; `emblem`, the mark of a portal at the head of its pages.
 */
export type PicturePart = 'shown' | 'og' | 'whole' | 'emblem'

/** A picture of a published document. The bytes that an author sent are in none of its renditions. */
export type Picture = {
  /** The name that its renditions share: `bo-song` for `bo-song.jpg`. */
  readonly stem: string
  readonly renditions: readonly Rendition[]
}

/** Pictures by their paths below the portal's folder; a picture that cannot be read is not among them. */
export type Pictures = ReadonlyMap<string, Picture>

/** The file of a rendition: `bo-song-960.webp`. */
export const fileOf = (stem: string, { suffix, format }: Pick<Rendition, 'suffix' | 'format'>): string =>
  `${stem}-${suffix}.${format}`

export const SUFFIX = { og: 'og', whole: 'lon', emblem: 'emblem' } as const

const EXTENSION = /\.(?:png|jpe?g|webp|gif)$/

/** Whether a file is a picture by its name. */
export const isPicture = (file: string): boolean => EXTENSION.test(file)

/**
 * The names that the renditions of some pictures share, for pictures of one folder: `anh.jpg` and `anh.png` must not both become
 * `anh-960.webp`.
 *
 * @param files names in one folder
 */
export function stemsOf(files: readonly string[]): ReadonlyMap<string, string> {
  const stems = new Map<string, string>()
  const taken = new Set<string>()
  for (const file of [...files].sort()) {
    const [name = '', extension = ''] = file.split('.')
    const stem = [name, `${name}-${extension}`, ...longer(name, extension)].find((each) => !taken.has(each))
    taken.add(stem as string)
    stems.set(file, stem as string)
  }
  return stems
}

/** Each extension occurs once, so four more names are always enough. */
const longer = (name: string, extension: string): string[] =>
  [2, 3, 4, 5, 6].map((number) => `${name}-${extension}-${number}`)
