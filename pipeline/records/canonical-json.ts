/** What can be signed: JSON without fractions, whose text would depend on who writes it. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

/**
 * One text for one value, whatever the order of its keys: RFC 8785 (JSON Canonicalization Scheme) for whole numbers. Keys are
 * ordered by UTF-16 code units, nothing stands between tokens, a key without a value is left out.
 *
 * @throws Error for a number that is no whole one, and for half of a character: neither has one text
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new Error(`no canonical text for ${value}`)
  if (typeof value === 'string' && !value.isWellFormed())
    throw new Error('no canonical text for half a character')
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const fields = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const each = value[key]
      return each === undefined ? [] : [`${canonicalJson(key)}:${canonicalJson(each)}`]
    })
  return `{${fields.join(',')}}`
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value)
