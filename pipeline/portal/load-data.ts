import type { Files } from '../adapters/ports.ts'
import type { Contract, ContractTypes, SchemaName } from '../contract/contract.ts'
import { notAnObject, schemaProblems } from '../contract/schema-problems.ts'
import type { Diagnostic, Finding } from '../diagnostics/diagnostic.ts'
import { TOP } from '../diagnostics/diagnostic.ts'
import type { Parsed } from '../diagnostics/parsed.ts'
import { decode } from '../documents/decode.ts'
import type { MeaningProblem } from '../regulation/check-regulation.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import { locate } from '../yaml/positions.ts'

/** A data file that was read: its value, and its text for the places of later findings. */
export type DataFile<T> = { readonly file: string; readonly text: string; readonly value: T }

/** Largest data file that is read, in bytes. */
const LIMIT = 512 * 1024

/** A data file and how it is read. */
export type DataRequest<N extends SchemaName> = {
  readonly file: string
  readonly schema: N
  /** The rule that its problems are reported under. */
  readonly rule: string
  /** Changes the value before the schema judges it. */
  readonly prepare?: (value: unknown) => unknown
}

/** Reads a YAML file of content/ against its schema. */
export function loadData<N extends SchemaName>(
  files: Files,
  contract: Contract,
  request: DataRequest<N>,
): Parsed<DataFile<ContractTypes[N]>> {
  const read = files.read(request.file, LIMIT)
  return read.state === 'read'
    ? parseData(read.bytes, contract, request)
    : failed(request, [unreadable(read)])
}

/** The bytes of a YAML file against its schema. */
export function parseData<N extends SchemaName>(
  bytes: Uint8Array,
  contract: Contract,
  request: DataRequest<N>,
): Parsed<DataFile<ContractTypes[N]>> {
  const { file, schema, prepare = (value: unknown) => value } = request
  const { text, findings } = decode(bytes)
  if (text === undefined || findings.some(({ severity }) => severity !== 'warning'))
    return failed(request, findings)
  const parsed = parseYaml(text)
  if (!parsed.ok) return failed(request, parsed.problems)
  const value = prepare(parsed.value)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return failed(request, [notAnObject()])
  const errors = contract.errors(schema, value)
  if (errors.length > 0)
    return failed(
      request,
      schemaProblems(errors, text, 1, (key) => contract.describe(schema, key)),
    )
  return { ok: true, value: { file, text, value: value as ContractTypes[N] } }
}

const failed = (
  { file, rule }: { readonly file: string; readonly rule: string },
  findings: readonly Finding[],
): Parsed<never> => ({ ok: false, problems: findings.map((each) => toDiagnostic(file, rule, each)) })

function unreadable(
  read: { state: 'too-large'; size: number } | { state: 'absent' } | { state: 'unreadable'; why: string },
): Finding {
  if (read.state === 'absent')
    return { at: TOP, problem: 'Không có tệp này', fix: 'tạo tệp theo mẫu của một cổng khác' }
  if (read.state === 'too-large')
    return { at: TOP, problem: `Tệp lớn quá ${LIMIT / 1024} KB`, fix: 'rút gọn tệp' }
  return {
    at: TOP,
    problem: `Không đọc được tệp: ${read.why}`,
    fix: 'kiểm tra quyền đọc của tệp; không dùng liên kết tượng trưng',
  }
}

export const toDiagnostic = (
  file: string,
  rule: string,
  { at, problem, fix, severity }: Finding,
  law?: string,
): Diagnostic => ({
  file,
  line: at.line,
  column: at.column,
  rule,
  severity: severity ?? 'error',
  problem,
  fix,
  ...(law ? { law } : {}),
})

/** A problem of meaning as a diagnostic at the value that its path leads to. */
export const meaningDiagnostic = (
  { file, text }: DataFile<unknown>,
  rule: string,
  { path, problem, fix }: MeaningProblem,
): Diagnostic => toDiagnostic(file, rule, { at: locate(text, path), problem, fix })
