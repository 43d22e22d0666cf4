import { atMinute, dayOf, formatDay, formatInstant, type Instant, parseDay } from '../calendar/local-time.ts'
import type { Cong } from '../contract/types.ts'

/** Where weaknesses of the portal may be reported: a mailbox or a page of its own, else the mailbox, else the telephone. */
export function securityContact({ security, email, phone }: Cong['contacts']): string | undefined {
  if (security !== undefined) return security.startsWith('https://') ? security : `mailto:${security}`
  if (email !== undefined) return `mailto:${email}`
  return phone === undefined ? undefined : telephone(phone)
}

/** RFC 3966 wants the number of the country; Vietnam's is 84, and the zero before the area falls. */
const telephone = (phone: string): string => {
  const digits = phone.replaceAll(/[^\d+]/g, '')
  return `tel:${digits.startsWith('0') ? `+84${digits.slice(1)}` : digits}`
}

/**
 * The first day of the quarter, eleven months on: the file changes four times a year and not with each build, is good for
 * eight months at least, and for less than the year that RFC 9116 advises.
 */
export function securityExpiry(now: Instant): string {
  const [year, month] = formatDay(dayOf(now)).split('-').map(Number) as [number, number]
  const first = month - ((month - 1) % 3)
  const months = year * 12 + (first - 1) + 11
  const day = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`
  return formatInstant(atMinute(parseDay(day) as number, 0))
}

/** `security.txt` of RFC 9116; undefined where the portal names no way to reach it. */
export function securityFile(
  { contacts, baseUrl, languages }: Pick<Cong, 'contacts' | 'baseUrl' | 'languages'>,
  now: Instant,
): string | undefined {
  const contact = securityContact(contacts)
  if (contact === undefined) return undefined
  return [
    `Contact: ${contact}`,
    `Expires: ${securityExpiry(now)}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    ...(baseUrl === null ? [] : [`Canonical: ${baseUrl}/${SECURITY_FILE}`]),
    '',
  ].join('\n')
}

/** Its address, which the standard fixes. */
export const SECURITY_FILE = '.well-known/security.txt'
