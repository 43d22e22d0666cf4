import { EDITOR_SERVER_POLICY, SERVER_POLICY } from '../../templates/policy.ts'

type Header = readonly [name: string, value: string]

/** Headers of every answer of a server of portals: the one source of the preview server, `_headers` and the sample for nginx. */
export const HEADERS: readonly Header[] = [
  ['Content-Security-Policy', SERVER_POLICY],
  ['Strict-Transport-Security', 'max-age=31536000'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
]

/** Data that programs of other sites may read: the API and the feeds hold nothing that is not public. */
export const OPEN_HEADERS: readonly Header[] = [['Access-Control-Allow-Origin', '*']]

/** Which addresses are data for everybody, wherever the portal is mounted. */
export const isOpenData = (path: string): boolean =>
  /(?:^|\/)(?:api\/v1\/[^?]*|feed)\.(?:json|xml)(?:\?|$)/.test(path)

/** The form in which editors write shows what they have not saved yet, and may open a window to sign in with the forge. */
export const EDITOR_HEADERS: readonly Header[] = [
  ['Content-Security-Policy', EDITOR_SERVER_POLICY],
  ['Cross-Origin-Opener-Policy', 'same-origin-allow-popups'],
]

/** Which addresses are the form's, wherever the portal is mounted. */
const isEditor = (path: string): boolean => /(?:^|\/)bien-tap\/[^/]*(?:assets\/[^/]*)?$/.test(path)

/** The headers of one answer. */
export function headersOf(path: string): readonly Header[] {
  if (isOpenData(path)) return [...HEADERS, ...OPEN_HEADERS]
  if (!isEditor(path)) return HEADERS
  const own = new Set(EDITOR_HEADERS.map(([name]) => name))
  return [...HEADERS.filter(([name]) => !own.has(name)), ...EDITOR_HEADERS]
}

/** Patterns of `isOpenData` as `_headers` writes them. */
const OPEN_PATHS = [
  '/api/v1/*',
  '/feed.xml',
  '/feed.json',
  '/chuyen-muc/*/feed.xml',
  '/chuyen-muc/*/feed.json',
]

/**
 * The file `_headers` of Cloudflare Pages and those that follow it. A header that two patterns set is joined, which would hold the
 * form to both policies: `!` takes the general one away first. Netlify knows no `!`; there the form needs a host of its own.
 */
export const headersFile = (): string =>
  [
    ['/*', HEADERS] as const,
    ...OPEN_PATHS.map((path) => [path, OPEN_HEADERS] as const),
    ['/bien-tap/*', EDITOR_HEADERS] as const,
  ]
    .map(([path, headers]) => {
      const away = path === '/bien-tap/*' ? headers.map(([name]) => `  ! ${name}\n`).join('') : ''
      return `${path}\n${away}${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`
    })
    .join('\n')

/** The same for nginx. */
export const nginxHeaders = (headers: readonly Header[] = HEADERS): string =>
  headers.map(([name, value]) => `    add_header ${name} "${value}" always;\n`).join('')
