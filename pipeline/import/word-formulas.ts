import { PLACEHOLDERS } from '../documents/placeholders.ts'
import { around, madeRun, replaced } from './word-tree.ts'
import { attribute, below, child, childrenOf } from './word-xml.ts'

/**
 * Writes the formulas of Word in one line, `Đ = (a + b)/2`, as a typist does; a mark stands where one has no such line (matrices, sums with
 * limits). Source: ECMA-376 part 1, 22.1.
 *
 * @returns how many were written, and how many left a mark
 */
export function writeFormulas(part: Element): { readonly written: number; readonly marked: number } {
  const formulas = below(part, 'oMath').filter((each) => each.textContent?.trim() && !around(each, 'oMath'))
  let marked = 0
  for (const formula of formulas) {
    const words = lineOf(formula)
    if (words === undefined) marked += 1
    replaced(formula, [madeRun(formula, words?.replace(/\s*([=≤≥≈≠<>])\s*/gu, ' $1 ').trim() ?? ` ${MARK} `)])
  }
  for (const each of below(part, 'oMathPara')) replaced(each, childrenOf(each).filter(isRun))
  return { written: formulas.length - marked, marked }
}

const MARK = `${PLACEHOLDERS.toFill} Công thức ở đây không viết được trên một dòng.`

const isRun = ({ localName }: Element): boolean => localName === 'r'

/** Undefined for what cannot be written in one line. */
function lineOf(node: Element): string | undefined {
  const part = (name: string) => {
    const found = child(node, name)
    return found ? lineOf(found) : ''
  }
  const joined = (parts: readonly (string | undefined)[], make: (...all: string[]) => string) =>
    parts.includes(undefined) ? undefined : make(...(parts as string[]))
  switch (node.localName) {
    case 'r':
      return below(node, 't')
        .map((each) => each.textContent ?? '')
        .join('')
    case 'f':
      return joined([part('num'), part('den')], (above, under) => `${grouped(above)}/${grouped(under)}`)
    case 'sSup':
      return joined([part('e'), part('sup')], (base, power) => base + raised(power))
    case 'sSub':
      return joined([part('e'), part('sub')], (base, index) => base + lowered(index))
    case 'rad':
      return joined([part('deg'), part('e')], (degree, base) => `${raised(degree)}√${grouped(base)}`)
    case 'd':
      return joined(
        childrenOf(node)
          .filter(({ localName }) => localName === 'e')
          .map(lineOf),
        (...all) => `${sign(node, 'begChr', '(')}${all.join('; ')}${sign(node, 'endChr', ')')}`,
      )
    case 'oMath':
    case 'e':
    case 'num':
    case 'den':
    case 'sup':
    case 'sub':
    case 'deg':
    case 'box':
      return sequence(childrenOf(node).filter(({ localName }) => !/Pr$/.test(localName)))
    default:
      return undefined
  }
}

/** What stands in a row; a fraction that a factor touches is one factor: `((a+b)/2)h`. */
function sequence(nodes: readonly Element[]): string | undefined {
  const lines = nodes.map(lineOf)
  if (lines.includes(undefined)) return undefined
  return lines
    .map((line, index) => {
      const touches =
        /^[\p{L}\p{N}(√]/u.test(lines[index + 1] ?? '') || /[\p{L}\p{N})]$/u.test(lines[index - 1] ?? '')
      return nodes[index]?.localName === 'f' && touches ? `(${line})` : line
    })
    .join('')
}

const grouped = (words: string): string => (/^[\p{L}\p{N},.%]*$/u.test(words) ? words : `(${words})`)

const raised = (words: string): string => shifted(words, '0123456789+-n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ', '^')
const lowered = (words: string): string => shifted(words, '0123456789+-', '₀₁₂₃₄₅₆₇₈₉₊₋', '_')

function shifted(words: string, plain: string, signs: string, otherwise: string): string {
  const all = [...words].map((each) => [...signs][[...plain].indexOf(each)])
  return all.every((each) => each !== undefined) ? all.join('') : `${otherwise}${grouped(words)}`
}

const sign = (delimiter: Element, name: string, usual: string): string =>
  attribute(child(child(delimiter, 'dPr'), name), 'val') ?? usual
