import type { WrittenIssue } from '../adapters/forge.ts'
import type { MailFile as SentFile } from '../adapters/mail.ts'
import type { Ports } from '../adapters/ports.ts'
import { isPaperKind } from '../import/draft.ts'
import { markdownBlocks } from '../import/from-markdown.ts'
import { type SortedFiles, sortFiles } from '../import/mail-files.ts'
import type { Obstacle } from '../import/obstacles.ts'
import { unshown, withPictures } from '../import/with-pictures.ts'
import { documentOf, isEmpty } from '../import/word-document.ts'
import { type Dropped, droppedIn } from '../submissions/attachments.ts'
import type { Submission } from '../submissions/form.ts'
import { toldBy } from '../submissions/known-fields.ts'
import { type Sender, senderOf } from '../submissions/sender.ts'
import type { Material } from './import-draft.ts'
import { openWord } from './import-source.ts'
import { serverOf } from './open-pull.ts'
import type { Office } from './question-file.ts'

/** What an issue brings, read and clean, or what its sender should mend first. */
export type Gathered =
  | {
      readonly state: 'gathered'
      readonly material: Material
      readonly sender: Sender
      readonly word: boolean
      /** What the sender should add; none of it stands against going on. */
      readonly wanted: readonly string[]
    }
  | { readonly state: 'refused'; readonly obstacles: readonly Obstacle[] }

/** More than anybody drops into one issue. */
const MOST_FILES = 30
/** GitHub takes files of 25 MB. In bytes. */
const LARGEST = 26_000_000

/** Fetches what was dropped into an issue and reads all of it. */
export async function gather(
  ports: Ports,
  office: Office,
  issue: WrittenIssue,
  form: Submission,
): Promise<Gathered> {
  const server = serverOf(ports)
  const dropped = droppedIn(`${form.text}\n${form.files}`, server)
  if (dropped.length > MOST_FILES)
    return refused(`Bài kèm ${dropped.length} tệp, quá ${MOST_FILES}`, 'giữ những ảnh cần nhất rồi gửi lại')
  const { files, failed } = await fetchDropped(ports, dropped)
  const sorted = await sortFiles(files, 'bài gửi')
  if (!('word' in sorted)) return { state: 'refused', obstacles: sorted }
  const read = await articleOf(ports, form, sorted)
  if (read.state === 'refused') return read
  const { portal, now } = office.open
  const sender = senderOf(form.unit, portal.roster, portal.regulation)
  const paper = form.kind ? isPaperKind(form.kind) : read.material.document.frame !== undefined
  const told = toldBy(portal.regulation, {
    form,
    sender,
    paper,
    issue: issue.number,
    received: Math.min(issue.openedAt, now),
  })
  return {
    state: 'gathered',
    sender,
    word: sorted.word.length > 0,
    wanted: [...failed, ...told.wanted],
    material: {
      ...read.material,
      fields: told.fields,
      dates: told.dates,
      remarks: [...read.material.remarks, ...sorted.left, ...told.remarks],
      unknownDates: 'left-out',
      nameless: `Bài gửi ở việc ${issue.number}, chưa đặt tiêu đề`,
    },
  }
}

const refused = (problem: string, fix: string): Gathered & { state: 'refused' } => ({
  state: 'refused',
  obstacles: [{ problem, fix }],
})

const WHY = {
  address: 'nằm ở địa chỉ không được phép tải',
  'too-large': `nặng hơn ${LARGEST / 1_000_000 - 1} MB`,
  absent: 'không còn trên kho, hoặc kho kín nên máy không tải được',
  unreachable: 'chưa tải được vì mạng',
} as const

/** Fetches what was dropped into an issue. What cannot be had is told by its place, never by its name. */
export async function fetchDropped(ports: Ports, dropped: readonly Dropped[]) {
  const files: SentFile[] = []
  const failed: string[] = []
  for (const [index, { address, name }] of dropped.entries()) {
    const got = await ports.attachments(address, LARGEST)
    if (got.state === 'fetched') files.push({ name, type: '', contentId: address, bytes: got.bytes })
    else failed.push(`tệp đính kèm thứ ${index + 1} ${WHY[got.why]}: chọn lại tệp ấy`)
  }
  return { files, failed }
}

type Article =
  | { readonly state: 'read'; readonly material: Material }
  | { readonly state: 'refused'; readonly obstacles: readonly Obstacle[] }

/** A Word file is the article, and the words beside it are for the reader of the issue; else those are the article. */
async function articleOf(
  ports: Ports,
  form: Submission,
  { word: [word], pictures }: SortedFiles,
): Promise<Article> {
  const images = pictures.map(({ bytes }) => bytes)
  if (word) {
    const asPaper = form.kind === undefined ? 'when-numbered' : isPaperKind(form.kind)
    const opened = await openWord(ports, word.bytes, asPaper)
    if (opened.state === 'refused') return opened
    const { material } = opened
    const remarks = form.text === '' ? [] : ['người gửi còn viết lời ở việc trên kho; bài lấy từ tệp Word']
    return {
      state: 'read',
      material: { ...withPictures(material, images), remarks: [...material.remarks, ...remarks] },
    }
  }
  const numberOf = (source: string) => {
    const at = pictures.findIndex(({ contentId }) => contentId === source)
    return at < 0 ? undefined : at + 1
  }
  const server = serverOf(ports)
  const isDropped = (address: string) => droppedIn(address, server).length > 0
  const read = markdownBlocks(form.text, { numberOf, isDropped })
  const document = documentOf([...read.blocks, ...unshown(read.blocks, images.length)], {
    title: undefined,
    frame: undefined,
    merged: read.merged,
  })
  if (isEmpty({ ...document, pictures: [] }))
    return refused(
      'Bài chưa có lời và cũng không kèm tệp Word',
      'viết vào ô «Nội dung bài», hoặc chọn tệp Word ở ô «Ảnh và tệp Word»',
    )
  const elsewhere = read.elsewhere > 0 ? [`${read.elsewhere} ảnh nằm ở máy khác, không lấy`] : []
  return {
    state: 'read',
    material: { document, pictures: images, remarks: [...document.remarks, ...elsewhere] },
  }
}
