/** What looks like a way to a person: the registers count cases and never name anybody. */
const SIGNS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/u, 'địa chỉ thư điện tử'],
  [/(?<![\d/])(?:\+84|0)(?:[ .-]?\d){9,10}(?![\d/])/, 'số điện thoại'],
  [/(?<!\d)\d{12}(?!\d)/, 'số căn cước'],
]

/** The first kind of contact or identity number in a text; undefined where none is seen. Names cannot be told from other words. */
export const privateDataIn = (text: string): string | undefined =>
  SIGNS.find(([pattern]) => pattern.test(text))?.[1]
