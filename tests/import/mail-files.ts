/** A part of a message. */
type Part = { readonly head: readonly string[]; readonly body: string }

const base64 = (bytes: Uint8Array | string): string =>
  Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n')

export const plain = (words: string): Part => ({
  head: ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'],
  body: base64(words),
})
export const html = (words: string): Part => ({
  head: ['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: base64'],
  body: base64(words),
})
export const file = (
  name: string,
  bytes: Uint8Array | string,
  type = 'application/octet-stream',
  id = '',
): Part => ({
  head: [
    `Content-Type: ${type}; name*=utf-8''${encodeURIComponent(name)}`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: ${id ? 'inline' : 'attachment'}; filename*=utf-8''${encodeURIComponent(name)}`,
    ...(id ? [`Content-ID: <${id}>`] : []),
  ],
  body: base64(bytes),
})

const EDGE = 'ranh-gioi-0123456789'
const word = (words: string) => `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`

export type MailOptions = {
  readonly from?: string
  readonly subject?: string
  readonly type?: string
  readonly date?: string
}

export const ADDRESS = 'lan.nguyen@example.vn'

/** A message as a mail program writes it. */
export function mail(parts: readonly Part[], options: MailOptions = {}): Uint8Array {
  const {
    from = `${word('Nguyễn Thị Lan')} <${ADDRESS}>`,
    subject = 'Đoàn phường ra quân dọn vệ sinh bãi sông',
    type = 'multipart/mixed',
    date = 'Fri, 20 Nov 2026 07:30:12 +0700',
  } = options
  const lines = [
    `From: ${from}`,
    'To: ban-bien-tap@example.gov.vn',
    `Subject: ${word(subject)}`,
    `Date: ${date}`,
    'MIME-Version: 1.0',
    `Content-Type: ${type}; boundary="${EDGE}"`,
    '',
    ...parts.flatMap(({ head, body }) => [`--${EDGE}`, ...head, '', body]),
    `--${EDGE}--`,
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}
