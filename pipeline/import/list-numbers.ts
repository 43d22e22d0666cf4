import { attribute, below, child, wordPart } from './word-xml.ts'

type Place = { readonly numbering: string; readonly level: number }

/**
 * The number of every numbered paragraph of the body, in order, as Word counts it: a list goes on behind what stands between its items,
 * and the number in a paper is cited by others. Source: ECMA-376 part 1, 17.9.
 */
export function listNumbers(bytes: Uint8Array): number[] {
  const [body, numbering, styles] = ['document', 'numbering', 'styles'].map((name) =>
    wordPart(bytes, `word/${name}.xml`),
  )
  if (!body || !numbering) return []
  const abstracts = new Map(
    below(numbering, 'abstractNum').map((each) => [attribute(each, 'abstractNumId'), each]),
  )
  const numberings = new Map(below(numbering, 'num').map((each) => [attribute(each, 'numId') ?? '', each]))
  const styled = new Map(
    (styles ? below(styles, 'style') : []).map((each) => [
      attribute(each, 'styleId') ?? '',
      placeIn(child(each, 'pPr')),
    ]),
  )
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  return below(body, 'p').flatMap((paragraph) => {
    const properties = child(paragraph, 'pPr')
    const place = placeIn(properties) ?? styled.get(attribute(child(properties, 'pStyle'), 'val') ?? '')
    const own = numberings.get(place?.numbering ?? '')
    const abstractId = attribute(child(own, 'abstractNumId'), 'val')
    const abstract = abstracts.get(abstractId)
    if (!place || !own || !abstract || abstractId === undefined) return []
    const { numbering: id, level } = place
    const counter = counters.get(abstractId) ?? []
    counters.set(abstractId, counter)
    const override = valueIn(
      below(own, 'lvlOverride').find((each) => levelOf(each) === level),
      'startOverride',
    )
    const first =
      valueIn(
        below(abstract, 'lvl').find((each) => levelOf(each) === level),
        'start',
      ) ?? 1
    const fresh = override !== undefined && !begun.has(`${id}/${level}`)
    begun.add(`${id}/${level}`)
    const former = counter[level]
    const next = fresh ? override : former === undefined ? first : former + 1
    counter.length = level
    counter[level] = next
    return [next]
  })
}

function placeIn(properties: Element | undefined): Place | undefined {
  const marks = child(properties, 'numPr')
  const numbering = attribute(child(marks, 'numId'), 'val')
  if (numbering === undefined || numbering === '0') return undefined
  return { numbering, level: Number(attribute(child(marks, 'ilvl'), 'val') ?? 0) }
}

const levelOf = (element: Element): number => Number(attribute(element, 'ilvl') ?? 0)

function valueIn(element: Element | undefined, name: string): number | undefined {
  const value = Number(attribute(child(element, name), 'val') ?? Number.NaN)
  return Number.isInteger(value) ? value : undefined
}
