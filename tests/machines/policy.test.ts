import { readFileSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve } from '../../pipeline/adapters/http-server.ts'
import { portsOfProcess } from '../../pipeline/adapters/ports-of-process.ts'
import { writeStartPage } from '../../pipeline/commands/start-page.ts'
import { openWorkspace } from '../../pipeline/portal/workspace.ts'
import { HEADERS, headersFile, headersOf, nginxHeaders } from '../../pipeline/site/headers.ts'
import { EDITOR_POLICY, PAGE_POLICY, SEARCH_POLICY } from '../../templates/policy.ts'
import { findChromium } from '../support/chromium.ts'
import { PORTALS, REPOSITORY } from '../support/portals.ts'
import { type BuiltSite, buildSamples } from '../support/site.ts'

let site: BuiltSite
beforeAll(async () => {
  site = await buildSamples(PORTALS, { form: true })
  const ports = portsOfProcess(REPOSITORY)
  writeStartPage(ports, site.folder, (await openWorkspace(ports, {})).portals)
})
afterAll(() => site.remove())

const pages = () => [...site.files].filter(([path]) => path.endsWith('.html'))

test('every page carries the strict policy before anything that it could stop; only the search page runs WebAssembly, only the form talks to the forge', () => {
  const wrong = pages().filter(([path, bytes]) => {
    const [, page = ''] = path.split('/')
    const wanted = { 'tim-kiem': SEARCH_POLICY, 'bien-tap': EDITOR_POLICY }[page] ?? PAGE_POLICY
    const head = bytes.toString().split('<head>')[1] ?? ''
    return !head.startsWith(
      `\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${wanted}">`,
    )
  })
  expect(wrong.map(([path]) => path)).toEqual([])
})

