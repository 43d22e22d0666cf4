import slugify from '@sindresorhus/slugify'

const LIMIT = 120

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Whether a text is a slug already. */
export const isSlug = (text: string): boolean => text.length <= LIMIT && SLUG.test(text)

/** The slug of a text: `Đồng Việt ra quân` → `dong-viet-ra-quan`; cut at a word where it grows too long. */
export function slugOf(text: string): string {
  const whole = slugify(text.normalize('NFC')) || 'bai'
  return whole.length <= LIMIT ? whole : whole.slice(0, LIMIT).replace(/-[^-]*$/, '')
}
