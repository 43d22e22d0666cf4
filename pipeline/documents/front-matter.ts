import { createRequire } from 'node:module'
import type { Finding, Place } from '../diagnostics/diagnostic.ts'
import { TOP } from '../diagnostics/diagnostic.ts'
import { readFlatFields } from '../yaml/flat-fields.ts'
import { type ParsedYaml, parseYaml } from '../yaml/parse-yaml.ts'

/** A file taken apart: the fields, and the text below them. */
export type Split = {
  readonly yaml: string
  readonly yamlLine: number
  readonly data: Record<string, unknown>
  readonly body: string
  readonly bodyLine: number
}

export type SplitResult =
  | { readonly ok: true; readonly value: Split }
  | {
      readonly ok: false
      readonly findings: readonly Finding[]
      readonly body?: string
      readonly bodyLine?: number
    }

/** Largest front matter that is read, in characters. */
const LIMIT = 16 * 1024

const refuse = (): never => {
  throw new Error('front matter in another language than YAML')
}

/**
 * Every engine of gray-matter but YAML is switched off: `---js` would run at parse time. One object for all files, and an
 * options argument always: without one gray-matter caches, and a bad file reads as `{}` the second time.
 */
const OPTIONS = {
  language: 'yaml',
  engines: {
    yaml: (yaml: string) => ({ parsed: parseYaml(yaml) }),
    javascript: refuse,
    json: refuse,
  },
}

type GrayMatter = typeof import('gray-matter')
let loaded: GrayMatter | undefined

/** Loaded by the first front matter that is not written in the commonest way: it brings a parser of its own, and few are. */
function grayMatter(): GrayMatter {
  loaded ??= createRequire(import.meta.url)('gray-matter') as GrayMatter
  return loaded
}

const MISSING: Finding = {
  at: TOP,
  problem: 'Không thấy phần đầu bài (các dòng «trường: giá trị» nằm giữa hai dòng ---)',
  fix: 'bắt đầu tệp bằng dòng `---`, ghi các trường, rồi kết thúc bằng dòng `---`; lệnh `congbo new` tạo sẵn mẫu',
}

const wrong = (problem: string, fix: string, at: Place = TOP): SplitResult => ({
  ok: false,
  findings: [{ at, problem, fix }],
})

/** Splits a text at its front matter and reads the fields. Never throws on any input. */
export function splitFrontMatter(text: string): SplitResult {
  const opening = /^\uFEFF?---([^\r\n]*)(?:\r?\n|$)/.exec(text)
  if (!opening)
    return { ok: false, findings: [text.trim() === '' ? { ...MISSING, problem: 'Tệp trống' } : MISSING] }
  const word = opening[1] as string
  if (/[^ \t]/.test(word))
    return wrong(
      `Dòng đầu là \`---${word.slice(0, 20)}\`; chỉ được là \`---\``,
      'sửa dòng đầu thành đúng ba dấu gạch: `---`',
    )
  const below = text.slice(opening[0].length - 1)
  // The first line that begins with three dashes, whatever follows them: gray-matter ends the front matter there.
  const closing = /\r?\n---([^\r\n]*)(?:\r?\n|$)/.exec(below)
  if (!closing)
    return wrong('Phần đầu bài không có dòng `---` kết thúc', 'thêm dòng `---` sau trường cuối cùng')
  const tail = closing[1] as string
  if (/[^ \t]/.test(tail))
    return wrong(
      `Dòng kết thúc phần đầu bài là \`---${tail.slice(0, 20)}\`; chỉ được là \`---\``,
      'sửa thành đúng ba dấu gạch: `---`; chữ trong một trường thì không bắt đầu dòng bằng ba dấu gạch',
      { line: countLines(below.slice(0, closing.index)) + 1, column: 1 },
    )
  if (closing.index > LIMIT)
    return wrong(`Phần đầu bài dài quá ${LIMIT / 1024} KB`, 'chuyển nội dung dài xuống phần thân bài')
  const end = opening[0].length - 1 + closing.index + closing[0].length
  const yaml = below.slice(1, Math.max(1, closing.index))
  const [head, body] = [text.slice(0, end), text.slice(end)]
  const data = readFlatFields(yaml)
  return data
    ? { ok: true, value: { yaml, yamlLine: 2, data, body, bodyLine: countLines(head) } }
    : read(head, yaml, body)
}

/**
 * Whatever is not written in the commonest way (yaml/flat-fields.ts). gray-matter is given the front matter alone: it copies whatever it
 * gets, and a body may be long.
 */
function read(head: string, yaml: string, body: string): SplitResult {
  const file = grayMatter()(head.charCodeAt(0) === 0xfeff ? head.slice(1) : head, OPTIONS)
  const { parsed } = file.data as { parsed?: ParsedYaml }
  const bodyLine = countLines(head)
  if (file.content.trim() !== '')
    return wrong(
      'Trong phần đầu bài có một dòng bắt đầu bằng `---`',
      'bỏ dòng ấy, hoặc đặt giá trị trong dấu nháy kép',
    )
  if (parsed === undefined)
    return { ok: false, findings: [{ ...MISSING, problem: 'Phần đầu bài không có trường nào' }] }
  // gray-matter hands its engine the rest of the opening line too, so lines count from the dashes.
  if (!parsed.ok) return { ok: false, findings: parsed.problems, body, bodyLine }
  if (typeof parsed.value !== 'object' || parsed.value === null || Array.isArray(parsed.value)) {
    const problem = 'Phần đầu bài không có dạng «trường: giá trị»'
    return { ok: false, findings: [{ ...MISSING, problem }], body, bodyLine }
  }
  return {
    ok: true,
    value: { yaml, yamlLine: 2, data: parsed.value as Record<string, unknown>, body, bodyLine },
  }
}

function countLines(text: string): number {
  let count = 1
  for (let next = text.indexOf('\n'); next >= 0; next = text.indexOf('\n', next + 1)) count += 1
  return count
}
