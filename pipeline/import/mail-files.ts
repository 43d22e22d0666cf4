import type { MailFile } from '../adapters/mail.ts'
import { detectType } from '../media/detect-type.ts'
import { pictureFacts } from '../media/picture-facts.ts'
import type { Obstacle } from './obstacles.ts'
import { wordTypeOf } from './word-type.ts'

/** The files that somebody sent, by what is done with them. */
export type SortedFiles = {
  readonly word: readonly MailFile[]
  /** Pictures of the article; `contentId` where the text shows it. */
  readonly pictures: readonly MailFile[]
  /** What is left out, in words. */
  readonly left: readonly string[]
}

/** Files that are run when they are opened, by the ends of their names and by their bytes. */
const PROGRAM_NAMES =
  /\.(?:exe|com|scr|pif|bat|cmd|msi|msp|ps1|vbs?|vbe|jse?|wsf|wsh|hta|cpl|lnk|reg|jar|apk|ipa|app|dmg|sh|py|php|html?|svg|iso|img)\s*$/i
const PROGRAM_TYPES = new Set(
  'exe elf macho msi jar apk dex class deb rpm dmg lnk html svg php script xml iso wasm'.split(' '),
)
const PACKED = new Set('zip rar 7z gz bz2 xz tar zst cab arj lz'.split(' '))
const SHOWN = new Set('jpg png webp gif avif heic tif bmp'.split(' '))
/** What mail programs add by themselves. */
const OWN_TYPES =
  /^(?:text\/calendar|application\/(?:pkcs7-signature|x-pkcs7-signature|pgp-signature|pgp-keys))$/
/** How older Outlook wraps a whole letter and its files (MS-OXTNEF, 2.1.3.1): its first four bytes. */
const WRAPPED = [0x78, 0x9f, 0x3e, 0x22]
/** A smaller picture is the sign of a firm in a signature, or counts who reads. In pixels. */
const SMALLEST = 100

/** What one file is to the article. */
type Role =
  | { readonly role: 'word' | 'picture' | 'nothing' }
  | { readonly role: 'left'; readonly words: string }
  | { readonly role: 'obstacle'; readonly obstacle: Obstacle }

/** What files came with: a letter is read by an editor, who asks its sender; of an article that came by the form the sender reads himself. */
export type SentBy = 'thư' | 'bài gửi' | 'câu hỏi'

const MENDS: Record<SentBy, Readonly<Record<'program' | 'packed' | 'several', string>>> = {
  thư: {
    program: 'không mở tệp ấy; hỏi lại người gửi bằng điện thoại, xin gửi lại thư không có tệp này',
    packed: 'xin người gửi gửi lại từng tệp, không nén; hoặc tự giải nén, xem, rồi nhập từng tệp',
    several: 'lưu từng tệp ra máy rồi nhập riêng từng tệp: congbo import <tệp>',
  },
  'bài gửi': {
    program: 'bỏ tệp ấy; chỉ gửi ảnh và tệp Word (.docx)',
    packed: 'giải nén rồi gửi từng ảnh, từng tệp',
    several: 'giữ lại một tệp; tệp kia gửi bằng một bài khác',
  },
  'câu hỏi': {
    program: 'bỏ tệp ấy; chỉ gửi ảnh và tệp Word (.docx)',
    packed: 'giải nén rồi gửi tệp Word',
    several: 'giữ lại một tệp',
  },
}

/**
 * Sorts files that somebody sent by their bytes.
 *
 * @returns what stands against all that was sent, or the files
 */
