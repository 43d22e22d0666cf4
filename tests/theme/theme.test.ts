import { wcagContrast } from 'culori'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contrast, DEFAULT_ACCENT, MINIMUM_CONTRAST } from '../../pipeline/theme/contrast.ts'
import { NIGHT, PAPER, themeOf } from '../../pipeline/theme/theme.ts'
import { createRepository } from '../support/repository.ts'

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
      expect(wcagContrast(theme.nightAccent, '#ffffff')).toBeGreaterThanOrEqual(7)
    }),
  )
})

test('the contrast is that of the library', () => {
  fc.assert(
    fc.property(colour, colour, (a, b) => {
      expect(contrast(a, b)).toBeCloseTo(wcagContrast(a, b), 6)
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
    expect(contrast(accent, '#ffffff') >= MINIMUM_CONTRAST).toBe(enough)
  })
})

test('a colour on which white cannot be read is refused where it stands, with what is missing', async () => {
  const repository = createRepository({ portal: 'kep', sample: true })
  const cong = repository.read('content/kep/cong.yaml').replace(/^accent:.*\n/m, '')
  repository.write('content/kep/cong.yaml', `${cong}\naccent: "#ffcd00"\n`)
  const { code, stdout } = await repository.congbo(['check'])
  expect(code).toBe(1)
  expect(stdout).toMatch(/cong\.yaml:\d+:\d+.*#ffcd00.*tương phản 1,5:1, cần ít nhất 4,5:1/s)
})
