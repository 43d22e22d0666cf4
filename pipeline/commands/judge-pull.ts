import type { Forge, PullRequest } from '../adapters/forge.ts'
import type { Ports } from '../adapters/ports.ts'
import type { Revisions } from '../adapters/revisions.ts'
import type { Instant } from '../calendar/local-time.ts'
import { type Change, strangeFiles } from '../gate/change.ts'
import { decide, idleApprovals } from '../gate/decide.ts'
import { changedTriggers, checkHead, portalsTouched, timesLeft, touchesData } from '../gate/examine.ts'
import { needsOf } from '../gate/needs-of-change.ts'
import type { Obstacle, Outcome } from '../gate/outcome.ts'
import { suggestionsOf } from '../gate/suggestions.ts'
import { type Revision, versionsAmong } from '../gate/versions.ts'
import { writersOf } from '../gate/writers.ts'
import { contentPlace } from '../portal/content-place.ts'
import { portalIds } from '../portal/load-portal.ts'
import { openWorkspace, type Sources, type Workspace } from '../portal/workspace.ts'
import { peopleOf, unchanged } from './evidence.ts'
import { recordProblems } from './judge-records.ts'
import { readChange } from './read-change.ts'
import { publishedAt } from './read-likeness.ts'

type World = Pick<Ports, 'productFile' | 'precompiled' | 'git' | 'now' | 'revisions' | 'pdf' | 'cache'>

/**
 * Judges a pull request: its content by the rules, its approvals by the regulation. Regulation, roster and calendars are those
 * of the branch it goes to; its own files are read from Git's objects and nothing of them is run.
 *
 * @throws ForgeFailure where the forge does not tell what must be known
 */
export async function judge(
  world: World,
  forge: Forge,
  pull: PullRequest,
  now: Instant | undefined,
): Promise<Outcome> {
  const { revisions } = world
  const change = await readChange(revisions, pull)
  const [base, fork, head] = [change.base, change.fork, change.head].map(revisions.files) as [
    Revision,
    Revision,
    Revision,
  ]
  const ids = portalIds(base)
  const opened = { ...world, files: base }
  const workspace = await openWorkspace(opened, { now, historyOf: historyOf(change, ids) })
  const naming = await namedBy(revisions, change)
  const needs = needsOf(change, {
    portals: new Map(workspace.portals.map(({ portal }) => [portal.id, portal])),
    versions: (path) => versionsAmong([fork, base, head], path, workspace.contract),
    namedBy: (path) => naming.get(path) ?? [],
  })
  const [reviews, commits, pusher] = await Promise.all([
    forge.reviews(pull.number),
    forge.commits(pull.number),
    forge.pusher(pull),
  ])
  const writers = writersOf(pull, commits, pusher)
  const facts = { change, workspace, contract: workspace.contract }
  const steps = await stepsOf(revisions, change)
  const found = await checkHead(change, head, workspace, {
    ...world,
    published: await publishedAt(world, change.base),
  })
  const states = decide(needs, {
    reviews,
    writers: writers.accounts,
    people: await peopleOf(forge, needs),
    head: change.head,
    unchangedSince: await unchanged(revisions, change.head, reviews),
  })
  return {
    needs: states,
    idle: idleApprovals(states, reviews),
    diagnostics: [
      ...found,
      ...(await dataProblems(world, change, head, now)),
      ...(await recordProblems(world, workspace.contract, change, [base, head], now ?? world.now())),
    ],
    obstacles: obstaclesOf(pull, change, workspace, writers.unknown, pusher),
    times: timesLeft(facts, head),
    triggers: changedTriggers(facts, [fork, ...steps.map(revisions.files)]),
    suggestions: suggestionsOf(change, found, head, fork),
    head: change.head,
    base: change.base,
  }
}

/** Documents and steps of a change whose dates are compared; of a larger one, the last steps, and the first documents. */
const MOST_STEPS = 40
const MOST_DOCUMENTS = 200

