import { latin1 } from '../media/bytes.ts'

/** A larger message is not read; mailboxes of offices take 25 MB. In bytes. */
export const MOST_MAIL_BYTES = 50_000_000

const HEADER = /^[!-9;-~]+:/
const BEGIN = 16 * 1024

/** Whether bytes are a message (RFC 5322): lines of headers from the first byte on, among them the two that every message has. */
export function isMail(bytes: Uint8Array): boolean {
  const begin = latin1(bytes.subarray(0, BEGIN))
    .replace(/^\xef\xbb\xbf/, '')
    .replace(/^From .*\r?\n/, '')
  const head = begin.split(/\r?\n\r?\n/)[0] ?? ''
  const lines = head.split(/\r?\n/)
  const complete = head.length < begin.length ? lines : lines.slice(0, -1)
  return (
    complete.length > 0 &&
    complete.every((line, index) => HEADER.test(line) || (index > 0 && /^[ \t]/.test(line))) &&
    /^from:/im.test(head) &&
    /^(?:date|received|message-id|mime-version):/im.test(head)
  )
}
