import type { PictureView } from '../../templates/view.ts'
import { fileOf, type Picture, type PictureFormat, type Rendition, SUFFIX } from '../media/picture.ts'
import type { Site, SiteDocument } from './site.ts'
import { pathBeside } from './wanted-pictures.ts'

const NUMBER = /^\d+$/

/** The picture of a document in all that a browser may choose from; undefined where it could not be made. */
export function pictureView(
  site: Site,
  document: SiteDocument,
  file: string,
  alt: string,
): PictureView | undefined {
  const picture = pictureOf(site, document, file)
  const shown = picture?.renditions.filter(({ suffix }) => NUMBER.test(suffix)) ?? []
  const last = shown.at(-1)
  if (!picture || !last) return undefined
  const inFormat = (format: PictureFormat) =>
    shown
      .filter((each) => each.format === format)
      .map((each) => ({ url: document.url + fileOf(picture.stem, each), width: each.width }))
  const fallback = inFormat(last.format)
  return {
    alt,
    width: last.width,
    height: last.height,
    url: middle(fallback).url,
    srcset: fallback,
    sources: (['avif', 'webp'] as const)
      .map((format) => ({ type: `image/${format}` as const, srcset: inFormat(format) }))
      .filter(({ srcset }) => srcset.length > 0),
  }
}

/** For a browser that knows no choice: neither the smallest nor the heaviest. */
const middle = <T>(all: readonly T[]): T => all[Math.floor((all.length - 1) / 2)] as T

/** One rendition with a purpose of its own, as a file of the site. */
export type PictureFile = { readonly url: string; readonly width: number; readonly height: number }

/** The picture cut for the cards of social networks. */
export const ogPicture = (site: Site, document: SiteDocument, file: string): PictureFile | undefined =>
  renditionOf(site, document, file, ({ suffix }) => suffix === SUFFIX.og)

/** The picture as large as it may be published: where a link to it leads. */
export const wholePicture = (site: Site, document: SiteDocument, file: string): PictureFile | undefined =>
  renditionOf(site, document, file, ({ suffix }) => suffix === SUFFIX.whole)

/** The picture before a film, in a format that every browser knows; it is loaded with the page, so not the heaviest. */
export const posterPicture = (site: Site, document: SiteDocument, file: string): PictureFile | undefined =>
  renditionOf(
    site,
    document,
    file,
    ({ suffix, format, width }) =>
      NUMBER.test(suffix) && (format === 'jpg' || format === 'png') && width <= POSTER_WIDTH,
  )

const POSTER_WIDTH = 960

function renditionOf(
  site: Site,
  document: SiteDocument,
  file: string,
  wanted: (rendition: Rendition) => boolean,
): PictureFile | undefined {
  const picture = pictureOf(site, document, file)
  const found = picture?.renditions.filter(wanted).at(-1)
  return (
    picture &&
    found && { url: document.url + fileOf(picture.stem, found), width: found.width, height: found.height }
  )
}

const pictureOf = (
  { media: { pictures } }: Site,
  document: SiteDocument,
  file: string,
): Picture | undefined => pictures.get(pathBeside(document, file))
