import { isDeepStrictEqual } from 'node:util'
import { isMap, isNode, isScalar, isSeq } from 'yaml'
import { readPositioned } from '../yaml/positions.ts'
import { splitFrontMatter } from './front-matter.ts'

/** A value of front matter that a command writes. */
export type FieldValue = string | boolean | number | { readonly [key: string]: FieldValue }

/** Sets a field, or adds an item to a field that is a list. */
export type FieldEdit =
  | { readonly edit: 'set'; readonly key: string; readonly value: FieldValue }
  | { readonly edit: 'append'; readonly key: string; readonly value: Readonly<Record<string, FieldValue>> }

export type Edited =
  | { readonly ok: true; readonly text: string }
  /** The file is written in a way in which this edit cannot be made without touching other lines. */
  | { readonly ok: false; readonly key: string }

/**
 * Writes fields into the front matter of a file: an existing value is replaced where it stands, a new field goes behind the ones
 * that it belongs to. Every other byte stays, comments too. What comes out is read again, and must say what was meant and
 * nothing else; otherwise nothing is given back.
 *
 * @param text a file whose front matter reads without a problem
 * @param order the keys of the front matter in their usual order
 */
export function editFrontMatter(text: string, edits: readonly FieldEdit[], order: readonly string[]): Edited {
  let current = text
  for (const each of edits) {
    const next = applyEdit(current, each, order)
    if (next === undefined || !saysWhatWasMeant(current, next, each)) return { ok: false, key: each.key }
    current = next
  }
  return { ok: true, text: current }
}

const HEAD = '---\n'

function applyEdit(text: string, edit: FieldEdit, order: readonly string[]): string | undefined {
  const split = splitFrontMatter(text)
  if (!split.ok || !text.startsWith(HEAD)) return undefined
  const { yaml } = split.value
  const { contents } = readPositioned(yaml).document
  if (!isMap(contents)) return undefined
  const pairs = contents.items.flatMap(({ key, value }) =>
    isScalar(key) && typeof key.value === 'string' ? [{ key: key.value, value }] : [],
  )
  const present = pairs.find(({ key }) => key === edit.key)
  const changed = (from: number, to: number, words: string) =>
    HEAD + yaml.slice(0, from) + words + yaml.slice(to) + text.slice(HEAD.length + yaml.length)
  if (!present) {
    const anchor = anchorOf(
      pairs.map(({ key }) => key),
      edit.key,
      order,
    )
    const before = pairs.find(({ key }) => key === anchor)?.value
    const end = isNode(before) ? lineEnd(yaml, before.range?.[1] ?? 0) : yaml.length
    return changed(end, end, `\n${fieldText(edit)}`)
  }
  const { value } = present
  if (edit.edit === 'append') {
    if (!isSeq(value) || value.flow || !value.range) return undefined
    const end = lineEnd(yaml, value.range[1])
    return changed(end, end, `\n${itemText(edit.value, columnOf(yaml, value.range[0]))}`)
  }
  if (!isScalar(value) || !value.range || typeof edit.value === 'object' || value.type?.startsWith('BLOCK'))
    return undefined
  return changed(value.range[0], value.range[1], topText(edit.value))
}

/** The end of the line in which the last word of a value stands; a comment behind it belongs to it. */
function lineEnd(yaml: string, offset: number): number {
  const last = yaml.slice(0, offset).trimEnd().length
  const end = yaml.indexOf('\n', last)
  return end < 0 ? yaml.length : end
}

const columnOf = (yaml: string, offset: number): number => offset - (yaml.lastIndexOf('\n', offset - 1) + 1)

/** The field behind which a new one goes: the last of those that come before it in the usual order. */
function anchorOf(present: readonly string[], key: string, order: readonly string[]): string | undefined {
  const rank = order.indexOf(key)
  const before = present.filter((each) => order.includes(each) && order.indexOf(each) < rank)
  return before.reduce<string | undefined>(
    (last, each) => (last === undefined || order.indexOf(each) > order.indexOf(last) ? each : last),
    undefined,
  )
}

const fieldText = ({ edit, key, value }: FieldEdit): string =>
  edit === 'append' ? `${key}:\n${itemText(value, 2)}` : entryText(key, value, '')

function itemText(value: Readonly<Record<string, FieldValue>>, column: number): string {
  const lines = Object.entries(value).map(([key, each]) => entryText(key, each, ' '.repeat(column + 2)))
  return `${' '.repeat(column)}- ${lines.join('\n').trimStart()}`
}

const entryText = (key: string, value: FieldValue, indent: string): string =>
  typeof value === 'object'
    ? [
        `${indent}${key}:`,
        ...Object.entries(value).map(([inner, each]) => entryText(inner, each, `${indent}  `)),
      ].join('\n')
    : `${indent}${key}: ${indent === '' ? topText(value) : scalarText(value)}`

/** A text of several lines stands as such, so that people can read it and Git can compare it. */
const topText = (value: string | boolean | number): string =>
  typeof value === 'string' && /^\S.*(?:\n(?:\S.*)?)*\n\S.*$/.test(value)
    ? `|-\n${value.replace(/^(?=.)/gm, '  ')}`
    : scalarText(value)

/** Dates, instants and codes stand as they are; everything else is quoted, so that no sign in it means anything. */
const PLAIN =
  /^(?:\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?|(?!(?:true|false|null|yes|no|on|off)$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/

const scalarText = (value: string | boolean | number): string =>
  typeof value === 'string' && !PLAIN.test(value) ? JSON.stringify(value) : String(value)

function saysWhatWasMeant(before: string, after: string, edit: FieldEdit): boolean {
  const [old, now] = [splitFrontMatter(before), splitFrontMatter(after)]
  if (!old.ok || !now.ok || old.value.body !== now.value.body) return false
  const former = old.value.data[edit.key]
  const value = edit.edit === 'append' ? [...(Array.isArray(former) ? former : []), edit.value] : edit.value
  return isDeepStrictEqual(now.value.data, { ...old.value.data, [edit.key]: value })
}
