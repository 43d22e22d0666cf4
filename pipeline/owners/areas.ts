import type { Subject } from '../approval/required-approvals.ts'
import { subjectsOf } from '../approval/subjects.ts'
import { FOLDER_OF, pathOf } from '../documents/document.ts'
import { CONTENT, SHARED_FOLDERS } from '../portal/portal.ts'
import {
  type Approval,
  administratorsOf,
  approvalsOf,
  governanceOf,
  type OwnedPortal,
  royaltiesOf,
  unique,
} from './accounts.ts'

/** A part of the repository that one line of CODEOWNERS is about. */
export type Area = {
  readonly pattern: string
  readonly owners: readonly string[]
  /** Paths that this line decides. */
  readonly samples: readonly string[]
  /** For each different thing that may stand there, the approvals it needs. */
  readonly cases: readonly (readonly Approval[])[]
}

/** What decides about checks, pages and approvals themselves; `.github/` last, so that nothing takes it away. */
export const CODE_PATHS = [
  '/package.json',
  '/package-lock.json',
  '/eleventy.config.js',
  '/pipeline/',
  '/schemas/',
  '/templates/',
  '/.github/',
] as const

/** The data that all portals share: calendars and office hours. */
export const sharedAreas = (portals: readonly OwnedPortal[]): Area[] =>
  [...SHARED_FOLDERS].sort().map((folder) => {
    const governing = portals.map(governanceOf)
    return {
      pattern: `/${CONTENT}/${folder}/`,
      owners: unique(governing.flatMap(({ accounts }) => accounts)),
      samples: [`${CONTENT}/${folder}/2026.yaml`],
      cases: governing.map((each) => [each]),
    }
  })

/** Whatever no other line names. */
export const restArea = (portals: readonly OwnedPortal[]): Area => ofAdministrators(portals, '*', 'README.md')

export const codeAreas = (portals: readonly OwnedPortal[]): Area[] =>
  CODE_PATHS.map((pattern) => {
    const path = pattern.slice(1)
    return ofAdministrators(portals, pattern, path.endsWith('/') ? `${path}CODEOWNERS` : path)
  })

function ofAdministrators(portals: readonly OwnedPortal[], pattern: string, sample: string): Area {
  const accounts = administratorsOf(portals)
  const approval = { stage: 'administrators', label: 'Quản trị kỹ thuật', approvers: [], accounts }
  return { pattern, owners: accounts, samples: [sample], cases: [[approval]] }
}

/** The portal's folder first, then what in it belongs to others. */
export function portalAreas(portal: OwnedPortal): Area[] {
  const subjects = subjectsOf(portal.regulation)
  return [
    ...dataAreas(portal),
    ...[...portal.regulation.linhVuc.keys()].map((linhVuc) =>
      documentArea(
        portal,
        `tin-bai/${linhVuc}/`,
        subjects.filter((each) => FOLDER_OF[each.kind] === 'tin-bai' && each.linhVuc === linhVuc),
      ),
    ),
    ...(['van-ban', 'hoi-dap', 'trang'] as const).map((folder) =>
      documentArea(
        portal,
        `${folder}/`,
        subjects.filter(({ kind }) => FOLDER_OF[kind] === folder),
      ),
    ),
  ]
}

function dataAreas(portal: OwnedPortal): Area[] {
  const governance = governanceOf(portal)
  const payments = royaltiesOf(portal)
  const area = (below: string, samples: readonly string[], approval = governance): Area => ({
    pattern: `/${portal.folder}${below}`,
    owners: approval.accounts,
    samples: samples.map((sample) => `${portal.folder}${sample}`),
    cases: [[approval]],
  })
  return [
    area('', ['cong.yaml', 'nhat-ky-xuat-ban.yaml', 'ho-so/khoa.yaml', 'ho-so/2026/pr-1.yaml']),
    area('quy-che.yaml', ['quy-che.yaml']),
    area('ban-bien-tap.yaml', ['ban-bien-tap.yaml']),
    area('nhuan-but/', ['nhuan-but/2026-01-01.yaml']),
    area('nhuan-but/cham/', ['nhuan-but/cham/2026-01.yaml'], payments),
    area('nhuan-but/so/', ['nhuan-but/so/2026-01.yaml'], payments),
    area('nghia-vu/', ['nghia-vu/2026.yaml']),
    area('tu-choi/', ['tu-choi/2026/001.yaml']),
    area('go-bo/', ['go-bo/2026/001.yaml']),
  ]
}

const PLACE = { year: '2026', slug: 'bai' } as const

function documentArea(portal: OwnedPortal, folder: string, subjects: readonly Subject[]): Area {
  const [top, linhVuc = ''] = folder.split('/')
  const document =
    top === 'tin-bai'
      ? pathOf({ folder: top, linhVuc, ...PLACE })
      : pathOf({ folder: top as 'van-ban' | 'hoi-dap' | 'trang', ...PLACE })
  const cases = subjects.map((subject) => approvalsOf(portal, subject))
  return {
    pattern: `/${portal.folder}${folder}`,
    owners: narrowest(cases),
    samples: [document, document.replace(/\.md$/, '.pdf')].map((path) => `${portal.folder}${path}`),
    cases,
  }
}

/**
 * Who owns a folder. GitHub asks for any one of a line, so the line names one stage that everything in the folder passes: the
 * one with the fewest approvers, and of two alike the earlier, which knows the field. A stage in which somebody has no
 * account cannot be it. Where no stage fits all, the first approval that each document can get.
 */
function narrowest(cases: readonly (readonly Approval[])[]): readonly string[] {
  const stages = unique(cases.flatMap((approvals) => approvals.map(({ stage }) => stage)))
  const fences = stages
    .map((stage) => cases.map((approvals) => approvals.find((each) => each.stage === stage)))
    .filter((of) => of.every((approval) => approval !== undefined && approval.accounts.length > 0))
    .map((of) => of.filter((approval) => approval !== undefined))
    .map((of) => ({ of, width: unique(of.flatMap(({ approvers }) => approvers)).length }))
  const narrow = fences.reduce<(typeof fences)[number] | undefined>(
    (best, each) => (best && best.width <= each.width ? best : each),
    undefined,
  )
  const chosen =
    narrow?.of ?? cases.flatMap((approvals) => approvals.find(({ accounts }) => accounts.length > 0) ?? [])
  return unique(chosen.flatMap(({ accounts }) => accounts))
}
