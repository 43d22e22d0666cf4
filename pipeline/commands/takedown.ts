import type { Ports } from '../adapters/ports.ts'
import { dayOf, formatInstant, vietnameseInstant, yearOf } from '../calendar/local-time.ts'
import type { GoBo } from '../contract/types.ts'
import type { Document } from '../documents/document.ts'
import { placeOf } from '../documents/document.ts'
import { readDocument } from '../documents/read-document.ts'
import { CONTENT, type Portal } from '../portal/portal.ts'
import { publicationOf } from '../publication/publication.ts'
import { type Filed, nextNumber, recordPath, TAKEDOWNS_FOLDER } from '../registers/register-files.ts'
import { takedownLaw, takedownProblems } from '../registers/takedowns.ts'
import { labelOf } from '../roster/roster.ts'
import { writeRecord } from '../yaml/append-entry.ts'
import { UsageError } from './arguments.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { type OpenRegisters, openRegisters } from './open-registers.ts'
import { oneLine, wrongForm } from './refuse.ts'
import { planTakedown, type TakedownPlan } from './takedown-plan.ts'

export type TakedownOptions = {
  readonly ground?: string
  readonly breach?: 'co' | 'khong'
  readonly by?: string
  readonly decidedBy?: string
  readonly title?: string
  readonly evenIfLinked?: boolean
  readonly remarks?: string
  readonly now?: string
  readonly json?: boolean
}

/** Takes a published article down: writes the record and removes the article with the files that are its own, all of it or nothing. */
export async function takedown(
  ports: Ports,
  id: string,
  written: string,
  options: TakedownOptions,
): Promise<ExitCode> {
  const opened = await openRegisters(ports, id, options.now, { history: true })
  if (!opened) return EXIT.cannotRun
  const { portal } = opened.open
  const document = publishedDocument(ports, written, opened)
  const record = readRecord(document, options, opened)
  const plan = planTakedown(ports.files, opened.contract, portal.folder, document)
  if (plan.linking.length > 0 && !options.evenIfLinked)
    throw new UsageError(
      `Bài khác còn dẫn tới bài này: ${plan.linking.join(', ')}; bỏ liên kết ở đó trước, hoặc thêm --even-if-linked rồi sửa trong cùng yêu cầu gộp`,
    )
  const file = carryOut(ports, record, plan, opened)
  if (options.json) ports.out(JSON.stringify({ file, ...record, ...plan }, null, 2))
  else tell(ports, { record, plan, file, portal })
  return EXIT.ok
}