/** The commits of a change that touch documents: the dates in them are compared from one to the next. */
async function stepsOf(revisions: Revisions, { fork, head, files }: Change): Promise<readonly string[]> {
  const documents = files.map(({ path }) => path).filter((path) => path.endsWith('.md'))
  if (documents.length === 0) return []
  const commits = await revisions.commitsBetween(fork, head, documents.slice(0, MOST_DOCUMENTS))
  return commits.slice(-MOST_STEPS)
}

/** The history of what the change touches, and no other's. */
function historyOf({ files }: Change, ids: readonly string[]): Map<string, readonly string[]> {
  const wanted = new Map<string, string[]>(ids.map((id) => [id, []]))
  for (const { path } of files) {
    const place = contentPlace(path)
    if (place.in === 'portal') wanted.get(place.id)?.push(path)
  }
  return wanted
}

/** For each changed file that is no document: the documents of its folder that name it, where it was and where it goes. */
async function namedBy(
  revisions: Revisions,
  change: Change,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const beside = change.files.filter(({ path }) => {
    const place = contentPlace(path)
    return place.in === 'portal' && place.below.includes('/') && !path.endsWith('.md')
  })
  const entries = beside.map(async ({ path }) => {
    const folder = path.slice(0, path.lastIndexOf('/'))
    const name = path.slice(folder.length + 1)
    const found = await Promise.all(
      [change.fork, change.base, change.head].map((commit) => revisions.filesWith(name, commit, folder)),
    )
    return [path, [...new Set(found.flat())].filter((each) => each.endsWith('.md'))] as const
  })
  return new Map(await Promise.all(entries))
}

/** A change of law, roster or calendar must be one that can be read: else the next gate would stay closed for everybody. */
async function dataProblems(world: World, change: Change, head: Revision, now: Instant | undefined) {
  if (!touchesData(change)) return []
  const sources: Sources = { ...world, files: head }
  const touched = portalsTouched(change, portalIds(head))
  return (await openWorkspace(sources, { now, portals: touched, historyOf: new Map() })).problems
}

function obstaclesOf(
  pull: PullRequest,
  change: Change,
  { portals, problems }: Workspace,
  unknown: readonly string[],
  pusher: string | undefined,
): Obstacle[] {
  const [broken] = problems
  return [
    ...(pull.state === 'open'
      ? []
      : [{ problem: 'Yêu cầu gộp này không còn mở', fix: 'mở lại, hoặc bỏ qua' }]),
    ...(pull.base.main
      ? []
      : [
          {
            problem: `Yêu cầu gộp này vào nhánh ${pull.base.ref}, không phải nhánh chính; Quy chế ở nhánh khác không có giá trị`,
            fix: 'sửa nhánh đích (Edit → base) thành nhánh chính',
          },
        ]),
    ...(broken
      ? [
          {
            problem: `Dữ liệu trên nhánh chính có lỗi, không biết ai phải duyệt: ${broken.file}: ${broken.problem}`,
            fix: `người quản trị sửa trên nhánh chính trước: ${broken.fix}`,
          },
        ]
      : portals.length === 0
        ? [{ problem: 'Nhánh chính chưa có cổng nào', fix: 'tạo cổng bằng `congbo init` trên nhánh chính' }]
        : []),
    ...strangeFiles(change).map((path) => ({
      problem: `\`${path}\` là liên kết tượng trưng hoặc kho con, không phải tệp`,
      fix: 'xóa đi, đặt tệp thật vào chỗ ấy',
    })),
    ...(pusher === undefined
      ? [{ problem: 'Không rõ tài khoản nào đã đẩy bản này lên', fix: 'đẩy lại nhánh, rồi chạy lại' }]
      : []),
    ...unknown.map((email) => ({
      problem: `Không rõ tài khoản của người viết có thư điện tử ${email}, nên không biết người ấy có tự duyệt bài mình không`,
      fix: 'gắn thư điện tử này vào tài khoản GitHub của người viết, hoặc commit lại bằng tài khoản đúng',
    })),
  ]
}
