import { STYLES } from '../../templates/styles.ts'
import type { Cong } from '../contract/types.ts'
import { themeCss, themeOf } from '../theme/theme.ts'

/** The one style sheet of a portal: its colours, then the parts of the product's, without comments and indentation. */
export const styleSheet = (accent: Cong['accent'], productFile: (path: string) => string): string =>
  compact(
    [
      themeCss(themeOf(accent)),
      ...STYLES.map((name) => productFile(`templates/assets/css/${name}.css`)),
    ].join('\n'),
  )

/** Ours alone, so no string of it holds a comment or two blanks. */
const compact = (css: string): string =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(';}', '}')
    .trim()
