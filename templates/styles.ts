/** The parts of the style sheet, files of templates/assets/css/, in the order in which they override each other. */
export const STYLES = [
  'tokens',
  'base',
  'layout',
  'header',
  'tables',
  'lists',
  'document',
  'structured',
  'media',
  'print',
] as const

/** Style sheets of single pages, beside the common one. */
export const PAGE_STYLES = ['search', 'home'] as const
export type PageStyle = (typeof PAGE_STYLES)[number]
