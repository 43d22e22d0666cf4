import type { FrontMatter } from '../contract/types.ts'

/** A file beside a document that its front matter names, what for, and under which field. */
export type NamedFile = {
  readonly file: string
  /** `lead` is the picture at the head of the page; the poster of a video is a `picture` too. */
  readonly as: 'lead' | 'picture' | 'attachment' | 'audio' | 'video' | 'captions'
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
    ...(image ? [named(image.file, 'lead', 'image', 'file')] : []),
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
