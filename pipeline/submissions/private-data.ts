import type { Cong } from '../contract/types.ts'
import { isContact } from '../privacy/numbers.ts'
import { findPersonalData, type PersonalData } from '../privacy/personal-data.ts'

/**
 * What in an article tells how to reach somebody at home or to find him in a register. Names are no secret in an article: who wrote it and whom
 * it is about stands in it on purpose.
 *
 * @param contacts what the portal's own pages publish of its people
 */
export function privateDataIn(
  { contacts: { phone, email, security } }: Cong,
  contacts: ReadonlySet<string>,
  text: string,
): PersonalData[] {
  const known = [phone, email, security].flatMap((each) => each ?? [])
  const words = text.normalize('NFC')
  return findPersonalData(words, { voice: 'news', known }).filter(
    ({ start, end }) => !isContact(words.slice(start, end), contacts),
  )
}
