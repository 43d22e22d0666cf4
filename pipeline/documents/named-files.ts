import type { FrontMatter } from '../contract/types.ts'

/** A file beside a document that its front matter names, what for, and under which field. */
export type NamedFile = {
  readonly file: string
  /** The poster of a video is a `picture` too. */
  readonly as: 'picture' | 'attachment' | 'audio' | 'video' | 'captions'
  readonly field: readonly (string | number)[]
}

/** A document with a gallery, a recording or a film: what the page “Ảnh, video” lists. */
export type Media = Pick<Extract<FrontMatter, { kind: 'bai-viet' }>, 'gallery' | 'audio' | 'video'>

/** Only kinds of articles have any; of the others all three are undefined. */
export const mediaOf = (front: FrontMatter): Media =>
  'gallery' in front || 'audio' in front || 'video' in front ? front : {}

export function namedFiles(front: FrontMatter): readonly NamedFile[] {
  const { image, attachments } = front
  const { gallery, audio, video } = mediaOf(front)
  if (!image && !attachments && !gallery && !audio && !video) return []
  return [
    ...(attachments ?? []).map(({ file }, index) => named(file, 'attachment', 'attachments', index, 'file')),
    ...(image ? [named(image.file, 'picture', 'image', 'file')] : []),
    ...(gallery ?? []).map(({ file }, index) => named(file, 'picture', 'gallery', index, 'file')),
    ...(audio ? [named(audio.file, 'audio', 'audio', 'file')] : []),
    ...(video ? [named(video.file, 'video', 'video', 'file')] : []),
    ...(video?.poster ? [named(video.poster, 'picture', 'video', 'poster')] : []),
    ...(video?.captions ? [named(video.captions, 'captions', 'video', 'captions')] : []),
  ]
}

const named = (file: string, as: NamedFile['as'], ...field: readonly (string | number)[]): NamedFile => ({
  file,
  as,
  field,
})

/** Whether the page “Ảnh, video” lists a document. */
export function hasMedia(front: FrontMatter): boolean {
  const { gallery, audio, video } = mediaOf(front)
  return gallery !== undefined || audio !== undefined || video !== undefined
}

/** The picture that stands for a document elsewhere: its own, else the first of its gallery, else the poster of its film. */
export function leadPicture(front: FrontMatter): { readonly file: string; readonly alt: string } | undefined {
  const { gallery, video } = mediaOf(front)
  return front.image ?? gallery?.[0] ?? (video?.poster ? { file: video.poster, alt: video.title } : undefined)
}
