import type { Element } from 'hast'
import { element, text } from './tree.ts'

/** Programs break lines near here; a line that ends sooner was ended by its writer. */
const WRAPPED = 55
const LISTED = /^\s*(?:>|[-–—•●▪*+]\s|\d{1,3}[.)]\s|[a-zđ][.)]\s)/u

/** Plain text as blocks: an empty line parts paragraphs, and so does the end of a line, unless a program has broken it. */
export function plainBlocks(words: string): Element[] {
  const lines = words.replace(/\r\n?/g, '\n').split('\n')
  const all: string[] = []
  let goesOn = false
  for (const line of lines) {
    const bare = line.trim()
    if (bare === '') goesOn = false
    else if (goesOn && !LISTED.test(line)) all[all.length - 1] = `${all.at(-1)} ${bare}`
    else all.push(bare)
    if (bare !== '') goesOn = line.length >= WRAPPED && !/^[-–—_=*]{2,}\s*$/.test(bare)
  }
  return all.map((each) => element('p', [text(each)]))
}
