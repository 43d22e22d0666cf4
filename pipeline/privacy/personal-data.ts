import { emails, numbers } from './numbers.ts'
import { addresses, names } from './people.ts'

/** What kind of thing tells who somebody is. */
export type PersonalDataKind =
  | 'phone'
  | 'email'
  | 'citizen-id'
  | 'old-id'
  | 'bank-account'
  | 'address'
  | 'name'

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
 * what it is there for, and may only not tell who asked.
 */
export type Voice = 'asker' | 'office'

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
}

export const kindInWords = (kind: PersonalDataKind): string => WORDS[kind][0]

/**
 * Personal data in a text, in the order of the text, none inside another. It would rather miss than cry wolf: numbers of
 * documents, sums, dates, clauses and the telephones of offices are no person's.
 *
 * @param text in NFC, as every text of the repository is
 */
export function findPersonalData(text: string, reading: Reading): PersonalData[] {
  const found = [
    ...emails(text, reading),
    ...numbers(text, reading),
    ...names(text, reading.voice),
    ...(reading.voice === 'asker' ? addresses(text) : []),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Span[] = []
  for (const span of found) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span)
  return kept.map((span) => {
    const [what, fix] = WORDS[span.kind]
    return { ...span, what, ground: PERSONAL_DATA_LAW, fix }
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
