import type { Files } from '../adapters/ports.ts'
import { elapsedShare } from '../calendar/due-at.ts'
import { officeMinutesBetween } from '../calendar/working-time.ts'
import type { Contract } from '../contract/contract.ts'
import { verdictOf } from '../deadlines/verdict.ts'
import { dueInWords } from '../deadlines/words.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { placeOf } from '../documents/document.ts'
import { contentPlace, isClosedBook, isPortalData } from '../portal/content-place.ts'
import type { OpenPortal, Workspace } from '../portal/workspace.ts'
import { publicationOf } from '../publication/publication.ts'
import { groundOf } from '../regulation/regulation.ts'
import { rewrittenBook } from '../royalties/check-royalties.ts'
import { checkWorkspace, registersWithout, scopeOfEntries } from '../rules/check-workspace.ts'
import type { FileReaders } from '../rules/file-text.ts'
import type { Change } from './change.ts'
import type { ChangedTrigger, TimeLeft } from './outcome.ts'
import { changedFields, frontMatterAt, type Revision, versionsAmong } from './versions.ts'

/** The portals that a change touches; a changed calendar touches all. */
export function portalsTouched({ files }: Change, ids: readonly string[]): Set<string> {
  const places = files.map(({ path }) => contentPlace(path))
  if (places.some((place) => place.in === 'shared')) return new Set(ids)
  return new Set(
    places.flatMap((place) => (place.in === 'portal' && ids.includes(place.id) ? [place.id] : [])),
  )
}

/** Whether a change touches the law, the roster, the identity or the calendar of a portal. */
export const touchesData = ({ files }: Change): boolean =>
  files.some(({ path }) => {
    const place = contentPlace(path)
    return place.in === 'shared' || (place.in === 'portal' && isPortalData(place.below))
  })

/** The files of a change that are there at its head, as what a check looks at; the law is the workspace's, the files the head's. */
export async function checkHead(
  { files }: Change,
  head: Files,
  workspace: Workspace,
  readers: FileReaders,
): Promise<readonly Diagnostic[]> {
  const entries = files.flatMap(({ path, after }) => (after && head.entry(path)) ?? [])
  const ids = workspace.portals.map(({ portal }) => portal.id)
  const registers = registersWithout(files.flatMap(({ path, after }) => (after ? [] : [path])))
  const scope = { ...scopeOfEntries(entries, ids), registers }
  const found = await checkWorkspace(head, { ...workspace, problems: [] }, readers, scope)
  return [...found.diagnostics, ...closedBooks(files)]
}

/** A closed month of royalties is written once; what is wrong in it is put right by reversing entries of an open one. */
const closedBooks = (files: Change['files']): Diagnostic[] =>
  files.flatMap(({ path, before }) => {
    const place = contentPlace(path)
    return before && place.in === 'portal' && isClosedBook(place.below) ? [rewrittenBook(path)] : []
  })

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
    const place = contentPlace(path)
    if (!after || place.in !== 'portal' || !placeOf(place.below)) return []
    const open = workspace.portals.find(({ portal }) => portal.id === place.id)
    return open ? [{ path, below: place.below, open }] : []
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
