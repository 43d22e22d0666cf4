import { createRequire } from 'node:module'
import type { Oklch } from 'culori'
import { contrast, DEFAULT_ACCENT } from './contrast.ts'

/** The colours of a portal that follow from the one it chose, each as `#rrggbb`. */
export type Theme = {
  /** The band with the portal's name, and buttons; white text stands on it. */
  readonly accent: string
  /** Text and rules in the accent's hue on paper. */
  readonly accentInk: string
  /** A tint behind a few words. */
  readonly accentTint: string
  /** The same three at night. */
  readonly nightAccent: string
  readonly nightInk: string
  readonly nightTint: string
}

/** Grounds that text stands on; the style sheet's tokens `--paper` and `--night` are these. */
export const PAPER = '#fbf8f2'
export const NIGHT = '#15171c'

/** WCAG 2.2, 1.4.6 (AAA): what we ask of the colours that we derive ourselves. */
const OWN_CONTRAST = 7

/** The library in one file: its 200 modules one by one take six times as long to load. */
const { clampChroma, converter, formatHex } = createRequire(import.meta.url)(
  'culori',
) as typeof import('culori')

const oklch = converter('oklch')

/** Every colour of a portal from its accent: hue kept, lightness moved until the contrast is reached. */
export function themeOf(accent: string = DEFAULT_ACCENT): Theme {
  const { l = 0, c = 0, h = 0 } = oklch(accent) as Oklch
  const at = (lightness: number, chroma: number) =>
    formatHex(clampChroma({ mode: 'oklch', l: lightness, c: chroma, h }, 'oklch'))
  return {
    accent,
    accentInk: until((lightness) => at(lightness, Math.min(c, 0.14)), Math.min(l, 0.5), -0.01, PAPER),
    accentTint: at(0.955, Math.min(c, 0.014)),
    nightAccent: at(0.29, Math.min(c, 0.075)),
    nightInk: until((lightness) => at(lightness, Math.min(c, 0.095)), 0.74, 0.01, NIGHT),
    nightTint: at(0.25, Math.min(c, 0.025)),
  }
}

/** Moves the lightness by a step until the colour can be read on its ground. */
function until(colourAt: (lightness: number) => string, start: number, step: number, ground: string): string {
  let lightness = start
  while (lightness > 0 && lightness < 1 && contrast(colourAt(lightness), ground) < OWN_CONTRAST)
    lightness += step
  return colourAt(lightness)
}

/** The theme as the custom properties that the style sheet reads. */
export const themeCss = (theme: Theme): string => `:root {
  --accent: ${theme.accent};
  --accent-ink: ${theme.accentInk};
  --accent-tint: ${theme.accentTint};
  --night-accent: ${theme.nightAccent};
  --night-accent-ink: ${theme.nightInk};
  --night-accent-tint: ${theme.nightTint};
}
`