test('the policies allow nothing inline, nothing computed, nothing from elsewhere', () => {
  for (const policy of [PAGE_POLICY, SEARCH_POLICY, HEADERS[0]?.[1] ?? ''])
    expect(policy.replaceAll("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe|\*|https?:|data:|blob:/)
  expect(PAGE_POLICY).not.toContain('wasm')
})

test('no page holds a style, a handler or a script that would run', () => {
  const inline =
    /<style|\sstyle="|\son[a-z]+="|javascript:|<script(?![^>]*(?:type="application\/ld\+json"|\ssrc="))/
  expect(
    pages()
      .filter(([, bytes]) => inline.test(bytes.toString()))
      .map(([path]) => path),
  ).toEqual([])
})

test('the policy of the form lets it talk to the forge, and to nobody else', () => {
  expect(EDITOR_POLICY.match(/https:[^\s;]+/g)).toEqual([
    'https://avatars.githubusercontent.com',
    'https://api.github.com',
  ])
  expect(EDITOR_POLICY).not.toMatch(/\*|script-src[^;]*'unsafe-(?:inline|eval)'/)
})

describe('one source of headers', () => {
  test('the file for hosts that read it stands in every portal', () => {
    for (const id of PORTALS) expect(site.files.get(`${id}/_headers`)?.toString()).toBe(headersFile())
    for (const [name, value] of HEADERS) expect(headersFile()).toContain(`\n  ${name}: ${value}\n`)
  })
  test('the sample for nginx holds the same', () => {
    const sample = readFileSync(`${REPOSITORY}docs/huong-dan/nginx-mau.conf`, 'utf8')
    expect(sample).toContain(nginxHeaders())
    expect(sample).toContain(nginxHeaders(headersOf('/bien-tap/')).replaceAll(/^ {4}/gm, '        '))
  })
  // biome-ignore format: a table
  test.each([
    ['/kep/bien-tap/',            true,  'the form below a portal'],
    ['/bien-tap/',                true,  'at the root of a server'],
    ['/bien-tap/bien-tap.js',     true,  'its program'],
    ['/kep/tin-bai/2024/bien-tap/x/', false, 'an article'],
    ['/kep/',                     false, 'the front page'],
  ] as [string, boolean, string][])('%s is the form’s: %s (%s)', (path, form) => {
    const [policy] = headersOf(path).filter(([name]) => name === 'Content-Security-Policy').map(([, value]) => value)
    expect(policy?.includes('api.github.com')).toBe(form)
    expect(new Set(headersOf(path).map(([name]) => name)).size).toBe(headersOf(path).length)
  })
  // biome-ignore format: a table
  test.each([
    ['/kep/api/v1/index.json',            true,  'the API'],
    ['/api/v1/documents/2024-05.json?x',  true,  'at the root of a server'],
    ['/kep/chuyen-muc/tin-tuc/feed.json', true,  'a feed'],
    ['/kep/api/',                         false, 'the page about the API'],
    ['/kep/tin-bai/2024/api/',            false, 'an article'],
  ] as [string, boolean, string][])('%s may be read by other sites: %s (%s)', (path, open) => {
    expect(headersOf(path).some(([name]) => name === 'Access-Control-Allow-Origin')).toBe(open)
  })
})

const executablePath = findChromium()
describe.skipIf(executablePath === undefined)('in a browser', () => {
  let browser: Browser
  let served: Extract<Awaited<ReturnType<typeof serve>>, { ok: true }>
  beforeAll(async () => {
    const opened = await serve(site.folder, 0)
    if (!opened.ok) throw new Error(opened.why)
    served = opened
    browser = await chromium.launch({
      executablePath: executablePath as string,
      args: ['--no-sandbox', '--disable-gpu'],
    })
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  /** Two pages of each make, from any portal: the same template gives the same head. */
  function pagesOfEachType(): string[] {
    const make = (path: string) => {
      const [, folder = '', next = '', ...rest] = path.split('/')
      const list = /^(?:loai|nam|co-quan|trang-\d+)$/.test(next) ? next.replace(/\d+/, '') : ''
      return [folder, list, rest.length].join(' ')
    }
    return [...Map.groupBy(pages(), ([path]) => make(path)).values()].flatMap((each) => [
      ...new Set([each[0], each.at(-1)].map((one) => one?.[0] ?? '')),
    ])
  }

  test('no page type breaks its policy, and none complains', async () => {
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on(
      'console',
      (message) => message.type() === 'error' && complaints.push(`${page.url()}: ${message.text()}`),
    )
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
    await page.exposeFunction('violated', (text: string) => complaints.push(text))
    await page.addInitScript(
      "addEventListener('securitypolicyviolation', (event) => violated([location.href, event.violatedDirective, event.blockedURI].join(' ')))",
    )
    // The form goes on loading when its page is there; tests/editor/ watches it longer.
    const paths = pagesOfEachType()
      .filter((path) => !path.includes('/bien-tap/'))
      .map((path) => path.replace(/index\.html$/, ''))
    expect(paths.length).toBeGreaterThan(20)
    for (const path of paths) await page.goto(served.address + path)
    await page.close()
    expect(complaints).toEqual([])
  })

  test('the policy bites: an inline script, an inline style and a foreign picture stay out', async () => {
    const page = await browser.newPage()
    await page.goto(`${served.address}kep/`)
    const violated = await page.evaluate(`new Promise((done) => {
      const seen = new Set()
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        seen.add(effectiveDirective)
        if (seen.size === 3) done([...seen].sort())
      })
      setTimeout(() => done([...seen].sort()), 5000)
      const put = (name, text) => document.body.append(Object.assign(document.createElement(name), text))
      put('script', { textContent: 'window.ran = true' })
      put('style', { textContent: 'body { color: red }' })
      put('img', { src: 'https://example.org/x.png' })
    })`)
    expect(violated).toEqual(['img-src', 'script-src-elem', 'style-src-elem'])
    expect(await page.evaluate('window.ran')).toBeUndefined()
    await page.close()
  })
})
