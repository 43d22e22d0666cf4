import { latin1 } from './bytes.ts'

/** Texts that a browser or a machine would run, by how they begin. */
const PROGRAMS: readonly (readonly [begins: RegExp, type: string])[] = [
  [/^<svg[\s>]|^<\?xml[^>]*>\s*(?:<!--[\s\S]{0,500}?-->\s*)?(?:<!doctype svg[^>]*>\s*)?<svg[\s>]/i, 'svg'],
  [/^<(?:!doctype html|html|head|body|script|iframe|img|meta)[\s>]/i, 'html'],
  [/^<\?php|^<\?=/i, 'php'],
  [/^#!/, 'script'],
  [/^(?:@echo off|powershell|wscript)/i, 'script'],
  [/^<\?xml/i, 'xml'],
]

/**
 * What a file is by its bytes: a name of `file-type`, `svg`, `html`, `php`, `script`, `xml`, or undefined for plain text and for what nobody
 * knows.
 *
 * @param bytes the whole file, or at least its first 4100 bytes
 */
export async function detectType(bytes: Uint8Array): Promise<string | undefined> {
  const text = latin1(bytes.subarray(0, 1024))
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
  const program = PROGRAMS.find(([begins]) => begins.test(text))
  const { fileTypeFromBuffer } = await import('file-type')
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  return program && (found === undefined || found.ext === 'xml') ? program[1] : found?.ext
}
