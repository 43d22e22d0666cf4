import type { IncomingMessage, ServerResponse } from 'node:http'
import { type CopyAnswer, type CopyRequest, LARGEST, WORKING_COPY } from '../editor/working-copy.ts'

/** This machine, by the names under which a browser reaches it. Any other name is a page from elsewhere that was led here. */
const HERE = /^(?:localhost|127\.0\.0\.1)(?::\d+)?$/

/**
 * Answers the form of the editors over HTTP. Only pages of this server are answered: by the name that was asked for (DNS
 * rebinding) and, where something is written, by the page that asks (cross-site requests).
 */
export function answerWorkingCopy(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: CopyRequest) => Promise<CopyAnswer>,
): void {
  handle(request, answer).then(
    (given) => send(response, given),
    () => send(response, { status: 400, problem: 'Không làm được' }),
  )
}

async function handle(
  request: IncomingMessage,
  answer: (request: CopyRequest) => Promise<CopyAnswer>,
): Promise<CopyAnswer> {
  const { method = 'GET', headers, url = '' } = request
  const { host = '', origin } = headers
  const ownPage = method === 'GET' ? origin === undefined || isOwn(origin, host) : isOwn(origin, host)
  if (!HERE.test(host) || !ownPage) return { status: 400, problem: 'Chỉ trang của máy này được hỏi' }
  const { pathname, searchParams: query } = new URL(url, 'http://localhost')
  const path = decodeURIComponent(pathname.slice(WORKING_COPY.length))
  const body = await bodyOf(request)
  return body === 'too-large'
    ? { status: 413, problem: 'Tệp quá lớn' }
    : answer({ method, path, query, body })
}

const isOwn = (origin: string | undefined, host: string): boolean => origin === `http://${host}`

async function bodyOf(request: IncomingMessage): Promise<Uint8Array | 'too-large'> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > LARGEST) return 'too-large'
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function send(response: ServerResponse, answer: CopyAnswer): void {
  response.statusCode = answer.status
  response.setHeader('Cache-Control', 'no-store')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  if ('bytes' in answer) {
    response.setHeader('Content-Type', 'application/octet-stream')
    response.end(answer.bytes)
  } else if ('json' in answer) {
    response.setHeader('Content-Type', 'application/json; charset=utf-8')
    response.end(JSON.stringify(answer.json))
  } else {
    response.setHeader('Content-Type', 'text/plain; charset=utf-8')
    response.end(answer.problem)
  }
}
