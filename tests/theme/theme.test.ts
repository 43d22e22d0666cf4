import { wcagContrast } from 'culori'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  contrastWithWhite,
  DEFAULT_ACCENT,
  MINIMUM_CONTRAST,
  NIGHT,
  PAPER,
  themeOf,
} from '../../pipeline/theme/theme.ts'

const colour = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`)

test('whatever colour a portal chooses, its inks can be read by day and by night (WCAG AAA)', () => {
  fc.assert(
    fc.property(colour, (accent) => {
      const theme = themeOf(accent)
      expect(wcagContrast(theme.accentInk, PAPER)).toBeGreaterThanOrEqual(7)
      expect(wcagContrast(theme.nightInk, NIGHT)).toBeGreaterThanOrEqual(7)
      expect(wcagContrast(theme.accentInk, theme.accentTint)).toBeGreaterThanOrEqual(4.5)
      expect(wcagContrast(theme.nightInk, theme.nightTint)).toBeGreaterThanOrEqual(4.5)
      expect(contrastWithWhite(theme.nightAccent)).toBeGreaterThanOrEqual(7)
    }),
  )
})

describe('the contrast of white letters', () => {
  test.each([
    [DEFAULT_ACCENT, true, 'the colour of who chooses none'],
    ['#1b4d3e', true, 'a dark green'],
    ['#c8102e', true, 'the red of the flag, just enough'],
    ['#ffcd00', false, 'yellow'],
    ['#e8792b', false, 'orange'],
    ['#777777', false, 'a grey one step too light'],
  ] as const)('%s: enough is %s: %s', (accent, enough, _because) => {
    expect(contrastWithWhite(accent) >= MINIMUM_CONTRAST).toBe(enough)
  })
})
