import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownersOf, readCodeowners } from '../../pipeline/owners/read-codeowners.ts'

/** The rules of the manual, written as slowly as they read: every way to split is tried. */
function belongs(pattern: string, path: string): boolean {
  const anchored = pattern.replace(/\/$/, '').includes('/')
  const starts = anchored ? [path] : path.split('/').map((_, at, all) => all.slice(at).join('/'))
  return starts.some((start) => fits(pattern.replace(/^\//, '').split('/'), start.split('/')))
}

function fits([first, ...more]: readonly string[], path: readonly string[]): boolean {
  if (first === undefined) return true
  if (first === '') return path.length > 0
  if (first === '**') {
    if (more.length === 0) return path.length > 0
    return path.some((_, at) => fits(more, path.slice(at)))
  }
  const [name, ...below] = path
  if (name === undefined || !named([...first], [...name])) return false
  return more.length > 0 ? fits(more, below) : first !== '*' || below.length === 0
}

function named([first, ...more]: readonly string[], name: readonly string[]): boolean {
  if (first === undefined) return name.length === 0
  if (first === '*') return [...name, ''].some((_, at) => named(more, name.slice(at)))
  return name.length > 0 && (first === '?' || first === name[0]) && named(more, name.slice(1))
}

const name = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'ạ'), minLength: 1, maxLength: 4 })
const glob = fc
  .string({ unit: fc.constantFrom('a', 'b', 'ạ', '*', '?'), minLength: 1, maxLength: 4 })
  .filter((text) => !text.includes('**'))
const path = fc.array(name, { minLength: 1, maxLength: 5 }).map((names) => names.join('/'))
const pattern = fc
  .tuple(
    fc.constantFrom('', '/'),
    fc.array(fc.oneof(name, glob, fc.constant('**')), { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', '/'),
  )
  .map(([start, names, end]) => `${start}${names.join('/')}${end}`)

test('who owns a path is what the slow reading of the manual says', () => {
  let hits = 0
  fc.assert(
    fc.property(fc.array(pattern, { minLength: 1, maxLength: 4 }), path, (patterns, each) => {
      const codeowners = readCodeowners(patterns.map((text, at) => `${text} @n${at}`).join('\n'))
      const last = patterns.findLastIndex((text) => belongs(text, each))
      if (last >= 0) hits++
      expect(ownersOf(codeowners, each)).toEqual(last < 0 ? [] : [`@n${last}`])
    }),
    { numRuns: 5000, seed: 20261122 },
  )
  // A property about nothing would hold too.
  expect(hits).toBeGreaterThan(1000)
})
