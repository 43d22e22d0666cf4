import { around } from './word-tree.ts'
import { attribute, below, child } from './word-xml.ts'

/** What of a picture is shown: the parts of its width and height that are cut off, 0 to 1, and how far it is turned to the right. */
export type PictureCut = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly turn: 0 | 90 | 180 | 270
}

/** Less is no cut but rounding. */
const LEAST = 0.004
/** Of ECMA-376 part 1, 20.1.10.40 and 20.1.10.3. */
const WHOLE = 100_000
const DEGREE = 60_000

/** Word keeps the whole of a picture of which it shows a part: what nobody saw must not be published. The cut goes along in its description. */
export function noteCuts(part: Element): void {
  for (const blip of below(part, 'blip')) {
    const cut = cutOf(blip)
    const frame = around(blip, 'inline', 'anchor')
    const properties = child(frame, 'docPr')
    if (!cut || !properties) continue
    const words = attribute(properties, 'descr') || attribute(properties, 'title') || ''
    const { left, top, right, bottom, turn } = cut
    properties.setAttribute('descr', `\uE004${[left, top, right, bottom, turn].join(' ')}\uE005${words}`)
  }
}

function cutOf(blip: Element): PictureCut | undefined {
  const rectangle = child(around(blip, 'blipFill'), 'srcRect')
  const side = (name: string) =>
    Math.min(0.99, Math.max(0, Number(attribute(rectangle, name) ?? 0) / WHOLE || 0))
  const [left, top, right, bottom] = ['l', 't', 'r', 'b'].map(side) as [number, number, number, number]
  const turned = Number(attribute(child(child(around(blip, 'pic'), 'spPr'), 'xfrm'), 'rot') ?? 0) / DEGREE
  const turn = ((((Math.round(turned / 90) * 90) % 360) + 360) % 360) as PictureCut['turn']
  const isCut = Math.max(left, top, right, bottom) > LEAST && left + right < 1 && top + bottom < 1
  return isCut || turn !== 0 ? { left, top, right, bottom, turn } : undefined
}

/** The description of a picture, and the cut that came with it. */
export function withoutCut(alt: string): { readonly alt: string; readonly cut: PictureCut | undefined } {
  const [whole, numbers] = /^\uE004([\d. e-]+)\uE005/u.exec(alt) ?? []
  if (whole === undefined || numbers === undefined) return { alt, cut: undefined }
  const [left = 0, top = 0, right = 0, bottom = 0, turn = 0] = numbers.split(' ').map(Number)
  return { alt: alt.slice(whole.length), cut: { left, top, right, bottom, turn: turn as PictureCut['turn'] } }
}
