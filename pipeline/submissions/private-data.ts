import type { Cong } from '../contract/types.ts'
import { findPersonalData, type PersonalData } from '../privacy/personal-data.ts'

/**
 * What in an article tells how to reach or to name somebody in a register: telephones, mailboxes, numbers of papers and accounts. Names are no
 * secret in an article: who wrote it and whom it is about stands in it on purpose.
 */
export function privateDataIn({ contacts: { phone, email, security } }: Cong, text: string): PersonalData[] {
  const known = [phone, email, security].flatMap((each) => each ?? [])
  return findPersonalData(text.normalize('NFC'), { voice: 'office', known }).filter(
    ({ kind }) => kind !== 'name',
  )
}
