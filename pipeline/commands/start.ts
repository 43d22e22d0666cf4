import { join } from 'node:path'
import type { Ports } from '../adapters/ports.ts'
import { isError } from '../diagnostics/diagnostic.ts'
import { countInWords, formatText } from '../diagnostics/format-text.ts'
import { answerForm } from '../editor/working-copy.ts'
import { portalIds } from '../portal/load-portal.ts'
import { CONTENT } from '../portal/portal.ts'
import { type OpenPortal, openWorkspace } from '../portal/workspace.ts'
import { checkWorkspace } from '../rules/check-workspace.ts'
import { readNow, UsageError } from './arguments.ts'
import { buildOne } from './build.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { paintFor } from './paint.ts'
import { prepareLikeness } from './read-likeness.ts'
import { writeStartPage } from './start-page.ts'
import { workingCopy } from './working-copy.ts'

export type StartOptions = { readonly port?: string; readonly now?: string }

const DEFAULT_PORT = 8080
const SITE = '_site'

/** Checks everything, builds every portal, serves them, until Ctrl-C. */
export async function start(ports: Ports, options: StartOptions): Promise<ExitCode> {
  const port = readPort(options.port ?? ports.environment('PORT'))
  if (portalIds(ports.files).length === 0)
    throw new UsageError(`Không thấy cổng nào trong ${CONTENT}/; chạy lệnh ở thư mục gốc của kho nội dung`)
  const timer = stepTimer(ports)

  const workspace = await openWorkspace(ports, { now: readNow(options.now) })
  timer.say(
    `Mở ${workspace.portals.length} cổng: ${workspace.portals.map(({ portal }) => portal.id).join(', ')}`,
  )

  const { diagnostics, checked } = await checkWorkspace(ports.files, workspace, ports)
  for (const each of diagnostics) ports.out(formatText(each, paintFor(ports)))
  timer.say(`Kiểm tra ${checked} tệp nội dung: ${countInWords(diagnostics)}`)
  if (diagnostics.some(isError))
    ports.err('Có lỗi phải sửa trước khi đăng (xem trên); dưới đây vẫn dựng những gì dựng được để xem thử.')

  const built: OpenPortal[] = []
  for (const open of workspace.portals)
    if (await buildOne(ports, workspace, open, optionsFor(open))) built.push(open)
  if (built.length === 0) return EXIT.problems
  writeStartPage(ports, SITE, built)
  await prepareLikeness(ports)
  timer.say(`Dựng ${built.length} cổng vào ${SITE}/`)

  return serveUntilStopped(ports, port, built)
}

/** A real portal is shown with what waits for approval, marked as such: whoever starts it here is writing it. */
const optionsFor = ({ portal, clock }: OpenPortal) => ({
  out: SITE,
  basePath: `/${portal.id}/`,
  preview: clock === 'real',
})

async function serveUntilStopped(
  ports: Ports,
  port: number,
  built: readonly OpenPortal[],
): Promise<ExitCode> {
  const copy = workingCopy(ports, built)
  const served = await ports.serve(join(ports.files.root, SITE), port, (asked) => answerForm(copy, asked))
  if (!served.ok) {
    ports.err(
      served.why === 'taken'
        ? `Cổng mạng ${port} đang được chương trình khác dùng. Chọn số khác: npm start -- --port ${port + 1} (hoặc PORT=${port + 1} npm start).`
        : `Không mở được cổng mạng ${port}. Chọn số từ 1024 đến 65535: npm start -- --port ${DEFAULT_PORT}.`,
    )
    return EXIT.cannotRun
  }
  ports.out(`\nMời mở: ${paintFor(ports)('bold', served.address)}\nDừng lại: Ctrl-C`)
  await ports.untilStopped()
  await served.close()
  ports.out('\nĐã dừng.')
  return EXIT.ok
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(
      `Số cổng mạng \`${text}\` không hợp lệ; dùng số từ 1024 đến 65535, ví dụ --port 8080`,
    )
  return port
}

/** Says what was done, and how long that step took. */
function stepTimer(ports: Ports): { say: (text: string) => void } {
  let last = ports.stopwatch()
  return {
    say: (text) => {
      const now = ports.stopwatch()
      ports.out(`${text} (${((now - last) / 1000).toFixed(1).replace('.', ',')} giây)`)
      last = now
    },
  }
}
