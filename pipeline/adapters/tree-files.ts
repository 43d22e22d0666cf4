import { isUtf8 } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import { posix } from 'node:path'
import type { Entry, Files, ReadResult } from './ports.ts'

/** A blob of a tree: the name of its content, and its mode as Git writes it (`100644`, `100755`, `120000`, `160000`). */
export type Blob = { readonly oid: string; readonly mode: string }

/** The files of a commit; `blobOf` tells two files apart, or the same, without reading them. */
export type TreeFiles = Files & { readonly blobOf: (path: string) => Blob | undefined }

type Leaf = Blob & { readonly path: string; readonly size: number }

type Tree = {
  /** Everything but folders, in the order of Git. */
  readonly leaves: readonly Leaf[]
  readonly byPath: ReadonlyMap<string, Leaf>
  /** Every folder with the names of the folders in it; `''` is the root. */
  readonly folders: ReadonlyMap<string, ReadonlySet<string>>
}

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

/**
 * The files of a commit as they would lie on a disk, read from Git's objects and never checked out: no filter, no hook and no
 * setting of the commit takes part. Links are not followed on the way to a file either, and a submodule is an entry of its own.
 *
 * @param root a folder of the work tree, which may lie below its top; every path counts from there
 * @param commit the full name of a commit or tree; anything shorter or symbolic might come to mean something else
 * @throws Error where the name is no full name, or (at the first question) where Git cannot read it
 */
export function treeFiles(root: string, commit: string): TreeFiles {
  if (!COMMIT.test(commit)) throw new Error(`not the full name of a commit: ${commit}`)
  let loaded: Tree | undefined
  const tree = (): Tree => {
    loaded ??= loadTree(root, commit)
    return loaded
  }
  const blobs = new Map<string, Uint8Array>()
  const leafAt = (path: string) => tree().byPath.get(posix.join('.', path))
  const bytesOf = ({ oid }: Leaf): Uint8Array => {
    const bytes = blobs.get(oid) ?? git(root, ['cat-file', 'blob', oid])
    blobs.set(oid, bytes)
    return bytes
  }
  const readLeaf = (path: string): Exclude<ReadResult, { state: 'too-large' }> => {
    const leaf = leafAt(path)
    if (!leaf)
      return tree().folders.has(folderKey(path)) ? { state: 'unreadable', why: NO_FILE } : { state: 'absent' }
    const type = typeOf(leaf)
    if (type !== 'file')
      return { state: 'unreadable', why: type === 'symlink' ? 'là liên kết tượng trưng' : NO_FILE }
    return { state: 'read', bytes: bytesOf(leaf) }
  }
  return {
    root,
    list: (folder) => listBelow(tree(), folder),
    folders: (folder) => [...(tree().folders.get(folderKey(folder)) ?? [])].sort(),
    exists: (path) => typeOf(leafAt(path)) === 'file',
    taken: (path) => leafAt(path) !== undefined || tree().folders.has(folderKey(path)),
    entry: (path) => {
      const type = typeOf(leafAt(path))
      return type && { path, type }
    },
    read: (path, limit = Number.POSITIVE_INFINITY) => {
      const leaf = leafAt(path)
      return leaf && leaf.size > limit && typeOf(leaf) === 'file'
        ? { state: 'too-large', size: leaf.size }
        : readLeaf(path)
    },
    part: (path, from, length) => {
      const read = readLeaf(path)
      return read.state === 'read'
        ? { ...read, bytes: read.bytes.subarray(from, from + length), size: read.bytes.length }
        : read
    },
    blobOf: (path) => {
      const leaf = leafAt(path)
      return leaf && { oid: leaf.oid, mode: leaf.mode }
    },
  }
}

/** Contents by their names, read in one call of Git: `<oid> blob <size>\n<bytes>\n` each, or `<oid> missing\n`. */
export function readBlobs(root: string, oids: readonly string[]): Map<string, Uint8Array> {
  const wanted = [...new Set(oids)].filter((oid) => COMMIT.test(oid))
  const found = new Map<string, Uint8Array>()
  if (wanted.length === 0) return found
  const answer = git(root, ['cat-file', '--batch', '--buffer'], `${wanted.join('\n')}\n`)
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf(10, at)
    const [oid = '', type, size] = answer.subarray(at, end).toString('latin1').split(' ')
    at = end + 1
    if (size === undefined) continue
    if (type === 'blob') found.set(oid, answer.subarray(at, at + Number(size)))
    at += Number(size) + 1
  }
  return found
}

