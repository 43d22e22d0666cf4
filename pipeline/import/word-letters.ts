import { attribute, child, isOn } from './word-xml.ts'

/** How letters look, as far as it means something here. */
export type Letters = {
  readonly font?: string
  readonly hidden?: boolean
  readonly bold?: boolean
  readonly italic?: boolean
  readonly caps?: boolean
  /** `FF0000` or `auto`. */
  readonly color?: string
  /** In half points. */
  readonly size?: number
  /** The ground behind the letters, `FF0000`, or the name of a marker, `black`. */
  readonly ground?: string
}

/** What properties of a run say, and nothing of what they leave open. */
export function lettersIn(properties: Element | undefined): Letters {
  if (!properties) return {}
  const fonts = child(properties, 'rFonts')
  const size = Number(attribute(child(properties, 'sz'), 'val') ?? Number.NaN)
  const marker = attribute(child(properties, 'highlight'), 'val')
  return given({
    // The letters with signs are drawn by the second; ECMA-376 part 1, 17.3.2.26.
    font: attribute(fonts, 'hAnsi') ?? attribute(fonts, 'ascii'),
    hidden: switched(child(properties, 'vanish')),
    bold: switched(child(properties, 'b')),
    italic: switched(child(properties, 'i')),
    caps: switched(child(properties, 'caps')),
    color: attribute(child(properties, 'color'), 'val'),
    size: Number.isNaN(size) ? undefined : size,
    ground: marker === undefined || marker === 'none' ? shadeOf(child(properties, 'shd')) : marker,
  })
}

const switched = (element: Element | undefined): boolean | undefined => element && isOn(element)

type Open = { readonly [Key in keyof Letters]: Letters[Key] | undefined }

const given = (letters: Open): Letters =>
  Object.fromEntries(Object.entries(letters).filter(([, value]) => value !== undefined))

/** The colour of a shading; `auto` where it has none. Source: ECMA-376 part 1, 17.3.2.32. */
export const shadeOf = (shade: Element | undefined): string | undefined =>
  attribute(shade, 'val') === 'solid' ? attribute(shade, 'color') : attribute(shade, 'fill')
