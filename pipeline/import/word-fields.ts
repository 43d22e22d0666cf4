import { made, paragraphOf, removed, replaced } from './word-tree.ts'
import { attribute, below, childrenOf } from './word-xml.ts'

/** Where a field begins among the runs, and the elements of its instruction. */
type Open = { readonly parts: Element[]; readonly begin: number }
type Field = Open & { readonly end: number; readonly instruction: string }

/** Fields whose words are not words of the text: a list of its headings, numbers of pages. */
const LEFT_OUT = /^\s*(?:TOC|PAGE|NUMPAGES|SECTIONPAGES|INDEX)\b/i
/** Fields that show another day whenever the file is opened. */
const DAYS = /^\s*(?:DATE|TIME|SAVEDATE|PRINTDATE|CREATEDATE)\b/i

/**
 * Keeps of fields what they showed when the file was saved. Source: ECMA-376 part 1, 17.16.
 *
 * @returns the first paragraph with a day that Word fills in by itself
 */
export function closeFields(part: Element): Element | undefined {
  for (const each of below(part, 'fldSimple')) openSimple(each)
  const runs = below(part, 'r')
  const fields = fieldsIn(runs)
  for (const each of fields) {
    cleanLink(each)
    if (LEFT_OUT.test(each.instruction)) for (const run of runs.slice(each.begin, each.end + 1)) emptied(run)
  }
  const day = fields.find(({ instruction }) => DAYS.test(instruction))
  return day && paragraphOf(runs[day.end] as Element)
}

/** The fields in the order of their ends; one may stand in another. */
function fieldsIn(runs: readonly Element[]): Field[] {
  const all: Field[] = []
  const open: Open[] = []
  const marks = runs.flatMap((run, at) => childrenOf(run).map((element) => ({ element, at })))
  for (const { element, at } of marks) {
    const type = element.localName === 'fldChar' ? attribute(element, 'fldCharType') : element.localName
    if (type === 'begin') open.push({ parts: [], begin: at })
    if (type === 'instrText') open.at(-1)?.parts.push(element)
    const ended = type === 'end' ? open.pop() : undefined
    if (ended) all.push({ ...ended, end: at, instruction: ended.parts.map(wordsOf).join('') })
  }
  return all
}

const wordsOf = (element: Element): string => element.textContent ?? ''

const emptied = (run: Element): void => {
  for (const name of ['t', 'tab', 'br']) for (const each of below(run, name)) removed(each)
}

/** `HYPERLINK "https://…" \o "Mở trang"` → `HYPERLINK "https://…"`: the reader would take the hint for a part of the address. */
function cleanLink({ instruction, parts: [first, ...rest] }: Field): void {
  const [, address] = /^\s*HYPERLINK\s+"([^"]*)"/i.exec(instruction) ?? []
  if (!first || address === undefined) return
  first.textContent = `HYPERLINK "${address}"`
  for (const each of rest) each.textContent = ''
}

/** A field that is one element becomes one that is written out, which the reader knows. */
function openSimple(field: Element): void {
  const sign = (type: string) => made(field, 'r', {}, made(field, 'fldChar', { fldCharType: type }))
  const instruction = made(field, 'r', {}, made(field, 'instrText', {}, attribute(field, 'instr') ?? ''))
  replaced(field, [sign('begin'), instruction, sign('separate'), ...childrenOf(field), sign('end')])
}
