import type { Ports } from '../adapters/ports.ts'
import { FOLDER_OF } from '../documents/document.ts'
import { skeletonOf } from '../drafting/skeleton.ts'
import { type Portal, statusOn } from '../portal/portal.ts'
import type { Kind } from '../regulation/regulation.ts'
import { UsageError } from './arguments.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { openOne } from './open-one.ts'
import { numberOfNext } from './question-file.ts'

export type NewOptions = {
  readonly title?: string
  readonly linhVuc?: string
  readonly section?: string
  readonly now?: string
}

/** Writes the skeleton of a document: valid from the first moment, with its deadline in a comment. */
export async function newDocument(
  ports: Ports,
  id: string,
  kind: string,
  options: NewOptions,
): Promise<ExitCode> {
  const opened = await openOne(ports, id, options.now)
  if (!opened) return EXIT.cannotRun
  const { portal, now } = opened.open
  const asked = readRequest(portal, kind, options)
  const status = statusOn(portal.cong, now)
  if (status.state !== 'active')
    throw new UsageError(`${portal.cong.name} không hoạt động ở thời điểm này, không tạo bài mới được`)
  const number = kind === 'hoi-dap' ? numberOfNext(ports.files, portal, now) : undefined
  const { path, text } = skeletonOf(portal, { ...asked, number, now })
  const file = portal.folder + path
  if (ports.files.taken(file)) throw new UsageError(`Đã có tệp ${file}; đặt tiêu đề khác bằng --title "…"`)
  ports.files.write(file, text)
  ports.out(`Đã tạo ${file}`)
  ports.out(`Việc tiếp theo: mở tệp, viết nội dung, rồi chạy: congbo check ${file}`)
  return EXIT.ok
}

/** What a terminal or a clipboard slips into a title, line breaks and invisible signs, is no part of it. */
export function readTitle(text: string): string {
  const title = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  if (title.length < 5 || title.length > 250)
    throw new UsageError(`--title: tiêu đề dài ${title.length} ký tự; cần từ 5 đến 250 ký tự`)
  return title
}

/** Holds what was asked for against the regulation of the portal. */
export function readRequest(
  portal: Portal,
  kind: string,
  { title, linhVuc, section }: { [Key in 'title' | 'linhVuc' | 'section']?: string | undefined },
) {
  const { regulation } = portal
  if (!(kind in FOLDER_OF) || !regulation.kinds.has(kind as Kind)) {
    throw new UsageError(
      `Cổng ${portal.id} không có thể loại \`${kind}\`; có: ${[...regulation.kinds].map(([id, { label }]) => `${id} (${label})`).join(', ')}`,
    )
  }
  if (linhVuc !== undefined && !regulation.linhVuc.has(linhVuc))
    throw new UsageError(
      `--linh-vuc: không có lĩnh vực \`${linhVuc}\`; có: ${[...regulation.linhVuc.keys()].join(', ')}`,
    )
  if (section !== undefined && !regulation.sections.has(section))
    throw new UsageError(
      `--section: không có chuyên mục \`${section}\`; có: ${[...regulation.sections.keys()].join(', ')}`,
    )
  return {
    kind: kind as Kind,
    title:
      title === undefined
        ? `${regulation.kinds.get(kind as Kind)?.label ?? 'Bài'} chưa đặt tiêu đề`
        : readTitle(title),
    linhVuc,
    section,
  }
}
