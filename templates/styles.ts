/** The parts of the style sheet, files of templates/assets/css/, in the order in which they override each other. */
export const STYLES = [
  'tokens',
  'base',
  'layout',
  'header',
  'tables',
  'lists',
  'search',
  'home',
  'document',
  'structured',
  'media',
  'print',
] as const
