import { describe, expect, test } from 'vitest'
import { legacyRemains } from '../../pipeline/documents/legacy-encoding.ts'
import { HONEST, REMAINS, TCVN3, VNI } from './legacy-texts.ts'

describe('remains of older encodings', () => {
  test.each(REMAINS)('%s is %s at column %i: %s', (text, name, column) => {
    expect(legacyRemains(text)).toMatchObject([{ name, at: { line: 1, column } }])
  })
  test('each kind is reported once, at its first line', () => {
    const found = legacyRemains('Vieät Nam\n\nCéng hßa x· héi chñ nghÜa\nCoäng hoøa\n')
    expect(found.map(({ name, at }) => [name, at.line])).toEqual([
      [VNI, 1],
      [TCVN3, 3],
    ])
  })
  test('a fence of code is not read', () => {
    expect(legacyRemains('    Vieät Nam\n``` Vieät Nam')).toEqual([])
  })
})

describe('honest text', () => {
  test.each(HONEST)('%s: %s', (text) => {
    expect(legacyRemains(text.normalize('NFC'))).toEqual([])
  })
})
