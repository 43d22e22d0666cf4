import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve } from '../../pipeline/adapters/http-server.ts'
import type { ApiChanges, ApiDocuments, ApiIndex, ApiSections } from '../../pipeline/contract/types.ts'
import { PORTALS, REPOSITORY } from '../support/portals.ts'
import { article, createRepository } from '../support/repository.ts'
import { type BuiltSite, buildSamples } from '../support/site.ts'
import { harvest } from './harvester.ts'

let site: BuiltSite
let address: string
let close: () => Promise<void>
beforeAll(async () => {
  site = await buildSamples(PORTALS)
  const served = await serve(site.folder, 0)
  if (!served.ok) throw new Error(served.why)
  ;({ address, close } = served)
})
afterAll(async () => {
  await close?.()
  site?.remove()
})

const json = <T>(path: string): T => JSON.parse(site.files.get(path)?.toString() ?? 'null') as T
const apiFiles = () =>
  [...site.files.keys()].filter((path) => /^[^/]+\/api\/v1\/(?!schemas\/).*\.json$/.test(path))

/** The schemas as a portal publishes them, not as they stand in the repository. */
function publishedSchemas(id: string): (name: string) => ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false })
  addFormats.default(ajv)
  const all = [...site.files].filter(([path]) => path.startsWith(`${id}/api/v1/schemas/`))
  for (const [, bytes] of all) ajv.addSchema(JSON.parse(bytes.toString()) as object)
  return (name) => {
    const schema = JSON.parse(site.files.get(`${id}/api/v1/schemas/${name}`)?.toString() ?? 'null') as {
      $id: string
    }
    return ajv.getSchema(schema.$id) as ValidateFunction
  }
}

test('every file of every portal keeps to the schema that it names, and the schema is published beside it', () => {
  const wrong = apiFiles()
    .filter((path) => !path.endsWith('openapi.json'))
    .flatMap((path) => {
      const value = json<{ $schema: string }>(path)
      const validate = publishedSchemas(path.split('/')[0] as string)(
        value.$schema.split('/').at(-1) as string,
      )
      validate(value)
      return (validate.errors ?? []).map(({ instancePath, message }) => `${path}${instancePath} ${message}`)
    })
  expect(wrong).toEqual([])
  expect(apiFiles().length).toBeGreaterThan(35)
})

test('the schemas are strict: what no schema knows is refused', () => {
  const value = json<ApiIndex>('kep/api/v1/index.json')
  const validate = publishedSchemas('kep')('index.schema.json')
  expect(validate({ ...value, deadline: '2024-06-01' })).toBe(false)
  expect(validate({ ...value, generatedFor: 'hôm nay' })).toBe(false)
  expect(validate({ ...value, version: '2.0' })).toBe(false)
})

test('what is published are the schemas of this repository', () => {
  for (const name of readdirSync(`${REPOSITORY}schemas/api`))
    expect(site.files.get(`kep/api/v1/schemas/${name}`)?.toString()).toBe(
      readFileSync(`${REPOSITORY}schemas/api/${name}`, 'utf8'),
    )
})

describe.each(PORTALS)('a parent portal harvests %s by following links', (id) => {
  test('and has everything that the portal shows, each once, each at an address that answers', async () => {
    const { documents, fetched } = await harvest(`${address}${id}/api/v1/index.json`)
    const shown = [...site.files.keys()]
      .filter((path) =>
        /\/(?:tin-bai|van-ban|hoi-dap)\/\d{4}\/[^/]+\/index\.html$|\/trang\/[^/]+\/index\.html$/.test(path),
      )
      .filter((path) => path.startsWith(`${id}/`))
      .map((path) => address + path.replace(/index\.html$/, ''))
    expect([...documents.values()].map((each) => each.address).sort()).toEqual(shown.sort())
    expect(fetched.length).toBe(json<ApiIndex>(`${id}/api/v1/index.json`).months.length + 1)
    for (const each of documents.values()) expect((await fetch(each.address)).status, each.address).toBe(200)
  })
  test('and every picture, attachment, list, feed and page that is named is there', async () => {
    const named = apiFiles()
      .filter((path) => path.startsWith(`${id}/`) && !path.endsWith('openapi.json'))
      .flatMap((path) => hrefsIn(json(path)).map((href) => new URL(href, address + path).href))
    expect(named.length).toBeGreaterThan(30)
    for (const each of new Set(named)) expect((await fetch(each)).status, each).toBe(200)
  })
})

