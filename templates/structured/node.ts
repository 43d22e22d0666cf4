/** Something that schema.org knows, as JSON-LD. What has no value is left out when it is written. */
export type Node = { readonly '@type': string | readonly string[]; readonly [property: string]: unknown }
