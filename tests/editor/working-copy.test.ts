import { readdirSync, symlinkSync } from 'node:fs'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diskFiles } from '../../pipeline/adapters/files.ts'
import { serve } from '../../pipeline/adapters/http-server.ts'
import { answerForm, type Upload } from '../../pipeline/editor/working-copy.ts'
import { createRepository, temporaryFolder } from '../support/repository.ts'

const repository = createRepository()
/** Where a link of the content leads. */
const outside = temporaryFolder()
let served: Extract<Awaited<ReturnType<typeof serve>>, { ok: true }>
let port: number

beforeAll(async () => {
  repository.write('content/kep/tin-bai/xa-hoi/2026/cu.md', 'cũ\n')
  repository.write('content/kep/cong.yaml', 'id: kep\n')
  symlinkSync(outside, repository.at('content/kep/van-ban'))
  const copy = {
    files: diskFiles(repository.at('.')),
    portals: ['kep'],
    check: async (file: string) => ({ checked: 1, diagnostics: [], file }),
    takeIn: async ({ bytes, ...upload }: Upload) => ({
      state: 'refused' as const,
      why: [JSON.stringify(upload), new TextDecoder().decode(bytes)],
    }),
  }
  const opened = await serve(repository.at('.'), 0, (asked) => answerForm(copy, asked))
  if (!opened.ok) throw new Error(opened.why)
  served = opened
  port = Number(new URL(served.address).port)
})
afterAll(() => served.close())

type Asked = { readonly headers?: Readonly<Record<string, string>>; readonly body?: string }

/** Paths go out as they are written: a client that tidies them up would hide what is tested. */
const ask = (
  method: string,
  path: string,
  { headers, body }: Asked = {},
): Promise<{ status: number; text: string }> =>
  new Promise((done, failed) => {
    const own = { host: `localhost:${port}`, origin: `http://localhost:${port}` }
    const sent = request(
      { port, method, path: `/_kho/${path}`, headers: { ...own, ...headers } },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part
        })
        answer.on('end', () => done({ status: answer.statusCode ?? 0, text }))
      },
    )
    sent.on('error', failed)
    sent.end(body)
  })

test('lists and gives the documents of a portal, and none of its own data', async () => {
  expect(JSON.parse((await ask('GET', 'kep/')).text)).toEqual(['tin-bai/xa-hoi/2026/cu.md'])
  expect(await ask('GET', 'kep/tin-bai/xa-hoi/2026/cu.md')).toEqual({ status: 200, text: 'cũ\n' })
})

test('hands over a Word file with its name and what was chosen', async () => {
  const asked = new URLSearchParams({ ten: '../../../bài.docx', 'the-loai': 'bai-viet', 'linh-vuc': '' })
  const { why } = JSON.parse((await ask('POST', `kep/?${asked}`, { body: 'PK' })).text)
  expect([JSON.parse(why[0]), why[1]]).toEqual([
    { portal: 'kep', name: '../../../bài.docx', kind: 'bai-viet', linhVuc: '' },
    'PK',
  ])
  expect((await ask('POST', 'kep/', { body: 'PK' })).status).toBe(405)
  expect((await ask('POST', `kep/?${asked}`, { headers: { origin: 'https://xau.example' } })).status).toBe(
    400,
  )
})

test('writes an article where it belongs, over the former one too, and tells what the check says', async () => {
  const path = 'tin-bai/xa-hoi/2026/moi.md'
  expect((await ask('PUT', `kep/${path}`, { body: 'mới' })).status).toBe(200)
  expect((await ask('PUT', `kep/${path}`, { body: 'mới hơn' })).status).toBe(200)
  expect(repository.read(`content/kep/${path}`)).toBe('mới hơn')
  expect(JSON.parse((await ask('POST', `kep/${path}`)).text)).toMatchObject({ file: `content/kep/${path}` })
})

const everything = () => [repository.root, outside].map((folder) => readdirSync(folder, { recursive: true }))

describe('writes nothing', () => {
  // biome-ignore format: a table
  test.each([
    ['kep/cong.yaml',                                   'the portal’s own data'],
    ['kep/ban-bien-tap.yaml',                           'who may approve'],
    ['kep/tin-bai/../../../package.json',               'above the folder'],
    ['kep/tin-bai/%2e%2e/%2e%2e/%2e%2e/package.json',   'above the folder, in other letters'],
    ['kep/tin-bai/xa-hoi/2026/..%2f..%2f..%2fx.md',     'a slash in a name'],
    ['kep/tin-bai/xa-hoi/2026/.x.md',                   'a hidden file'],
    ['kep/tin-bai/xa-hoi/2026/x.js',                    'a program'],
    ['kep/tin-bai/xa-hoi/2026/x.html',                  'a page'],
    ['kep/tin-bai/xa-hoi/2026/x.11tydata.js',           'data that Eleventy would run'],
    ['kep/tin-bai/x.md',                                'no place of a document'],
    ['kep/van-ban/2026/x.md',                           'through a link that leads elsewhere'],
    ['thanh-dong/tin-bai/xa-hoi/2026/x.md',             'a portal that is not served'],
    ['lich-nghi/2026.yaml',                             'shared data'],
    ['kep%00/tin-bai/xa-hoi/2026/x.md',                 'a zero byte'],
  ] as [string, string][])('at %s (%s)', async (path) => {
    const before = everything()
    expect((await ask('PUT', path, { body: 'x' })).status).toBeGreaterThanOrEqual(400)
    expect(everything()).toEqual(before)
  })
  // biome-ignore format: a table
  test.each([
    ['PUT',  { origin: 'https://example.com' },                                          'a page from elsewhere'],
    ['PUT',  { origin: 'null' },                                                         'a page without an origin'],
    ['PUT',  { host: 'example.com', origin: 'http://example.com' },                      'a name that was led here (DNS rebinding)'],
    ['GET',  { host: 'example.com' },                                                    'reading under such a name'],
    ['POST', { origin: 'https://example.com' },                                          'asking for a check from elsewhere'],
    ['DELETE', {},                                                                       'the form deletes nothing'],
  ] as [string, Record<string, string>, string][])('%s with %o (%s)', async (method, headers) => {
    const { status } = await ask(method, 'kep/tin-bai/xa-hoi/2026/cu.md', { headers, body: 'x' })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(repository.read('content/kep/tin-bai/xa-hoi/2026/cu.md')).toBe('cũ\n')
  })
})

test('without the form, the server has no such address', async () => {
  const plain = await serve(repository.at('.'), 0)
  if (!plain.ok) throw new Error(plain.why)
  expect((await fetch(`${plain.address}_kho/kep/`)).status).toBe(404)
  await plain.close()
})