export async function sortFiles(
  files: readonly MailFile[],
  what: SentBy,
): Promise<SortedFiles | readonly Obstacle[]> {
  const sorted = await Promise.all(files.map(async (file) => ({ file, ...(await roleOf(file, what)) })))
  const obstacles = sorted.flatMap((each) => (each.role === 'obstacle' ? [each.obstacle] : []))
  if (obstacles.length > 0) return obstacles
  const of = (role: Role['role']) => sorted.filter((each) => each.role === role).map(({ file }) => file)
  const word = of('word')
  if (word.length > 1)
    return [
      {
        problem: `${capital(what)} kèm ${word.length} tệp Word (${word.map((each) => `«${nameOf(each)}»`).join(', ')}): không biết tệp nào là bài`,
        fix: MENDS[what].several,
      },
    ]
  const left = sorted.flatMap((each) => (each.role === 'left' ? [each.words] : []))
  return { word, pictures: of('picture'), left }
}

async function roleOf(file: MailFile, what: SentBy): Promise<Role> {
  if (OWN_TYPES.test(file.type)) return { role: 'nothing' }
  const name = nameOf(file)
  if (WRAPPED.every((byte, index) => file.bytes[index] === byte))
    return {
      role: 'left',
      words: `Outlook của người gửi gói tệp kèm ${what} vào winmail.dat, máy không mở được: có tệp Word, ảnh thì xin người gửi gửi lại dạng HTML`,
    }
  if (file.type === 'message/rfc822')
    return {
      role: 'left',
      words: `trong ${what} còn một thư khác kèm theo, không nhập; bài ở thư ấy thì mở ra, lưu thành tệp .eml rồi nhập riêng`,
    }
  const type = (await detectType(file.bytes)) ?? ''
  if (PROGRAM_NAMES.test(file.name ?? '') || PROGRAM_TYPES.has(type))
    return obstacle(`${capital(what)} kèm tệp có thể chạy được: «${name}»`, MENDS[what].program)
  if (SHOWN.has(type))
    return isSign(file)
      ? { role: 'left', words: `bỏ ảnh nhỏ «${name}» (biểu tượng trong chữ ký)` }
      : { role: 'picture' }
  const noWord = await obstacleToWord(file.bytes)
  if (!noWord) return { role: 'word' }
  if (isWordName(file))
    return { role: 'obstacle', obstacle: { ...noWord, where: `tệp kèm ${what} «${name}»` } }
  if (PACKED.has(type))
    return obstacle(`${capital(what)} kèm tệp nén «${name}»: không xem được bên trong`, MENDS[what].packed)
  return {
    role: 'left',
    words: `tệp kèm ${what} «${name}» không nhập; cần đăng thì lưu tệp cạnh bài và ghi vào attachments ở phần đầu bài`,
  }
}

/** Why a file is no Word file. A PDF that comes with a letter is more often its attachment than its article. */
async function obstacleToWord(bytes: Uint8Array): Promise<Obstacle | undefined> {
  const found = await wordTypeOf(bytes)
  if (found.type === 'refused') return found.obstacle
  return found.type === 'pdf' ? PDF_BY_ANOTHER_NAME : undefined
}

const PDF_BY_ANOTHER_NAME: Obstacle = {
  problem: 'Nội dung tệp là PDF, không phải tệp Word',
  fix: 'xin người gửi gửi lại tệp Word; bài chỉ có ở PDF thì lưu tệp ra máy rồi nhập riêng: congbo import <tệp>',
}

const obstacle = (problem: string, fix: string): Role => ({ role: 'obstacle', obstacle: { problem, fix } })

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const isWordName = ({ name = '' }: MailFile): boolean => /\.(?:docx?|docm|dotm?|odt)$/i.test(name)

function isSign({ bytes }: MailFile): boolean {
  const facts = pictureFacts(bytes)
  return facts.state === 'picture' && (facts.width < SMALLEST || facts.height < SMALLEST)
}

const LONGEST = 60

/** A name is only ever shown, between quotation marks that it cannot end: it never becomes a path. */
const nameOf = ({ name, type }: MailFile): string => {
  const shown = (name ?? type).replace(/[\p{Cc}\p{Cf}«»`]+/gu, ' ').trim()
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown
}
