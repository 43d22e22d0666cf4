import { createHash } from 'node:crypto'
import type { Rendition } from './picture.ts'

/** A rendition with its bytes. */
export type MadeFile = Rendition & { readonly bytes: Uint8Array }

type Header = { readonly files: readonly (Rendition & { readonly length: number })[]; readonly sum: string }

/**
 * Finished files as one piece, to be kept: a line that describes them, then their bytes. The sum in the line tells a piece that was
 * cut off or changed from a whole one.
 */
export function pack(files: readonly MadeFile[]): Uint8Array {
  const body = Buffer.concat(files.map(({ bytes }) => bytes))
  const header: Header = {
    files: files.map(({ bytes, ...rendition }) => ({ ...rendition, length: bytes.length })),
    sum: sumOf(body),
  }
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body])
}

/** Undefined where the piece is not whole. */
export function unpack(packed: Uint8Array): MadeFile[] | undefined {
  const end = packed.indexOf(10)
  const header = headerOf(packed.subarray(0, Math.max(0, end)))
  const body = packed.subarray(end + 1)
  if (header === undefined || header.sum !== sumOf(body)) return undefined
  let at = 0
  return header.files.map(({ length, ...rendition }) => {
    at += length
    return { ...rendition, bytes: body.subarray(at - length, at) }
  })
}

function headerOf(line: Uint8Array): Header | undefined {
  try {
    return JSON.parse(Buffer.from(line).toString('utf8')) as Header
  } catch {
    return undefined
  }
}

const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The name under which the result of some work on some bytes is kept: the same bytes and the same settings, the same name. */
export const keyOf = (bytes: Uint8Array, settings: unknown): string =>
  createHash('sha256')
    .update(`${JSON.stringify(settings)}\n`)
    .update(bytes)
    .digest('hex')
