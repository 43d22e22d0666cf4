import { type Html, html } from '../html.ts'
import type { ClauseView, RegulationView } from '../view.ts'
import { clauseAnchor } from './words.ts'

export type Article = RegulationView['clauses'][number]

/** The address of an article on the page: that of its place in the order, because the issuing decision has no number. */
export const articleAnchor = (index: number): string => `muc-${index}`

export const clauseList = (articles: readonly Article[]): readonly Html[] =>
  articles.map(
    ({ article, clauses }, index) => html`<section class="article">
<h3 id="${articleAnchor(index)}">${article}</h3>
<ul class="clauses">
${clauses.map(clause)}
</ul>
</section>`,
  )

const clause = ({ ref, words, says, served }: ClauseView): Html => html`<li id="${clauseAnchor(ref)}">
<p><strong class="clause-ref">${words}.</strong> ${says}</p>
<p class="served">${served}</p>
</li>`
