import { latin1 } from '../media/bytes.ts'
import { detectType } from '../media/detect-type.ts'
import { MOST_BYTES } from '../media/formats.ts'
import type { HazardCode } from '../media/hazard.ts'
import { isLockedOffice, officeHazards } from '../media/office.ts'
import { unzip, zipEntries } from '../media/zip.ts'
import { DANGERS, type Obstacle, obstacleOf } from './obstacles.ts'

/** A file that is handed over as a Word file, by its bytes and never by its name. */
export type WordType =
  | { readonly type: 'docx' | 'doc' | 'odt' | 'pdf' }
  | { readonly type: 'refused'; readonly obstacle: Obstacle }

/** A larger file is not read. In bytes. */
export const MOST_WORD_BYTES = MOST_BYTES

const wide = (text: string): string => [...text].map((sign) => `${sign}\0`).join('')

export async function wordTypeOf(bytes: Uint8Array): Promise<WordType> {
  if (bytes.length === 0)
    return {
      type: 'refused',
      obstacle: {
        problem: 'Tệp rỗng, không có byte nào',
        fix: 'mở lại tệp gốc xem còn nội dung không, lưu lại; hoặc xin người gửi gửi lại tệp',
      },
    }
  const type = await detectType(bytes)
  if (type === 'docm' || type === 'dotm') return refused('macro')
  if (type === 'cfb') return typeOfOld(bytes)
  if (type === 'odt') return typeOfOdt(bytes)
  if (type === 'pdf') return { type }
  // Some programs write a .docx whose first entry is not the usual one.
  const isWord =
    type === 'docx' || (type === 'zip' && zipEntries(bytes)?.some(({ name }) => name === 'word/document.xml'))
  if (isWord) return { type: 'docx' }
  const words =
    OTHERS[type ?? ''] ??
    (type === undefined ? 'chữ thường hoặc thứ không nhận ra được' : `tệp ${type.toUpperCase()}`)
  return {
    type: 'refused',
    obstacle: {
      problem: `Nội dung tệp là ${words}, không phải tệp Word hay PDF`,
      fix: 'mở tệp bằng Word hoặc LibreOffice, chọn Lưu thành… (Save As) «Word Document (.docx)», rồi nhập tệp mới; chỉ đổi đuôi tên tệp thì không được',
    },
  }
}

const OTHERS: Readonly<Record<string, string>> = {
  rtf: 'RTF',
  zip: 'tệp nén ZIP',
  exe: 'chương trình Windows',
  html: 'trang HTML',
}

const refused = (code: HazardCode, where?: string): WordType => ({
  type: 'refused',
  obstacle: obstacleOf(code, where),
})

function typeOfOld(bytes: Uint8Array): WordType {
  if (isLockedOffice(bytes)) return refused('locked')
  const text = latin1(bytes)
  if (text.includes(wide('_VBA_PROJECT'))) return refused('macro')
  if (text.includes(wide('WordDocument'))) return { type: 'doc' }
  if (text.includes(wide('__substg1.0_')))
    return {
      type: 'refused',
      obstacle: {
        problem: 'Nội dung tệp là thư của Outlook (.msg)',
        fix: 'trong Outlook mới hoặc Outlook trên web: mở thư, Tải xuống dưới dạng .eml; hoặc chép nội dung ra một tệp Word rồi nhập tệp ấy',
      },
    }
  return {
    type: 'refused',
    obstacle: {
      problem: 'Nội dung tệp là tệp Office kiểu cũ, nhưng không phải Word (có thể là Excel hoặc PowerPoint)',
      fix: 'mở bằng đúng chương trình; phần cần đăng thì chép sang một tệp Word',
    },
  }
}

const MOST_OF_CONTENT = 32 * 1024 * 1024
/** What LibreOffice would go and fetch while it converts. */
const FETCHED =
  /<(?:draw:image|draw:object|draw:object-ole|text:section-source)\b[^>]*xlink:href="(?:[a-z][a-z0-9+.-]*:|\/|\.\.\/(?!\.))/i

function typeOfOdt(bytes: Uint8Array): WordType {
  const [danger] = officeHazards(bytes).filter(({ code }) => code in DANGERS)
  if (danger) return refused(danger.code, danger.detail)
  const entry = zipEntries(bytes)?.find(({ name }) => name === 'content.xml')
  const content = entry && unzip(bytes, entry, MOST_OF_CONTENT)
  return content && FETCHED.test(latin1(content)) ? refused('remote-template') : { type: 'odt' }
}
