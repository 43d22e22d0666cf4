import { isUtf8 } from 'node:buffer'
import type { Finding } from '../diagnostics/diagnostic.ts'
import { TOP } from '../diagnostics/diagnostic.ts'
import { placeOfOffset } from './text-place.ts'

/** The text of a file, and what is wrong with its characters. No text where the bytes are none. */
export type Decoded = { readonly text: string | undefined; readonly findings: readonly Finding[] }

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
/** Nothing of these is seen, all of them part words that look whole. The joiner U+200D stays: emoji are made with it. */
const CONTROL =
  /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069]|(?!^)\uFEFF/u

/** An invisible sign in a value: a text may hide it from `decode` behind an escape such as `\u202e`. */
export const hasInvisible = (text: string): boolean => CONTROL.test(text)

/** Bytes that are known to be UTF-8, as text. */
export const decodeText = (bytes: Uint8Array): string => decoder.decode(bytes)

/** Bytes as text whose characters nobody has looked at; undefined where they are none. */
export const utf8Text = (bytes: Uint8Array): string | undefined =>
  isUtf8(bytes) ? decodeText(bytes) : undefined

/** Bytes → text, by TCVN 6909:2001 (Unicode), in UTF-8 and NFC. */
export function decode(bytes: Uint8Array): Decoded {
  if (!isUtf8(bytes)) return { text: undefined, findings: [notUtf8(bytes)] }
  const text = decodeText(bytes)
  return { text, findings: textFindings(text) }
}

function notUtf8(bytes: Uint8Array): Finding {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const binary = bytes.subarray(0, 4096).includes(0)
  return {
    at: TOP,
    problem: utf16
      ? 'Tệp lưu theo bảng mã UTF-16, không phải UTF-8'
      : binary
        ? 'Tệp không phải là văn bản (có thể là tệp Word, PDF hoặc ảnh bị đổi đuôi thành .md)'
        : 'Tệp không theo bảng mã Unicode UTF-8 (có thể là TCVN3, VNI hoặc bảng mã cũ khác)',
    fix:
      binary && !utf16
        ? 'chép nội dung vào một tệp văn bản mới; tệp gốc thì đính kèm cạnh bài'
        : 'mở tệp và lưu lại với bảng mã UTF-8',
  }
}

/** Beyond line feeds, letters of Latin scripts that are one character each, and quotation marks: only these can be wrong. */
const EXTRAORDINARY = /[^\n\x20-\x7E\xA0-\u02FF\u1E00-\u1EFF\u2010-\u2027\u2030-\u203A]/

/** Whether a text may be wrong in any of the ways below: nearly all are spared five searches by one. */
export const mayBeWrong = (text: string): boolean => EXTRAORDINARY.test(text)

/** Problems that the text as a whole shows; most have one right answer. */
function textFindings(text: string): readonly Finding[] {
  return mayBeWrong(text) ? charactersWrong(text) : []
}

function charactersWrong(text: string): Finding[] {
  const findings: Finding[] = []
  if (text.charCodeAt(0) === 0xfeff) {
    findings.push({
      at: TOP,
      problem: 'Tệp có ký tự BOM vô hình ở đầu',
      fix: 'lưu lại không có BOM',
      repair: { kind: 'rewrite', how: 'bỏ BOM', apply: (each) => each.replace(/^\uFEFF/, '') },
    })
  }
  const carriage = text.indexOf('\r')
  if (carriage >= 0) {
    findings.push({
      at: placeOfOffset(text, carriage),
      problem: 'Dòng kết thúc kiểu Windows (CRLF)',
      fix: 'lưu lại với kiểu xuống dòng LF',
      severity: 'warning',
      repair: { kind: 'rewrite', how: 'đổi CRLF thành LF', apply: (each) => each.replace(/\r\n?/g, '\n') },
    })
  }
  const decomposed = firstDecomposed(text)
  if (decomposed !== undefined) {
    findings.push({
      at: placeOfOffset(text, decomposed),
      problem: 'Chữ Việt viết bằng dấu rời (Unicode tổ hợp), không phải dựng sẵn (NFC)',
      fix: 'chuyển sang Unicode dựng sẵn',
      repair: {
        kind: 'rewrite',
        how: 'chuyển về Unicode dựng sẵn (NFC)',
        apply: (each) => each.normalize('NFC'),
      },
    })
  }
  const replacement = text.indexOf('\uFFFD')
  if (replacement >= 0) {
    findings.push({
      at: placeOfOffset(text, replacement),
      problem: 'Có ký tự � (U+FFFD): chữ ở đây đã mất khi chuyển mã',
      fix: 'gõ lại chữ bị mất theo bản gốc',
    })
  }
  const control = CONTROL.exec(text)
  if (control) {
    const code = (control[0].codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')
    findings.push({
      at: placeOfOffset(text, control.index),
      problem: `Có ký tự điều khiển vô hình U+${code}`,
      fix: 'xóa ký tự này; gõ lại đoạn chữ nếu cần',
    })
  }
  return findings
}

function firstDecomposed(text: string): number | undefined {
  const normal = text.normalize('NFC')
  if (normal === text) return undefined
  let index = 0
  while (text[index] === normal[index]) index += 1
  return index
}
