import { createRequire } from 'node:module'

/** Loaded by the first text that needs it: few do, and its table of all the world's letters is long. */
const slugify = (text: string): string =>
  (createRequire(import.meta.url)('@sindresorhus/slugify') as Slugify).default(text)
type Slugify = typeof import('@sindresorhus/slugify')

const LIMIT = 120

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Whether a text is a slug already. */
export const isSlug = (text: string): boolean => text.length <= LIMIT && SLUG.test(text)

/** Letters of Vietnamese, digits and ordinary punctuation. */
const ORDINARY =
  /^[A-Za-z0-9 .,:;()/\u00C0-\u00C3\u00C8-\u00CA\u00CC\u00CD\u00D2-\u00D5\u00D9\u00DA\u00DD\u00E0-\u00E3\u00E8-\u00EA\u00EC\u00ED\u00F2-\u00F5\u00F9\u00FA\u00FDĂăĐđĨĩŨũƠơƯư\u1EA0-\u1EF9–-]*$/u
/** Words in mixed case, which slugify takes apart. */
const MIXED = /[\p{Ll}\p{N}]\p{Lu}|\p{Lu}{2}\p{Ll}/u

/**
 * What slugify makes of a text, found quickly for ordinary Vietnamese: headings are slugs by the thousand, and its table of
 * all the world's letters is long. A property test holds the two together.
 */
export function quickSlug(text: string): string {
  const composed = text.normalize('NFC')
  if (!ORDINARY.test(composed) || MIXED.test(composed)) return slugify(composed)
  let slug = ''
  let parted = false
  for (const letter of composed) {
    const bare = bareLetter(letter)
    if (bare !== undefined) slug += parted && slug !== '' ? `-${bare}` : bare
    parted = bare === undefined
  }
  return slug
}

const bareLetters = new Map<string, string | undefined>()

/** `Ổ` → `o`; undefined for what parts words. */
function bareLetter(letter: string): string | undefined {
  if (bareLetters.has(letter)) return bareLetters.get(letter)
  const bare = letter.normalize('NFD').charAt(0).replace(/[đĐ]/, 'd').toLowerCase()
  const known = /[a-z0-9]/.test(bare) ? bare : undefined
  bareLetters.set(letter, known)
  return known
}

/** The slug of a text: `Đồng Việt ra quân` → `dong-viet-ra-quan`; cut at a word where it grows too long. */
export function slugOf(text: string): string {
  const whole = quickSlug(text) || 'bai'
  return whole.length <= LIMIT ? whole : whole.slice(0, LIMIT).replace(/-[^-]*$/, '')
}
