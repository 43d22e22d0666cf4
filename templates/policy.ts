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
