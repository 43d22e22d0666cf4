import { lstatSync, mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** `taken`: something stands where a file would go, and nothing was written. */
export type Created = { readonly ok: true } | { readonly ok: false; readonly taken: readonly string[] }

/**
 * Writes files into a folder, all of them or none: what stands there is never touched, and what was begun is taken back where
 * the disk refuses the rest.
 *
 * @param files text or bytes by path, counted from the folder
 * @param mode permissions of the files; the process's own where absent
 */
export function createFiles(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  mode = 0o666,
): Created {
  const taken = [...files.keys()].filter((path) => isTaken(folder, path))
  if (taken.length > 0) return { ok: false, taken }
  const written: string[] = []
  const made: string[] = []
  try {
    for (const [path, content] of files) {
      const file = join(folder, path)
      const first = mkdirSync(dirname(resolve(file)), { recursive: true })
      if (first !== undefined) made.push(...foldersBetween(first, dirname(resolve(file))))
      writeFileSync(file, content, { flag: 'wx', mode })
      written.push(file)
    }
    return { ok: true }
  } catch (error) {
    for (const file of written) rmSync(file, { force: true })
    for (const each of made.reverse()) removeEmpty(each)
    throw error
  }
}

/** A file, a folder or a link at the path; or a file where one of its folders would be. */
function isTaken(folder: string, path: string): boolean {
  try {
    return lstatSync(join(folder, path), { throwIfNoEntry: false }) !== undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR'
  }
}

/** Every folder from the first to the last, both counted. */
function foldersBetween(first: string, last: string): string[] {
  return last.length <= first.length ? [first] : [...foldersBetween(first, dirname(last)), last]
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Somebody else put something there meanwhile; it stays.
  }
}
