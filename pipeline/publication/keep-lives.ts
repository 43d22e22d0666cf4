import { createHash } from 'node:crypto'
import type { GoneLife, Life, Lives, Passage } from './lives.ts'
import type { MainCommit } from './main-line.ts'

/** Changes with what lives are made of: what another version kept is worth nothing. */
const FORM = 'congbo-lives-1'

type Line = readonly [at: number, commit: string, blob: string, path: string, signs: number]

const SIGN = { merge: 1, renamed: 2, same: 4 } as const

/** Lives as bytes, to be read again instead of the history. */
export function keepLives({ tip, present, gone }: Lives): Uint8Array {
  const body = JSON.stringify({
    tip: tip ? [tip.commit, Number.isFinite(tip.clock.merge) ? tip.clock.merge : null, tip.clock.any] : null,
    present: [...present.values()].map(linesOf),
    gone: gone.map((life) => [linesOf(life), lineOf(life.removed)]),
  })
  return Buffer.from(`${FORM} ${hashOf(body)}\n${body}`)
}

/** Reads them back; undefined for anything that is not exactly what was kept. */
export function keptLives(bytes: Uint8Array): Lives | undefined {
  const text = Buffer.from(bytes).toString('utf8')
  const end = text.indexOf('\n')
  const body = text.slice(end + 1)
  if (text.slice(0, end) !== `${FORM} ${hashOf(body)}`) return undefined
  const { tip, present, gone } = JSON.parse(body) as {
    tip: [string, number | null, number] | null
    present: Line[][]
    gone: [Line[], Line][]
  }
  return {
    tip: tip
      ? { commit: tip[0], clock: { merge: tip[1] ?? Number.NEGATIVE_INFINITY, any: tip[2] } }
      : undefined,
    present: new Map(
      present.map((lines) => {
        const life = lifeOf(lines)
        return [(life.later.at(-1) ?? life.published).path, life]
      }),
    ),
    gone: gone.map(([lines, removed]): GoneLife => ({ ...lifeOf(lines), removed: passageOf(removed) })),
  }
}

const hashOf = (body: string): string => createHash('sha256').update(body).digest('hex')

const linesOf = ({ published, later }: Life): Line[] => [published, ...later].map(lineOf)

const lineOf = ({ at, commit, blob, path, merge, renamed, same }: Passage): Line => [
  at,
  commit,
  blob,
  path,
  (merge ? SIGN.merge : 0) + (renamed ? SIGN.renamed : 0) + (same ? SIGN.same : 0),
]

const passageOf = ([at, commit, blob, path, signs]: Line): Passage => ({
  at,
  commit,
  blob,
  path,
  merge: (signs & SIGN.merge) > 0,
  renamed: (signs & SIGN.renamed) > 0,
  same: (signs & SIGN.same) > 0,
})

function lifeOf(lines: readonly Line[]): Life {
  const [published, ...later] = lines.map(passageOf)
  return { published: published as Passage, later }
}

/** Whether commits go on where lives end: the first of them follows their last one on the very line. */
export const goesOn = ({ tip }: Lives, commits: readonly MainCommit[]): boolean =>
  tip !== undefined && commits[0]?.parent === tip.commit
