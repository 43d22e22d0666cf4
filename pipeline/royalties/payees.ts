import type { Person, Roster } from '../roster/roster.ts'
import { type Genre, isExact, type RateTable } from './rates.ts'
import type { Score } from './statement.ts'
import { ROLE_WORDS } from './words.ts'
import type { Work } from './work.ts'

/** What one person has done for a work. */
export type Share = {
  readonly genre: Genre
  readonly person: Person
  /** As it stands on the list: the byline, the credit, or the person's first name of all. */
  readonly name: string
  /** Undefined where the table sets a sum or a percentage. */
  readonly coefficient: number | undefined
  readonly count: number
}

type Problem = readonly [why: string, fix: string]
type Found = {
  readonly shares: readonly Share[]
  readonly problems: readonly Problem[]
  readonly left: readonly string[]
}
type Facts = { readonly roster: Roster; readonly score: Score | undefined }
type Item = NonNullable<Score['items']>[number]
/** Somebody who is paid where the score names nobody, with how many pieces. */
type Candidate = { readonly person: Person; readonly name: string; readonly count: number }

/** Everybody who is paid for a work, and for what; or what must be said first. */
export function payeesOf(work: Work, table: RateTable, facts: Facts): Found {
  const genres = table.genres.filter(({ kinds }) => kinds.includes(work.entry.kind))
  const unknown = (facts.score?.items ?? []).filter(({ genre }) => !genres.some(({ id }) => id === genre))
  if (unknown.length > 0)
    return problem(
      `bảng mức ngày đăng không có «${unknown.map(({ genre }) => genre).join(', ')}» cho thể loại này`,
      'sửa mã thể loại ở bảng chấm',
    )
  const authored = genres.filter(({ role }) => role === 'author')
  if (authored.length === 0)
    return problem(
      'bảng mức không có thể loại nào cho tác giả của bài này',
      'thêm vào genres hoặc unpaid của bảng mức',
    )
  const scored = new Set(facts.score?.items?.map(({ genre }) => genre))
  const chosen = authored.filter(({ id }) => scored.has(id))
  const ofAuthor = chosen.length > 0 ? chosen : authored.length === 1 ? authored : []
  const found = genres
    .filter((genre) => genre.role !== 'author' || ofAuthor.includes(genre))
    .map((genre) => sharesOf(work, genre, facts))
  if (ofAuthor.length > 0) return join(found)
  const among = authored.map(({ label }) => `«${label}»`).join(', ')
  return join([...found, problem(`chưa chấm; bài này có thể là ${among}`, TO_SCORE)])
}

const TO_SCORE = 'chấm ở nhuan-but/cham/<tháng>.yaml, hoặc ghi skip nếu không trả'

const problem = (why: string, fix: string): Found => ({ shares: [], problems: [[why, fix]], left: [] })

const join = (found: readonly Found[]): Found => ({
  shares: found.flatMap(({ shares }) => shares),
  problems: found.flatMap(({ problems }) => problems),
  left: found.flatMap(({ left }) => left),
})

function sharesOf(work: Work, genre: Genre, { roster, score }: Facts): Found {
  const items = (score?.items ?? []).filter((item) => item.genre === genre.id)
  if (items.length === 0 && isOutside(work, genre, roster))
    return notCollaborator(genre, work.entry.byline ?? 'tác giả')
  const named = items.filter(({ person }) => person !== undefined)
  const bare = items.find(({ person }) => person === undefined)
  const byName = named.map((item) => ofNamed(work, genre, item, roster))
  if (named.length > 0 && !bare) return join(byName)
  const able = candidatesOf(work, genre, roster)
  if (!able.ok)
    return bare || asksWithoutScore(genre) ? join([...byName, problem(able.why, able.fix)]) : join(byName)
  if (bare && able.candidates.length === 0)
    return problem(
      `đã chấm «${genre.label}» nhưng không nguồn ảnh nào là người trong mục people`,
      'ghi credit của ảnh đúng bút danh, hoặc ghi person ở bảng chấm',
    )
  const shares = able.candidates.map((each) => ofCandidate(work, genre, bare, each))
  return join([...byName, ...shares, { ...NOTHING, left: strangersOf(work, genre, roster) }])
}

const NOTHING: Found = { shares: [], problems: [], left: [] }

/** Names under pictures that are nobody's whom the roster knows. */
const strangersOf = ({ credits }: Work, { role }: Genre, { byByline }: Roster): string[] =>
  role === 'photographer'
    ? [...new Set(credits.filter((name) => !byByline.has(name)))].map(
        (name) => `nguồn ảnh «${name}» không phải người trong mục people, không tính tiền ảnh`,
      )
    : []

/** What only collaborators are paid for, and the author is none: nobody need be asked who he is. */
function isOutside({ entry }: Work, { only, role }: Genre, roster: Roster): boolean {
  const person = entry.byline === undefined ? undefined : roster.byByline.get(entry.byline)
  return only === 'collaborators' && role === 'author' && !entry.collaborator && !person?.collaborator
}

