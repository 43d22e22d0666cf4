import type { Entry, Files } from '../adapters/ports.ts'

/** Files that are not written yet, to be looked at as if they were. */
export function plannedFiles(files: ReadonlyMap<string, string>): Files {
  const paths = [...files.keys()].sort()
  const below = (folder: string) => paths.filter((path) => folder === '' || path.startsWith(`${folder}/`))
  const entry = (path: string): Entry | undefined => (files.has(path) ? { path, type: 'file' } : undefined)
  const bytesAt = (path: string): Uint8Array | undefined => {
    const text = files.get(path)
    return text === undefined ? undefined : new TextEncoder().encode(text)
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
