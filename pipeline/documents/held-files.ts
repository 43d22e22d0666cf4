import type { Entry, Files } from '../adapters/ports.ts'

/** Files that lie on no disk, to be looked at as if they did: those that are not written yet, or those of a former day. */
export function heldFiles(files: ReadonlyMap<string, string | Uint8Array>): Files {
  const paths = [...files.keys()].sort()
  const below = (folder: string) => paths.filter((path) => folder === '' || path.startsWith(`${folder}/`))
  const entry = (path: string): Entry | undefined => (files.has(path) ? { path, type: 'file' } : undefined)
  const bytesAt = (path: string): Uint8Array | undefined => {
    const content = files.get(path)
    return typeof content === 'string' ? new TextEncoder().encode(content) : content
  }
  return {
    root: '',
    list: (folder) => below(folder).map((path) => ({ path, type: 'file' })),
    folders: (folder) => [
      ...new Set(
        below(folder)
          .map((path) => (folder === '' ? path : path.slice(folder.length + 1)).split('/'))
          .flatMap(([name, ...rest]) => (rest.length > 0 && name ? [name] : [])),
      ),
    ],
    exists: (path) => files.has(path),
    taken: (path) => files.has(path) || below(path).length > 0,
    entry,
    read: (path) => {
      const bytes = bytesAt(path)
      return bytes ? { state: 'read', bytes } : { state: 'absent' }
    },
    part: (path, from, length) => {
      const bytes = bytesAt(path)
      return bytes
        ? { state: 'read', bytes: bytes.subarray(from, from + length), size: bytes.length }
        : { state: 'absent' }
    },
  }
}
