import type { Entry } from '../adapters/ports.ts'
import { type Finding, TOP } from '../diagnostics/diagnostic.ts'
import { placeOf } from './document.ts'

/** What an entry of a portal's folder is. */
export type Classified =
  /** `schema`: the schema that its form is checked against here; the data of the portal itself is checked when it is opened. */
  | { readonly type: 'data'; readonly schema?: 'ho-so' | 'khoa-ho-so' }
  | { readonly type: 'document' }
  | { readonly type: 'attachment' }
  | { readonly type: 'foreign'; readonly finding: Finding }

const DATA: ReadonlySet<string> = new Set([
  'cong.yaml',
  'quy-che.yaml',
  'ban-bien-tap.yaml',
  'nhat-ky-xuat-ban.yaml',
])
/** Rate tables, scores and closed months of royalties. */
const ROYALTIES = /^nhuan-but\/(?:\d{4}-\d{2}-\d{2}|(?:cham|so)\/\d{4}-\d{2})\.yaml$/
const REGISTERS = /^(?:nghia-vu\/\d{4}|(?:tu-choi|go-bo)\/\d{4}\/\d{3})\.yaml$/
const RECORD = /^ho-so\/\d{4}\/pr-[1-9]\d{0,9}\.yaml$/
const RECORD_KEYS = 'ho-so/khoa.yaml'
/** The portal's own mark, beside cong.yaml; pictures of articles stand with their articles. */
const EMBLEM = /^huy-hieu\.(?:png|webp)$/
const FOLDERS = /^(?:tin-bai\/[^/]+\/\d{4}|van-ban\/\d{4}|hoi-dap\/\d{4}|trang)\/[^/]+$/
const ATTACHMENT =
  /^[a-z0-9]+(?:-[a-z0-9]+)*\.(?:png|jpg|jpeg|webp|gif|pdf|docx|xlsx|pptx|odt|ods|csv|mp3|mp4|webm|vtt)$/

/** A file of the registers: what was done of the duties, what was refused, what was taken down. */
export const isRegister = (path: string): boolean => REGISTERS.test(path)

/** Whether a path below a portal's folder is that of an approval record. */
export const isRecordPath = (path: string): boolean => RECORD.test(path)

/** Judges one entry by its path alone; nothing is read. Only what is listed here may stand in a content folder. */
export function classify({ path, type }: Entry): Classified {
  if (type === 'symlink')
    return foreign(
      'Đây là liên kết tượng trưng, có thể dẫn tới tệp ngoài cổng',
      'xóa liên kết, đặt tệp thật vào đây',
    )
  if (type === 'other') return foreign('Đây không phải là tệp thường', 'xóa đi')
  if (path !== path.normalize('NFC'))
    return foreign(
      'Tên tệp hoặc thư mục viết bằng dấu rời (Unicode tổ hợp), dễ lẫn với tên giống hệt',
      'đổi tên: chữ thường không dấu',
    )
  if (path.endsWith('.md')) return placeOf(path) ? { type: 'document' } : MISPLACED
  if (DATA.has(path) || ROYALTIES.test(path) || isRegister(path)) return { type: 'data' }
  if (isRecordPath(path)) return { type: 'data', schema: 'ho-so' }
  if (path === RECORD_KEYS) return { type: 'data', schema: 'khoa-ho-so' }
  if (EMBLEM.test(path)) return { type: 'attachment' }
  const name = path.split('/').at(-1) as string
  if (FOLDERS.test(path) && ATTACHMENT.test(name)) return { type: 'attachment' }
  if (
    FOLDERS.test(path) &&
    ATTACHMENT.test(
      name
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[đĐ]/g, 'd')
        .toLowerCase()
        .replace(/[^a-z0-9.]+/g, '-'),
    )
  ) {
    return foreign(
      'Tên tệp đính kèm có dấu, chữ hoa hoặc khoảng trắng',
      'đổi tên: chữ thường không dấu, chữ số, gạch nối',
    )
  }
  return foreign(
    'Tệp không thuộc loại được phép trong thư mục nội dung',
    'xóa tệp; chỉ dùng .md, ảnh (png, jpg, webp), pdf, docx, xlsx, odt, ods, csv, mp3, mp4',
  )
}

const foreign = (problem: string, fix: string): Classified => ({
  type: 'foreign',
  finding: { at: TOP, problem, fix },
})

const MISPLACED = foreign(
  'Tệp .md nằm sai chỗ',
  'đặt vào tin-bai/<lĩnh vực>/<năm>/, van-ban/<năm>/, hoi-dap/<năm>/ hoặc trang/',
)
