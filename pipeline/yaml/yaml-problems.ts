import { YAMLException } from 'js-yaml'
import type { Document, Node, Pair } from 'yaml'
import type { Place } from '../diagnostics/diagnostic.ts'
import { TOP } from '../diagnostics/diagnostic.ts'
import { positionsParser } from './library.ts'
import type { YamlProblem } from './parse-yaml.ts'
import { withLineFeeds } from './plain.ts'
import { type Positioned, placeAt, readPositioned } from './positions.ts'

/**
 * The value that the positions parser sees; `undefined` where it finds anything that is not of the dialect.
 * parse-yaml.ts asks where a text is unusual, and a test asks for every text.
 */
export function valueWithPositions(written: string): unknown {
  const text = withLineFeeds(written)
  const positioned = readPositioned(text)
  return problemsOf(text, positioned).length === 0 ? (positioned.document.toJS() ?? null) : undefined
}

const TAG = [
  'Có ký hiệu «!» khai báo kiểu dữ liệu',
  'bỏ ký hiệu bắt đầu bằng «!», hoặc đặt giá trị trong dấu nháy kép',
] as const
const MISSING_CHAR = ['Thiếu một dấu ngoặc hoặc dấu nháy', 'thêm dấu đóng còn thiếu'] as const
const NO_FIELD = [
  'Một dòng không có dạng «trường: giá trị»',
  'viết mỗi trường một dòng, dạng `trường: giá trị`',
] as const
const BROKEN_WORDS = [
  'Giá trị trong ngoặc bị ngắt giữa dòng',
  'viết trọn giá trị trên một dòng, hoặc viết mỗi trường một dòng, không dùng ngoặc',
] as const
const TAB_WORDS = ['Dòng thụt vào bằng phím Tab', 'thay Tab bằng dấu cách'] as const
const WORDS: Record<string, readonly [problem: string, fix: string]> = {
  DUPLICATE_KEY: ['Một trường được ghi hai lần', 'giữ lại một dòng, xóa dòng kia'],
  TAB_AS_INDENT: TAB_WORDS,
  BAD_INDENT: ['Dòng thụt vào không đều', 'thụt các dòng cùng cấp bằng nhau, dùng dấu cách'],
  MISSING_CHAR,
  BLOCK_AS_IMPLICIT_KEY: ['Thừa dấu hai chấm trong một dòng', 'đặt cả giá trị trong dấu nháy kép "…"'],
  MULTILINE_IMPLICIT_KEY: NO_FIELD,
  IMPOSSIBLE: ['Phần này không đọc được', 'viết lại theo dạng `trường: giá trị`'],
  BAD_DQ_ESCAPE: ['Dấu \\ trong nháy kép không hợp lệ', 'bỏ dấu \\ hoặc viết hai lần \\\\'],
  UNEXPECTED_TOKEN: ['Có ký tự không đúng chỗ', 'đặt cả giá trị trong dấu nháy kép "…"'],
  TAG_RESOLVE_FAILED: TAG,
}
const GENERAL = [
  'Phần này không đúng dạng «trường: giá trị»',
  'sửa lại theo mẫu; giá trị có dấu : # [ ] { } & * ! thì đặt trong nháy kép "…"',
] as const

/** Every problem of a text that the fast parser refused, with its place. At least one, always; one a line. */
export function yamlProblems(text: string, cause?: Error): YamlProblem[] {
  const all = problemsOf(text, readPositioned(text))
  const lines = new Set<number>()
  const first = all.filter(({ at }) => !lines.has(at.line) && lines.add(at.line))
  return first.length > 0 ? first : [{ at: markOf(cause), problem: GENERAL[0], fix: GENERAL[1] }]
}

/** Nobody reads more problems of one file, and each costs a search for its place. */
const ENOUGH = 20

/** What the dialect does not know, then what YAML itself does not: the first names the cause more often. */
function problemsOf(text: string, positioned: Positioned): YamlProblem[] {
  const { errors, warnings } = positioned.document
  return [
    ...rootProblems(positioned),
    ...characterProblems(text, positioned),
    ...signProblems(text, positioned),
    ...nodeProblems(text, positioned),
    ...[...errors, ...warnings].slice(0, ENOUGH).map((error): YamlProblem => {
      const [problem, fix] = wordsOf(error)
      return { at: placeAt(positioned, startOf(positioned, error)), problem, fix }
    }),
  ]
}

/** A file is a set of fields, or a list of them, or empty. */
function rootProblems(positioned: Positioned): YamlProblem[] {
  const { isAlias, isScalar } = positionsParser()
  const { contents } = positioned.document
  const wrong = isAlias(contents) || (isScalar(contents) && contents.value !== null)
  return wrong
    ? [{ at: placeAt(positioned, contents.range?.[0] ?? 0), problem: GENERAL[0], fix: GENERAL[1] }]
    : []
}

/** Characters that YAML does not know or the two parsers do not agree on. */
const STRANGE = /[\0-\x08\x0B-\x1F\x7F-\x9F\u2028\u2029\uFFFE\uFFFF\p{Cs}]|(?!^)\uFEFF/u
/** A tab before the words of a line: some of them the parsers read as blanks, some as words. */
const TAB = /^ *\t/mu
/** Dashes that run into a word: one parser sees the beginning of a document, the other a word. */
const DASHES = /^---(?=\S)/mu