/** Every address in a value that leads to another file of the portal. */
function hrefsIn(value: unknown, key = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => hrefsIn(each))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, each]) =>
      hrefsIn(each, key === 'links' || key === 'schemas' ? 'href' : name),
    )
  return typeof value === 'string' &&
    /^(?:\$schema|href|atom|jsonFeed|documents)$/.test(key) &&
    !/^https?:/.test(value)
    ? [value]
    : []
}

describe('a second visit', () => {
  test('reads only the months in which something changed', async () => {
    const first = await harvest(`${address}thanh-dong/api/v1/index.json`)
    const before = { ...first, until: '2026-11-17T12:00:00+07:00' }
    const { fetched, documents } = await harvest(`${address}thanh-dong/api/v1/index.json`, before)
    expect(fetched).toEqual([
      '/thanh-dong/api/v1/index.json',
      '/thanh-dong/api/v1/changes.json',
      '/thanh-dong/api/v1/documents/2026-11.json',
    ])
    expect(documents).toEqual(first.documents)
  })
  test('of a portal that did not change reads two files', async () => {
    const first = await harvest(`${address}kep/api/v1/index.json`)
    const { fetched } = await harvest(`${address}kep/api/v1/index.json`, first)
    expect(fetched).toHaveLength(2)
  })
})

describe('what it tells', () => {
  const find = (id: string, month: string, slug: string) =>
    json<ApiDocuments>(`${id}/api/v1/documents/${month}.json`).documents.find(({ href }) =>
      href.endsWith(`/${slug}/`),
    )
  test('the instant is that of the newest change, not of the build', async () => {
    expect(json<ApiIndex>('thanh-dong/api/v1/index.json').generatedFor).toBe('2026-11-19T09:50:00+07:00')
    const later = await buildSamples(['thanh-dong'], { now: '2026-11-20T15:00:00+07:00' })
    for (const path of apiFiles().filter((each) => each.startsWith('thanh-dong/')))
      expect(later.files.get(path)?.toString(), path).toBe(site.files.get(path)?.toString())
    later.remove()
  })
  test('an article', () => {
    expect(find('thanh-dong', '2026-11', 'don-sach-bo-song-thai-binh')).toMatchObject({
      id: 'https://thanhdong.haiphong.gov.vn/tin-bai/2026/don-sach-bo-song-thai-binh/',
      kind: 'tin-su-kien',
      section: { id: 'tin-tuc-su-kien', label: 'Tin tức, sự kiện' },
      linhVuc: { id: 'moi-truong', label: 'Môi trường' },
      unit: { id: 'trung-tam-dvsnc' },
      published: '2026-11-16T09:40:00+07:00',
      modified: '2026-11-18T10:05:00+07:00',
      updates: [{ date: '2026-11-18' }],
    })
  })
  test('a document of the office', () => {
    expect(find('dong-viet', '2024-04', 'bai-bo-van-ban-qppl')?.legal).toEqual({
      draft: false,
      number: '01/2024/QĐ-UBND',
      documentType: 'Quyết định',
      issuer: 'Ủy ban nhân dân xã Đồng Việt',
      signer: 'Chủ tịch UBND xã',
      signed: '2024-04-22',
      promulgated: '2024-04-22',
      effective: '2024-05-02',
      force: 'in-force',
    })
    expect(find('dong-viet', '2024-05', 'ke-hoach-thu-hoach-chiem-xuan')).toMatchObject({
      attachments: [{ mediaType: 'text/csv' }],
      updates: [{ date: '2024-05-13' }, { date: '2024-05-10' }],
    })
  })
  // biome-ignore format: a table
  test.each([
    ['dong-viet',  '2024-05', 'vo-bao-thuoc-bao-ve-thuc-vat', 'answered',  'it was answered'],
    ['thanh-dong', '2026-11', 'ngo-trung-binh-han',           'forwarded', 'it went to another office'],
  ])('a question of %s, %s %s: %s (%s)', (id, month, slug, status) => {
    expect(find(id, month, slug)?.question?.status).toBe(status)
  })
  test('the label that must be seen wherever the document is named', () => {
    const all = json<ApiDocuments>('dong-viet/api/v1/documents/2024-05.json').documents
    expect(all.filter(({ kind }) => kind === 'tin-tham-khao').map(({ label }) => label)).toEqual([
      'Tin tham khảo',
      'Tin tham khảo',
    ])
    const changes = json<ApiChanges>('dong-viet/api/v1/changes.json').changes
    expect(changes.filter(({ kind }) => kind === 'tin-tham-khao')[0]?.title).toMatch(/^\[Tin tham khảo\] /)
  })
  test('changes: newest first, new apart from revised, complete while they are few', () => {
    const { complete, changes } = json<ApiChanges>('thanh-dong/api/v1/changes.json')
    expect(complete).toBe(true)
    expect(changes.map(({ at }) => Date.parse(at))).toEqual(
      changes.map(({ at }) => Date.parse(at)).sort((a, b) => b - a),
    )
    expect(changes.filter(({ change }) => change === 'revised').map(({ at }) => at)).toEqual([
      '2026-11-18T10:05:00+07:00',
    ])
  })
  test('a section that holds nothing has no list, and is told all the same', () => {
    const { sections } = json<ApiSections>('dong-viet/api/v1/sections.json')
    for (const { count, href, mandatory } of sections) expect(href !== undefined).toBe(count > 0 || mandatory)
    expect(sections.some(({ count }) => count === 0)).toBe(true)
  })
  test('no deadline, no approver, no account: that is the office’s own business', () => {
    for (const path of apiFiles())
      expect(site.files.get(path)?.toString()).not.toMatch(/deadline|lateReason|approv|@phuong|seats/)
  })
})

