import MarkdownIt from 'markdown-it'
import { blocksOf } from './blocks.ts'
import { flatHtml, type PictureSource } from './sent-html.ts'
import { parseHtml } from './to-markdown.ts'

/** What a forge's own page makes of an issue: CommonMark with tables, every end of a line a break. HTML in it is words. */
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true })

/** A picture that was dropped is written as a tag where the browser knew its size. */
const PICTURE_TAG = /<img\b[^>]*>/gi
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag)?.slice(1).find(Boolean) ?? ''

/** `<img width="1" alt="Ảnh" src="https://…">` → `![Ảnh](<https://…>)`. */
const asMarkdown = (tag: string): string => {
  const alt = attribute(tag, 'alt').replace(/[[\]\\\n]/g, ' ')
  return `![${alt}](<${attribute(tag, 'src').replace(/[<>\s]/g, '')}>)`
}

/**
 * A text that somebody typed into an issue, as clean blocks. A file that was dropped into it and is no picture leaves no link.
 *
 * @param isDropped whether an address is that of a dropped file
 */
export function markdownBlocks(
  text: string,
  { numberOf, isDropped }: { numberOf: PictureSource; isDropped: (address: string) => boolean },
) {
  const words = text.replace(COMMENT, '').replace(PICTURE_TAG, asMarkdown)
  const { root, elsewhere } = flatHtml(parseHtml(markdown.render(words)), numberOf, isDropped)
  return { ...blocksOf(root), elsewhere }
}
