import { element, find } from './tree.ts'
import type { WordDocument } from './word-document.ts'

/** The machines to which a text leads its readers, each once. */
export const hostsIn = ({ blocks }: Pick<WordDocument, 'blocks'>): string[] => [
  ...new Set(
    find(element('div', blocks), 'a').flatMap(({ properties }) => {
      const address = String(properties.href ?? '')
      const url = URL.canParse(address) ? new URL(address) : undefined
      return url && /^https?:$/.test(url.protocol) ? [url.hostname] : []
    }),
  ),
]

const MOST = 5

/** What whoever takes a stranger's text should look at: links are what is smuggled in most. */
export function linksToOpen(document: Pick<WordDocument, 'blocks'>): string[] {
  const hosts = hostsIn(document)
  if (hosts.length === 0) return []
  const some = hosts.slice(0, MOST).join(', ')
  return [
    `bài dẫn tới ${hosts.length} trang ngoài («${some}${hosts.length > MOST ? ', …' : ''}»): mở từng liên kết, bỏ liên kết quảng cáo, lạ`,
  ]
}
