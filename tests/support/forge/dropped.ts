import type { IncomingMessage, ServerResponse } from 'node:http'
import type { World } from './world.ts'

/** Files that people drop into issues lie outside the API, and anybody may read those of an open repository. */
const FOLDER = '/user-attachments/'

/** Puts a file where the browser would; answers its address. A picture loses its name, another file keeps it. */
export function dropFile(world: World, bytes: Uint8Array, name?: string): string {
  const id = world.nextId()
  const path =
    name === undefined
      ? `${FOLDER}assets/0f8fad5b-d9cb-469f-a165-${String(id).padStart(12, '0')}`
      : `${FOLDER}files/${id}/${encodeURIComponent(name)}`
  world.dropped.set(path, bytes)
  return world.address + path
}

export const isDropped = (path: string): boolean => path.startsWith(FOLDER)

export async function sendDropped(
  world: World,
  _request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const bytes = world.visibility === 'public' ? world.dropped.get(url.pathname) : undefined
  response.writeHead(bytes ? 200 : 404).end(bytes)
}
