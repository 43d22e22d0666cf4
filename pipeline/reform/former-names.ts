import { type Day, parseDay, vietnameseDay } from '../calendar/local-time.ts'
import type { DonViCu } from '../contract/types.ts'
import { literal } from '../language/literal.ts'
import { readSyllable, spell } from '../language/syllable.ts'
import type { Watch } from '../language/watch.ts'
import { type Phrase, watchPhrases } from '../language/watch-phrases.ts'

/** What holds in the place of a name since a day, and which document says so. */
export type FormerName = {
  readonly since: Day
  readonly now: readonly string[]
  readonly note: string | undefined
  /** `Nghị quyết số 202/2025/QH15 ngày 12/6/2025`. */
  readonly document: string
  /** A name of a list, or one that only its kind gives away: every huyện has ended. */
  readonly known: 'by-name' | 'by-kind'
}

/** A place in a text where a former name stands; the offsets and the words are those of the text. */
export type Mention = { readonly start: number; readonly written: string; readonly former: FormerName }

/** Finds the former names in a text, each of them at every place. */
export type MentionFinder = (text: string) => readonly Mention[]

/** The proper name of a province: «Hải Phòng» of «thành phố Hải Phòng». */
export const properName = (place: string): string => place.replace(/^(?:tỉnh|thành phố|tp\.?)\s+/i, '')

/**
 * A finder for a portal.
 *
 * @param lists what content/don-vi-cu/ holds
 * @param province the proper name of the province of the portal: communes of other provinces are not looked for
 */
export function createMentionFinder(lists: readonly DonViCu[], province: string): MentionFinder {
  const byName = new Map(
    lists.flatMap((list) =>
      unitsOf(list, province).flatMap((unit) => {
        const former = { ...termsOf(list, unit.document), now: unit.now, note: unit.note }
        return namesOf(unit).map((old): [string, FormerName] => [old, { ...former, known: 'by-name' }])
      }),
    ),
  )
  const byKind = new Map(
    lists.flatMap((list) =>
      (list.kinds ?? []).map((each): [string, FormerName] => [
        each.kind,
        { ...termsOf(list, each.document), now: [each.now], note: undefined, known: 'by-kind' },
      ]),
    ),
  )
  if (byName.size + byKind.size === 0) return () => []
  const pattern = patternOf([...byName.keys()], [...byKind.keys()])
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match): Mention[] => {
      const [written] = match
      const former = byName.get(canonical(written)) ?? byKind.get((match.groups?.kind ?? '').toLowerCase())
      return former && isWhole(text, match.index, written) ? [{ start: match.index, written, former }] : []
    })
}

const unitsOf = ({ units }: DonViCu, province: string): DonViCu['units'] =>
  units.filter(({ within }) => within === undefined || within === province)

/** In small letters. */
const namesOf = ({ old }: DonViCu['units'][number]): string[] =>
  old.flatMap(inBothStyles).map((each) => each.toLowerCase())

/** What a quick scan waits for: whatever the finder of these lists finds holds one of these. */
export function watchFormerNames(lists: readonly DonViCu[], province: string): Watch {
  const names = lists.flatMap((list) => unitsOf(list, province).flatMap(namesOf))
  const kinds = lists.flatMap((list) => (list.kinds ?? []).map(({ kind }) => kind))
  const oneWord = kinds.filter((kind) => !kind.includes(' ')).flatMap(withEither)
  return {
    ...watchPhrases([...names.flatMap(writtenAs), ...kinds.flatMap(withEither).flatMap(ofTwoWords)]),
    ...(oneWord.length > 0
      ? { pairs: [[new RegExp(`^(?:${oneWord.join('|')})$`, 'u'), /^[\p{Lu}\d]/u]] }
      : {}),
  }
}

/** The proper name behind a kind; of a name without one the first two words, each with a small letter or a capital. */
function writtenAs(name: string): Phrase[] {
  const kind = KIND.exec(name)?.[0]
  if (kind) return [{ written: capitalised(name.slice(kind.length)) }]
  const [first = '', second = ''] = name.split(' ')
  return withEither(first).flatMap((one) => withEither(second).map((two) => ({ written: `${one} ${two}` })))
}

