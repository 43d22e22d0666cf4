import type { Ports } from '../adapters/ports.ts'
import { dayOf, formatDay, formatInstant, vietnameseDay } from '../calendar/local-time.ts'
import type { TuChoi } from '../contract/types.ts'
import { printable } from '../diagnostics/format-text.ts'
import { portalIds } from '../portal/load-portal.ts'
import { publicationOf } from '../publication/publication.ts'
import { refusalGround } from '../registers/refusals.ts'
import type { Filed } from '../registers/register-files.ts'
import { labelOf } from '../roster/roster.ts'
import { isSubmission } from '../submissions/form.ts'
import { channelLabel, intakeLaw, type Received } from '../submissions/register.ts'
import { knownPortal, portalsInWords, UsageError } from './arguments.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import { type OpenRegisters, openRegisters } from './open-registers.ts'
import { repositoryOf } from './repository-name.ts'
import { receivedArticles } from './submission-known.ts'
import type { SubmissionOptions } from './submissions.ts'

/** Shows the register of what came in: what became an article, what was refused, and with `--repo` what still waits on the forge. */
export async function listSubmissions(
  ports: Ports,
  id: string | undefined,
  { now, json, repo }: SubmissionOptions,
): Promise<ExitCode> {
  const ids = portalIds(ports.files)
  const wanted = knownPortal(id ?? (ids.length === 1 ? ids[0] : undefined), ids)
  if (wanted === undefined) throw new UsageError(`Ghi mã cổng; các cổng hiện có: ${portalsInWords(ids)}`)
  const opened = await openRegisters(ports, wanted, now, { history: true })
  if (!opened) return EXIT.cannotRun
  const { portal, publications, now: at } = opened.open
  const rows = receivedArticles(ports, {
    contract: opened.contract,
    folder: portal.folder,
    published: (path) => {
      const publication = publicationOf(publications, path, at)
      return publication.state === 'published' ? publication.at : undefined
    },
  })
  const waiting = repo === undefined ? undefined : await waitingOn(ports, repo, rows)
  if (json) ports.out(JSON.stringify(toJson(opened, rows, waiting), null, 2))
  else for (const line of inWords(opened, rows, waiting)) ports.out(printable(line))
  return EXIT.ok
}

/** Issues of the form that no article names yet, and that are open: what was refused is closed. */
async function waitingOn(ports: Ports, repo: string, rows: readonly Received[]): Promise<number[]> {
  const done = new Set(rows.map(({ issue }) => issue))
  const issues = await ports.forge(await repositoryOf(ports, repo)).openIssues()
  return issues
    .filter(({ number, body }) => isSubmission(body) && !done.has(number))
    .map(({ number }) => number)
}

type Waiting = readonly number[] | undefined

function inWords(
  { open: { portal }, registers }: OpenRegisters,
  rows: readonly Received[],
  waiting: Waiting,
): string[] {
  const { regulation, roster } = portal
  const row = ({ received, title, unit, channel, published, path }: Received) => [
    `  ${vietnameseDay(dayOf(received))}  ${title}`,
    `              ${[unit && labelOf(roster, unit), channelLabel(regulation, channel), published === undefined ? 'chưa đăng' : `đã đăng ${vietnameseDay(dayOf(published))}`].filter(Boolean).join(' · ')}`,
    `              ${portal.folder}${path}`,
  ]
  return [
    `Sổ tiếp nhận tin, bài của cổng ${portal.id}: ${rows.length} bài đã nhận, ${rows.filter(({ published }) => published !== undefined).length} đã đăng, ${registers.refusals.length} bài từ chối${waiting ? `, ${waiting.length} đang chờ trên kho` : ''}.`,
    ...rows.flatMap(row),
    ...registers.refusals.map(
      ({ value }) =>
        `  ${value.receivedOn.split('-').reverse().join('/')}  từ chối: ${value.title} (${refusalGround(value.ground, regulation).words})`,
    ),
    ...(waiting ?? []).map((number) => `  đang chờ: việc #${number}`),
    `Căn cứ: ${intakeLaw(regulation)}`,
  ]
}

const toJson = (
  { open: { portal }, registers }: OpenRegisters,
  rows: readonly Received[],
  waiting: Waiting,
) => ({
  portal: portal.id,
  law: intakeLaw(portal.regulation),
  received: rows.map(({ path, received, published, title, channel, unit, issue }) => ({
    file: portal.folder + path,
    title,
    received: formatInstant(received),
    channel: channel ?? null,
    unit: unit ?? null,
    issue: issue ?? null,
    published: published === undefined ? null : formatDay(dayOf(published)),
  })),
  refused: registers.refusals.map(({ file, value }: Filed<TuChoi>) => ({
    file,
    received: value.receivedOn,
    decided: value.decidedOn,
    ground: value.ground,
  })),
  ...(waiting ? { waiting } : {}),
})