test('more than a hundred changes: the rest is read by the months', async () => {
  const repository = createRepository({ sample: true })
  const day = (n: number) =>
    `2026-${String(1 + Math.floor(n / 28)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`
  const lines = Array.from({ length: 150 }, (_, n) => {
    repository.write(`${repository.folder}/tin-bai/xa-hoi/2026/bai-${n}.md`, article())
    return `  - { path: tin-bai/xa-hoi/2026/bai-${n}.md, at: ${day(n)}T09:00:00+07:00 }`
  })
  repository.write(
    `${repository.folder}/nhat-ky-xuat-ban.yaml`,
    `portal: thanh-dong\npublished:\n${lines.join('\n')}\n`,
  )
  await repository.congbo(['build'])
  const served = await serve(repository.at('_site'), 0)
  if (!served.ok) throw new Error(served.why)
  const start = `${served.address}thanh-dong/api/v1/index.json`
  const first = await harvest(start)
  expect(first.documents.size).toBe(150)
  const recent = await harvest(start, { ...first, until: '2026-05-27T00:00:00+07:00' })
  expect(recent.fetched.slice(2).every((path) => /2026-0[56]/.test(path))).toBe(true)
  const old = await harvest(start, { ...first, documents: new Map(), until: '2026-01-20T00:00:00+07:00' })
  expect(old.fetched.slice(2)).toHaveLength(6)
  expect(old.documents.size).toBe(150)
  await served.close()
})

describe('OpenAPI', () => {
  type Operation = {
    readonly get: {
      readonly responses: {
        readonly 200: {
          readonly content: { readonly 'application/json': { readonly schema: { readonly $ref: string } } }
        }
      }
    }
  }
  const description = () =>
    json<{ openapi: string; servers: { url: string }[]; paths: Record<string, Operation> }>(
      'thanh-dong/api/v1/openapi.json',
    )
  test('names every file but itself, and every path that it names is there', () => {
    const { paths, servers, openapi } = description()
    expect(openapi).toMatch(/^3\.1\./)
    expect(servers).toEqual([{ url: '.' }])
    const patterns = Object.keys(paths).map(
      (path) => new RegExp(`^thanh-dong/api/v1${path.replace('{part}', '\\d{4}-\\d{2}')}$`),
    )
    const files = apiFiles().filter(
      (path) => path.startsWith('thanh-dong/') && !path.endsWith('openapi.json'),
    )
    expect(files.filter((file) => !patterns.some((pattern) => pattern.test(file)))).toEqual([])
    expect(patterns.filter((pattern) => !files.some((file) => pattern.test(file)))).toEqual([])
  })
  test('names the schema to which the file keeps', () => {
    for (const [path, { get }] of Object.entries(description().paths)) {
      const schema = get.responses[200].content['application/json'].schema.$ref
      expect(site.files.has(`thanh-dong/api/v1/${schema}`), path).toBe(true)
      const file = path.replace('{part}', '2026-11')
      const said = json<{ $schema: string }>(`thanh-dong/api/v1${file}`).$schema
      expect(new URL(said, `http://x/api/v1${file}`).pathname).toBe(`/api/v1/${schema}`)
    }
  })
})

test('other sites may read it: the answer says so, and only of data', async () => {
  const open = async (path: string) =>
    (await fetch(address + path)).headers.get('access-control-allow-origin')
  expect(await open('kep/api/v1/index.json')).toBe('*')
  expect(await open('kep/feed.json')).toBe('*')
  expect(await open('kep/')).toBeNull()
})
