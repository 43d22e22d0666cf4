import type { DocumentView } from '../view.ts'
import type { Common } from './document-node.ts'
import type { Node } from './node.ts'

/**
 * A question of a citizen. Once the office has answered, there is one answer and it is the office's: that is what FAQPage
 * is for. Before that it is a question that waits.
 */
export function questionPage(view: DocumentView, common: Common, body: string): Node {
  const { question } = view
  const answer = plainText(body)
  const answered = question?.answered !== undefined && answer !== ''
  return {
    ...common,
    '@type': answered ? 'FAQPage' : 'QAPage',
    mainEntity: [
      {
        '@type': 'Question',
        name: view.title,
        text: question?.text.trim(),
        answerCount: answered ? 1 : 0,
        author: { '@type': 'Person', name: question?.askedBy ?? 'Công dân' },
        acceptedAnswer: answered
          ? {
              '@type': 'Answer',
              text: answer,
              url: common.url,
              dateCreated: question.answered?.iso,
              author: question.answeredBy && { '@type': 'GovernmentOrganization', name: question.answeredBy },
            }
          : undefined,
      },
    ],
  }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }

/** The words of our own renderer's HTML. */
const plainText = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ENTITIES[name] as string)
    .replaceAll(/\s+/g, ' ')
    .trim()
