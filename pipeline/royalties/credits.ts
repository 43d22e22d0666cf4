import type { FrontMatter } from '../contract/types.ts'

/** Who took the pictures of a document, a name a picture; pictures without a name are nobody's. */
export function creditsIn(front: FrontMatter): string[] {
  const { image, gallery = [] } = front as { image?: Pictured; gallery?: readonly Pictured[] }
  return [...(image ? [image] : []), ...gallery].flatMap(({ credit }) => credit ?? [])
}

type Pictured = { readonly credit?: string }
