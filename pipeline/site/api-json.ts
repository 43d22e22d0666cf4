type Optional<T> = { [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? K : never }[keyof T]

/** A value as it is handed to be written: what may be left out may also be undefined, because JSON leaves that out. */
export type Written<T> = T extends readonly (infer E)[]
  ? readonly Written<E>[]
  : T extends object
    ? { readonly [K in Exclude<keyof T, Optional<T>>]: Written<T[K]> } & {
        readonly [K in Optional<T>]?: Written<T[K]> | undefined
      }
    : T

/** Where the API stands. */
export const API = 'api/v1/'

/** The files of the API beside those of the months, by the name of what they hold; each has a schema of the same name. */
export const API_FILES = {
  index: 'index.json',
  organization: 'organization.json',
  sections: 'sections.json',
  linhVuc: 'linh-vuc.json',
  changes: 'changes.json',
} as const

/**
 * The file of a month, below the API. A month in which very much was published has older parts, numbered from the oldest, so
 * that a full part stays as it is.
 */
export const monthFile = (month: string, part: number): string =>
  `documents/${month}${part === 0 ? '' : `-${part}`}.json`

/** The schemas that are published with the API. */
export const API_SCHEMAS = {
  index: 'schemas/index.schema.json',
  organization: 'schemas/organization.schema.json',
  sections: 'schemas/sections.schema.json',
  linhVuc: 'schemas/linh-vuc.schema.json',
  documents: 'schemas/documents.schema.json',
  changes: 'schemas/changes.schema.json',
} as const

export const jsonFile = (value: unknown): string => `${JSON.stringify(value)}\n`
