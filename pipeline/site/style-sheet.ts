import { PAGE_STYLES, STYLES } from '../../templates/styles.ts'
import type { Cong } from '../contract/types.ts'
import { themeCss, themeOf } from '../theme/theme.ts'

type ReadProductFile = (path: string) => string

const partOf = (name: string, productFile: ReadProductFile): string =>
  productFile(`templates/assets/css/${name}.css`)

/** The style sheet of every page of a portal: its colours, then the parts of the product's, without comments and indentation. */
export const styleSheet = (accent: Cong['accent'], productFile: ReadProductFile): string =>
  compact([themeCss(themeOf(accent)), ...STYLES.map((name) => partOf(name, productFile))].join('\n'))

/** The style sheets of single kinds of pages, by the names of their files. */
export const pageStyleSheets = (
  productFile: ReadProductFile,
): { readonly name: string; readonly text: string }[] =>
  PAGE_STYLES.map((name) => ({ name: `${name}.css`, text: compact(partOf(name, productFile)) }))

/** Ours alone: no string of it holds a comment or two blanks, and a colon in one is not that of a declaration. */
const compact = (css: string): string =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/([\w-]): /g, '$1:')
    .replaceAll(';}', '}')
    .trim()
