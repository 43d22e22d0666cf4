/**
 * A pattern of CODEOWNERS, ready to match: globs for one path segment each, and `any` for any number of segments, none
 * included. Every shape of the language comes down to these two.
 */
export type CodePattern = readonly (Glob | 'any')[]

/** One segment: characters, `ONE` for `?`, `MANY` for `*`. */
type Glob = readonly (string | typeof ONE | typeof MANY)[]

const ONE = Symbol('?')
const MANY = Symbol('*')

/** What makes a pattern invalid, so that GitHub skips its line; the column counts UTF-16 units from 0. */
export type BadPattern = { readonly ok: false; readonly column: number; readonly problem: string }

/**
 * Compiles a pattern as it stands in the file, with its backslashes.
 *
 * Like gitignore, except: no `!`, no `[ ]`, no `\#`, and `docs/*` does not reach below docs (“About code owners”, GitHub).
 */
export function compilePattern(
  pattern: string,
): { readonly ok: true; readonly value: CodePattern } | BadPattern {
  const bad = badPattern(pattern)
  if (bad) return bad
  // The root alone names no file.
  if (pattern === '/') return { ok: true, value: [[]] }
  const anchored = pattern.startsWith('/')
  const written = (anchored ? pattern.slice(1) : pattern).split('/')
  const tree = written.at(-1) === '' || written.at(-1) === '**'
  const named = tree ? written.slice(0, -1) : written
  const inner = named.map((segment) => (segment === '**' ? 'any' : toGlob(segment)))
  const floating = !anchored && (written.length === 1 || (written.length === 2 && written[1] === ''))
  return { ok: true, value: [...(floating ? ANY : []), ...inner, ...ending(tree, named.at(-1))] }
}

const ANY = ['any'] as const

/** `dir/` and `dir/**` take all below a folder, `dir/*` just its files, and a plain name a file or all below a folder. */
function ending(tree: boolean, last: string | undefined): CodePattern {
  if (tree) return [[MANY], 'any']
  return last === '*' ? [] : ANY
}

const BAD: readonly (readonly [shape: RegExp, problem: string])[] = [
  [/^!/, 'CODEOWNERS không có mẫu phủ định `!`'],
  [/\\#/, 'CODEOWNERS không nhận `\\#`'],
  [/#/, 'trong mẫu không được có `#`'],
  [/\[|\]/, 'CODEOWNERS không nhận khoảng ký tự `[ ]`'],
  [/\*{3}/, 'không được viết ba dấu `*` liền nhau'],
  [/[\p{Cc}\p{Cf}\u00a0\u2028\u2029]/u, 'trong mẫu có ký tự không nhìn thấy'],
  [/\\$/, 'dấu `\\` ở cuối mẫu không có ký tự theo sau'],
]

function badPattern(pattern: string): BadPattern | undefined {
  for (const [shape, problem] of BAD) {
    const column = pattern.search(shape)
    if (column >= 0) return { ok: false, column, problem }
  }
  return undefined
}

function toGlob(segment: string): Glob {
  const characters = [...segment]
  const glob: Glob[number][] = []
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] as string
    if (character === '\\') glob.push(characters[++at] ?? '')
    else glob.push(character === '*' ? MANY : character === '?' ? ONE : character)
  }
  return glob
}

/** Whether a path of the repository, with `/` and without one in front, belongs to a pattern. Case counts, and so do NFC and NFD. */
export function matchesPattern(pattern: CodePattern, path: string): boolean {
  return matches(pattern, path.split('/'), 'any', (glob, segment) =>
    matches(glob, [...segment], MANY, (part, character) => part === ONE || part === character),
  )
}

/**
 * Wildcard matching in O(pattern × text): after a dead end only the last wildcard may take one more, because whatever an
 * earlier one could still reach, the last one reaches too.
 */
function matches<Part, Piece, Wild extends Part>(
  pattern: readonly Part[],
  text: readonly Piece[],
  wildcard: Wild,
  same: (part: Exclude<Part, Wild>, piece: Piece) => boolean,
): boolean {
  let at = 0
  let wild = -1
  let resume = 0
  for (let read = 0; read < text.length; ) {
    const part = pattern[at]
    if (at < pattern.length && part === wildcard) {
      wild = at++
      resume = read
    } else if (at < pattern.length && same(part as Exclude<Part, Wild>, text[read] as Piece)) {
      at++
      read++
    } else if (wild >= 0) {
      at = wild + 1
      read = ++resume
    } else return false
  }
  return pattern.slice(at).every((part) => part === wildcard)
}
