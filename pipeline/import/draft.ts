import { editFrontMatter, type FieldEdit, type FieldValue } from '../documents/edit-front-matter.ts'
import { PLACEHOLDERS } from '../documents/placeholders.ts'
import { type SkeletonRequest, skeletonOf } from '../drafting/skeleton.ts'
import type { Portal } from '../portal/portal.ts'
import type { Frame } from './frame.ts'
import { isShouted } from './names.ts'

/** An article with the front matter that is known, and its text. */
export type Draft = { readonly path: string; readonly text: string }

/** Fields of a paper and of news in their usual order. */
const ORDER = [
  'title',
  'kind',
  'linhVuc',
  'section',
  'author',
  'submittedBy',
  'source',
  'number',
  'documentType',
  'issuer',
  'signer',
  'signedDate',
  'promulgatedDate',
  'eventDate',
  'eventEnd',
  'place',
  'summary',
  'attachments',
  'intake',
]

/** Whether documents of a kind have the frame of an official paper in their front matter. */
export const isPaperKind = (kind: string): boolean => kind === 'van-ban' || kind === 'van-ban-lien-quan'

/** Whether the official frame is taken off a document of a kind: a draft has one too, without a number and a day. */
export const takesFrame = (kind: string): boolean => isPaperKind(kind) || kind === 'du-thao'

/** The day of a paper counts as the day on which it was signed and promulgated: its frame names one. */
export const datesOf = (frame: Frame | undefined): Record<string, string> =>
  frame?.date === undefined ? {} : { signedDate: frame.date, promulgatedDate: frame.date }

/** Where the skeleton of a new article would lie, by its title. */
export const pathFor = (portal: Portal, request: SkeletonRequest): string => skeletonOf(portal, request).path

/**
 * The skeleton that `congbo new` writes, filled with what is known; what is not known carries marks that a check names.
 *
 * @param fields what the sender has told beyond the frame
 */
export function draftOf(
  portal: Portal,
  request: SkeletonRequest,
  frame: Frame | undefined,
  body: string,
  fields: Readonly<Record<string, FieldValue>> = {},
): Draft {
  const signed = isPaperKind(request.kind) ? datesOf(frame) : {}
  const { path, text } = skeletonOf(portal, { ...request, dates: { ...request.dates, ...signed } })
  const edits = [
    ...titleEdits(request.title),
    ...frameEdits(request.kind, frame),
    ...Object.entries(fields).map(([key, value]): FieldEdit => ({ edit: 'set', key, value })),
  ]
  const edited = editFrontMatter(text, edits, ORDER)
  if (!edited.ok) throw new Error(`the skeleton of an article takes no ${edited.key}`)
  return { path, text: edited.text.replace(`\n${PLACEHOLDERS.body}\n`, () => `\n${body}\n`) }
}

/** An article that offers a file to its readers. */
export function withAttachment(article: string, file: string, title: string): string {
  const edited = editFrontMatter(
    article,
    [{ edit: 'append', key: 'attachments', value: { file, title } }],
    ORDER,
  )
  if (!edited.ok) throw new Error('a new article takes no attachment')
  return edited.text
}

/** A title in capitals carries a mark; its address has none. */
const titleEdits = (title: string): FieldEdit[] =>
  isShouted(title) && !title.startsWith(PLACEHOLDERS.toFill)
    ? [{ edit: 'set', key: 'title', value: `${PLACEHOLDERS.toFill} ${title}` }]
    : []

function frameEdits(kind: string, frame: Frame | undefined): FieldEdit[] {
  if (!frame) return []
  if (isPaperKind(kind)) return editsOf(frame)
  return takesFrame(kind) ? set({ documentType: frame.documentType, issuer: frame.issuer }) : []
}

const editsOf = ({ number, documentType, issuer, signer, date }: Frame): FieldEdit[] =>
  set({
    number,
    documentType: documentType ?? `${PLACEHOLDERS.toFill} Loại văn bản`,
    issuer: issuer ?? `${PLACEHOLDERS.toFill} Cơ quan ban hành`,
    signer,
    signedDate: date,
    promulgatedDate: date,
  })

const set = (fields: Readonly<Record<string, string | undefined>>): FieldEdit[] =>
  Object.entries(fields).flatMap(([key, value]): FieldEdit[] =>
    value === undefined ? [] : [{ edit: 'set', key, value }],
  )