/**
 * The objects that expressions like `<commit>^2` or `<commit>:./path` stand for, in one call of Git; what stands for nothing is left out.
 * Paths count from the root.
 */
export function resolveObjects(root: string, expressions: readonly string[]): Map<string, string> {
  const asked = [...new Set(expressions)].filter((each) => !each.includes('\n'))
  if (asked.length === 0) return new Map()
  const answer = git(root, ['cat-file', '--batch-check=%(objectname)', '--buffer'], `${asked.join('\n')}\n`)
  const names = answer.toString('utf8').split('\n')
  return new Map(
    asked.flatMap((each, index) => {
      const name = names[index] ?? ''
      return COMMIT.test(name) ? [[each, name] as const] : []
    }),
  )
}

const NO_FILE = 'không phải là tệp thường'

function loadTree(root: string, commit: string): Tree {
  const prefix = git(root, ['rev-parse', '--show-prefix']).toString('utf8').replace(/\n$/, '')
  const listed = git(root, [
    'ls-tree',
    ...['-r', '-l', '-z', '--full-tree', commit],
    ...(prefix === '' ? [] : ['--', prefix]),
  ])
  const leaves: Leaf[] = []
  const byPath = new Map<string, Leaf>()
  const folders = new Map<string, Set<string>>([['', new Set()]])
  for (const line of recordsOf(listed)) {
    const { leaf, exact } = toLeaf(line, prefix)
    leaves.push(leaf)
    foldersIn(folders, parentOf(leaf.path))
    // As on a disk: a name that is no UTF-8 can be listed, but no text leads back to it.
    if (exact) byPath.set(leaf.path, leaf)
  }
  return { leaves, byPath, folders }
}

function* recordsOf(listed: Buffer): Generator<Buffer> {
  for (let start = 0; start < listed.length; ) {
    const end = listed.indexOf(0, start)
    yield listed.subarray(start, end)
    start = end + 1
  }
}

/** `<mode> <type> <oid> <size padded>\t<path>`; the size of a submodule is `-`. */
function toLeaf(line: Buffer, prefix: string): { leaf: Leaf; exact: boolean } {
  const tab = line.indexOf('\t')
  const [mode = '', , oid = '', size = ''] = line.subarray(0, tab).toString('latin1').split(/ +/)
  const name = line.subarray(tab + 1)
  const path = name.toString('utf8').slice(prefix.length)
  return { leaf: { path, mode, oid, size: size === '-' ? 0 : Number(size) }, exact: isUtf8(name) }
}

/** The names of the folders in a folder; both are made known, up to the root, which is always there. */
function foldersIn(folders: Map<string, Set<string>>, folder: string): Set<string> {
  const known = folders.get(folder)
  if (known) return known
  const made = new Set<string>()
  folders.set(folder, made)
  foldersIn(folders, parentOf(folder)).add(posix.basename(folder))
  return made
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** A folder by the name it has in a tree: without a slash at its end, the root without a name. */
function folderKey(folder: string): string {
  const path = posix.join('.', folder).replace(/\/$/, '')
  return path === '.' ? '' : path
}

function listBelow({ leaves, folders, byPath }: Tree, folder: string): Entry[] {
  const key = folderKey(folder)
  if (!folders.has(key)) return byPath.has(key) ? [{ path: folder, type: 'other' }] : []
  const below = key === '' ? '' : `${key}/`
  const shown = folder === '' ? '' : `${folder}/`
  return leaves
    .filter(({ path }) => path.startsWith(below))
    .map((leaf) => ({ path: shown + leaf.path.slice(below.length), type: typeOf(leaf) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

function typeOf(leaf: Leaf): Entry['type']
function typeOf(leaf: Leaf | undefined): Entry['type'] | undefined
function typeOf(leaf: Leaf | undefined): Entry['type'] | undefined {
  if (leaf === undefined) return undefined
  if (leaf.mode === '120000') return 'symlink'
  return leaf.mode.startsWith('100') ? 'file' : 'other'
}

/** Room for the listing of a million files. */
const MOST_BYTES = 256 * 1024 * 1024

/** What Git says beside its answer (advice, a trace) is dropped, and not counted against it. */
const git = (root: string, args: readonly string[], input?: string): Buffer =>
  execFileSync('git', args, {
    cwd: root,
    maxBuffer: MOST_BYTES,
    ...(input === undefined
      ? { stdio: ['ignore', 'pipe', 'ignore'] }
      : { input, stdio: ['pipe', 'pipe', 'ignore'] }),
  })
