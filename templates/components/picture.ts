import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { Candidate, FigureView, PictureView } from '../view.ts'

export type PictureOptions = {
  /** How wide the picture stands on the page, as the `sizes` attribute says it. */
  readonly sizes: string
  /** Seen at once, so neither put off nor behind others. */
  readonly eager?: boolean
  readonly className?: string
  /** Where the picture leads when it is pressed. */
  readonly leadsTo?: string | undefined
}

/** The column of text of a document. */
export const TEXT_SIZES = '(min-width: 44rem) 42rem, 100vw'

/** A picture of which each browser takes the width and the format that suit it; its shape is known before it is loaded. */
export function picture(view: PictureView, to: PageContext['to'], options: PictureOptions): Html {
  const { sizes, eager = false, className } = options
  const candidates = (all: readonly Candidate[]) =>
    all.map(({ url, width }) => `${to(url)} ${width}w`).join(', ')
  return html`<picture>${view.sources.map(
    ({ type, srcset }) => html`<source type="${type}" srcset="${candidates(srcset)}" sizes="${sizes}">`,
  )}<img${className && html` class="${className}"`} src="${to(view.url)}" srcset="${candidates(view.srcset)}" sizes="${sizes}" alt="${view.alt}" width="${view.width}" height="${view.height}"${eager ? html` fetchpriority="high"` : html` loading="lazy" decoding="async"`}></picture>`
}

/** The shortest address from a page: what stands beside it is named without its folder. */
export const nearest =
  ({ url: page, to }: PageContext): PageContext['to'] =>
  (url) =>
    page !== '' && url.startsWith(page) ? url.slice(page.length) : to(url)

/** A picture with its caption and the name of who took it. */
export const figureOf = (
  view: FigureView,
  to: PageContext['to'],
  options: PictureOptions,
): Html => html`<figure>
${options.leadsTo ? html`<a href="${to(options.leadsTo)}">${picture(view.picture, to, options)}</a>` : picture(view.picture, to, options)}
${caption(view)}
</figure>`

const caption = ({ caption: words, credit }: FigureView): Html =>
  html`${
    (words || credit) &&
    html`<figcaption>${words}${words && credit && ' '}${credit && html`<span class="credit">Ảnh: ${credit}</span>`}</figcaption>`
  }`

/** What stands in the place of a picture that could not be made: its description. */
export const missingPicture = (alt: string): Html => html`<span class="missing-picture">[Ảnh: ${alt}]</span>`
