/** How much one process of the search engine takes at once; both bound its memory, the second where attachments are long. */
export type PartLimit = { readonly records: number; readonly characters: number }

/** Measured: such a part takes 0.4 GB, whatever the size of the archive. See docs/decisions/0012-search.md. */
export const PART_LIMIT: PartLimit = { records: 2_000, characters: 6_000_000 }

/**
 * Cuts records, oldest first, into parts that follow each other: what is added at the end changes the last part or begins one more,
 * and leaves all others as they are.
 */
export function* partsOf<R extends { readonly content: string }>(
  records: Iterable<R>,
  limit: PartLimit = PART_LIMIT,
): Generator<readonly R[]> {
  let part: R[] = []
  let characters = 0
  for (const record of records) {
    const length = record.content.length
    if (part.length === limit.records || (part.length > 0 && characters + length > limit.characters)) {
      yield part
      part = []
      characters = 0
    }
    part.push(record)
    characters += length
  }
  if (part.length > 0) yield part
}
