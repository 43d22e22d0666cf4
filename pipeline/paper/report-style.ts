import { themeCss, themeOf } from '../theme/theme.ts'

/** The files of the style of a report, below `templates/assets/css/`. */
const FILES = ['tokens', 'report'] as const

/**
 * The style sheet of a report that is one file: the portals' tokens without the fonts, which would be files of their own.
 *
 * @param read the text of a file of the product
 * @param accent the portal's colour, `#rrggbb`
 */
export function reportStyle(read: (path: string) => string, accent: string | undefined): string {
  const [tokens = '', report = ''] = FILES.map((name) => read(`templates/assets/css/${name}.css`))
  const css = `${tokens.replaceAll(/@font-face \{.*?\n\}/gs, '')}${themeCss(themeOf(accent))}${report}`
  return css
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim()
}
