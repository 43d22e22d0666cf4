import { basename, relative, resolve } from 'node:path'
import type { Ports } from '../adapters/ports.ts'
import type { Instant } from '../calendar/local-time.ts'
import { formatInstant, MINUTE, vietnameseInstant } from '../calendar/local-time.ts'
import { linksToOpen } from '../import/links-out.ts'
import { isMail, MOST_MAIL_BYTES } from '../import/mail-type.ts'
import type { Obstacle } from '../import/obstacles.ts'
import { readLetter } from '../import/read-mail.ts'
import { readPdfFile } from '../import/read-pdf.ts'
import { readWordFile } from '../import/read-word.ts'
import { withPictures } from '../import/with-pictures.ts'
import { withoutAddress } from '../import/without-address.ts'
import { isEmpty } from '../import/word-document.ts'
import { MOST_WORD_BYTES, wordTypeOf } from '../import/word-type.ts'
import { channelFor } from '../submissions/intake.ts'
import { UsageError } from './arguments.ts'
import type { Material } from './import-draft.ts'
import type { Office } from './question-file.ts'

/** What a file brings, or why it brings nothing. */
export type Source =
  | { readonly state: 'read'; readonly material: Material }
  | { readonly state: 'refused'; readonly obstacles: readonly Obstacle[] }

/** Whether the frame of an official paper is taken off: always, never, or where there is one with a number. */
export type AsPaper = boolean | 'when-numbered'

/**
 * Reads a Word file, a PDF or a message from anywhere on the machine; its bytes say what it is, never its name.
 *
 * @throws UsageError where the file cannot be read
 */
export async function openSource(
  ports: Ports,
  office: Office,
  file: string,
  asPaper: AsPaper,
): Promise<Source> {
  const bytes = readBytes(ports, file)
  return isMail(bytes) ? openMail(ports, office, bytes, asPaper) : openWord(ports, bytes, asPaper)
}

/** A Word file or a PDF by its bytes, whatever brought it. */
export async function openWord(ports: Ports, bytes: Uint8Array, asPaper: AsPaper): Promise<Source> {
  const opened = await toReadable(ports, bytes)
  if (!('bytes' in opened)) return { state: 'refused', obstacles: [opened] }
  const word =
    opened.type === 'pdf'
      ? await readPdfFile(opened.bytes, ports.pdf.layout, asPaper)
      : await readWordFile(opened.bytes, ports.word, asPaper)
  if (word.state === 'refused') return word
  return isEmpty(word.document)
    ? {
        state: 'refused',
        obstacles: [
          {
            problem: 'Tệp không có chữ và ảnh nào để đăng',
            fix: 'mở lại tệp, xem có đúng tệp cần gửi không',
          },
        ],
      }
    : { state: 'read', material: word }
}

type Readable = { readonly type: 'docx' | 'pdf'; readonly bytes: Uint8Array }

async function toReadable(ports: Ports, bytes: Uint8Array): Promise<Readable | Obstacle> {
  const found = await wordTypeOf(bytes)
  if (found.type === 'refused') return found.obstacle
  if (found.type === 'docx' || found.type === 'pdf') return { type: found.type, bytes }
  const made = await ports.office(bytes, found.type)
  if (made.state === 'made') return { type: 'docx', bytes: made.bytes }
  return made.state === 'absent'
    ? {
        problem: `Tệp .${found.type} cần LibreOffice để đọc, máy này chưa có LibreOffice`,
        fix: 'mở tệp bằng Word, Lưu thành… «Word Document (.docx)», rồi nhập tệp mới',
        orHere:
          'nhờ quản trị cài LibreOffice (biến môi trường SOFFICE chỉ tới chương trình nếu cài ở chỗ khác)',
      }
    : {
        problem: `LibreOffice không đọc được tệp .${found.type} này: tệp hỏng hoặc có mật khẩu`,
        fix: 'mở tệp bằng Word, bỏ mật khẩu nếu có, Lưu thành… «Word Document (.docx)», rồi nhập tệp mới',
      }
}

async function openMail(
  ports: Ports,
  { open: { portal, now } }: Office,
  bytes: Uint8Array,
  asPaper: AsPaper,
): Promise<Source> {
  if (bytes.length > MOST_MAIL_BYTES)
    return refused(
      `Thư nặng ${Math.ceil(bytes.length / 1_000_000)} MB, quá ${MOST_MAIL_BYTES / 1_000_000} MB`,
      'lưu tệp Word và ảnh kèm thư ra máy, rồi nhập tệp Word: congbo import <tệp>',
    )
  const parsed = await ports.mail(bytes)
  if (parsed.state === 'broken')
    return refused('Thư hỏng hoặc lồng quá nhiều lớp, không đọc được', 'lưu lại thư từ hộp thư rồi nhập lại')
  const letter = await readLetter(parsed.mail)
  if (letter.state === 'refused') return letter
  const { word: file, document, pictures, title, author, sent, remarks } = letter
  const received = receivedAt(sent, now)
  const sender = {
    title,
    nameless: `Bài trong thư ${vietnameseInstant(received)}, chưa đặt tiêu đề`,
    fields: {
      ...(author === undefined ? {} : { author }),
      intake: { received: formatInstant(received), ...channelFor(portal.regulation, 'thu-dien-tu') },
    },
  }
  if (file === undefined)
    return {
      state: 'read',
      material: { document, pictures, remarks: [...remarks, ...linksToOpen(document)], ...sender },
    }
  const word = await openWord(ports, file, asPaper)
  if (word.state === 'refused')
    return {
      state: 'refused',
      obstacles: word.obstacles.map((each) => ({ ...each, problem: `Tệp Word kèm thư: ${each.problem}` })),
    }
  const whole = withPictures(word.material, pictures)
  return {
    state: 'read',
    material: {
      ...sender,
      pictures: whole.pictures,
      document: withoutAddress(whole.document, parsed.mail.fromAddress),
      remarks: [...whole.remarks, ...remarks, ...linksToOpen(whole.document)],
    },
  }
}

/** The clock of whoever sent a letter may be wrong, but nothing is received tomorrow. */
const receivedAt = (sent: Instant | undefined, now: Instant): Instant => {
  const at = Math.min(sent ?? now, now)
  return at - (at % MINUTE)
}

const refused = (problem: string, fix: string): Source => ({
  state: 'refused',
  obstacles: [{ problem, fix }],
})

function readBytes({ files }: Ports, file: string): Uint8Array {
  const read = files.read(relative(files.root, resolve(files.root, file)), MOST_WORD_BYTES)
  if (read.state === 'read') return read.bytes
  const why = read.state === 'unreadable' ? `không đọc được (${read.why})` : NOT_READ[read.state]
  throw new UsageError(`\`${basename(file)}\`: ${why}`)
}

const NOT_READ = { absent: 'không có tệp này', 'too-large': 'tệp quá lớn' }
