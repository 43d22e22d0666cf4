import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { CONTENT, SHARED_FOLDERS } from '../portal/portal.ts'
import { checkRoster } from '../roster/check-roster.ts'
import { type Approval, type OwnedPortal, unique } from './accounts.ts'
import { type Area, codeAreas, portalAreas, restArea, sharedAreas } from './areas.ts'
import { CODEOWNERS_FILE, lineErrors, ownersError, REWRITE } from './owners-error.ts'
import { type Codeowners, readCodeowners, ruleFor } from './read-codeowners.ts'

/**
 * Proves a CODEOWNERS by going through everything that may be: every kind in every lĩnh vực and section, every file of a portal,
 * code. What GitHub would read must let nobody through who could not approve, and must stop nobody whose approval the
 * regulation takes for enough.
 *
 * @param folders the names of the folders of `content/`
 * @returns what does not hold, each with the way out; empty where everything does
 */
export function proveOwners(
  portals: readonly OwnedPortal[],
  text: string,
  folders: readonly string[],
): Diagnostic[] {
  const codeowners = readCodeowners(text)
  if (codeowners.tooLarge) return [TOO_LARGE]
  const areas = [
    restArea(portals),
    ...sharedAreas(portals),
    ...portals.flatMap(portalAreas),
    ...codeAreas(portals),
  ]
  return [
    ...portals.flatMap(boardProblems),
    ...lineErrors(codeowners),
    ...unplaced(portals, folders),
    ...areas.flatMap((area) => areaProblems(codeowners, area)),
  ]
}

const TOO_LARGE = ownersError(
  CODEOWNERS_FILE,
  'Tệp lập ra từ 3 MB trở lên: GitHub không đọc, nên không tệp nào có người duyệt',
  'giảm số lĩnh vực hoặc tách các cổng ra nhiều kho',
)

/** Whoever writes, somebody else must be left to approve: the roster's own check goes through the same cases. */
function boardProblems({ folder, roster, regulation }: OwnedPortal): Diagnostic[] {
  const found = checkRoster(roster, regulation)
  return [
    ...found.regulation.map(({ problem, fix }) => ownersError(`${folder}quy-che.yaml`, problem, fix)),
    ...found.roster.map(({ problem, fix }) => ownersError(`${folder}ban-bien-tap.yaml`, problem, fix)),
  ]
}

/** A folder of content/ that is no portal and holds no shared data would fall to the administrators unnoticed. */
const unplaced = (portals: readonly OwnedPortal[], folders: readonly string[]): Diagnostic[] =>
  folders
    .filter((name) => !SHARED_FOLDERS.has(name) && !portals.some(({ id }) => id === name))
    .map((name) =>
      ownersError(
        `${CONTENT}/${name}/`,
        'Thư mục này không phải là cổng mở được, nên tệp trong đó rơi vào dòng chung của quản trị kỹ thuật',
        'sửa các lỗi của cổng này (`congbo check`), hoặc chuyển thư mục đi nơi khác',
      ),
    )

const areaProblems = (codeowners: Codeowners, area: Area): Diagnostic[] =>
  area.samples.flatMap((path) =>
    problemsAt(codeowners, area, path).map((problem) => ownersError(path, problem, REWRITE)),
  )

function problemsAt(codeowners: Codeowners, { pattern, cases }: Area, path: string): string[] {
  const rule = ruleFor(codeowners, path)
  if (rule === undefined || rule.owners.length === 0)
    return ['Không dòng nào giao tệp này cho ai, nên ai có quyền ghi cũng duyệt được']
  if (rule.pattern === '*' && pattern !== '*') return ['Tệp này rơi vào dòng chung `*`, không có dòng riêng']
  const able = unique(cases.flat().flatMap(({ accounts }) => accounts))
  const strangers = rule.owners.filter((owner) => !able.includes(owner))
  const stuck = cases.find((approvals) => !approvals.some((each) => holds(each, rule.owners)))
  const steps = stuck?.map(({ label }) => `«${label}»`).join(', ')
  return [
    ...(strangers.length > 0
      ? [`Dòng ${rule.line} cho ${strangers.join(', ')} duyệt, nhưng Quy chế không giao họ duyệt gì ở đây`]
      : []),
    ...(stuck
      ? [
          `Dòng ${rule.line} thiếu người duyệt của bước ${steps}: đủ người duyệt theo Quy chế mà GitHub vẫn chặn`,
        ]
      : []),
  ]
}

/** Whoever gives this approval satisfies the line too. */
const holds = ({ accounts }: Approval, owners: readonly string[]): boolean =>
  accounts.length > 0 && accounts.every((account) => owners.includes(account))
