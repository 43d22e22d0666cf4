import type { Entry, Files } from '../adapters/ports.ts'
import { elapsedShare } from '../calendar/due-at.ts'
import { officeMinutesBetween } from '../calendar/working-time.ts'
import type { Contract } from '../contract/contract.ts'
import { verdictOf } from '../deadlines/verdict.ts'
import { dueInWords } from '../deadlines/words.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { placeOf } from '../documents/document.ts'
import { CONTENT, SHARED_FOLDERS } from '../portal/portal.ts'
import type { OpenPortal, Workspace } from '../portal/workspace.ts'
import { publicationOf } from '../publication/publication.ts'
import { groundOf } from '../regulation/regulation.ts'
import { type CheckScope, checkWorkspace } from '../rules/check-workspace.ts'
import type { Change } from './change.ts'
import type { ChangedTrigger, TimeLeft } from './outcome.ts'
import { changedFields, frontMatterAt, type Revision, versionsAmong } from './versions.ts'

/** Where a path lies: which portal, and what below its folder; undefined outside content/. */
export function inPortal(path: string): { readonly id: string; readonly below: string } | undefined {
  const [top, id = '', ...rest] = path.split('/')
  return top === CONTENT && rest.length > 0 && !SHARED_FOLDERS.has(id)
    ? { id, below: rest.join('/') }
    : undefined
}

/** The portals that a change touches; a changed calendar touches all. */
export function portalsTouched({ files }: Change, ids: readonly string[]): Set<string> {
  const shared = files.some(({ path }) => SHARED_FOLDERS.has(path.split('/')[1] ?? ''))
  return new Set(
    shared ? ids : files.flatMap(({ path }) => inPortal(path)?.id ?? []).filter((id) => ids.includes(id)),
  )
}

/** Whether a change touches the law, the roster, the identity or the calendar of a portal: then all of it is judged by both. */
export const touchesData = ({ files }: Change): boolean =>
  files.some(
    ({ path }) =>
      SHARED_FOLDERS.has(path.split('/')[1] ?? '') ||
      (inPortal(path) !== undefined && /^[^/]+\.yaml$/.test(inPortal(path)?.below ?? '')),
  )

/** The files of a change that are there at its head, as what a check looks at; the law is the workspace's, the files the head's. */
export function checkHead(change: Change, head: Files, workspace: Workspace): readonly Diagnostic[] {
  const ids = new Set(workspace.portals.map(({ portal }) => portal.id))
  const portals = new Map<string, Entry[]>([...ids].map((id) => [id, []]))
  const strays: string[] = []
  for (const { path, after } of change.files) {
    const entry = after && head.entry(path)
    const place = inPortal(path)
    if (!entry || !path.startsWith(`${CONTENT}/`)) continue
    if (place && ids.has(place.id)) portals.get(place.id)?.push({ path: place.below, type: entry.type })
    else if (!SHARED_FOLDERS.has(path.split('/')[1] ?? '')) strays.push(path)
  }
  const scope: CheckScope = { portals, strays }
  return checkWorkspace(head, { ...workspace, problems: [] }, scope).diagnostics
}

type Documents = {
  readonly change: Change
  readonly workspace: Workspace
  readonly contract: Contract
}

const changedDocuments = ({
  change,
  workspace,
}: Documents): { path: string; below: string; open: OpenPortal }[] =>
  change.files.flatMap(({ path, after }) => {
    const place = inPortal(path)
    const open = workspace.portals.find(({ portal }) => portal.id === place?.id)
    return after && place && open && placeOf(place.below) ? [{ path, below: place.below, open }] : []
  })

/** How much time the documents of a change still have, the most urgent first. */
export function timesLeft(facts: Documents, head: Files): TimeLeft[] {
  return changedDocuments(facts)
    .flatMap(({ path, below, open: { portal, publications, now } }): TimeLeft[] => {
      const front = frontMatterAt(head, path, facts.contract)
      const { regulation, calendar } = portal
      const publication = publicationOf(publications, below, now)
      if (!front || publication.state === 'published') return []
      const verdict = verdictOf({ regulation, calendar, front, publication, now })
      if (!('due' in verdict)) return []
      return [
        {
          file: path,
          title: front.title,
          state: verdict.state,
          minutes: officeMinutesBetween(calendar, now, verdict.due.lateAfter),
          share: elapsedShare(verdict.due, now, calendar),
          portal: portal.id,
          due: dueInWords(verdict.due),
          ground: groundOf(regulation, verdict.deadline),
          reason: verdict.state === 'late-with-reason' ? verdict.reason : undefined,
        },
      ]
    })
    .sort((a, b) => a.minutes - b.minutes || (a.file < b.file ? -1 : 1))
}

/** Dates and reasons that changed, against the branch and from commit to commit of the change. */
export const changedTriggers = (facts: Documents, revisions: readonly Revision[]): ChangedTrigger[] =>
  changedDocuments(facts).flatMap(({ path }) =>
    changedFields(versionsAmong(revisions, path, facts.contract)).map((each) => ({ file: path, ...each })),
  )
