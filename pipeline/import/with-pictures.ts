import { element } from './tree.ts'
import type { WordDocument } from './word-document.ts'

type Pictured = {
  readonly document: WordDocument
  readonly pictures: readonly Uint8Array[]
  readonly remarks: readonly string[]
}

/** A document with pictures that came beside it, at its end. */
export function withPictures(read: Pictured, more: readonly Uint8Array[]): Pictured {
  const { document, pictures, remarks } = read
  const numbers = more.map((_, index) => pictures.length + index + 1)
  const shown = numbers.map((number) => element('p', [element('img', [], { src: `anh:${number}`, alt: '' })]))
  return {
    pictures: [...pictures, ...more],
    remarks,
    document: {
      ...document,
      blocks: [...document.blocks, ...shown],
      pictures: [...document.pictures, ...numbers],
      undescribed: [...document.undescribed, ...numbers],
    },
  }
}
