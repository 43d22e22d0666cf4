import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Review } from '../../pipeline/adapters/forge.ts'
import { dayOf } from '../../pipeline/calendar/local-time.ts'
import { decide, type NeedState } from '../../pipeline/gate/decide.ts'
import type { Approver, Need } from '../../pipeline/gate/need.ts'
import { verdictOfGate } from '../../pipeline/gate/outcome.ts'

/*
 * The gate against a brute-force reading of the rules: for every need, every person of the world and every review is asked
 * each question of the rule by itself. Small worlds, so that everything that can meet does meet.
 */

const PEOPLE = ['an', 'binh', 'chi', 'dung', 'em'] as const
const TEAMS = ['@xa/van-phong', '@xa/van-hoa', '@xa/ban', '@Chi'] as const
const COMMITS = ['c0', 'c1', 'head'] as const
const PATHS = ['a.md', 'b.md', 'c.md'] as const
const DAY = 86_400_000

type World = {
  readonly teams: Readonly<Record<string, readonly string[]>>
  readonly writers: readonly string[]
  readonly reviews: readonly Review[]
  /** Paths that differ from the head at each former revision; a revision that is gone has none. */
  readonly changed: Readonly<Record<string, readonly string[] | undefined>>
  readonly needs: readonly Need[]
}

const some = <T>(items: readonly T[]) => fc.subarray([...items])
const accounts = some(TEAMS)
const day = fc.integer({ min: 0, max: 4 })

const approver: fc.Arbitrary<Approver> = fc.record({
  id: fc.constantFrom('van-phong', 'truong-ban'),
  label: fc.constantFrom('Văn phòng', 'Trưởng ban'),
  accounts,
  delegates: fc.array(
    fc.record({
      id: fc.constant('pho-truong-ban'),
      label: fc.constant('Phó Trưởng ban'),
      accounts,
      from: day,
      to: day,
      document: fc.constant('Giấy ủy quyền số 1'),
    }),
    { maxLength: 2 },
  ),
})

const need: fc.Arbitrary<Need> = fc.record({
  key: fc.string({ minLength: 1, maxLength: 3 }),
  portal: fc.constant('xa'),
  stage: fc.constant('duyet'),
  label: fc.constant('Duyệt'),
  approvers: fc.array(approver, { minLength: 1, maxLength: 2 }),
  escalateTo: fc.option(approver, { nil: undefined, freq: 2 }),
  ground: fc.constant('Điều 1'),
  clauses: fc.constant(['D1']),
  covers: fc.subarray([...PATHS], { minLength: 1 }),
})

const review: fc.Arbitrary<Review> = fc.record({
  id: fc.integer({ min: 1, max: 1000 }),
  account: fc.constantFrom(...PEOPLE, 'AN', 'Binh'),
  state: fc.constantFrom('approved', 'approved', 'changes-requested', 'commented', 'dismissed', 'pending'),
  commit: fc.constantFrom(...COMMITS, 'head', undefined),
  // Afternoon and night in Vietnam, so that days are counted there.
  at: fc.tuple(day, fc.constantFrom(2, 16, 18)).map(([on, hour]) => on * DAY + hour * 3_600_000),
})

const world: fc.Arbitrary<World> = fc.record({
  teams: fc.record(Object.fromEntries(TEAMS.slice(0, 3).map((team) => [team, some([...PEOPLE, 'DUNG'])]))),
  writers: some(PEOPLE),
  reviews: fc.uniqueArray(review, { maxLength: 8, selector: ({ id }) => id }),
  changed: fc.record({
    c0: fc.option(some(PATHS), { nil: undefined }),
    c1: fc.option(some(PATHS), { nil: undefined }),
  }),
  needs: fc.array(need, { minLength: 1, maxLength: 3 }),
})

const lower = (text: string) => text.toLowerCase()

const peopleOf = ({ teams }: World, account: string): string[] =>
  (teams[account] ?? [account.replace('@', '')]).map(lower)