function characterProblems(text: string, positioned: Positioned): YamlProblem[] {
  const find = (pattern: RegExp, [problem, fix]: readonly [string, string]): YamlProblem[] => {
    const at = text.search(pattern)
    return at < 0 ? [] : [{ at: placeAt(positioned, at), problem, fix }]
  }
  return [...find(TAB, TAB_WORDS), ...find(DASHES, NO_FIELD), ...find(STRANGE, STRANGE_WORDS)]
}

const STRANGE_WORDS = [
  'Có ký tự điều khiển hoặc kiểu xuống dòng lạ',
  'xóa ký tự này rồi gõ lại dòng',
] as const
const ANCHOR = [
  'Có neo «&» hoặc tham chiếu «*» của YAML, không được dùng ở đây',
  'viết thẳng giá trị; nếu là chữ bình thường thì đặt trong dấu nháy kép "…"',
] as const
const HEADER = [
  'Dấu viết sau «|» hoặc «>» không được dùng ở đây',
  'chỉ viết `|`, `|-`, `>` hoặc `>-`',
] as const
const KEY = [
  'Tên trường không phải là chữ',
  'đặt tên trường bằng chữ, ví dụ `title`; nếu đúng là tên trường thì đặt trong dấu nháy kép "…"',
] as const
const LIST_IN_LIST = ['Một danh sách nằm ngay trong danh sách khác', 'viết thành một danh sách'] as const

/** Signs of YAML that the dialect does without, by the lexical token that begins with them. */
const SIGNS: readonly (readonly [token: RegExp, words: readonly [problem: string, fix: string]])[] = [
  [/^[&*]/, ANCHOR],
  [/^!/, TAG],
  [/^\?$/, KEY],
  [/^%/, GENERAL],
  [/^[|>](?!-?$)/, HEADER],
  [/^"(?!(?:[^"\\]|\\[\s\S])*"$)/, MISSING_CHAR],
  [/^'(?!(?:[^']|'')*'$)/, MISSING_CHAR],
]
/** Tokens that are no text of the file: a document begins, braces end by error, the next token is a plain scalar. */
const MARKERS: ReadonlySet<string> = new Set(['\x02', '\x18', '\x1F'])

function signProblems(text: string, positioned: Positioned): YamlProblem[] {
  const { Lexer } = positionsParser()
  const problems: YamlProblem[] = []
  let offset = 0
  let before = ''
  for (const token of new Lexer().lex(text)) {
    const words = before === '\x1F' ? undefined : SIGNS.find(([sign]) => sign.test(token))?.[1]
    if (words) problems.push({ at: placeAt(positioned, offset), problem: words[0], fix: words[1] })
    if (!MARKERS.has(token)) offset += token.length
    before = token
  }
  return problems.slice(0, ENOUGH)
}

/** Keys that are no words, keys and words in braces that run over lines, and lists that are hard to tell apart. */
function nodeProblems(text: string, positioned: Positioned): YamlProblem[] {
  const { isScalar, isSeq, visit } = positionsParser()
  const problems: YamlProblem[] = []
  const add = (node: unknown, [problem, fix]: readonly [string, string]) =>
    problems.push({ at: placeAt(positioned, (node as Node | null)?.range?.[0] ?? 0), problem, fix })
  visit(positioned.document, {
    Pair(_key, { key }, path) {
      if (!isScalar(key) || typeof key.value !== 'string') add(key, KEY)
      else if (!closesOnItsLine(text, key, path)) add(key, NO_FIELD)
    },
    Scalar(_key, scalar, path) {
      const [from, to] = scalar.range ?? [0, 0]
      if (isFlow(path) && text.slice(from, to).includes('\n')) add(scalar, BROKEN_WORDS)
    },
    Seq(_key, { items }) {
      for (const item of items) if (isSeq(item) && !item.flow) add(item, LIST_IN_LIST)
    },
  })
  return problems.slice(0, ENOUGH)
}

type Path = readonly (Node | Document | Pair)[]

/** Whether the nearest list or map around a node is written in brackets or braces. */
const isFlow = (path: Path): boolean => path.findLast(positionsParser().isCollection)?.flow === true

const COLON = /[ \t]*:/y
const COLON_OR_END = /[ \t]*:|\s*[,}\]]/y
/** Whether a colon closes a key on its own line: only the first key of a file is held to that by the parser itself. */
function closesOnItsLine(text: string, key: Node, path: Path): boolean {
  const close = isFlow(path) ? COLON_OR_END : COLON
  close.lastIndex = key.range?.[1] ?? 0
  return close.test(text)
}

type YamlIssue = Document['errors'][number] | Document['warnings'][number]

function wordsOf({ code, message }: YamlIssue): readonly [problem: string, fix: string] {
  const unfinished = code === 'MISSING_CHAR' && !message.startsWith('Missing')
  return WORDS[unfinished ? 'MULTILINE_IMPLICIT_KEY' : code] ?? GENERAL
}

/** A quote that is never closed swallows the lines below it; it is reported where it opens. */
function startOf({ document }: Positioned, { code, pos }: YamlIssue): number {
  let start = pos[0]
  if (code === 'MISSING_CHAR') {
    positionsParser().visit(document, {
      Scalar(_key, { type, range }) {
        if (range && type?.startsWith('QUOTE') && range[0] < pos[0] && pos[0] <= range[1]) start = range[0]
      },
    })
  }
  return start
}

function markOf(cause: Error | undefined): Place {
  if (!(cause instanceof YAMLException)) return TOP
  const mark = (cause as { mark?: { line: number; column: number } }).mark
  return mark ? { line: mark.line + 1, column: mark.column + 1 } : TOP
}
