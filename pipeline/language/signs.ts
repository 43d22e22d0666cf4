/** What is known of each sign, as bits; a letter (or digit) of a word has `LETTER` and nothing else. */
export const TRAIT = {
  LETTER: 1,
  NO_SPACE_BEFORE: 2,
  LETTER_NEVER_AFTER: 4,
  NO_SPACE_AFTER: 8,
  /** Begins or ends what is no prose: code, tags, comments. */
  NO_PROSE: 16,
  WATCHED: 32,
  FOREIGN: 64,
  /** Ends a line, or may end a word in its middle. */
  LIMIT: 128,
  /** May end a sentence. */
  ENDS: 256,
  /** Opens or closes, as one of a pair. */
  PAIRED: 512,
} as const

/** The signs that are known by name. */
export const CODE = {
  LF: 0x0a,
  SPACE: 0x20,
  CALLING: 0x21,
  QUOTE: 0x22,
  OPEN: 0x28,
  CLOSE: 0x29,
  PLUS: 0x2b,
  COMMA: 0x2c,
  DASH: 0x2d,
  POINT: 0x2e,
  SLASH: 0x2f,
  COLON: 0x3a,
  SEMICOLON: 0x3b,
  ASKING: 0x3f,
  OPEN_SQUARE: 0x5b,
  CLOSE_SQUARE: 0x5d,
  PIPE: 0x7c,
  DOTS: 0x2026,
} as const

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

/** Marks that come in pairs. Straight quotes do not say whether they open or close, so they are let be. */
export const MARKS = [
  { open: '“', close: '”' },
  { open: '«', close: '»' },
  { open: '(', close: ')' },
] as const

const IN_WORDS = /[\p{L}\p{M}\p{Nd}]/u
/** The ends of lines, ASCII, letters of Latin scripts that are one sign each, and the usual punctuation. */
const USUAL = /[\n\x20-\x7E\xA0-\u02FF\u1E00-\u1EFF\u2010-\u2027\u2030-\u203A]/

/** @param watchedFor codes of the signs that somebody waits for */
export function signTraits(watchedFor: readonly number[]): Uint16Array {
  const table = new Uint16Array(0x1_0000).fill(TRAIT.FOREIGN)
  for (let code = 0; code <= 0x203a; code += 1) {
    const sign = String.fromCharCode(code)
    if (USUAL.test(sign)) table[code] = IN_WORDS.test(sign) ? TRAIT.LETTER : 0
  }
  const add = (codes: Iterable<number>, trait: number) => {
    for (const code of codes) table[code] = (table[code] as number) | trait
  }
  const codes = (signs: string) => [...signs].map((sign) => sign.charCodeAt(0))
  add(codes(' ,.;:!?)”»'), TRAIT.NO_SPACE_BEFORE)
  add(codes(',.;:!?'), TRAIT.LETTER_NEVER_AFTER)
  add(codes('(“«'), TRAIT.NO_SPACE_AFTER)
  add(codes('`<~'), TRAIT.NO_PROSE)
  add(codes('\n/:'), TRAIT.LIMIT)
  add(codes('.;?!…'), TRAIT.ENDS)
  add(codes(MARKS.flatMap(({ open, close }) => [open, close]).join('')), TRAIT.PAIRED)
  add(watchedFor, TRAIT.WATCHED)
  return table
}
