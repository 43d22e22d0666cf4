import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pageStyleSheets, styleSheet } from '../../pipeline/site/style-sheet.ts'
import { PAGE_STYLES, STYLES } from '../../templates/styles.ts'
import { REPOSITORY } from '../support/portals.ts'

const read = (path: string) => readFileSync(REPOSITORY + path, 'utf8')
const stringsIn = (css: string): string[] => css.replace(/\/\*.*?\*\//gs, '').match(/"[^"\n]*"/g) ?? []

test('what is written between quotation marks comes out as it was written', () => {
  const sources = [...STYLES, ...PAGE_STYLES].map((name) => read(`templates/assets/css/${name}.css`))
  const made =
    styleSheet(undefined, read) +
    pageStyleSheets(read)
      .map(({ text }) => text)
      .join('')
  expect(stringsIn(made)).toEqual(sources.flatMap(stringsIn))
  expect(made).toContain('attr(data-name) ": "')
})