const ofTwoWords = (kind: string): Phrase[] => (kind.includes(' ') ? [{ written: kind }] : [])
const withEither = (word: string): string[] => [word, `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`]

function termsOf({ validFrom, documents }: DonViCu, id: string): Pick<FormerName, 'since' | 'document'> {
  const found = documents.find((each) => each.id === id)
  const kind = /^(?:Nghị quyết|Luật|Nghị định|Quyết định)/.exec(found?.title ?? '')?.[0] ?? 'Văn bản'
  const signed = found?.date === undefined ? undefined : parseDay(found.date)
  const dated = signed === undefined ? '' : ` ngày ${vietnameseDay(signed)}`
  return { since: parseDay(validFrom) as Day, document: `${kind} số ${found?.number ?? id}${dated}` }
}

const IN_TWO_STYLES = /[oòóỏõọ][aeàáảãạèéẻẽẹ]|[uùúủũụ][yỳýỷỹỵ]/iu

/** «Hòa Bình» and «Hoà Bình»: portals choose between both. */
function inBothStyles(name: string): string[] {
  if (!IN_TWO_STYLES.test(name)) return [name]
  const words = (style: 'hòa' | 'hoà') =>
    name.replace(/\p{L}+/gu, (word) => {
      const syllable = readSyllable(word.toLowerCase())
      if (!syllable) return word
      const small = spell(syllable, style)
      return /^\p{Lu}/u.test(word) ? small[0]?.toUpperCase() + small.slice(1) : small
    })
  return [...new Set([name, words('hòa'), words('hoà')])]
}

/** Words of a kind that people shorten, in small letters. */
const CITY = 'thành phố '
const canonical = (written: string): string =>
  written
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^tp\.? ?/, CITY)

/** The first letter may be a capital at the head of a sentence; of names the rest stands as it is. Names are grouped by their kind. */
function patternOf(names: readonly string[], kinds: readonly string[]): RegExp {
  const grouped = Map.groupBy(names, (name) => KIND.exec(name)?.[1] ?? '')
  const withName = [...grouped].map(([kind, each]) => {
    if (kind === '') return each.map(anyCase).join('|')
    const called = each.map((name) => literal(capitalised(name.slice(kind.length + 1)))).join('|')
    return kind === CITY.trim()
      ? `(?:[Tt]hành phố |T[Pp]\\.? ?)(?:${called})`
      : `${firstOfBoth(kind)} (?:${called})`
  })
  const withKind =
    kinds.length === 0 ? [] : [`(?<kind>${kinds.map(firstOfBoth).join('|')}) (?<called>${CALLED})`]
  return new RegExp([...withName, ...withKind].join('|'), 'gu')
}

const KIND = /^(tỉnh|thành phố|xã|phường|thị trấn|thị xã|huyện|quận) /

const firstOfBoth = (word: string): string => `[${word[0]?.toUpperCase()}${word[0]}]${literal(word.slice(1))}`
/** The words of a proper name begin with capitals. */
const capitalised = (name: string): string =>
  name.replace(/\p{L}+/gu, (word) => (word[0] as string).toUpperCase() + word.slice(1))
/** A ministry: each word may begin with either. */
const anyCase = (name: string): string => literal(name).replace(/\p{L}+/gu, firstOfBoth)

/** A proper name of one to four words, or the number of a quận; not «Huyện ủy», «Huyện Đoàn». */
const CALLED =
  "(?!(?:Ủy|Uỷ|Đoàn|Đội|Hội)(?!\\p{L}))(?:\\p{Lu}[\\p{L}'’]+(?: \\p{Lu}[\\p{L}'’]*){0,3}|\\d{1,2}(?!\\d))"

const isWhole = (text: string, start: number, written: string): boolean =>
  !/[\p{L}\d]$/u.test(text.slice(Math.max(0, start - 1), start)) &&
  // «Quảng Nam - Đà Nẵng» is another name.
  !/^(?:[\p{L}\d]| ?[-–] ?\p{Lu})/u.test(text.slice(start + written.length, start + written.length + 4))
