import { breadcrumbs } from '../components/breadcrumbs.ts'
import { FRAME_WORDS, type Language } from '../components/frame-words.ts'
import { type PageHead, pageHead } from '../components/page-head.ts'
import { type Html, html } from '../html.ts'
import type { PageContext } from '../page.ts'
import type { Link } from '../view.ts'
import { frameOf } from './frame.ts'

export type BasePage = PageHead & {
  readonly main: Html
  readonly context: PageContext
  /** The steps between the home page and this one; undefined where there is no way to show. */
  readonly path?: readonly Link[] | undefined
  /** The place of the menu that this page belongs to. */
  readonly current?: string | undefined
}

/** With an underscore, which no anchor of a heading in an article ever has. */
const MAIN = 'noi_dung'

export function basePage({ main, context, path, current, ...head }: BasePage): string {
  const language = head.language === 'en' ? 'en' : 'vi'
  const { above, below } = frameOf(context, current, language)
  return html`<!doctype html>
<html lang="${head.language}">
${pageHead(head, context, path)}
<body>
${skipLink(head, language)}
${above}
<div class="frame">
${path && breadcrumbs(path, context, language)}
<main id="${MAIN}" tabindex="-1">
${main}
</main>
</div>
${below}
</body>
</html>
`.text
}

/** With a `base` element a fragment would lead to the home page, so such a page goes without. */
const skipLink = ({ detached }: PageHead, language: Language): Html =>
  html`${!detached && html`<a class="skip-link" href="#${MAIN}" lang="${language}">${FRAME_WORDS[language].skip}</a>`}`
