import { createRequire } from 'node:module'
import type MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it'
import { quickSlug } from './slug.ts'

/** Where a relative link of a document leads on the site; undefined leaves it as it is written. */
export type ResolveLink = (href: string) => string | undefined

/** Schemes that a document may link to; anything else is a relative path. */
const ALLOWED = /^(?:https?:\/\/[^\s/@]+(?:[/?#]|$)|mailto:[^\s]+@|tel:\+?[\d.() -]+$)/i
const ANY_SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/|\\)/i

/**
 * What a link is: to be followed elsewhere, inside the portal, or not at all. It must be the same as it is written and as it
 * reads when it is decoded: `https://gov.vn%2F@evil.example/` is one thing to the eye and another to a browser.
 */
export function linkType(href: string): 'external' | 'relative' | 'forbidden' {
  const readings = [href, decoded(href)].map((each) => each.replace(BLANKS, ''))
  if (readings.every((each) => ALLOWED.test(each))) return 'external'
  return readings.some((each) => ANY_SCHEME.test(each) || each.startsWith('/')) ? 'forbidden' : 'relative'
}

/** What browsers drop from an address before they read its scheme. */
const BLANKS = /[\u0000-\u0020\u007F]/gu

function decoded(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}

/** The anchor of a heading: `Kết quả thực hiện` → `ket-qua-thuc-hien`. */
export const anchorOf = (heading: string): string => quickSlug(heading) || 'muc'

/** The HTML of a picture that a body shows, in the place of a plain `img`. */
export type PictureHtml = (source: string, alt: string) => string

type Environment = { resolve?: ResolveLink; picture?: PictureHtml | undefined; tables?: number }

/**
 * The one Markdown dialect of the product: CommonMark with tables, raw HTML off, no automatic links. Links that are not
 * allowed stay text here, and are reported by the `link` rule.
 */
function createMarkdown(): MarkdownIt {
  const markdown = newParser({ html: false })
  markdown.validateLink = (href: string) => linkType(href) !== 'forbidden'
  markdown.core.ruler.push('heading-anchors', ({ tokens }) => addAnchors(tokens))
  markdown.core.ruler.push('figures', ({ tokens, env }) => {
    if ((env as Environment).picture) for (const at of tokens.keys()) makeFigure(tokens, at)
  })
  markdown.renderer.rules.figcaption = (tokens, index) =>
    `<figcaption>${markdown.utils.escapeHtml(tokens[index]?.content ?? '')}</figcaption>`
  markdown.renderer.rules.link_open = (tokens, index, options, env: Environment, self) => {
    const token = tokens[index] as Token
    const href = token.attrGet('href') ?? ''
    if (linkType(href) === 'external') token.attrSet('rel', 'noopener external')
    else token.attrSet('href', env.resolve?.(href) ?? href)
    return self.renderToken(tokens, index, options)
  }
  markdown.renderer.rules.image = (tokens, index, options, env: Environment, self) => {
    const token = tokens[index] as Token
    const source = token.attrGet('src') ?? ''
    const alt = self.renderInlineAsText(token.children ?? [], options, env)
    if (env.picture) return env.picture(source, alt)
    token.attrSet('src', env.resolve?.(source) ?? source)
    token.attrSet('alt', alt)
    token.attrSet('loading', 'lazy')
    return self.renderToken(tokens, index, options)
  }
  markdown.renderer.rules.table_open = (_tokens, _index, _options, env: Environment) => {
    env.tables = (env.tables ?? 0) + 1
    return `<section class="table" tabindex="0" aria-label="Bảng ${env.tables}"><table>\n`
  }
  for (const cell of ['th_open', 'td_open'])
    markdown.renderer.rules[cell] = (tokens, index, options, _env, self) => {
      alignByClass(tokens[index] as Token)
      return self.renderToken(tokens, index, options)
    }
  markdown.renderer.rules.table_close = () => '</table></section>\n'
  return markdown
}

/** A picture that is a paragraph of its own is a figure, and its title (`![lời mô tả](anh.jpg "Chú thích")`) the caption. */
function makeFigure(tokens: readonly Token[], at: number): void {
  const [open, inline, close] = tokens.slice(at, at + 3)
  const [picture, ...others] = inline?.children ?? []
  if (open?.type !== 'paragraph_open' || open.hidden || picture?.type !== 'image' || others.length > 0) return
  open.tag = 'figure'
  if (close) close.tag = 'figure'
  const title = picture.attrGet('title')
  if (!title) return
  const caption = new (picture.constructor as typeof Token)('figcaption', '', 0)
  caption.content = title
  inline?.children?.push(caption)
}

/** Alignment by class: a strict content policy of a web server lets no inline style through. */
function alignByClass(token: Token): void {
  const align = /text-align:(left|center|right)/.exec(token.attrGet('style') ?? '')?.[1]
  token.attrs = align === undefined ? null : [['class', `align-${align}`]]
}

/** Every heading one level lower, because the page's own title is the first; each with an anchor, unique on the page. */
function addAnchors(tokens: readonly Token[]): void {
  const seen = new Map<string, number>()
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') return
    token.tag = `h${Math.min(6, Math.max(2, Number(token.tag.slice(1))))}`
    if (token.type === 'heading_close') return
    const anchor = anchorOf(tokens[index + 1]?.content ?? '')
    const count = seen.get(anchor) ?? 0
    seen.set(anchor, count + 1)
    token.attrSet('id', count === 0 ? anchor : `${anchor}-${count + 1}`)
  })
}

/** Reads what rendering leaves out, links that are not allowed and raw HTML among it, so that rules can name it. Never renders. */
function createAnalysis(): MarkdownIt {
  const analysis = newParser({ html: true })
  analysis.validateLink = () => true
  return analysis
}

/** The library is loaded by the first body that needs it: a check of one plain article does without. */
const newParser = ({ html }: { html: boolean }): MarkdownIt =>
  (createRequire(import.meta.url)('markdown-it') as typeof MarkdownIt)({
    html,
    linkify: false,
    typographer: false,
  })

let markdown: MarkdownIt | undefined
let analysis: MarkdownIt | undefined

export function renderMarkdown(
  body: string,
  resolve: ResolveLink = () => undefined,
  picture?: PictureHtml,
): string {
  markdown ??= createMarkdown()
  return markdown.render(body, { resolve, picture } satisfies Environment)
}

/** The tokens of a body, for rules that look at its links, images, headings and HTML. */
export function parseMarkdown(body: string): Token[] {
  analysis ??= createAnalysis()
  return analysis.parse(body, {})
}

/** The same for one block of text whose links and images are wanted and nothing else. */
export function parseInline(text: string): Token[] {
  analysis ??= createAnalysis()
  return analysis.parseInline(text, {})
}

/** The anchors that the headings of a body are given when it is rendered. */
export function anchorsIn(body: string): ReadonlySet<string> {
  const tokens = parseMarkdown(body)
  addAnchors(tokens)
  return new Set(
    tokens.flatMap((token) => (token.type === 'heading_open' ? (token.attrGet('id') ?? []) : [])),
  )
}
