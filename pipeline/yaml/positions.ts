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
 * The value that the positions parser sees; only tests ask, to hold the two parsers together.
 * `undefined` where it finds an error.
 */
export function valueWithPositions(text: string): unknown {
  const { document } = read(text)
  return document.errors.length > 0 || document.warnings.length > 0 ? undefined : document.toJS()
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

const WORDS: Record<string, readonly [problem: string, fix: string]> = {
  DUPLICATE_KEY: ['Một trường được ghi hai lần', 'giữ lại một dòng, xóa dòng kia'],
  TAB_AS_INDENT: ['Dòng thụt vào bằng phím Tab', 'thay Tab bằng dấu cách'],
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
  TAG_RESOLVE_FAILED: [
    'Có ký hiệu «!» khai báo kiểu dữ liệu',
    'bỏ ký hiệu bắt đầu bằng «!», hoặc đặt giá trị trong dấu nháy kép',
  ],
}
const GENERAL = [
  'Phần này không đúng dạng «trường: giá trị»',
  'sửa lại theo mẫu; giá trị có dấu : # [ ] { } & * ! thì đặt trong nháy kép "…"',
] as const

/** Every problem of a text that the fast parser refused, with its place. At least one, always. */
export function yamlProblems(text: string, cause: Error): YamlProblem[] {
  const positioned = read(text)
  const { errors, warnings } = positioned.document
  const found = [...errors, ...warnings].map((error): YamlProblem => {
    const [problem, fix] = WORDS[error.code] ?? GENERAL
    return { at: placeAt(positioned, error.pos[0]), problem, fix }
  })
  const all = [...found, ...anchorProblems(positioned)]
  return all.length > 0 ? all : [{ at: markOf(cause), problem: GENERAL[0], fix: GENERAL[1] }]
}

function anchorProblems(positioned: Positioned): YamlProblem[] {
  const problems: YamlProblem[] = []
  visit(positioned.document, {
    Node(_key, node: Node) {
      const anchored = isAlias(node) || (node as { anchor?: string }).anchor !== undefined
      if (!anchored) return
      problems.push({
        at: placeAt(positioned, node.range?.[0] ?? 0),
        problem: 'Có neo «&» hoặc tham chiếu «*» của YAML, không được dùng ở đây',
        fix: 'viết thẳng giá trị; nếu là chữ bình thường thì đặt trong dấu nháy kép "…"',
      })
      return problems.length >= 3 ? visit.BREAK : undefined
    },
  })
  return problems
}

function markOf(cause: Error): Place {
  if (!(cause instanceof YAMLException)) return TOP
  const mark = (cause as { mark?: { line: number; column: number } }).mark
  return mark ? { line: mark.line + 1, column: mark.column + 1 } : TOP
}
