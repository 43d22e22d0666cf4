import type { PullRequest, Review } from '../adapters/forge.ts'
import { formatInstant, type Instant } from '../calendar/local-time.ts'
import { type Evidence, type NeedState, voiceOf } from '../gate/decide.ts'
import type { Need } from '../gate/need.ts'
import { accountKey } from '../gate/writers.ts'
import type { MainChange, PathChange } from './main-changes.ts'
import type { RecordedApproval, RecordedDocument, RecordedReturn, Statement } from './record.ts'

/** All that a record of one portal is made of. */
export type Findings = {
  readonly portal: string
  /** The portal's, with a slash at its end. */
  readonly folder: string
  readonly pull: PullRequest & { readonly merge: NonNullable<PullRequest['merge']> }
  readonly change: MainChange & { readonly parent: string }
  /** What the change did in the portal. */
  readonly files: readonly PathChange[]
  readonly states: readonly NeedState[]
  readonly reviews: readonly Review[]
  readonly people: Evidence['people']
  readonly writers: ReadonlySet<string>
  /** When it came onto the web, where the forge tells. */
  readonly deployed: Instant | undefined
  /** Whether somebody took part in writing whom the forge could not name: then any approver might be that person. */
  readonly strangers: boolean
}

/** What the forge told of a merged change, as a record of one portal says it: the same facts give the same statement. */
export function statementOf(findings: Findings): Statement {
  const { portal, folder, pull, change, states, writers, deployed, strangers } = findings
  const documents = documentsOf(findings.files, folder)
  const given = states.every(({ state }) => state === 'given')
  return {
    portal,
    pull: pull.number,
    opened: formatInstant(pull.openedAt),
    head: pull.head.sha,
    merge: change.commit,
    base: change.parent,
    merged: formatInstant(pull.merge.at),
    ...(pull.merge.by === undefined ? {} : { mergedBy: accountKey(pull.merge.by) }),
    ...(deployed === undefined ? {} : { deployed: formatInstant(deployed) }),
    writers: [...writers].sort(),
    documents,
    approvals: sorted(states.flatMap((each) => approvalOf(each, documents, folder))),
    returns: returnsOf(findings),
    verdict: given && states.length > 0 && !strangers ? 'sufficient' : 'insufficient',
  }
}

export const documentsOf = (files: readonly PathChange[], folder: string): RecordedDocument[] =>
  files
    .map(({ path, after }): RecordedDocument => {
      const below = path.slice(folder.length)
      return after === undefined ? { path: below, removed: true } : { path: below, blob: after }
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))

function approvalOf(
  state: NeedState,
  documents: readonly RecordedDocument[],
  folder: string,
): RecordedApproval[] {
  if (state.state !== 'given') return []
  const { need, by } = state
  const { revision } = by
  if (revision === undefined) return []
  const paths = need.covers.map((path) => path.slice(folder.length))
  return [
    {
      account: accountKey(by.account),
      member: by.member,
      stage: need.stage,
      at: formatInstant(by.at),
      revision,
      ...(need.clauses.length > 0 ? { clauses: [...need.clauses] } : {}),
      ...(by.delegate !== undefined && by.delegation !== undefined
        ? { delegate: by.delegate, delegation: by.delegation }
        : {}),
      ...(paths.length === documents.length ? {} : { paths: paths.sort() }),
    },
  ]
}

/** Everybody who sent the change back and might have approved something of it, whatever was said later. */
function returnsOf({ states, reviews, people }: Findings): RecordedReturn[] {
  const approvers = states.flatMap(({ need }) => approversOf(need))
  return sorted(
    reviews.flatMap((review): RecordedReturn[] => {
      const voice = review.state === 'changes-requested' ? voiceOf(review, approvers, { people }) : undefined
      return voice
        ? [{ account: accountKey(review.account), member: voice.member, at: formatInstant(review.at) }]
        : []
    }),
  )
}

export const approversOf = ({ approvers, escalateTo }: Need) =>
  escalateTo ? [...approvers, escalateTo] : approvers

/** By time, then by what they say, so that the order of the forge's answer does not matter. */
const sorted = <T extends { readonly at: string }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => compare(a.at, b.at) || compare(JSON.stringify(a), JSON.stringify(b)))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
