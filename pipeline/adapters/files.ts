import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Entry, PartResult, ReadResult, WritableFiles } from './ports.ts'

/** Files on a disk. Reading is synchronous on purpose: measured, it is several times faster for many small files. */
export function diskFiles(root: string): WritableFiles {
  // To join is to normalise, sign by sign; only a path that climbs needs it.
  const at = (path: string) => (path.includes('..') ? join(root, path) : `${root}/${path}`)
  return {
    root,
    list: (folder) => listBelow(root, folder),
    folders: (folder) =>
      [readFolder(at(folder))]
        .flatMap((entries) => (entries === 'unreadable' ? [] : entries))
        .filter((each) => each.isDirectory())
        .map(({ name }) => name)
        .sort(),
    exists: (path) => statOf(at(path))?.isFile() ?? false,
    taken: (path) => statOf(at(path)) !== undefined,
    entry: (path) => entryAt(root, path),
    read: (path, limit) => opened(at(path), (handle, size) => readWhole(handle, size, limit)),
    part: (path, from, length) => opened(at(path), (handle, size) => readPart(handle, size, from, length)),
    write: (path, content) => {
      mkdirSync(dirname(at(path)), { recursive: true })
      writeFileSync(at(path), content)
    },
    replace: (path, content) => replaceFile(at(path), content),
    move: (from, to) => {
      mkdirSync(dirname(at(to)), { recursive: true })
      renameSync(at(from), at(to))
    },
  }
}

/** Written beside and renamed over: a reader sees the old text or the new one, and a full disk leaves the old. */
function replaceFile(path: string, content: string): void {
  const beside = `${path}.${process.pid}.tmp`
  try {
    writeFileSync(beside, content, { flag: 'wx', mode: lstatSync(path).mode })
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

/** What stands at a path, never following a link; a path that no disk can hold (too long, with a zero byte) has nothing. */
function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** A folder that is not there is empty; one that may not be read is named as an entry that is no file. */
function readFolder(folder: string): readonly Dirent[] | 'unreadable' {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? [] : 'unreadable'
  }
}

function listBelow(root: string, folder: string): Entry[] {
  const found: Entry[] = []
  const visit = (path: string) => {
    const entries = readFolder(join(root, path))
    if (entries === 'unreadable') found.push({ path, type: 'other' })
    else for (const entry of entries) take(entry, path === '' ? entry.name : `${path}/${entry.name}`)
  }
  const take = (entry: Dirent, path: string) => {
    if (entry.isDirectory()) visit(path)
    else found.push({ path, type: typeOf(entry) })
  }
  visit(folder)
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

function entryAt(root: string, path: string): Entry | undefined {
  const stat = statOf(join(root, path))
  return stat && !stat.isDirectory() ? { path, type: typeOf(stat) } : undefined
}

const typeOf = (entry: Dirent | Stats): Entry['type'] =>
  entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'symlink' : 'other'

/** Never follows a link and never waits for a pipe: what is read is a plain file below the root. */
function opened<T>(path: string, readFrom: (handle: number, size: number) => T): T | NotRead {
  let handle: number | undefined
  try {
    handle = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    const stat = fstatSync(handle)
    if (!stat.isFile()) return { state: 'unreadable', why: 'không phải là tệp thường' }
    return readFrom(handle, stat.size)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (code === 'ENOENT' || code === 'ENOTDIR') return { state: 'absent' }
    return { state: 'unreadable', why: REASONS[code] ?? code }
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

type NotRead = Exclude<ReadResult, { state: 'read' | 'too-large' }>

const readWhole = (handle: number, size: number, limit = Number.POSITIVE_INFINITY): ReadResult =>
  size > limit ? { state: 'too-large', size } : { state: 'read', bytes: bytesFrom(handle, 0, size) }

const readPart = (handle: number, size: number, from: number, length: number): PartResult => ({
  state: 'read',
  bytes: bytesFrom(handle, from, Math.max(0, Math.min(length, size - from))),
  size,
})

/** As many bytes as are wanted, or as are still there. The size is known: `readFileSync` would ask for it again. */
function bytesFrom(handle: number, from: number, length: number): Uint8Array {
  const bytes = roomFor(length)
  let filled = 0
  for (let got = -1; filled < length && got !== 0; filled += got)
    got = readSync(handle, bytes, filled, length - filled, from + filled)
  return filled === length ? bytes : bytes.subarray(0, filled)
}

/** Node's own pool has room for two articles; this one for some sixty. */
const POOL = 256 * 1024
let pool = { bytes: Buffer.alloc(0), used: 0 }

/** So many bytes that nobody else has, of any content. */
function roomFor(length: number): Buffer {
  if (length > POOL / 8) return Buffer.allocUnsafeSlow(length)
  if (pool.used + length > pool.bytes.length) pool = { bytes: Buffer.allocUnsafeSlow(POOL), used: 0 }
  const start = pool.used
  pool.used += length
  return pool.bytes.subarray(start, pool.used)
}

const REASONS: Record<string, string> = {
  EACCES: 'không có quyền đọc',
  EISDIR: 'là thư mục',
  ELOOP: 'là liên kết tượng trưng',
}
