/** A clause of a regulation in the grammar of schemas/common: `D9.K5#2`, `D4.K1.a`, `QD.D2`, `D11.K1.g1`. */
export type ClauseRef = string

const WORDS: readonly (readonly [
  pattern: RegExp,
  say: (match: string, nth: string | undefined) => string,
])[] = [
  [/^D(\d+)(?:#(\d))?$/, (number) => `Điều ${number}`],
  [
    /^K([\d]+)(?:#(\d))?$/,
    (number, nth) =>
      `khoản ${number}${nth && nth !== '1' ? ` (khoản ${number} thứ ${ORDINAL[nth] ?? nth})` : ''}`,
  ],
  [/^(\d[\d.]*)(?:#(\d))?$/, (number) => `mục ${number}`],
  [
    /^([a-zđ])(?:#(\d))?$/,
    (letter, nth) => `điểm ${letter}${nth && nth !== '1' ? ` (thứ ${ORDINAL[nth] ?? nth})` : ''}`,
  ],
  [/^g(\d+)$/, (number) => `đoạn ${number}`],
]
/** `K2.2.4` is khoản 2 and the item that the text itself numbers 2.4: numbers stay together. */
const BETWEEN_PARTS = /\.(?!\d+(?:\.|$|#))|(?<=K\d+)\./

const ORDINAL: Record<string, string> = { '2': 'hai', '3': 'ba' }

/**
 * A clause in words: `Điều 7 khoản 5 điểm b`; clauses of the issuing decision end in `Quyết định ban hành`.
 * The grammar is held by the schema; an unknown part is a bug.
 */
export function clauseInWords(ref: ClauseRef): string {
  if (ref === 'QD') return 'Phần căn cứ của Quyết định ban hành'
  const ofDecision = ref.startsWith('QD.')
  const words = (ofDecision ? ref.slice(3) : ref).split(BETWEEN_PARTS).map(partInWords).join(' ')
  return ofDecision ? `${words} Quyết định ban hành` : words
}

function partInWords(part: string): string {
  for (const [pattern, say] of WORDS) {
    const match = pattern.exec(part)
    if (match) return say(match[1] as string, match[2])
  }
  throw new Error(`not a part of a clause reference: ${part}`)
}

/** `Điều 7 khoản 1 Quy chế phường Thành Đông`. */
export const cite = (ref: ClauseRef, shortName: string): string => `${clauseInWords(ref)} ${shortName}`
