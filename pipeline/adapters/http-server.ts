import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import compression from 'compression'
import sirv from 'sirv'
import { type CopyAnswer, type CopyRequest, WORKING_COPY } from '../editor/working-copy.ts'
import { headersOf } from '../site/headers.ts'
import type { Served } from './ports.ts'
import { answerWorkingCopy } from './working-copy-server.ts'

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/**
 * Serves built sites from a folder, each in the folder of its name, on this machine only.
 *
 * @param answer also answers the form in which editors write, for the working copy
 */
export function serve(
  folder: string,
  port: number,
  answer?: (request: CopyRequest) => Promise<CopyAnswer>,
): Promise<Served> {
  const files = sirv(folder, { dev: true, etag: true, setHeaders })
  const smaller = compression() as unknown as Middleware
  const server = createServer((request, response) => {
    if (answer && request.url?.startsWith(WORKING_COPY)) return answerWorkingCopy(request, response, answer)
    smaller(request, response, () => files(request, response, () => notFound(folder, request, response)))
  })
  return new Promise((done) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      done({ ok: false, why: error.code === 'EADDRINUSE' ? 'taken' : 'refused' }),
    )
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address()
      const actual = typeof bound === 'object' && bound ? bound.port : port
      done({
        ok: true,
        address: `http://localhost:${actual}/`,
        close: () => new Promise((closed) => closeNow(server, closed)),
      })
    })
  })
}

function closeNow(server: ReturnType<typeof createServer>, closed: () => void): void {
  server.close(() => closed())
  server.closeAllConnections()
}

function setHeaders(response: ServerResponse, path: string): void {
  for (const [name, value] of headersOf(path)) response.setHeader(name, value)
}

/** A portal's own page where the address lies in one, a line of text elsewhere. */
function notFound(folder: string, request: IncomingMessage, response: ServerResponse): void {
  setHeaders(response, request.url ?? '')
  response.statusCode = 404
  const portal = /^\/([a-z0-9-]+)\//.exec(request.url ?? '')?.[1]
  try {
    if (portal === undefined) throw new Error('no portal')
    const page = readFileSync(join(folder, portal, '404.html'))
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(page)
  } catch {
    response.setHeader('Content-Type', 'text/plain; charset=utf-8')
    response.end('Không có trang này.\n')
  }
}
