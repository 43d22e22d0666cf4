import { isAttachment, mayFollow } from '../submissions/attachment-address.ts'

export type Attachment =
  | { readonly state: 'fetched'; readonly bytes: Uint8Array }
  | { readonly state: 'refused'; readonly why: 'address' | 'too-large' | 'absent' | 'unreachable' }

/** Fetches a file that was dropped into an issue. */
export type AttachmentReader = (address: string, limit: number) => Promise<Attachment>

const MOST_HOPS = 4
const PATIENCE = 60_000

/**
 * Files from issues of one forge. Each address on the way is looked at; no token is sent along, so that none can go astray: files of a closed
 * repository are therefore not to be had.
 *
 * @param server the address of the forge: `https://github.com`
 */
export const attachmentReader =
  (server: () => string): AttachmentReader =>
  async (address, limit) => {
    if (!isAttachment(address, server())) return { state: 'refused', why: 'address' }
    try {
      return await follow(address, { server: server(), limit, hops: MOST_HOPS })
    } catch {
      return { state: 'refused', why: 'unreachable' }
    }
  }

type Way = { readonly server: string; readonly limit: number; readonly hops: number }

async function follow(address: string, { server, limit, hops }: Way): Promise<Attachment> {
  const answer = await fetch(address, {
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE),
    headers: { 'user-agent': 'congbo' },
  })
  if (answer.status >= 300 && answer.status < 400) {
    await answer.body?.cancel()
    const next = new URL(answer.headers.get('location') ?? '', address).href
    return hops > 0 && mayFollow(next, server)
      ? follow(next, { server, limit, hops: hops - 1 })
      : { state: 'refused', why: 'address' }
  }
  if (!answer.ok || !answer.body) {
    await answer.body?.cancel()
    return { state: 'refused', why: answer.status >= 500 ? 'unreachable' : 'absent' }
  }
  return readUpTo(answer.body, limit)
}

/** What the other side says of the length is not believed. */
async function readUpTo(body: ReadableStream<Uint8Array>, limit: number): Promise<Attachment> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body) {
    length += part.length
    if (length > limit) return { state: 'refused', why: 'too-large' }
    parts.push(part)
  }
  return { state: 'fetched', bytes: new Uint8Array(Buffer.concat(parts)) }
}
