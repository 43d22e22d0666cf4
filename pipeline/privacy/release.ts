import type { PersonalDataKind } from './personal-data.ts'

/** What a release names, as it is written in front matter: one word for each kind. */
export const RELEASED_AS: Readonly<Record<PersonalDataKind, string>> = {
  phone: 'so-dien-thoai',
  email: 'thu-dien-tu',
  'citizen-id': 'so-can-cuoc',
  'old-id': 'so-chung-minh',
  'bank-account': 'so-tai-khoan',
  address: 'dia-chi-nha',
  name: 'ho-ten',
  'birth-date': 'ngay-sinh',
  child: 'ten-tre-em',
}

/** A recorded permission to publish: what, which member of the roster answers for it, and why; of a file beside the document, where it names one. */
export type Release = {
  readonly what: string
  readonly by: string
  readonly reason: string
  readonly file?: string
}

const KINDS = new Map(Object.entries(RELEASED_AS).map(([kind, what]) => [what, kind as PersonalDataKind]))

export const kindReleased = (what: string): PersonalDataKind | undefined => KINDS.get(what)

/** The releases of front matter that are whole; the others are for the schema to name. */
export const releasesOf = (front: { readonly released?: unknown }): (Release | undefined)[] =>
  Array.isArray(front.released) ? front.released.map(wholeRelease) : []

function wholeRelease(written: unknown): Release | undefined {
  const { what, by, reason, file } = (written ?? {}) as Record<string, unknown>
  return typeof what === 'string' &&
    typeof by === 'string' &&
    typeof reason === 'string' &&
    kindReleased(what)
    ? { what, by, reason, ...(typeof file === 'string' ? { file } : {}) }
    : undefined
}
