import { attribute, below, child, isOn, wordPart } from './word-xml.ts'

/** What the styles of a Word file say of a run that says nothing itself. */
export type WordStyles = {
  readonly font: (paragraph: string | undefined, run: string | undefined) => string | undefined
  readonly hidden: (paragraph: string | undefined, run: string | undefined) => boolean
}

type Style = {
  readonly basedOn: string | undefined
  readonly font: string | undefined
  readonly hidden: boolean | undefined
}

/** A chain of styles that leads into itself ends here. */
const DEEPEST = 20

/** The styles of a Word file: an old paper has its .VnTime in the style `Normal`, and no run names it. */
export function wordStyles(bytes: Uint8Array): WordStyles {
  const root = wordPart(bytes, 'word/styles.xml')
  const elements = root ? below(root, 'style') : []
  const styles = new Map(elements.map((each) => [attribute(each, 'styleId') ?? '', styleOf(each)]))
  const usual = elements.find(
    (each) =>
      attribute(each, 'type') === 'paragraph' && ['1', 'true'].includes(attribute(each, 'default') ?? ''),
  )
  const usualId = attribute(usual, 'styleId')
  const defaults = child(child(child(root, 'docDefaults'), 'rPrDefault'), 'rPr')
  const documentFont = fontIn(defaults)
  const find = <T>(id: string | undefined, what: (style: Style) => T | undefined): T | undefined => {
    let style = id === undefined ? undefined : styles.get(id)
    for (let step = 0; style && step < DEEPEST; step += 1) {
      const found = what(style)
      if (found !== undefined) return found
      style = style.basedOn === undefined ? undefined : styles.get(style.basedOn)
    }
    return undefined
  }
  return {
    font: (paragraph, run) =>
      find(run, ({ font }) => font) ?? find(paragraph ?? usualId, ({ font }) => font) ?? documentFont,
    hidden: (paragraph, run) =>
      find(run, ({ hidden }) => hidden) ??
      find(paragraph ?? usualId, ({ hidden }) => hidden) ??
      isOn(child(defaults, 'vanish')),
  }
}

function styleOf(element: Element): Style {
  const properties = child(element, 'rPr')
  const vanish = child(properties, 'vanish')
  return {
    basedOn: attribute(child(element, 'basedOn'), 'val'),
    font: fontIn(properties),
    hidden: vanish && isOn(vanish),
  }
}

const fontIn = (properties: Element | undefined): string | undefined => {
  const fonts = child(properties, 'rFonts')
  return attribute(fonts, 'ascii') ?? attribute(fonts, 'hAnsi')
}
