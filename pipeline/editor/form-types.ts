/**
 * The settings of the form as far as congbo writes them. The program that shows the form publishes a JSON Schema of all its
 * settings, and a test holds ours against it: its types cannot be imported under this module resolution.
 */
export type FormField = {
  readonly name: string
  readonly widget: string
  readonly label?: string
  readonly required?: boolean
  readonly [option: string]: unknown
}

/** Articles of one kind. */
export type FormCollection = {
  readonly name: string
  readonly label: string
  readonly folder: string
  readonly fields: readonly FormField[]
  readonly [option: string]: unknown
}

export type FormConfig = {
  readonly backend: Readonly<Record<string, unknown>>
  readonly collections: readonly FormCollection[]
  readonly [option: string]: unknown
}
