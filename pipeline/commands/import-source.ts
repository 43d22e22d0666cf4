import { basename, relative, resolve } from 'node:path'
import type { Ports } from '../adapters/ports.ts'
import type { Obstacle } from '../import/obstacles.ts'
import { MOST_WORD_BYTES, wordTypeOf } from '../import/word-type.ts'
import { UsageError } from './arguments.ts'

/** The bytes of a .docx, or why there are none. */
export type Source =
  | { readonly state: 'docx'; readonly bytes: Uint8Array }
  | { readonly state: 'refused'; readonly obstacle: Obstacle }

/** Reads a file from anywhere on the machine and makes a .docx of it where it is none. */
export async function openSource(ports: Ports, file: string): Promise<Source> {
  const bytes = readBytes(ports, file)
  const found = await wordTypeOf(bytes)
  if (found.type === 'refused') return { state: 'refused', obstacle: found.obstacle }
  if (found.type === 'docx') return { state: 'docx', bytes }
  const made = await ports.office(bytes, found.type)
  if (made.state === 'made') return { state: 'docx', bytes: made.bytes }
  return {
    state: 'refused',
    obstacle:
      made.state === 'absent'
        ? {
            problem: `Tệp .${found.type} cần LibreOffice để đọc, máy này chưa có LibreOffice`,
            fix: 'mở tệp bằng Word, Lưu thành… «Word Document (.docx)», rồi nhập tệp mới; hoặc nhờ quản trị cài LibreOffice (biến môi trường SOFFICE chỉ tới chương trình nếu cài ở chỗ khác)',
          }
        : {
            problem: `LibreOffice không đọc được tệp .${found.type} này: tệp hỏng hoặc có mật khẩu`,
            fix: 'mở tệp bằng Word, bỏ mật khẩu nếu có, Lưu thành… «Word Document (.docx)», rồi nhập tệp mới',
          },
  }
}

function readBytes({ files }: Ports, file: string): Uint8Array {
  const read = files.read(relative(files.root, resolve(files.root, file)), MOST_WORD_BYTES)
  if (read.state === 'read') return read.bytes
  const why = { absent: 'không có tệp này', 'too-large': 'tệp quá lớn', unreadable: 'không đọc được tệp' }
  throw new UsageError(`\`${basename(file)}\`: ${why[read.state]}`)
}
