/**
 * What another subject waits for in a text before it reads it closely: whatever it would find holds one of these. Words are letters
 * and digits in a row.
 */
export type Watch = {
  readonly words?: Pick<RegExp, 'test'>
  /** A word and the one behind it, with nothing but spaces between. */
  readonly pairs?: readonly (readonly [first: RegExp, second: RegExp])[]
  /** The same, letter by letter: `xử dụng`. */
  readonly exact?: ReadonlySet<string>
  /** A sign, and the same sign between its neighbours. */
  readonly signs?: readonly (readonly [sign: string, between: RegExp])[]
  /** A sign, and whether it counts where it stands. */
  readonly places?: readonly (readonly [sign: string, counts: (text: string, at: number) => boolean])[]
  /** Groups of digits in a row, in so many digits together, of which the first begins so. */
  readonly numbers?: { readonly least: number; readonly begins: RegExp }
  /** A line that holds such a word is spared. */
  readonly unlessOnLine?: RegExp
}

/** Watches by their names, as bits: what a word, a pair of words or a sign says to each of them. */
export type Watched = {
  readonly bitOf: ReadonlyMap<string, number>
  readonly ofWord: (word: string) => number
  /** Bits of the pairs that a word may begin, and that it may end. */
  readonly first: (word: string) => number
  readonly second: (word: string) => number
  /** Groups of the exact pairs that a word may begin, and that it may end: nearly no two words share one that are no pair. */
  readonly firstExact: (word: string) => number
  readonly secondExact: (word: string) => number
  /** Bits of the watches that wait for two words letter by letter. */
  readonly ofExact: (first: string, second: string) => number
  /** Bits of the watches whose pairs these are. */
  readonly ofPairs: (pairs: number) => number
  /** The bits of a sign between two others, and those of its place in a text. */
  readonly ofSign: (before: number, sign: number, behind: number) => number
  readonly places: ReadonlyMap<number, readonly Place[]>
  /** Codes of the signs that somebody waits for. */
  readonly signs: readonly number[]
  readonly numbers: readonly NumberWatch[]
  /** Fewer digits together mean nothing to any of those. */
  readonly leastDigits: number
  readonly lines: readonly LineWatch[]
}

type Place = { readonly bit: number; readonly counts: (text: string, at: number) => boolean }
export type NumberWatch = { readonly bit: number; readonly least: number; readonly begins: RegExp }
/** A watch that is told at the end of a line, and the bit of the words that spare it. */
type LineWatch = { readonly bit: number; readonly spared: number }

/** Bits of watches are the lowest, those of words that spare lines come above them. */
export const MOST_WATCHES = 14
const MOST_PAIRS = 30

export function watched(watches: Readonly<Record<string, Watch>>): Watched {
  const all = Object.entries(watches).map(([name, watch], index) => ({ name, watch, bit: 1 << index }))
  const pairs = all.flatMap(({ watch, bit }) => pairsOf(watch).map((each) => ({ ...each, bit })))
  if (all.length > MOST_WATCHES || pairs.length > MOST_PAIRS)
    throw new Error('more is watched than there are bits')
  const exact = exactPairs(all)
  const numbers = all.flatMap(({ watch, bit }): NumberWatch[] =>
    watch.numbers ? [{ bit, ...watch.numbers }] : [],
  )
  const signs = Map.groupBy(
    all.flatMap(({ watch, bit }) => (watch.signs ?? []).map(([sign, between]) => ({ sign, bit, between }))),
    codeOfSign,
  )
  const places = Map.groupBy(
    all.flatMap(({ watch, bit }) => (watch.places ?? []).map(([sign, counts]) => ({ sign, bit, counts }))),
    codeOfSign,
  )
  const spared = (bit: number) => bit << MOST_WATCHES
  const bitsWhere = <T>(
    list: readonly T[],
    isSo: (each: T) => boolean,
    bitOf: (each: T, index: number) => number,
  ) => list.reduce((bits, each, index) => (isSo(each) ? bits | bitOf(each, index) : bits), 0)
  const placeBit = (_: unknown, index: number) => 1 << index
  return {
    bitOf: new Map(all.map(({ name, bit }) => [name, bit])),
    ofWord: (word) =>
      bitsWhere(
        all,
        ({ watch }) => watch.words?.test(word) ?? false,
        ({ bit }) => bit,
      ) |
      bitsWhere(
        all,
        ({ watch }) => watch.unlessOnLine?.test(word) ?? false,
        ({ bit }) => spared(bit),
      ),
    first: (word) => bitsWhere(pairs, ({ first }) => first.test(word), placeBit),
    second: (word) => bitsWhere(pairs, ({ second }) => second.test(word), placeBit),
    firstExact: (word) => exact.begun.get(word) ?? 0,
    secondExact: (word) => exact.ended.get(word) ?? 0,
    ofExact: (first, second) => exact.bits.get(`${first} ${second}`) ?? 0,
    ofPairs: (seen) =>
      bitsWhere(
        pairs,
        (each) => (seen & (1 << pairs.indexOf(each))) !== 0,
        ({ bit }) => bit,
      ),
    ofSign: remembering((before, sign, behind) => {
      const between = String.fromCharCode(before, sign, behind)
      return bitsWhere(
        signs.get(sign) ?? [],
        (each) => each.between.test(between),
        ({ bit }) => bit,
      )
    }),
    places,
    signs: [...signs.keys(), ...places.keys()],
    numbers,
    leastDigits: Math.min(...numbers.map(({ least }) => least)),
    lines: all.flatMap(({ watch, bit }) => (watch.unlessOnLine ? [{ bit, spared: spared(bit) }] : [])),
  }
}

const codeOfSign = ({ sign }: { readonly sign: string }): number => sign.charCodeAt(0)

/** Few neighbours are many: what was found of them is kept, and begun anew where somebody writes very strangely. */
function remembering(bitsOf: Watched['ofSign']): Watched['ofSign'] {
  const known = new Map<number, number>()
  return (before, sign, behind) => {
    const key = (before * 0x1_0000 + sign) * 0x1_0000 + behind
    const kept = known.get(key)
    if (kept !== undefined) return kept
    const bits = bitsOf(before, sign, behind)
    if (known.size === MOST_KEPT) known.clear()
    known.set(key, bits)
    return bits
  }
}
const MOST_KEPT = 4096

type Named = { readonly watch: Watch; readonly bit: number }
type Pair = { readonly first: RegExp; readonly second: RegExp }

const pairsOf = ({ pairs = [] }: Watch): Pair[] => pairs.map(([first, second]) => ({ first, second }))

const GROUPS = 32

/** Bits of watches by their exact pairs, and the groups of the words of those pairs: each first word has one group. */
function exactPairs(all: readonly Named[]) {
  const bits = new Map<string, number>()
  const begun = new Map<string, number>()
  const ended = new Map<string, number>()
  for (const { watch, bit } of all)
    for (const pair of watch.exact ?? []) {
      const [first = '', second = ''] = pair.split(' ')
      const group = begun.get(first) ?? 1 << (begun.size % GROUPS)
      bits.set(pair, (bits.get(pair) ?? 0) | bit)
      begun.set(first, group)
      ended.set(second, (ended.get(second) ?? 0) | group)
    }
  return { bits, begun, ended }
}
