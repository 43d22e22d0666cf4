import matter from 'gray-matter'
import type { Finding } from '../diagnostics/diagnostic.ts'
import { TOP } from '../diagnostics/diagnostic.ts'
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

/** Every engine of gray-matter but YAML is switched off: `---js` would run at parse time. */
const ENGINES = { javascript: refuse, js: refuse, json: refuse, coffee: refuse, toml: refuse }

const MISSING: Finding = {
  at: TOP,
  problem: 'Không thấy phần đầu bài (các dòng «trường: giá trị» nằm giữa hai dòng ---)',
  fix: 'bắt đầu tệp bằng dòng `---`, ghi các trường, rồi kết thúc bằng dòng `---`; lệnh `congbo new` tạo sẵn mẫu',
}

/** Splits a text at its front matter and reads the fields. Never throws on any input. */
export function splitFrontMatter(text: string): SplitResult {
  const opening = /^\uFEFF?---([^\r\n]*)(?:\r?\n|$)/.exec(text)
  if (!opening)
    return { ok: false, findings: [text.trim() === '' ? { ...MISSING, problem: 'Tệp trống' } : MISSING] }
  if ((opening[1] as string).trim() !== '') {
    return {
      ok: false,
      findings: [
        {
          at: TOP,
          problem: `Dòng đầu là \`---${(opening[1] as string).slice(0, 20)}\`; chỉ được là \`---\``,
          fix: 'sửa dòng đầu thành đúng ba dấu gạch: `---`',
        },
      ],
    }
  }
  const closing = /\r?\n---[ \t]*(?:\r?\n|$)/.exec(text.slice(opening[0].length - 1))
  if (!closing)
    return {
      ok: false,
      findings: [
        {
          at: TOP,
          problem: 'Phần đầu bài không có dòng `---` kết thúc',
          fix: 'thêm dòng `---` sau trường cuối cùng',
        },
      ],
    }
  if (closing.index > LIMIT)
    return {
      ok: false,
      findings: [
        {
          at: TOP,
          problem: `Phần đầu bài dài quá ${LIMIT / 1024} KB`,
          fix: 'chuyển nội dung dài xuống phần thân bài',
        },
      ],
    }
  return read(text)
}

function read(text: string): SplitResult {
  let parsed: ParsedYaml | undefined
  const engine = (yaml: string): object => {
    parsed = parseYaml(yaml)
    return {}
  }
  // An options argument, always: without one gray-matter caches, and a bad file reads as `{}` the second time.
  const file = matter(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, {
    language: 'yaml',
    engines: { ...ENGINES, yaml: engine },
  })
  const yaml = file.matter.replace(/^\r?\n/, '')
  const yamlLine = 2
  const bodyLine = countLines(text) - countLines(file.content) + 1
  if (parsed === undefined)
    return { ok: false, findings: [{ ...MISSING, problem: 'Phần đầu bài không có trường nào' }] }
  if (!parsed.ok) {
    // gray-matter hands its engine the text with the line break behind the opening dashes.
    const shift = file.matter.startsWith('\n') || file.matter.startsWith('\r\n') ? 0 : 1
    const findings = parsed.problems.map(({ at, problem, fix }) => ({
      at: { line: at.line + shift, column: at.column },
      problem,
      fix,
    }))
    return { ok: false, findings, body: file.content, bodyLine }
  }
  if (typeof parsed.value !== 'object' || parsed.value === null || Array.isArray(parsed.value)) {
    return {
      ok: false,
      findings: [{ ...MISSING, problem: 'Phần đầu bài không có dạng «trường: giá trị»' }],
      body: file.content,
      bodyLine,
    }
  }
  return {
    ok: true,
    value: { yaml, yamlLine, data: parsed.value as Record<string, unknown>, body: file.content, bodyLine },
  }
}

function countLines(text: string): number {
  let count = 1
  for (let next = text.indexOf('\n'); next >= 0; next = text.indexOf('\n', next + 1)) count += 1
  return count
}
