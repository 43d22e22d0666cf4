/**
 * What a page may load and run: only what stands beside it. Scripts are files of the portal, styles too; nothing inline is
 * executed, and nothing comes from elsewhere. (A block of JSON-LD is data: a browser does not run it, so no policy asks about it.)
 */
const DIRECTIVES: readonly (readonly [name: string, sources: string])[] = [
  ['default-src', "'none'"],
  ['script-src', "'self'"],
  ['style-src', "'self'"],
  ['img-src', "'self'"],
  ['font-src', "'self'"],
  ['media-src', "'self'"],
  ['connect-src', "'self'"],
  ['manifest-src', "'self'"],
  ['form-action', "'self'"],
  ['base-uri', "'self'"],
]

/** The search index is read by a program in WebAssembly. */
const WASM = "'wasm-unsafe-eval'"

const policy = (scripts: string, more: readonly string[] = []): string =>
  [
    ...DIRECTIVES.map(([name, sources]) => `${name} ${name === 'script-src' ? scripts : sources}`),
    ...more,
  ].join('; ')

/** The policy that a page carries itself, so that it holds on any server. */
export const PAGE_POLICY = policy("'self'")

/** The same for the one page that searches. */
export const SEARCH_POLICY = policy(`'self' ${WASM}`)

/**
 * The policy of a server's answers. A browser holds a page to both, the server's and its own, so the server's allows what the
 * search page needs, and every other page forbids it. Framing can be forbidden only here.
 */
export const SERVER_POLICY = policy(`'self' ${WASM}`, ["frame-ancestors 'none'"])

const GITHUB = 'https://api.github.com'

/**
 * The policy of the one page in which editors write. Its program puts its styles into the page and shows pictures before they are
 * saved; it talks to GitHub, where articles are sent, and to nobody else.
 */
const editorPolicy = (more: readonly string[] = []): string =>
  [
    "default-src 'none'",
    `script-src 'self' ${WASM}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data: https://avatars.githubusercontent.com",
    "font-src 'self'",
    "media-src 'self' blob:",
    `connect-src 'self' blob: data: ${GITHUB}`,
    "worker-src 'self' blob:",
    "frame-src 'self' blob:",
    "form-action 'self'",
    "base-uri 'self'",
    ...more,
  ].join('; ')

export const EDITOR_POLICY = editorPolicy()

/** The same as a server answers it. */
export const EDITOR_SERVER_POLICY = editorPolicy(["frame-ancestors 'none'"])
