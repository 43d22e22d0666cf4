import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { productFile } from '../../pipeline/adapters/product.ts'
import { FOLDER_OF } from '../../pipeline/documents/document.ts'
import { withWords } from '../../pipeline/editor/bundle.ts'
import { formConfig } from '../../pipeline/editor/form-config.ts'
import type { FormCollection, FormField } from '../../pipeline/editor/form-types.ts'
import { OWN_WORDS } from '../../pipeline/editor/own-words.ts'
import { wholeSchema } from '../../pipeline/editor/schema-fields.ts'
import { SHOWN } from '../../pipeline/editor/shown.ts'
import { PORTALS, portalOf, REPOSITORY } from '../support/portals.ts'

const PROGRAM = `${REPOSITORY}node_modules/@sveltia/cms/`
const read = (path: string) => JSON.parse(readFileSync(PROGRAM + path, 'utf8'))
const textOf = (name: string) => productFile(`schemas/${name}.schema.json`)

const PLACE = { repository: 'xa/cong', signInAt: undefined, logo: '/icon.svg', standsAt: undefined }
const configOf = (id: string) => formConfig(portalOf(id), textOf, PLACE)

// The program's own schema knows `regex` and `uri`, which say nothing about a value of ours that a string does not.
const accepts = new Ajv({ strict: false, formats: { regex: true, uri: true } }).compile(
  read('schema/sveltia-cms.json'),
)

/** Fields that only show something. */
const SHOWN_ONLY: ReadonlySet<string> = new Set(Object.values(SHOWN))

const named = (fields: unknown): Map<string, FormField> =>
  new Map((fields as FormField[]).map((field) => [field.name, field]))

describe.each(PORTALS)('the form of %s', (id) => {
  const portal = portalOf(id)
  const { collections } = configOf(id)
  const each = <T>(check: (collection: FormCollection) => T) => collections.map(check)

  test('is what the program takes for settings', () => {
    accepts(configOf(id))
    expect(accepts.errors ?? []).toEqual([])
  })

  test('has every kind that the regulation knows, in its words, but questions', () => {
    const kinds = [...portal.regulation.kinds.values()].filter((kind) => kind.id !== 'hoi-dap')
    expect(each(({ name, label }) => [name, label])).toEqual(kinds.map((kind) => [kind.id, kind.label]))
  })

  test('asks for every field of the schema, and for nothing else', () => {
    for (const { name, fields } of collections) {
      const schema = wholeSchema(textOf, `front-matter/${name}`)
      const asked = [...named(fields).keys()].filter((key) => key !== 'body' && !SHOWN_ONLY.has(key))
      expect(asked.sort()).toEqual(Object.keys(schema.properties ?? {}).sort())
    }
  })

  test('cannot be sent without what the schema and the regulation require', () => {
    for (const { name, fields } of collections) {
      const schema = wholeSchema(textOf, `front-matter/${name}`)
      const law = portal.regulation.law.requiredFields
        .filter(({ kinds, when }) => when === undefined && (kinds?.includes(name as never) ?? true))
        .map(({ field }) => field)
      const triggers = portal.regulation.law.deadlines
        .filter(({ kinds, when }) => when === undefined && kinds.includes(name as never))
        .flatMap(({ trigger }) => trigger ?? [])
      const open = [...(schema.required ?? []), ...law, ...triggers].filter((key) => {
        const field = named(fields).get(key)
        return field?.widget !== 'hidden' && field?.required !== true
      })
      expect({ name, open }).toEqual({ name, open: [] })
    }
  })

  test('names the clause for what the regulation asks', () => {
    const news = named(collections.find(({ name }) => name === 'tin-su-kien')?.fields)
    const [asked] = portal.regulation.law.requiredFields.filter(
      ({ kinds, when }) => when === undefined && (kinds?.includes('tin-su-kien') ?? true),
    )
    expect(asked && news.get(asked.field)?.hint).toMatch(/Căn cứ Điều \d+/)
  })

  test('offers the lĩnh vực, sections and units of the portal, by their names', () => {
    for (const { name, fields } of collections) {
      const options = (field: string) =>
        (named(fields).get(field)?.options as { value: string }[] | undefined)?.map(({ value }) => value)
      expect(options('linhVuc')).toEqual([...portal.regulation.linhVuc.keys()])
      expect(options('submittedBy')).toEqual([...portal.roster.members.keys()])
      const takes = [...portal.regulation.sections.values()].filter(
        ({ kinds }) => kinds?.includes(name as never) ?? true,
      )
      expect(options('section')).toEqual(takes.map((section) => section.id))
    }
  })

  test('writes where documents of the kind belong', () => {
    for (const { name, folder } of collections)
      expect(folder).toBe(`content/${id}/${FOLDER_OF[name as keyof typeof FOLDER_OF]}`)
  })

  test('says nothing of YAML', () => {
    const hints = collections.flatMap(({ fields }) => fields.map(({ hint = '' }) => String(hint)))
    expect(hints.filter((hint) => /`|^true|\btrường\b.*:/.test(hint))).toEqual([])
  })
})

describe('signing in', () => {
  const backendOf = (signInAt: string | undefined) =>
    formConfig(portalOf('kep'), textOf, { ...PLACE, signInAt }).backend
  test('is by token where the portal names no relay', () => {
    expect(backendOf(undefined)).toMatchObject({ repo: 'xa/cong', auth_methods: ['token'] })
    expect(backendOf(undefined)).not.toHaveProperty('base_url')
  })
  test('goes to the relay that the portal names, never to the program’s own', () => {
    expect(backendOf('https://dang-nhap.xa.gov.vn')).toMatchObject({
      base_url: 'https://dang-nhap.xa.gov.vn',
    })
  })
})

type Words = { readonly [key: string]: string | Words }

const paths = (words: Words, above = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [above + key] : paths(value, `${above}${key}.`),
  )

test('nothing that an editor meets stays in English; messages about the settings are for developers', () => {
  const vietnamese = new Set(paths(withWords(read('locales/vi.json'), OWN_WORDS)))
  const missing = paths(read('locales/en-US.json')).filter(
    (path) => !vietnamese.has(path) && !path.startsWith('config.'),
  )
  expect(missing).toEqual([])
})

test('our words stand in for words that the program still has', () => {
  const english = new Set(paths(read('locales/en-US.json')))
  expect(paths(OWN_WORDS).filter((path) => !english.has(path))).toEqual([])
})