/** The article at a path as it was typed, from the top of the repository or from the portal's folder. */
function publishedDocument(ports: Ports, written: string, { contract, open }: OpenRegisters): Document {
  const { portal, publications, now } = open
  const path = written
    .replaceAll('\\', '/')
    .replace(/^\.\//, '')
    .replace(new RegExp(`^${CONTENT}/${portal.id}/`), '')
  if (!placeOf(path))
    throw new UsageError(
      `\`${written}\` không phải là đường dẫn của một bài; ví dụ: tin-bai/xa-hoi/2026/ten-bai.md`,
    )
  if (!ports.files.exists(portal.folder + path)) throw new UsageError(`Không có bài ${portal.folder}${path}`)
  if (publicationOf(publications, path, now).state === 'pending')
    throw new UsageError(
      `Bài ${path} chưa công bố: không cần ghi sổ gỡ bỏ; xóa tệp, hoặc ghi sổ từ chối bằng congbo refuse`,
    )
  const document = readDocument(ports.files, portal.folder, path, contract)
  if (!document)
    throw new UsageError(
      `Bài ${path} có lỗi nên không đọc được; chạy congbo check ${portal.folder}${path} rồi sửa trước`,
    )
  return document
}

function readRecord(document: Document, options: TakedownOptions, { open, registers }: OpenRegisters): GoBo {
  const { regulation } = open.portal
  const rule = regulation.law.takedown
  const by = options.by ?? rule?.by
  const decidedBy = options.decidedBy ?? rule?.decidedBy
  const { ground, breach } = options
  if (ground === undefined || breach === undefined || by === undefined || decidedBy === undefined) {
    const missing = [
      ...(ground === undefined ? [`--ground ${groundHint(rule?.grounds)}`] : []),
      ...(breach === undefined ? ['--breach co|khong (gỡ vì bài vi phạm hay không)'] : []),
      ...(by === undefined ? ['--by <mã>: Quy chế không nêu ai gỡ'] : []),
      ...(decidedBy === undefined ? ['--decided-by <mã>: Quy chế không nêu ai quyết định'] : []),
    ]
    throw new UsageError(`Thiếu: ${missing.join('; ')}`)
  }
  return {
    number: nextNumber(registers.takedowns, yearOf(dayOf(open.now))),
    path: document.path,
    title: options.title === undefined ? document.front.title : oneLine(options.title),
    takenDownAt: formatInstant(open.now),
    by,
    ground: listedGround(oneLine(ground), rule?.grounds),
    decidedBy,
    breach: breach === 'co',
    ...(options.remarks === undefined ? {} : { remarks: oneLine(options.remarks) }),
  }
}

const groundHint = (grounds: readonly string[] = []): string =>
  grounds.length === 0
    ? '"lý do bằng lời": Quy chế không liệt kê'
    : grounds.map((words, index) => `${index + 1} («${words}»)`).join(' hoặc ')

/** A ground of the regulation by its place in the list, or as it is written there. */
const listedGround = (typed: string, grounds: readonly string[] = []): string =>
  (/^\d+$/.test(typed) ? grounds[Number(typed) - 1] : undefined) ?? typed

function carryOut(
  ports: Ports,
  record: GoBo,
  plan: TakedownPlan,
  { contract, open, registers }: OpenRegisters,
): string {
  const { portal, now } = open
  const year = yearOf(dayOf(now))
  const file = portal.folder + recordPath(TAKEDOWNS_FOLDER, year, record.number)
  const [error] = contract.errors('go-bo', record)
  if (error) throw new UsageError(wrongForm(error.instancePath))
  const filed: Filed<GoBo> = { file, text: '', value: record, year, number: record.number }
  const wrong = takedownProblems(filed, [...registers.takedowns, filed], {
    regulation: portal.regulation,
    roster: portal.roster,
    now,
    articles: { present: () => false, published: undefined },
  })
  if (wrong.length > 0)
    throw new UsageError(wrong.map(({ problem, fix }) => `${problem}; ${fix}`).join('\n        '))
  const done = ports.changeFiles(ports.files.root, {
    create: new Map([[file, writeRecord(record)]]),
    remove: [record.path, ...plan.files].map((path) => portal.folder + path),
  })
  if (!done.ok) throw new UsageError(`Đã có tệp ${done.taken.join(', ')}; chạy lại để lấy số tiếp theo`)
  return file
}

type Carried = {
  readonly record: GoBo
  readonly plan: TakedownPlan
  readonly file: string
  readonly portal: Portal
}

function tell(ports: Ports, { record, plan, file, portal }: Carried): void {
  const { number, title, path, ground, decidedBy, breach, takenDownAt } = record
  ports.out(`Đã gỡ «${title}», ghi sổ gỡ bỏ số ${number}: ${file}`)
  ports.out(`  Lý do: ${ground} · ${takedownLaw(portal.regulation)}`)
  ports.out(
    `  Quyết định: ${labelOf(portal.roster, decidedBy)}, ${vietnameseInstant(Date.parse(takenDownAt))}`,
  )
  ports.out(
    `  ${breach ? 'Bài vi phạm: không trả nhuận bút.' : 'Không phải vi phạm: nhuận bút không bị ảnh hưởng.'}`,
  )
  for (const each of [path, ...plan.files]) ports.out(`  đã xóa  ${portal.folder}${each}`)
  for (const each of plan.shared) ports.out(`  giữ lại ${portal.folder}${each}: bài khác còn dùng`)
  for (const each of plan.linking) ports.out(`  sửa     ${portal.folder}${each}: còn dẫn tới bài đã gỡ`)
  if (portal.cong.sample)
    ports.out(`  Cổng mẫu: ghi thêm dòng của bài vào mục removed của ${portal.folder}nhat-ky-xuat-ban.yaml`)
  ports.out('Việc tiếp theo, bài mới thật sự rời cổng:')
  ports.out(
    `  git switch -c go-bo-${number} && git add -A ${portal.folder} && git commit -m "Gỡ bài theo sổ gỡ bỏ số ${number}"`,
  )
  ports.out('  git push -u origin HEAD, rồi mở yêu cầu gộp; gộp xong cổng được dựng lại.')
  ports.out(
    'Bài vẫn còn trong lịch sử Git; muốn xóa khỏi lịch sử: docs/huong-dan/quan-tri.md, mục «Gỡ hẳn khỏi lịch sử».',
  )
}
