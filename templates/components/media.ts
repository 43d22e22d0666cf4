import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { AudioView, DocumentView, FigureView } from '../view.ts'
import { figureOf, nearest } from './picture.ts'

/** A recording, a film: nothing of them is loaded before somebody presses the button, and all that is said can be read. */
export const recording = ({ audio }: DocumentView, context: PageContext): Html =>
  html`${
    audio &&
    html`<section class="recording" lang="vi" aria-label="Âm thanh: ${audio.title}">
<p class="media-title">${audio.title}</p>
<audio controls preload="none" src="${nearest(context)(audio.url)}"></audio>
${besides(audio, context)}
</section>`
  }`

export function film({ video }: DocumentView, context: PageContext): Html {
  if (!video) return html``
  const to = nearest(context)
  return html`<section class="film" lang="vi" aria-label="Video: ${video.title}">
<p class="media-title">${video.title}</p>
<video controls preload="none" playsinline width="${video.width}" height="${video.height}"${video.poster && html` poster="${to(video.poster)}"`}>
<source src="${to(video.url)}" type="${video.type}">
${video.captions && html`<track kind="captions" src="${to(video.captions)}" srclang="vi" label="Tiếng Việt">`}
</video>
${besides(video, context)}
</section>`
}

const besides = ({ url, title, format, transcript }: AudioView, context: PageContext): Html =>
  html`<p class="media-file"><a href="${nearest(context)(url)}" download>Tải về <span class="visually-hidden">${title} </span><span class="format">(${format})</span></a></p>
<details class="transcript">
<summary>Bản chữ <span class="visually-hidden">của ${title}</span></summary>
<div class="transcript-text">
${transcript.map((paragraph) => html`<p>${paragraph}</p>`)}
</div>
</details>`

/** A column on a phone, two beside each other where there is room. */
const GALLERY_SIZES = '(min-width: 44rem) 20rem, (min-width: 36rem) 50vw, 100vw'

/** Pictures in the order in which they are looked at; each leads to itself as large as it may be shown. */
export function gallery({ gallery: pictures }: DocumentView, context: PageContext): Html {
  if (pictures.length === 0) return html``
  return html`<section class="gallery">
<h2 lang="vi">Loạt ảnh</h2>
<ul>
${pictures.map((each) => html`<li>${linked(each, context)}</li>`)}
</ul>
</section>`
}

const linked = (view: FigureView, context: PageContext): Html =>
  figureOf(view, nearest(context), { sizes: GALLERY_SIZES, leadsTo: view.picture.srcset.at(-1)?.url })
