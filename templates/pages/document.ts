import { languageOf } from '../components/card.ts'
import { directory } from '../components/directory.ts'
import { documentHeader } from '../components/document-header.ts'
import { attachments, figure, question } from '../components/document-parts.ts'
import { factList } from '../components/fact-list.ts'
import { film, gallery, recording } from '../components/media.ts'
import { organisation } from '../components/organisation.ts'
import type { Structured } from '../components/page-head.ts'
import { printAddress } from '../components/print-address.ts'
import { procedures } from '../components/procedures.ts'
import { provenance } from '../components/provenance.ts'
import { schedule } from '../components/schedule.ts'
import { tableOfContents } from '../components/table-of-contents.ts'
import { addressOf, homeOf, labelledTitle } from '../components/words.ts'
import { type Html, html, raw } from '../html.ts'
import { basePage } from '../layouts/base.ts'
import type { PageContext, PageTemplate } from '../page.ts'
import { documentNode } from '../structured/document-node.ts'
import type { DocumentView } from '../view.ts'

/** Every kind of document: a part that a kind does not have is not there. */
export const documentPage: PageTemplate<DocumentView> = (view, context) => {
  const home = homeOf(view)
  const body = view.body()
  return basePage({
    title: labelledTitle(view),
    description: view.summary || view.title,
    language: view.language,
    structured: structuredOf(view, context),
    nodes: [documentNode(view, context, body)],
    card: view.section?.url.split('/')[1],
    main: html`<article class="document document-${view.kind}${isWide(view) && ' document-wide'}"${languageOf(view)}>
<div class="document-text">
${documentHeader(view, context)}
${question(view)}
${figure(view, context)}
${film(view, context)}
${recording(view, context)}
${factList([{ name: 'Hiệu lực', value: view.effect?.text }, ...view.facts])}
${text(view, body)}
${gallery(view, context)}
${schedule(view, context)}
${organisation(view)}
${procedures(view)}
${directory(view)}
${attachments(view, context)}
</div>
${provenance(view, context)}
${printAddress(view, context)}
</article>`,
    modules: ['print'],
    context,
    path: home ? [home] : [],
    current: home?.url,
  })
}

/** A chart and the tables of procedures and officials need the room that a text leaves beside it. */
const isWide = ({ organisation: chart, procedures: table, directory: people }: DocumentView): boolean =>
  chart !== undefined || table.length > 0 || people.length > 0

function text(view: DocumentView, body: string): Html {
  if (!view.question) return html`${tableOfContents(body, view)}<div class="body">${raw(body)}</div>`
  return html`<h2 lang="vi">Trả lời</h2>
${
  body.trim() === ''
    ? html`<p lang="vi">${withoutAnswer(view.question)}</p>`
    : html`<div class="body">${raw(body)}</div>`
}`
}

const withoutAnswer = ({ told, authority }: NonNullable<DocumentView['question']>): string =>
  told === undefined
    ? 'Câu hỏi đang được xử lý. Trả lời sẽ đăng tại đây.'
    : `Câu hỏi không thuộc phạm vi, lĩnh vực của cơ quan; đã báo người hỏi lúc ${told.text}.${authority ? ` Nơi có thẩm quyền: ${authority}.` : ''}`

const structuredOf = (view: DocumentView, context: PageContext): Structured => ({
  creator: view.author ?? view.act?.issuer,
  contributor: view.submittedBy,
  subject: [view.linhVuc?.title, view.section?.title].filter(Boolean).join('; '),
  section: view.section?.title,
  source: view.sourceUrl ?? view.source,
  relation: view.translation ? addressOf(view.translation.url, context) : view.legal?.replaces.join('; '),
  type: view.kindName,
  date: view.published.iso,
  modified: view.modified.iso,
  image: view.ogImage && { ...view.ogImage, alt: view.image?.alt ?? view.title },
  translation: view.translation && {
    url: view.translation.url,
    language: view.language === 'vi' ? 'en' : 'vi',
  },
})
