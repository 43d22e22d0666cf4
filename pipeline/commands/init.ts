import { resolve } from 'node:path'
import type { Files, Ports } from '../adapters/ports.ts'
import { dayOf, formatDay } from '../calendar/local-time.ts'
import { formatText } from '../diagnostics/format-text.ts'
import { heldFiles } from '../documents/held-files.ts'
import { skeletonOf } from '../drafting/skeleton.ts'
import { CODEOWNERS_FILE } from '../owners/owners-error.ts'
import { renderCodeowners } from '../owners/render-codeowners.ts'
import { CONTENT, type Portal, SHARED_FOLDERS } from '../portal/portal.ts'
import { openWorkspace } from '../portal/workspace.ts'
import { EXAMPLE, introduction } from '../starter/first-documents.ts'
import type { NewPortal } from '../starter/new-portal.ts'
import { languagesIn, portalText, regulationText, rosterText, unitNameIn } from '../starter/portal-data.ts'
import { repositoryFiles } from '../starter/repository-files.ts'
import { SUBMISSION_FORM, sendingPortal, submissionForm } from '../starter/submission-form.ts'
import { UsageError } from './arguments.ts'
import { DISK_WORDS } from './disk-words.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { readNewPortal } from './init-answers.ts'

export type InitOptions = {
  readonly from?: string
  readonly id?: string
  readonly name?: string
  readonly org?: string
}

/** Writes the repository of a new portal: all of it, over nothing. It passes its own check from the first moment. */
export async function init(
  ports: Ports,
  folder: string | undefined,
  options: InitOptions,
): Promise<ExitCode> {
  const portal = await readNewPortal(ports, options)
  const former = unitNameIn(ports.productFile(`${CONTENT}/${portal.from}/cong.yaml`))
  const around = repositoryFiles(portal, { version: ports.version, former })
  const data = new Map([...contentFiles(ports, portal), ...around])
  const opened = await openPlanned(ports, data, portal.id)
  const files = new Map([
    ...data,
    ...documentsOf(opened, ports.now()),
    [CODEOWNERS_FILE, renderCodeowners([opened])],
    [SUBMISSION_FORM, submissionForm([sendingPortal(opened)])],
  ])
  const target = resolve(ports.files.root, folder ?? '.')
  create(ports, target, files)
  ports.out(`Đã tạo ${files.size} tệp trong ${target}`)
  ports.out(`Cổng: ${portal.name} (${portal.id}), Quy chế chép từ cổng ${portal.from}.`)
  ports.out('Việc tiếp theo: mở README.md, làm lần lượt từng bước; những chỗ phải điền đều ghi [CẦN SỬA].')
  return EXIT.ok
}

function contentFiles(ports: Ports, portal: NewPortal): ReadonlyMap<string, string> {
  const of = (name: string) => ports.productFile(`${CONTENT}/${portal.from}/${name}`)
  const shared = [...SHARED_FOLDERS].flatMap((folder) => ports.product.list(`${CONTENT}/${folder}`))
  const to = `${CONTENT}/${portal.id}`
  return new Map([
    ...shared.map(({ path }) => [path, ports.productFile(path)] as const),
    [
      `${to}/cong.yaml`,
      portalText(portal, { today: formatDay(dayOf(ports.now())), languages: languagesIn(of('cong.yaml')) }),
    ],
    [`${to}/quy-che.yaml`, regulationText(of('quy-che.yaml'), portal)],
    [`${to}/ban-bien-tap.yaml`, rosterText(of('ban-bien-tap.yaml'), portal)],
  ])
}

/** Opens the portal before it is written: what would not open is not written. */
async function openPlanned(ports: Ports, data: ReadonlyMap<string, string>, id: string): Promise<Portal> {
  const files: Files = heldFiles(data)
  const { portals, problems } = await openWorkspace({ ...ports, files }, { historyOf: new Map() })
  const open = portals.find(({ portal }) => portal.id === id)
  if (open && problems.length === 0) return open.portal
  throw new UsageError(
    [
      'Không tạo được cổng từ những gì đã khai; chưa ghi tệp nào.',
      ...problems.map((each) => formatText(each)),
    ].join('\n'),
  )
}

/** A page and an article to write over, with the fields that `congbo new` gives them. */
function documentsOf(portal: Portal, now: number): ReadonlyMap<string, string> {
  const kind = portal.regulation.kinds.has('bai-viet') ? 'bai-viet' : [...portal.regulation.kinds.keys()][0]
  const requests = [
    { kind: 'trang', title: 'Giới thiệu', body: introduction(portal.cong.name) },
    { kind: kind ?? 'trang', title: 'Bài mẫu: thay bằng bài đầu tiên của cổng', body: EXAMPLE },
  ] as const
  return new Map(
    requests.map(({ body, ...request }) => {
      const { path, text } = skeletonOf(portal, { ...request, now })
      return [
        portal.folder + path,
        text.replace(/(^---\n[\s\S]*?\n---\n)[\s\S]*$/, (_, front: string) => `${front}\n${body}`),
      ]
    }),
  )
}

function create(ports: Ports, target: string, files: ReadonlyMap<string, string>): void {
  try {
    const created = ports.createFiles(target, files)
    if (created.ok) return
    const shown = created.taken.slice(0, 5).join(', ')
    throw new UsageError(
      `${target} đã có ${shown}${created.taken.length > 5 ? ` và ${created.taken.length - 5} tệp khác` : ''}; chưa ghi tệp nào. Cách sửa: chọn một thư mục trống, ví dụ congbo init cong-moi`,
    )
  } catch (error) {
    const why = DISK_WORDS[(error as NodeJS.ErrnoException).code ?? '']
    throw why === undefined
      ? error
      : new UsageError(
          `Không ghi được vào ${target}: ${why}; đã gỡ những gì vừa ghi. Cách sửa: kiểm tra ổ đĩa và quyền ghi`,
        )
  }
}
