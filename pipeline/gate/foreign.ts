/** Signs that are not seen, or that turn the direction of what follows. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu
const PUNCTUATION = /[!-/:-@[-`{-~]/g
/** Breaks a name apart for the forge and for nobody's eye. */
const JOINER = '\u2060'

/**
 * Text that somebody else wrote, for a place in Markdown where only words may stand: one line, no structure, no link, no
 * mention and no reference. The forge looks for `@name`, `#12` and `GH-12` in what it has rendered, where an entity is the sign
 * itself again, so these are broken by a joiner as well.
 *
 * @param most characters; what is longer is cut
 */
export function foreign(text: string, most = 160): string {
  const line = text.replace(/\s+/g, ' ').replace(INVISIBLE, '').trim()
  const cut = line.length > most ? `${[...line].slice(0, most - 1).join('')}…` : line
  return cut
    .replace(/[@#＠＃]|\bGH-(?=\d)/giu, (sign) => sign + JOINER)
    .replace(PUNCTUATION, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** A path as text in a fixed-width face; the element, not back-ticks, because nothing in it can close it. */
export const code = (text: string, most = 120): string => `<code>${foreign(text, most)}</code>`