/** The rule, word for word. */
function bruteForce(all: World, { approvers, escalateTo, covers }: Need): NeedState['state'] {
  const lastWord = (person: string) =>
    all.reviews
      .filter(
        (each) =>
          lower(each.account) === person &&
          ['approved', 'changes-requested', 'dismissed'].includes(each.state),
      )
      .toSorted((a, b) => b.at - a.at || b.id - a.id)[0]
  const speaksFor = (person: string, whom: readonly Approver[], at: number) =>
    whom.some(
      (each) =>
        each.accounts.some((account) => peopleOf(all, account).includes(person)) ||
        each.delegates.some(
          (one) =>
            one.from <= dayOf(at) &&
            dayOf(at) <= one.to &&
            one.accounts.some((account) => peopleOf(all, account).includes(person)),
        ),
    )
  const countsFor = (commit: string | undefined) =>
    commit === 'head' ||
    (commit !== undefined &&
      all.changed[commit] !== undefined &&
      covers.every((path) => !all.changed[commit]?.includes(path)))
  const approvedBy = (whom: readonly Approver[]) =>
    PEOPLE.some((person) => {
      const word = lastWord(person)
      return (
        word?.state === 'approved' &&
        speaksFor(person, whom, word.at) &&
        !all.writers.includes(person) &&
        countsFor(word.commit)
      )
    })
  const refusedBy = (whom: readonly Approver[]) =>
    PEOPLE.some((person) => {
      const word = lastWord(person)
      return word?.state === 'changes-requested' && speaksFor(person, whom, word.at)
    })
  const above = escalateTo ? [escalateTo] : []
  if (refusedBy(above)) return 'refused'
  if (approvedBy(above)) return 'given'
  if (refusedBy(approvers)) return 'refused'
  return approvedBy(approvers) ? 'given' : 'awaited'
}

const evidenceOf = (all: World) => ({
  reviews: all.reviews,
  writers: new Set(all.writers),
  people: (account: string) => new Set(peopleOf(all, account)),
  head: 'head',
  unchangedSince: (commit: string, paths: readonly string[]) =>
    all.changed[commit] !== undefined && paths.every((path) => !all.changed[commit]?.includes(path)),
})

const outcome = (needs: readonly NeedState[]) =>
  verdictOfGate({
    needs,
    idle: [],
    diagnostics: [],
    obstacles: [],
    times: [],
    triggers: [],
    suggestions: [],
    head: '',
    base: '',
  })

test('the decision on every need is that of the brute-force reading', () => {
  const met = new Set<string>()
  fc.assert(
    fc.property(world, (all) => {
      const decided = decide(all.needs, evidenceOf(all))
      expect(decided.map(({ state }) => state)).toEqual(all.needs.map((each) => bruteForce(all, each)))
      for (const { state } of decided) met.add(state)
      const open = all.needs.every((each) => bruteForce(all, each) === 'given')
      expect(outcome(decided) === 'open').toBe(open)
    }),
    { numRuns: 20_000 },
  )
  expect([...met].sort()).toEqual(['awaited', 'given', 'refused'])
})

test('taking an approval away, or adding a writer, never opens the gate', () => {
  fc.assert(
    fc.property(world, fc.nat(), (all, pick) => {
      const open = (each: World) => outcome(decide(each.needs, evidenceOf(each))) === 'open'
      if (open(all)) return
      const approvals = all.reviews.filter(({ state }) => state === 'approved')
      const gone = approvals[pick % Math.max(1, approvals.length)]
      expect(open({ ...all, writers: [...all.writers, PEOPLE[pick % PEOPLE.length] as string] })).toBe(false)
      // A former word of the same person must not come to life again: dismissing is not forgetting.
      const dismissed = all.reviews.map((each) =>
        each === gone ? { ...each, state: 'dismissed' as const } : each,
      )
      expect(open({ ...all, reviews: dismissed })).toBe(false)
    }),
    { numRuns: 5_000 },
  )
})
