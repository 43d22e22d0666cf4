/** A file that came with a message. */
export type MailFile = {
  readonly name: string | undefined
  /** As the sender's program calls it; the bytes decide. */
  readonly type: string
  /** By which the HTML of the message shows it, without angle brackets. */
  readonly contentId: string | undefined
  readonly bytes: Uint8Array
}

/** A message as it was written; nothing in it is believed. */
export type Mail = {
  readonly subject: string | undefined
  readonly fromName: string | undefined
  readonly fromAddress: string | undefined
  /** When the sender says that it was sent, ISO 8601. */
  readonly date: string | undefined
  readonly text: string | undefined
  readonly html: string | undefined
  /** The type of the whole message: `multipart/encrypted; …`. */
  readonly contentType: string
  readonly files: readonly MailFile[]
}

export type MailReader = (
  bytes: Uint8Array,
) => Promise<
  { readonly state: 'read'; readonly mail: Mail } | { readonly state: 'broken'; readonly why: string }
>

/** Deeper or longer is no letter. */
const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 2 } as const

/** Messages by postal-mime, which is loaded by the first of them. */
export const readMail: MailReader = async (bytes) => {
  const { default: PostalMime } = await import('postal-mime')
  try {
    const { from, subject, date, text, html, attachments, headers } = await PostalMime.parse(bytes, LIMITS)
    const contentType = headers.find(({ key }) => key === 'content-type')?.value ?? ''
    return {
      state: 'read',
      mail: {
        subject,
        fromName: from?.name || undefined,
        fromAddress: from?.address || undefined,
        date,
        text,
        html,
        contentType,
        files: attachments.map(({ filename, mimeType, contentId, content }) => ({
          name: filename ?? undefined,
          type: mimeType,
          contentId: contentId?.replace(/^<|>$/g, ''),
          bytes: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
        })),
      },
    }
  } catch (error) {
    return { state: 'broken', why: (error as Error).message }
  }
}
