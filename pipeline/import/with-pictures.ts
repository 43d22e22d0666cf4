import type { Element } from 'hast'
import { element } from './tree.ts'
import { documentOf, type WordDocument } from './word-document.ts'

type Pictured = {
  readonly document: WordDocument
  readonly pictures: readonly Uint8Array[]
  readonly remarks: readonly string[]
}

const pictureOf = (number: number): Element =>
  element('p', [element('img', [], { src: `anh:${number}`, alt: '' })])

/** Of so many pictures those that blocks show nowhere, to stand at their end. */
export function unshown(blocks: readonly Element[], count: number): Element[] {
  const { pictures } = documentOf(blocks, { title: undefined, frame: undefined, merged: false })
  return Array.from({ length: count }, (_, index) => index + 1)
    .filter((number) => !pictures.includes(number))
    .map(pictureOf)
}

/** A document with pictures that came beside it, at its end. */
export function withPictures(read: Pictured, more: readonly Uint8Array[]): Pictured {
  const { document, pictures, remarks } = read
  const numbers = more.map((_, index) => pictures.length + index + 1)
  return {
    pictures: [...pictures, ...more],
    remarks,
    document: {
      ...document,
      blocks: [...document.blocks, ...numbers.map(pictureOf)],
      pictures: [...document.pictures, ...numbers],
      undescribed: [...document.undescribed, ...numbers],
    },
  }
}
