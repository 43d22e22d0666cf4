import type { Element, Root } from 'hast'
import type { Mail } from '../adapters/mail.ts'
import { type Instant, parseInstant } from '../calendar/local-time.ts'
import { blocksOf } from './blocks.ts'
import { plainWords, takeTitle } from './headings.ts'
import { articleIn } from './letter.ts'
import { type SortedFiles, sortFiles } from './mail-files.ts'
import type { Obstacle } from './obstacles.ts'
import { plainBlocks } from './plain-text.ts'
import { flatHtml } from './sent-html.ts'
import { titleIn } from './title-words.ts'
import { parseHtml } from './to-markdown.ts'
import { unshown } from './with-pictures.ts'
import { withoutAddress } from './without-address.ts'
import { documentOf, isEmpty, type WordDocument } from './word-document.ts'

/** What a message brings, or what stands against it. */
export type MailReading =
  | {
      readonly state: 'read'
      /** The file that is the article, where there is one; the words of the letter are then only a remark. */
      readonly word: Uint8Array | undefined
      readonly document: WordDocument
      readonly pictures: readonly Uint8Array[]
      readonly title: string | undefined
      readonly author: string | undefined
      /** When the sender says that it was sent. */
      readonly sent: Instant | undefined
      readonly remarks: readonly string[]
    }
  | { readonly state: 'refused'; readonly obstacles: readonly Obstacle[] }

const ENCRYPTED =
  /^multipart\/encrypted|^application\/(?:x-)?pkcs7-mime(?!.*smime-type="?signed-data)|^application\/pgp-encrypted/i
const ENVELOPED = /-----BEGIN PGP MESSAGE-----/

/** Reads a message: first what stands against it, then the article in it. */
export async function readLetter(mail: Mail): Promise<MailReading> {
  const types = [mail.contentType, ...mail.files.map(({ type }) => type)]
  if (types.some((each) => ENCRYPTED.test(each)) || ENVELOPED.test(mail.text ?? ''))
    return refused(
      'Thư được mã hóa, máy không đọc được',
      'mở thư bằng chương trình thư của mình, chép nội dung ra tệp Word rồi nhập tệp ấy; hoặc xin người gửi gửi lại không mã hóa',
    )
  const files = await sortFiles(mail.files, 'thư')
  if (!('word' in files)) return { state: 'refused', obstacles: files }
  const text = textOf(mail, files)
  if (!text)
    return refused(
      'Thư lồng quá nhiều lớp, máy không đọc được',
      'chép nội dung thư ra một tệp Word rồi nhập tệp ấy',
    )
  const { document, elsewhere, dropped, said } = text
  const [word] = files.word
  if (!word && isEmpty(document))
    return refused(
      'Thư không có chữ và ảnh nào để đăng',
      'xem có đúng thư cần nhập không; bài nằm trong tệp khác thì nhập tệp ấy',
    )
  const author = authorOf(mail)
  return {
    state: 'read',
    word: word?.bytes,
    document,
    pictures: files.pictures.map(({ bytes }) => bytes),
    title: document.title,
    author,
    sent: mail.date === undefined ? undefined : parseInstant(mail.date),
    remarks: [
      ...(author === undefined
        ? []
        : [`người viết lấy theo tên người gửi thư («${author}»): xem lại bút danh, đơn vị`]),
      ...(word && said !== '' ? [`lời trong thư không đưa vào bài: «${said}»`] : []),
      ...(!word && dropped.length > 0 ? [`đã bỏ ${dropped.join(', ')} của thư; đọc lại xem có sót`] : []),
      ...(elsewhere > 0
        ? [`${elsewhere} ảnh trong thư nằm ở máy khác, không lấy; xin người gửi đính kèm ảnh`]
        : []),
      ...files.left,
    ],
  }
}

const refused = (problem: string, fix: string): MailReading => ({
  state: 'refused',
  obstacles: [{ problem, fix }],
})

const FORWARDED = /^\s*(?:fwd?|fw|chuyển tiếp)\s*:/iu
const PREFIXES = /^\s*(?:(?:re|fwd?|fw|trả lời|chuyển tiếp)\s*(?:\[\d+\])?\s*:\s*)+/iu

const tidied = (words: string | undefined): string =>
  (words ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()

/** A subject that is a title; «Gửi bài» is none. */
const subjectOf = ({ subject }: Mail): string | undefined => titleIn(tidied(subject).replace(PREFIXES, ''))

/** A name of a person or an office; never an address, nor a number that one could call. */
function authorOf({ fromName }: Mail): string | undefined {
  const name = tidied(fromName).replace(/^["']+|["']+$/g, '')
  return name.length < 2 || name.length > 120 || /@|\d{6}|https?:|[<>]/.test(name) ? undefined : name
}

function textOf(mail: Mail, { pictures }: SortedFiles) {
  const forwarded = FORWARDED.test(mail.subject ?? '')
  const numberOf = (source: string) => {
    const id = /^cid:(.+)$/i.exec(source)?.[1]
    const at = pictures.findIndex(({ contentId }) => id !== undefined && contentId === id)
    return at < 0 ? undefined : at + 1
  }
  // A plain part is what the program made of the HTML; the HTML knows bold words, lists and where the pictures stand.
  const tree = mail.html === undefined ? undefined : treeOf(mail.html)
  if (tree === 'too-deep') return undefined
  const flat = tree && flatHtml(tree, numberOf)
  const html = flat && flat.root.children.length > 0 ? flat : undefined
  const { blocks, merged } = blocksOf(html?.root ?? { type: 'root', children: plainBlocks(mail.text ?? '') })
  const { blocks: kept, dropped } = articleIn(blocks, forwarded)
  const subject = subjectOf(mail)
  const { title, rest } = subject === undefined ? titleOf(kept) : { title: subject, rest: kept }
  const document = documentOf([...rest, ...unshown(rest, pictures.length)], {
    title,
    frame: undefined,
    merged,
  })
  return {
    document: withoutAddress(document, mail.fromAddress),
    elsewhere: html?.elsewhere ?? 0,
    dropped,
    said: firstWords(blocks),
  }
}

const LONGEST_LINE = 150

/** Where neither the subject nor a heading is a title: a short first line that ends without a stop, with an article below it. */
function titleOf(blocks: readonly Element[]): ReturnType<typeof takeTitle> {
  const taken = takeTitle(blocks)
  const [first, ...rest] = blocks
  if (taken.title !== undefined || first?.tagName !== 'p' || rest.length === 0) return taken
  const words = plainWords(first)
  const isTitle = words.length <= LONGEST_LINE && !/[.,:;!?…]$/u.test(words)
  const title = isTitle ? titleIn(words) : undefined
  return title === undefined ? taken : { title, rest }
}

/** The parser goes into HTML level by level, and somebody may have made it deeper than any letter. */
function treeOf(html: string): Root | 'too-deep' {
  try {
    return parseHtml(html)
  } catch (error) {
    if (error instanceof RangeError) return 'too-deep'
    throw error
  }
}

const FIRST = 160

function firstWords(blocks: readonly Element[]): string {
  const words = blocks.map(plainWords).filter(Boolean).join(' ')
  return words.length <= FIRST ? words : `${words.slice(0, FIRST).replace(/ [^ ]*$/, '')}…`
}
