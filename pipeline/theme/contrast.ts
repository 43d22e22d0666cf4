/** WCAG 2.2, 1.4.3: the least contrast of text with its ground. */
export const MINIMUM_CONTRAST = 4.5

/** A portal that chooses no colour has the red of seal ink. */
export const DEFAULT_ACCENT = '#7d1a1f'

/**
 * The contrast of two colours `#rrggbb`, from 1 to 21. The formula is that of WCAG 2.2 (relative luminance); it stands here because a
 * check of one article must not load a library of colours. A test holds it to the library's.
 */
export function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
