import { birthDates, children } from './delicate.ts'
import { emails, numbers } from './numbers.ts'
import { addresses, homes, names } from './people.ts'

/** What kind of thing tells who somebody is. */
export type PersonalDataKind =
  | 'phone'
  | 'email'
  | 'citizen-id'
  | 'old-id'
  | 'bank-account'
  | 'address'
  | 'name'
  | 'birth-date'
  | 'child'

/** A stretch of a text that tells who somebody is; offsets in UTF-16 units, `end` excluded. */
export type PersonalData = {
  readonly start: number
  readonly end: number
  readonly kind: PersonalDataKind
  /** What it is, in Vietnamese: `số điện thoại`. */
  readonly what: string
  /** The law that keeps it from being published. */
  readonly ground: string
  /** How to mend it, as an order to an editor. */
  readonly fix: string
}

/** Where something stands that a search has found. */
export type Span = { readonly start: number; readonly end: number; readonly kind: PersonalDataKind }

/**
 * Who speaks. A citizen who asks tells of himself; an office that answers names its own people, rooms and telephones, which is
 * what it is there for, and may only not tell who asked; news and papers name people too, but not how to find them at home.
 */
export type Voice = 'asker' | 'office' | 'news'

export type Reading = {
  readonly voice: Voice
  /** Telephones and mailboxes that the portal itself publishes. */
  readonly known?: readonly string[]
}

/** What may be made public of a person needs consent or a law that says so. */
export const PERSONAL_DATA_LAW = 'Điều 16 Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15'

const WORDS: Record<PersonalDataKind, readonly [what: string, fix: string]> = {
  phone: ['số điện thoại', 'bỏ số điện thoại; giữ cách liên hệ ở sổ giấy của bộ phận tiếp nhận'],
  email: ['địa chỉ thư điện tử', 'bỏ địa chỉ thư; giữ cách liên hệ ở sổ giấy của bộ phận tiếp nhận'],
  'citizen-id': ['số định danh, căn cước', 'bỏ số này; câu hỏi không cần tới số căn cước'],
  'old-id': ['số chứng minh nhân dân', 'bỏ số này; câu hỏi không cần tới số chứng minh nhân dân'],
  'bank-account': ['số tài khoản', 'bỏ số tài khoản'],
  address: ['địa chỉ nhà riêng', 'bỏ số nhà, chỉ ghi tới tổ dân phố, thôn hoặc khu dân cư'],
  name: ['họ tên', 'bỏ họ tên, viết «tôi» hoặc «công dân thôn …»'],
  'birth-date': ['ngày sinh', 'chỉ ghi năm sinh hoặc tuổi'],
  child: ['họ tên trẻ em', 'viết «cháu N.», hoặc chỉ ghi lớp, trường'],
}

/** The same mended in news, where nobody has asked anything. */
const IN_NEWS: Partial<Record<PersonalDataKind, string>> = {
  phone: 'bỏ số điện thoại; là số trực của cơ quan thì ghi tên cơ quan ngay trước số',
  email: 'bỏ địa chỉ thư riêng; ghi hộp thư của cơ quan',
  'citizen-id': 'bỏ số này',
  'old-id': 'bỏ số này',
  'bank-account': 'bỏ số tài khoản; là tài khoản của cơ quan, quỹ thì ghi tên cơ quan, quỹ cạnh số',
}

/** Nobody tells of the private life of a child without its own consent (from seven years on) and that of its parents. */
const CHILD_LAW = 'khoản 11 Điều 6 Luật Trẻ em số 102/2016/QH13'

export const kindInWords = (kind: PersonalDataKind): string => WORDS[kind][0]

/**
 * Personal data in a text, in the order of the text, none inside another. It would rather miss than cry wolf: numbers of
 * documents, sums, dates, clauses and the telephones of offices are no person's.
 *
 * @param text in NFC, as every text of the repository is
 */
export function findPersonalData(text: string, reading: Reading): PersonalData[] {
  const { voice } = reading
  const found = [
    ...emails(text, reading),
    ...numbers(text, reading),
    ...names(text, voice),
    ...(voice === 'asker' ? addresses(text) : []),
    ...(voice === 'news' ? homes(text) : []),
  ]
  return told(found, voice)
}

/**
 * What may be published as often as not, and is for people to weigh: the day on which somebody was born, the full name of a
 * child beside its age or class.
 */
export const findDelicateData = (text: string): PersonalData[] =>
  told([...birthDates(text), ...children(text)], 'news')

function told(found: readonly Span[], voice: Voice): PersonalData[] {
  const kept: Span[] = []
  for (const span of found.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span)
  return kept.map((span) => {
    const [what, fix] = WORDS[span.kind]
    const ground = span.kind === 'child' ? CHILD_LAW : PERSONAL_DATA_LAW
    return { ...span, what, ground, fix: (voice === 'news' && IN_NEWS[span.kind]) || fix }
  })
}

/** What stands in the place of what was taken out. */
export const MASK = '[…]'

/** The text without what was found in it. */
export function maskPersonalData(
  text: string,
  found: readonly Pick<PersonalData, 'start' | 'end'>[],
): string {
  let masked = ''
  let at = 0
  for (const { start, end } of found) {
    masked += text.slice(at, start) + MASK
    at = end
  }
  return masked + text.slice(at)
}
