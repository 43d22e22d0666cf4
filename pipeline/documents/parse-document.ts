import type { Contract } from '../contract/contract.ts'
import { schemaProblems } from '../contract/schema-problems.ts'
import type { FrontMatter } from '../contract/types.ts'
import type { Finding } from '../diagnostics/diagnostic.ts'
import { TOP } from '../diagnostics/diagnostic.ts'
import { locate } from '../yaml/positions.ts'
import { type Decoded, decode, hasInvisible } from './decode.ts'
import { type Document, type DocumentPlace, FOLDER_OF, placeOf } from './document.ts'
import { type Split, splitFrontMatter } from './front-matter.ts'

/** A finding that a parser made, with the rule it belongs to. */
export type RuledFinding = Finding & { readonly rule: string }

/** What became of a file: the document where its form is right, the text where there is one, and every problem met. */
export type ParsedDocument = {
  readonly text: string | undefined
  readonly document: Document | undefined
  /** The document where only its fields have the wrong form: nothing may rely on their types. */
  readonly misshapen?: Document
  readonly findings: readonly RuledFinding[]
}

/** Largest document that is read, in bytes. */
export const DOCUMENT_LIMIT = 1024 * 1024

const NONE: readonly RuledFinding[] = []
const KINDS = Object.keys(FOLDER_OF) as FrontMatter['kind'][]

/** Bytes → document, or every problem of the file at once. Never throws on any input. */
export const parseDocument = (path: string, bytes: Uint8Array, contract: Contract): ParsedDocument =>
  parseDecoded(path, decode(bytes), contract)

/** The same of a text that is decoded, with what is wrong with its characters. */
export function parseDecoded(path: string, { text, findings }: Decoded, contract: Contract): ParsedDocument {
  const encoding = findings.map((finding) => ({ ...finding, rule: 'encoding' }))
  if (text === undefined) return { text, document: undefined, findings: encoding }
  const parsed = parseText(path, text, contract)
  return { ...parsed, findings: [...encoding, ...parsed.findings] }
}

/** The same of a text, whose characters are not looked at: wrong ones are for a check to tell, and keep no document away. */
export function parseText(path: string, text: string, contract: Contract): ParsedDocument {
  const place = placeOf(path)
  const split = splitFrontMatter(text)
  if (!split.ok)
    return {
      text,
      document: undefined,
      findings: split.findings.map((each) => ({ ...each, rule: 'front-matter' })),
    }
  const form = formFindings(split.value, contract).concat(hiddenSigns(split.value))
  if (!place) return { text, document: undefined, findings: form }
  const document = toDocument(path, place, split.value)
  return form.length === 0
    ? { text, document, findings: [] }
    : { text, document: undefined, misshapen: document, findings: form }
}

const toDocument = (
  path: string,
  place: DocumentPlace,
  { yaml, yamlLine, data, body, bodyLine }: Split,
): Document => ({
  path,
  place,
  front: data as unknown as FrontMatter,
  yaml,
  yamlLine,
  body,
  bodyLine,
})

function formFindings(split: Split, contract: Contract): readonly RuledFinding[] {
  const { kind } = split.data
  if (!KINDS.includes(kind as FrontMatter['kind'])) return [unknownKind(split, kind)]
  const schema = `front-matter/${kind as FrontMatter['kind']}` as const
  const errors = contract.errors(schema, split.data)
  if (errors.length === 0) return NONE
  const describe = (key: string) => contract.describe(schema, key)
  return schemaProblems(errors, split.yaml, split.yamlLine, describe).map((each) => ({
    ...each,
    rule: 'schema',
  }))
}

/** Signs that stand in the file as escapes, and on the page as themselves. */
function hiddenSigns({ yaml, yamlLine, data }: Split): readonly RuledFinding[] {
  if (!yaml.includes('\\')) return NONE
  return Object.entries(data)
    .filter(([, value]) => hasInvisible(typeof value === 'string' ? value : JSON.stringify(value, unescaped)))
    .map(([key]) => {
      const { line, column } = locate(yaml, [key])
      return {
        rule: 'encoding',
        at: { line: line + yamlLine - 1, column },
        problem: `Trường \`${key}\` có ký tự điều khiển vô hình viết bằng dấu \\`,
        fix: 'xóa phần bắt đầu bằng dấu \\ rồi gõ lại chữ',
      }
    })
}

/** JSON would write the signs as escapes again. */
const unescaped = (_key: string, value: unknown): unknown =>
  typeof value === 'string' && hasInvisible(value) ? '\u202e' : value

function unknownKind(split: Split, kind: unknown): RuledFinding {
  const at = kind === undefined ? TOP : locate(split.yaml, ['kind'])
  return {
    rule: 'schema',
    at: { line: at.line + split.yamlLine - 1, column: at.column },
    problem:
      kind === undefined
        ? 'Thiếu trường `kind` (Thể loại)'
        : `Không có thể loại \`${String(kind).slice(0, 60)}\``,
    fix: `ghi \`kind\` là một trong: ${KINDS.join(', ')}`,
  }
}
