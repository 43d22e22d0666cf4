import type { FrontMatter } from '../contract/types.ts'

/** Where a document stands below its portal's folder, read from its path. */
export type DocumentPlace =
  | { readonly folder: 'tin-bai'; readonly linhVuc: string; readonly year: string; readonly slug: string }
  | { readonly folder: 'van-ban' | 'hoi-dap'; readonly year: string; readonly slug: string }
  | { readonly folder: 'trang'; readonly slug: string }

/** A document whose form is right: typed front matter, its text, and where everything stands. */
export type Document = {
  /** Path below the portal's folder: `tin-bai/xa-hoi/2026/tong-ve-sinh.md`. */
  readonly path: string
  readonly place: DocumentPlace
  readonly front: FrontMatter
  /** The YAML between the dashes, and the line of the file on which it begins. */
  readonly yaml: string
  readonly yamlLine: number
  readonly body: string
  readonly bodyLine: number
}

/** Which folder a kind belongs in. */
export const FOLDER_OF: Record<FrontMatter['kind'], DocumentPlace['folder']> = {
  'tin-su-kien': 'tin-bai',
  'hoi-nghi': 'tin-bai',
  'bai-viet': 'tin-bai',
  'pho-bien-phap-luat': 'tin-bai',
  'quy-hoach-du-an': 'tin-bai',
  'thong-ke': 'tin-bai',
  'tin-tham-khao': 'tin-bai',
  'quang-ba': 'tin-bai',
  'van-ban': 'van-ban',
  'van-ban-lien-quan': 'van-ban',
  'du-thao': 'van-ban',
  'hoi-dap': 'hoi-dap',
  trang: 'trang',
}

const YEAR = /^\d{4}$/

/** Reads a path; undefined where it is no place for a document. */
export function placeOf(path: string): DocumentPlace | undefined {
  if (!path.endsWith('.md')) return undefined
  const parts = path.slice(0, -3).split('/')
  const slug = parts.at(-1) as string
  if (slug === '' || parts.includes('')) return undefined
  const [folder, second = '', third = ''] = parts
  if (folder === 'tin-bai' && parts.length === 4 && YEAR.test(third))
    return { folder, linhVuc: second, year: third, slug }
  if ((folder === 'van-ban' || folder === 'hoi-dap') && parts.length === 3 && YEAR.test(second))
    return { folder, year: second, slug }
  return folder === 'trang' && parts.length === 2 ? { folder, slug } : undefined
}

/** The path of a document at a place: the reverse of `placeOf`. */
export function pathOf(place: DocumentPlace): string {
  if (place.folder === 'trang') return `trang/${place.slug}.md`
  if (place.folder === 'tin-bai') return `tin-bai/${place.linhVuc}/${place.year}/${place.slug}.md`
  return `${place.folder}/${place.year}/${place.slug}.md`
}

/**
 * The address below the portal's root. The lĩnh vực is not part of it, so an article that moves to another lĩnh vực
 * keeps its address; that is why a slug is used once a year in all of them.
 */
export const urlOf = (place: DocumentPlace): string =>
  place.folder === 'trang' ? `trang/${place.slug}/` : `${place.folder}/${place.year}/${place.slug}/`

/** The language of a document: Vietnamese unless it says otherwise. */
export const languageOf = (front: FrontMatter): 'vi' | 'en' => front.language ?? 'vi'
