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
  const slugs: string[] = []
  for (const word of text.split(' ')) {
    const slug = wordSlug(word)
    if (slug === undefined) return slugify(text.normalize('NFC'))
    if (slug !== '') slugs.push(slug)
  }
  return slugs.join('-')
}

const wordSlugs = new Map<string, string | undefined>()

/** More than the syllables of the language; what else there is between two spaces is taken apart each time. */
const MOST_WORDS = 10_000

/** `Đổi` → `doi`, `–` → nothing; undefined for what only slugify knows. Texts are made of the same few thousand syllables. */
function wordSlug(word: string): string | undefined {
  const known = wordSlugs.get(word)
  if (known !== undefined || wordSlugs.has(word)) return known
  const slug = ORDINARY.test(word) && !MIXED.test(word) ? plainSlug(word) : undefined
  if (wordSlugs.size < MOST_WORDS) wordSlugs.set(word, slug)
  return slug
}

/** Letters without their marks; whatever is no letter or digit parts them. */
const plainSlug = (word: string): string =>
  word
    .replace(/[đĐ]/g, 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** The slug of a text: `Đồng Việt ra quân` → `dong-viet-ra-quan`; cut at a word where it grows too long. */
export function slugOf(text: string): string {
  const whole = quickSlug(text) || 'bai'
  return whole.length <= LIMIT ? whole : whole.slice(0, LIMIT).replace(/-[^-]*$/, '')
}
