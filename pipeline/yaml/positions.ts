import { YAMLException } from 'js-yaml'
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type ScalarTag,
  visit,
} from 'yaml'
import type { Place } from '../diagnostics/diagnostic.ts'
import { TOP } from '../diagnostics/diagnostic.ts'
import type { YamlProblem } from './parse-yaml.ts'
import { withLineFeeds } from './plain.ts'
import { FLOAT, INTEGER } from './scalars.ts'

const scalar = (name: string, test: RegExp, resolve: (text: string) => unknown): ScalarTag => ({
  tag: `tag:yaml.org,2002:${name}`,
  default: true,
  test,
  resolve,
})

/** The same dialect as parse-yaml.ts, in the words of the parser that keeps positions. */
const DIALECT: ScalarTag[] = [
  scalar('null', /^(?:~|null|Null|NULL)?$/, () => null),
  scalar('bool', /^(?:true|True|TRUE|false|False|FALSE)$/, (text) => text[0] === 't' || text[0] === 'T'),
  scalar('int', INTEGER, Number),
  scalar('float', FLOAT, Number),
]

type Positioned = { readonly document: Document; readonly lines: LineCounter }

function read(text: string): Positioned {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    schema: 'failsafe',
    customTags: (tags) => [...tags, ...DIALECT],
    lineCounter: lines,
    prettyErrors: false,
    keepSourceTokens: true,
    version: '1.2',
    uniqueKeys: true,
  })
  return { document, lines }
}

const placeAt = ({ lines }: Positioned, offset: number): Place => {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

/**
 * The value that the positions parser sees; `undefined` where it finds anything that is not of the dialect.
 * parse-yaml.ts asks where a text is unusual, and a test asks for every text.
 */
export function valueWithPositions(written: string): unknown {
  const text = withLineFeeds(written)
  const positioned = read(text)
  return problemsOf(text, positioned).length === 0 ? (positioned.document.toJS() ?? null) : undefined
}

/**
 * Where a value stands in YAML text. A path that does not exist gives the place of its nearest parent:
 * the spot where a missing key would go.
 *
 * @param path keys and indices from the root; `key: true` asks for the key itself instead of its value
 */
export function locate(text: string, path: readonly (string | number)[], { key = true } = {}): Place {
  const positioned = read(text)
  let node: unknown = positioned.document.contents
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
  for (const step of path) {
    const next: { value: unknown; keyNode?: unknown } | undefined = child(node, step)
    if (!next) break
    const anchor = key && isNode(next.keyNode) ? next.keyNode : next.value
    offset = isNode(anchor) ? (anchor.range?.[0] ?? offset) : offset
    node = next.value
  }
  return placeAt(positioned, offset)
}

function child(node: unknown, step: string | number): { value: unknown; keyNode?: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
    )
    return pair && { value: pair.value ?? pair.key, keyNode: pair.key }
  }
  const items = (node as { items?: unknown[] } | null)?.items
  return Array.isArray(items) && typeof step === 'number' && items[step] !== undefined
    ? { value: items[step] }
    : undefined
}

const TAG = [
  'Có ký hiệu «!» khai báo kiểu dữ liệu',
  'bỏ ký hiệu bắt đầu bằng «!», hoặc đặt giá trị trong dấu nháy kép',
] as const
const TAB_WORDS = ['Dòng thụt vào bằng phím Tab', 'thay Tab bằng dấu cách'] as const
const WORDS: Record<string, readonly [problem: string, fix: string]> = {
  DUPLICATE_KEY: ['Một trường được ghi hai lần', 'giữ lại một dòng, xóa dòng kia'],
  TAB_AS_INDENT: TAB_WORDS,
  BAD_INDENT: ['Dòng thụt vào không đều', 'thụt các dòng cùng cấp bằng nhau, dùng dấu cách'],
  MISSING_CHAR: ['Thiếu một dấu ngoặc hoặc dấu nháy', 'thêm dấu đóng còn thiếu'],
  BLOCK_AS_IMPLICIT_KEY: ['Thừa dấu hai chấm trong một dòng', 'đặt cả giá trị trong dấu nháy kép "…"'],
  MULTILINE_IMPLICIT_KEY: [
    'Một dòng không có dạng «trường: giá trị»',
    'viết mỗi trường một dòng, dạng `trường: giá trị`',
  ],
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
  const all = problemsOf(text, read(text))
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
    ...nodeProblems(text, positioned),
    ...[...errors, ...warnings].slice(0, ENOUGH).map((error): YamlProblem => {
      const [problem, fix] = wordsOf(error)
      return { at: placeAt(positioned, startOf(positioned, error)), problem, fix }
    }),
  ]
}

