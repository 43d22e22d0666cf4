import { missingPicture, picture, TEXT_SIZES } from '../../templates/components/picture.ts'
import type { AudioView, DocumentView, FigureView, PictureView, VideoView } from '../../templates/view.ts'
import type { FrontMatter } from '../contract/types.ts'
import { leadPicture, mediaOf } from '../documents/named-files.ts'
import { fileInWords } from '../media/file-words.ts'
import { isPicture } from '../media/picture.ts'
import { nameBeside } from './collect.ts'
import { ogPicture, pictureView, posterPicture, wholePicture } from './picture-view.ts'
import type { Site, SiteDocument } from './site.ts'
import { pathBeside } from './wanted-pictures.ts'

type MediaView = Pick<DocumentView, 'figure' | 'ogImage' | 'gallery' | 'audio' | 'video' | 'attachments'>

/** Pictures, recordings, films and files of a document, as its page shows them. */
export function mediaView(site: Site, document: SiteDocument): MediaView {
  const { image, attachments = [] } = document.front
  const { gallery = [], audio, video } = mediaOf(document.front)
  const lead = leadPicture(document.front)
  return {
    figure: image && figureView(site, document, image),
    ogImage: lead && ogPicture(site, document, lead.file),
    gallery: gallery.flatMap((each) => figureView(site, document, each) ?? []),
    audio: audio && audioView(site, document, audio),
    video: video && videoView(site, document, video),
    attachments: attachments.map(({ file, title }) => ({ title, ...publishedFile(site, document, file) })),
  }
}

export function cardPicture(site: Site, document: SiteDocument): PictureView | undefined {
  const lead = leadPicture(document.front)
  return lead && pictureView(site, document, lead.file, lead.alt)
}

/** `Video, âm thanh, 4 ảnh`; undefined where there is nothing of them. */
export function mediaInWords(front: FrontMatter): string | undefined {
  const { gallery, audio, video } = mediaOf(front)
  const parts = [video && 'video', audio && 'âm thanh', gallery && `${gallery.length} ảnh`].filter(Boolean)
  const words = parts.join(', ')
  return words === '' ? undefined : words.charAt(0).toUpperCase() + words.slice(1)
}

type Shown = {
  readonly file: string
  readonly alt: string
  readonly caption?: string
  readonly credit?: string
}

function figureView(site: Site, document: SiteDocument, shown: Shown): FigureView | undefined {
  const found = pictureView(site, document, shown.file, shown.alt)
  return found && { picture: found, caption: shown.caption, credit: shown.credit }
}

/** Where a file is found on the site, and what it is: a picture is not itself there, but what was made of it. */
function publishedFile(site: Site, document: SiteDocument, file: string): { url: string; format: string } {
  const path = pathBeside(document, file)
  const whole = isPicture(file) ? wholePicture(site, document, file) : undefined
  const facts = site.media.files.get(path)
  return whole
    ? { url: whole.url, format: fileInWords(whole.url, undefined) }
    : { url: document.url + file, format: fileInWords(file, facts?.size, facts?.pages) }
}

type Audio = NonNullable<ReturnType<typeof mediaOf>['audio']>
type Video = NonNullable<ReturnType<typeof mediaOf>['video']>

const audioView = (site: Site, document: SiteDocument, { file, title, transcript }: Audio): AudioView => ({
  ...publishedFile(site, document, file),
  title,
  transcript: paragraphsOf(transcript),
})

/** Where neither film nor poster tells it: the shape that telephones and cameras film in. */
const USUAL_SHAPE = { width: 1280, height: 720 }

function videoView(site: Site, document: SiteDocument, video: Video): VideoView {
  const poster = video.poster === undefined ? undefined : posterPicture(site, document, video.poster)
  const filmed = site.media.files.get(pathBeside(document, video.file))?.film?.shape
  const { width, height } = filmed ?? poster ?? USUAL_SHAPE
  return {
    ...publishedFile(site, document, video.file),
    type: video.file.endsWith('.webm') ? 'video/webm' : 'video/mp4',
    title: video.title,
    poster: poster?.url,
    width,
    height,
    captions: video.captions && document.url + video.captions,
    transcript: paragraphsOf(video.transcript),
  }
}

const paragraphsOf = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())

/** A picture in the text; what stands beside the page is named without its folder. */
export function pictureInBody(site: Site, document: SiteDocument): (source: string, alt: string) => string {
  const to = (url: string) => (url.startsWith(document.url) ? url.slice(document.url.length) : url)
  return (source, alt) => {
    const view = pictureView(site, document, nameBeside(source), alt)
    return (view ? picture(view, to, { sizes: TEXT_SIZES }) : missingPicture(alt)).text
  }
}

/** A link to a picture leads to what was made of it; other links are left to others. */
export function linkToPicture(site: Site, document: SiteDocument, href: string): string | undefined {
  const name = nameBeside(href)
  const whole = isPicture(name) ? wholePicture(site, document, name) : undefined
  return whole?.url.slice(document.url.length)
}
