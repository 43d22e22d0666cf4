import type { Root } from 'hast'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'

/** HTML as a tree. */
export const parseHtml = (html: string): Root => unified().use(rehypeParse, { fragment: true }).parse(html)

/** A cleaned tree as Markdown in the dialect of the house. */
export function markdownOf(root: Root): string {
  const processor = unified()
    .use(rehypeRemark)
    .use(() => (tree: unknown) => tighten(tree as Loose))
    .use(remarkGfm, { tablePipeAlign: false })
    .use(remarkStringify, {
      bullet: '-',
      emphasis: '*',
      strong: '*',
      rule: '-',
      listItemIndent: 'one',
      resourceLink: true,
      incrementListMarker: true,
      tightDefinitions: true,
    })
  const text = processor.stringify(processor.runSync(root) as Parameters<typeof processor.stringify>[0])
  // The house makes no links of bare addresses, so that nothing in them must be escaped.
  return text
    .replace(/\\(:\/\/|@|&(?![a-z0-9#]+;))/gi, '$1')
    .replace(/(?<!~)\\~(?!\\?~)/g, '~')
    .replace(/\\(?=\[CẦN SỬA\])/g, '')
    .replace(/www\\\./g, 'www.')
    .replace(/^\|(?: :?-+:? \|)+$/gm, (line) => line.replace(/-+/g, '---'))
    .normalize('NFC')
}

/** A tree of Markdown, as far as its lists are concerned. */
type Loose = { type: string; spread?: boolean | null; children?: Loose[] }

/** Items stand line by line, as a typist writes them; those of several paragraphs need blank lines. */
function tighten(node: Loose): void {
  const { children = [] } = node
  for (const each of children) tighten(each)
  if (node.type === 'listItem') node.spread = children.filter(({ type }) => type === 'paragraph').length > 1
  if (node.type === 'list') node.spread = children.some(({ spread }) => spread === true)
}
