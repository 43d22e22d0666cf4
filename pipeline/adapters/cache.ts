import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Results of work that would only come out the same again. Nothing depends on it: it may be gone or full at any time. */
export type Cache = {
  readonly read: (shelf: CacheShelf, key: string) => Uint8Array | undefined
  /** False where it was not kept. */
  readonly write: (shelf: CacheShelf, key: string, bytes: Uint8Array) => boolean
}

export type CacheShelf = 'anh' | 'pdf' | 'the' | 'lich-su' | 'mat' | 'giong'

/** @param root of the content repository; the folder below it is named in its .gitignore */
export function diskCache(root: string): Cache {
  const at = (shelf: CacheShelf, key: string) => join(root, '.congbo', 'cache', shelf, key.slice(0, 2), key)
  return {
    read: (shelf, key) => {
      try {
        return readFileSync(at(shelf, key))
      } catch {
        return undefined
      }
    },
    write: (shelf, key, bytes) => put(at(shelf, key), bytes),
  }
}

/** Under another name first: two builds at once, or one that is stopped, leave no half file under the name that is read. */
function put(file: string, bytes: Uint8Array): boolean {
  const unfinished = `${file}.${randomUUID()}.dang-ghi`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(unfinished, bytes)
    renameSync(unfinished, file)
    return true
  } catch {
    // A disk that is full or may not be written to costs time, and nothing else.
    remove(unfinished)
    return false
  }
}

function remove(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // It was never made.
  }
}