/** A file is a set of fields, or a list of them, or empty. */
function rootProblems(positioned: Positioned): YamlProblem[] {
  const { contents } = positioned.document
  const wrong = isAlias(contents) || (isScalar(contents) && contents.value !== null)
  return wrong
    ? [{ at: placeAt(positioned, contents.range?.[0] ?? 0), problem: GENERAL[0], fix: GENERAL[1] }]
    : []
}

/** Characters that YAML does not know or the two parsers do not agree on. */
const STRANGE = /[\0-\x08\x0B-\x1F\x7F-\x9F\u2028\u2029\uFFFE\uFFFF\p{Cs}]|(?!^)\uFEFF/u
/** A tab before the words of a line, or on a last line of blanks. */
const TAB = /^ *\t(?=[ \t]*\S|[ \t]*(?![\s\S]))/mu

function characterProblems(text: string, positioned: Positioned): YamlProblem[] {
  const find = (pattern: RegExp, [problem, fix]: readonly [string, string]): YamlProblem[] => {
    const at = text.search(pattern)
    return at < 0 ? [] : [{ at: placeAt(positioned, at), problem, fix }]
  }
  return [...find(TAB, TAB_WORDS), ...find(STRANGE, STRANGE_WORDS)]
}

const STRANGE_WORDS = [
  'Có ký tự điều khiển hoặc kiểu xuống dòng lạ',
  'xóa ký tự này rồi gõ lại dòng',
] as const
const ANCHOR = [
  'Có neo «&» hoặc tham chiếu «*» của YAML, không được dùng ở đây',
  'viết thẳng giá trị; nếu là chữ bình thường thì đặt trong dấu nháy kép "…"',
] as const
const KEPT = ['Dấu «+» sau «|» hoặc «>» không được dùng ở đây', 'bỏ dấu «+»'] as const
const KEEP = /^[|>]\d?\+/
const KEY = [
  'Tên trường không phải là chữ',
  'đặt tên trường bằng chữ, ví dụ `title`; nếu đúng là tên trường thì đặt trong dấu nháy kép "…"',
] as const

/** Anchors, aliases, tags, line breaks that are kept on purpose, and keys that are no words. */
function nodeProblems(text: string, positioned: Positioned): YamlProblem[] {
  const problems: YamlProblem[] = []
  const add = (offset: number, [problem, fix]: readonly [string, string]) =>
    problems.push({ at: placeAt(positioned, offset), problem, fix })
  visit(positioned.document, {
    Node(_key, node: Node) {
      const { anchor } = node as { anchor?: string }
      const start = node.range?.[0] ?? 0
      if (isAlias(node)) add(start, ANCHOR)
      else if (anchor !== undefined) add(Math.max(0, text.lastIndexOf(`&${anchor}`, start)), ANCHOR)
      else if (node.tag !== undefined) add(start, TAG)
      if (isScalar(node) && KEEP.test(text.slice(start, start + 3))) add(start, KEPT)
    },
    Pair(_key, { key, srcToken }) {
      const explicit = srcToken?.start.some(({ type }) => type === 'explicit-key-ind')
      if (explicit || !isScalar(key) || typeof key.value !== 'string')
        add((key as Node | null)?.range?.[0] ?? 0, KEY)
    },
  })
  return problems
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
    visit(document, {
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