const notCollaborator = ({ label }: Genre, name: string): Found => ({
  ...NOTHING,
  left: [`«${label}» chỉ trả cộng tác viên; ${name} không phải cộng tác viên`],
})

/** The author of every work is owed something; who edited or collected, only a score tells. */
const asksWithoutScore = ({ role }: Genre): boolean => role === 'author' || role === 'approver'

type Candidates =
  | { readonly ok: true; readonly candidates: readonly Candidate[] }
  | { readonly ok: false; readonly why: string; readonly fix: string }

function candidatesOf(work: Work, genre: Genre, roster: Roster): Candidates {
  if (genre.role === 'author') return authorOf(work, roster)
  if (genre.role === 'photographer') return { ok: true, candidates: photographersOf(work, roster) }
  if (genre.role === 'approver') return approversOf(work, roster)
  return { ok: false, why: `chưa ghi ai làm việc «${genre.label}»`, fix: 'ghi person ở mục ấy của bảng chấm' }
}

function authorOf({ entry }: Work, roster: Roster): Candidates {
  const { byline, person: known } = entry
  const person = known === undefined ? undefined : roster.written.people?.find(({ id }) => id === known)
  const found = person ?? (byline === undefined ? undefined : roster.byByline.get(byline))
  if (found) return { ok: true, candidates: [{ person: found, name: byline ?? nameOf(found), count: 1 }] }
  const why =
    byline === undefined ? 'bài không ghi tác giả' : `bút danh «${byline}» không thuộc ai trong mục people`
  return {
    ok: false,
    why,
    fix: 'thêm bút danh vào people của ban-bien-tap.yaml, hoặc ghi person ở bảng chấm, hoặc ghi skip',
  }
}

/** A person for each name under the pictures that the roster knows, with the number of their pictures. */
function photographersOf({ credits }: Work, roster: Roster): Candidate[] {
  const people = credits.flatMap((name) => {
    const person = roster.byByline.get(name)
    return person ? [{ person, name }] : []
  })
  return [...Map.groupBy(people, ({ person }) => person.id).values()].flatMap((each) =>
    each[0] ? [{ ...each[0], count: each.length }] : [],
  )
}

/** Approvals name members; a person is found by the account, or because the member is one person. */
function approversOf({ entry }: Work, roster: Roster): Candidates {
  const { approvals } = entry.milestones
  const people = approvals.map(({ member, account }) => {
    const own = (roster.written.people ?? []).filter((person) => person.member === member)
    return (
      own.find((person) => account !== undefined && person.account === account) ??
      (own.length === 1 ? own[0] : undefined)
    )
  })
  if (approvals.length === 0 || people.includes(undefined))
    return { ok: false, why: 'chưa biết ai đã duyệt', fix: 'ghi person cho việc duyệt ở bảng chấm' }
  const known = new Map(people.flatMap((person) => (person ? [[person.id, person]] : [])))
  return {
    ok: true,
    candidates: [...known.values()].map((person) => ({ person, name: nameOf(person), count: 1 })),
  }
}

const nameOf = ({ bylines, id }: Person): string => bylines[0] ?? id

function ofNamed(work: Work, genre: Genre, item: Item, roster: Roster): Found {
  const person = roster.written.people?.find(({ id }) => id === item.person)
  if (!person) return problem(`không có người «${item.person}» trong mục people`, 'sửa person ở bảng chấm')
  const byline = work.entry.byline
  const name = byline !== undefined && person.bylines.includes(byline) ? byline : nameOf(person)
  const photographs = work.credits.filter((credit) => person.bylines.includes(credit)).length
  const count = genre.role === 'photographer' ? Math.max(1, photographs) : 1
  return ofCandidate(work, genre, item, { person, name, count })
}

function ofCandidate(work: Work, genre: Genre, item: Item | undefined, candidate: Candidate): Found {
  const { person, name } = candidate
  if (genre.only === 'collaborators' && !person.collaborator && !work.entry.collaborator)
    return notCollaborator(genre, name)
  const coefficient = item?.coefficient
  if (genre.coefficient) {
    if (coefficient === undefined)
      return problem(`chưa chấm hệ số «${genre.label}» cho ${ROLE_WORDS[genre.role]} ${name}`, TO_SCORE)
    const { min, max } = genre.coefficient
    if (!(coefficient >= min && coefficient <= max && isExact(coefficient)))
      return problem(
        `hệ số ${decimal(coefficient)} của «${genre.label}» ngoài khung ${decimal(min)}–${decimal(max)}`,
        'chấm lại',
      )
  }
  const share = {
    genre,
    person,
    name,
    coefficient: genre.coefficient ? coefficient : undefined,
    count: item?.count ?? candidate.count,
  }
  return { shares: [share], problems: [], left: [] }
}

const decimal = (number: number): string => String(number).replace('.', ',')
