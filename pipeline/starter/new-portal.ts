import { PLACEHOLDERS } from '../documents/placeholders.ts'
/** What the owner of a new portal says of it. */
export type NewPortal = {
  readonly id: string
  /** For example `Cổng thông tin điện tử phường Hòa Bình`. */
  readonly name: string
  /** The organisation on the forge whose teams are the accounts of the roster. */
  readonly org: string
  /** The portal of the product whose regulation and roster it begins with. */
  readonly from: string
}

/** Stands before everything that only the owner of the portal can fill in. */
export const TO_FILL = PLACEHOLDERS.toFill

const LEVELS = [
  ['phuong', /^phường$/i],
  ['xa', /^xã$/i],
  ['thi-tran', /^thị trấn$/i],
  ['huyen', /^huyện$/i],
] as const

export type Unit = { readonly level: string; readonly name: string; readonly words: string }

/** The unit of government that a portal's name ends with: `… phường Hòa Bình`. Undefined where it names none. */
export function unitIn(name: string): Unit | undefined {
  const found = /(?:^|\s)(phường|xã|thị trấn|huyện)\s+(\S.*)$/i.exec(name)
  const level = LEVELS.find(([, word]) => word.test(found?.[1] ?? ''))?.[0]
  return found?.[2] && level ? { level, name: found[2], words: `${found[1]} ${found[2]}` } : undefined
}

/** A text as YAML writes it whatever is in it. */
export const quoted = (text: string): string => JSON.stringify(text.normalize('NFC'))
