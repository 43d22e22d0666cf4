import { parse, stringify } from 'yaml'
import { type Document, FOLDER_OF, placeOf } from '../documents/document.ts'
import type { Kind } from '../regulation/regulation.ts'
import { SHOWN } from './shown.ts'
import type { Data } from './tidy.ts'

/** What somebody is writing, as the file that it would become. */
export type WrittenDraft = {
  readonly text: string
  /** The text for reading: names of pictures that are not saved yet are blanked out, and stand in no other place. */
  readonly read: string
  readonly document: Document
  /** The field on a line of the file; `body` below the front matter. */
  readonly fieldAt: (line: number) => string
  /** The fields of another version of the file that differ from what was typed. */
  readonly changes: (text: string) => ReadonlyMap<string, unknown>
}

const NOT_WRITTEN: ReadonlySet<string> = new Set(['body', ...Object.values(SHOWN)])

/** The name of a picture that is not saved yet: signs and numbers that nobody wrote. */
const UNSAVED = /\bblob:[^\s)"']+/g

/** Where an article of a kind would stand: rules ask for the folder only. */
const STANDS: Record<(typeof FOLDER_OF)[Kind], string> = {
  'tin-bai': 'tin-bai/linh-vuc/2026/bai-moi.md',
  'van-ban': 'van-ban/2026/bai-moi.md',
  'hoi-dap': 'hoi-dap/2026/bai-moi.md',
  trang: 'trang/bai-moi.md',
}

export function writtenDraft(kind: Kind, typed: Data): WrittenDraft {
  const fields = Object.entries(typed)
    .filter(([name, value]) => !NOT_WRITTEN.has(name) && !isEmpty(value))
    .map(([name, value]) => ({ name, value, yaml: stringify({ [name]: value }, { lineWidth: 0 }) }))
  const yaml = fields.map((each) => each.yaml).join('')
  const body = typeof typed.body === 'string' ? typed.body : ''
  const head = `---\n${yaml}---\n\n`
  const path = STANDS[FOLDER_OF[kind]]
  return {
    text: head + body,
    read: withoutUnsaved(head + body),
    document: {
      path,
      place: placeOf(path) as Document['place'],
      front: frontOf(kind, fields),
      yaml: withoutUnsaved(yaml),
      yamlLine: 2,
      body: withoutUnsaved(body),
      bodyLine: head.split('\n').length,
    },
    fieldAt: (line) => {
      let below = 2
      for (const each of fields) {
        below += each.yaml.split('\n').length - 1
        if (line < below) return each.name
      }
      return 'body'
    },
    changes: (text) => changed(text, { body, fields }),
  }
}

const withoutUnsaved = (text: string): string => text.replace(UNSAVED, (name) => '-'.repeat(name.length))

/** What the file would say: a field that was left empty is not in it. */
const frontOf = (kind: Kind, fields: readonly { readonly name: string; readonly value: unknown }[]) =>
  ({
    ...Object.fromEntries(fields.map(({ name, value }) => [name, value])),
    kind,
  }) as unknown as Document['front']

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

type Typed = {
  readonly body: string
  readonly fields: readonly { readonly name: string; readonly yaml: string }[]
}

function changed(text: string, typed: Typed): Map<string, unknown> {
  const end = text.indexOf('\n---\n\n')
  const front = (parse(text.slice(4, end + 1)) ?? {}) as Record<string, unknown>
  const body = text.slice(end + '\n---\n\n'.length)
  const changes = typed.fields
    .filter(({ name, yaml }) => stringify({ [name]: front[name] }, { lineWidth: 0 }) !== yaml)
    .map(({ name }) => [name, front[name]] as const)
  return new Map([...changes, ...(body === typed.body ? [] : [['body', body] as const])])
}
