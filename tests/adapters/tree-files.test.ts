import { execFileSync } from 'node:child_process'
import { chmodSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { diskFiles } from '../../pipeline/adapters/files.ts'
import { treeFiles } from '../../pipeline/adapters/tree-files.ts'
import { createRepository } from '../support/repository.ts'

const NOON = '2026-11-20T12:00:00+07:00'
const SUBMODULE = '1234567890123456789012345678901234567890'

/** A repository whose commit holds everything that a tree can hold; its work tree stays as it was committed. */
function manyShapes() {
  const repository = createRepository()
  const { write, git, at, folder } = repository
  repository.init()
  for (const [path, text] of FILES) write(`${folder}/${path}`, text)
  chmodSync(at(`${folder}/van-ban/2026/tap-lenh.sh`), 0o755)
  symlinkSync('../../cong.yaml', at(`${folder}/van-ban/2026/lien-ket.md`))
  symlinkSync('khong-co-dau', at(`${folder}/gay`))
  repository.commit(NOON)
  return { ...repository, head: git('rev-parse', 'HEAD') }
}

const FILES: readonly (readonly [path: string, text: string | Uint8Array])[] = [
  ['tin-bai/xa-hoi/2026/bài có dấu.md', 'Ủy ban nhân dân phường\n'],
  [`tin-bai/xa-hoi/2026/${'phân rã.md'.normalize('NFD')}`, 'tên tệp viết bằng dấu rời\n'],
  ['tin-bai/xa-hoi/2026/dấu "nháy" và\ttab.md', 'tên khó\n'],
  ['tin-bai/xa-hoi-2/2026/a.md', 'thư mục có tên bắt đầu như thư mục khác\n'],
  ['van-ban/2026/tap-lenh.sh', '#!/bin/sh\n'],
  ['van-ban/2026/rong.md', ''],
  ['van-ban/2026/crlf.md', 'dòng một\r\ndòng hai\r\n'],
  ['van-ban/2026/nhi-phan.bin', new Uint8Array([0, 1, 2, 255, 254, 13, 10, 0])],
]

const shapes = manyShapes()
const below = (path: string) => `${shapes.folder}/${path}`

const PATHS: readonly (readonly [path: string, reason: string])[] = [
  ['', 'the root'],
  ['.', 'the root by its other name'],
  ['content', 'a folder'],
  ['content/', 'a folder with a slash'],
  ['content/khong-co', 'nothing'],
  ['/content', 'a slash at the start still means the root of the files'],
  ['content/../content/lich-nghi', 'a way there and back'],
  [below('cong.yaml'), 'a file'],
  [below('cong.yaml/'), 'a file is no folder'],
  [below('tin-bai/xa-hoi'), 'a folder whose name begins another'],
  [below('tin-bai/xa-hoi/2026/bài có dấu.md'), 'Vietnamese in composed form'],
  [below('tin-bai/xa-hoi/2026/bài có dấu.md'.normalize('NFD')), 'the same name decomposed is another name'],
  [below(`tin-bai/xa-hoi/2026/${'phân rã.md'.normalize('NFD')}`), 'Vietnamese in decomposed form'],
  [below('tin-bai/xa-hoi/2026/phân rã.md'), 'the composed name of a decomposed file'],
  [below('tin-bai/xa-hoi/2026/dấu "nháy" và\ttab.md'), 'signs that Git would quote'],
  [below('van-ban/2026/tap-lenh.sh'), 'an executable is a file'],
  [below('van-ban/2026/rong.md'), 'an empty file'],
  [below('van-ban/2026/crlf.md'), 'line ends stay as they are'],
  [below('van-ban/2026/nhi-phan.bin'), 'bytes are no text'],
  [below('van-ban/2026/lien-ket.md'), 'a link to a file is not followed'],
]

/** Nobody lists these: a disk tells of them only why it could not. */
const NO_FOLDERS: typeof PATHS = [
  [below('cong.yaml/tin.md'), 'nothing lies in a file'],
  [below('gay'), 'a link to nothing'],
]

describe('the files of a commit answer as the disk does', () => {
  const disk = diskFiles(shapes.root)
  const tree = treeFiles(shapes.root, shapes.head)
  const expectSameAt = (path: string) => {
    expect(tree.exists(path)).toBe(disk.exists(path))
    expect(tree.taken(path)).toBe(disk.taken(path))
    expect(tree.entry(path)).toEqual(disk.entry(path))
    for (const limit of [undefined, 0, 7, 8])
      expect(plain(tree.read(path, limit))).toEqual(plain(disk.read(path, limit)))
  }
  test.each(PATHS)('%j: %s', (path) => {
    // The disk also lists the repository's own store, which no commit holds.
    expect(tree.list(path)).toEqual(disk.list(path).filter((each) => !/^(?:\.\/)?\.git\//.test(each.path)))
    expect(tree.folders(path)).toEqual(disk.folders(path).filter((name) => name !== '.git'))
    expectSameAt(path)
  })
  test.each(NO_FOLDERS)('%j: %s', expectSameAt)
  test('every file that either of them lists is read alike', () => {
    const files = disk.list('content').filter(({ type }) => type === 'file')
    expect(files.length).toBeGreaterThan(15)
    for (const { path } of files) expect(plain(tree.read(path))).toEqual(plain(disk.read(path)))
  })
})

/** Buffers compare by their kind too; what counts are the bytes. */
const plain = (read: ReturnType<ReturnType<typeof diskFiles>['read']>) =>
  read.state === 'read' ? { ...read, bytes: Buffer.from(read.bytes).toString('hex') } : read

test('paths count from a root below the top of the work tree, and nothing outside it is there', () => {
  const { root, head } = shapes
  const disk = diskFiles(join(root, 'content'))
  const tree = treeFiles(join(root, 'content'), head)
  expect(tree.list('')).toEqual(disk.list(''))
  expect(tree.folders('')).toEqual(disk.folders(''))
  expect(tree.exists('thanh-dong/cong.yaml')).toBe(true)
  expect(tree.taken('content')).toBe(false)
})

test('the outside of the root is not there', () => {
  const tree = treeFiles(join(shapes.root, 'content/thanh-dong'), shapes.head)
  expect(tree.taken('../lich-nghi')).toBe(false)
  expect(tree.read('../lich-nghi/2026.yaml')).toEqual({ state: 'absent' })
  expect(tree.list('../lich-nghi')).toEqual([])
})

test('an older commit is seen as it was, whatever became of the work tree', () => {
  const repository = createRepository()
  repository.init()
  const file = `${repository.folder}/quy-che.yaml`
  const before = repository.read(file)
  repository.commit(NOON)
  const first = repository.git('rev-parse', 'HEAD')
  repository.write(file, 'đã sửa\n')
  repository.commit(NOON)
  rmSync(repository.at(repository.folder), { recursive: true })

  const read = treeFiles(repository.root, first).read(file)
  expect(read.state === 'read' && Buffer.from(read.bytes).toString('utf8')).toBe(before)
  const later = treeFiles(repository.root, repository.git('rev-parse', 'HEAD')).read(file)
  expect(later.state === 'read' && Buffer.from(later.bytes).toString('utf8')).toBe('đã sửa\n')
})

describe('what only Git knows', () => {
  const repository = createRepository()
  const { git, at, write } = repository
  repository.init()
  write('a.md', 'giống nhau\n')
  write('b.md', 'giống nhau\n')
  write('c.md', 'khác\n')
  write('chay.sh', '#!/bin/sh\n')
  chmodSync(at('chay.sh'), 0o755)
  symlinkSync('a.md', at('lien-ket'))
  git('add', '--all')
  git('update-index', '--add', '--cacheinfo', `160000,${SUBMODULE},phan-khac`)
  git('commit', '--quiet', '-m', 'nội dung')
  const tree = treeFiles(repository.root, git('rev-parse', 'HEAD'))

  test('a submodule is an entry that is no file and no folder', () => {
    expect(tree.entry('phan-khac')).toEqual({ path: 'phan-khac', type: 'other' })
    expect(tree.list('')).toContainEqual({ path: 'phan-khac', type: 'other' })
    expect([tree.exists('phan-khac'), tree.taken('phan-khac')]).toEqual([false, true])
    expect(tree.folders('')).not.toContain('phan-khac')
    expect(tree.read('phan-khac')).toEqual({ state: 'unreadable', why: 'không phải là tệp thường' })
  })
  test.each([
    ['a.md', '100644', 'a plain file'],
    ['chay.sh', '100755', 'an executable'],
    ['lien-ket', '120000', 'a link'],
    ['phan-khac', '160000', 'a submodule'],
  ])('%s has mode %s: %s', (path, mode) => {
    expect(tree.blobOf(path)).toEqual({ mode, oid: git('rev-parse', `HEAD:${path}`) })
  })
  test('the same content has the same name, other content another, a folder none', () => {
    expect(tree.blobOf('a.md')?.oid).toBe(tree.blobOf('b.md')?.oid)
    expect(tree.blobOf('a.md')?.oid).not.toBe(tree.blobOf('c.md')?.oid)
    expect([tree.blobOf('content'), tree.blobOf('khong-co')]).toEqual([undefined, undefined])
  })
})

test('an empty tree holds nothing, and its root is still a folder', () => {
  const { root, git, init } = createRepository()
  init()
  git('commit', '--quiet', '--allow-empty', '-m', 'trống')
  const tree = treeFiles(root, git('rev-parse', 'HEAD'))
  expect([tree.list(''), tree.folders(''), tree.taken(''), tree.taken('content')]).toEqual([
    [],
    [],
    true,
    false,
  ])
})

test('a name that is no UTF-8 is listed, and no text leads to it', () => {
  const { root, git, init, write } = createRepository()
  init()
  write('a.md', 'nội dung\n')
  const entry = [`100644 blob ${git('hash-object', '-w', 'a.md')}\tten-`, '\xff.md\0']
  const made = execFileSync('git', ['mktree', '-z'], {
    cwd: root,
    input: Buffer.from(entry.join(''), 'latin1'),
  })
  const tree = treeFiles(root, made.toString().trim())
  expect(tree.list('')).toEqual([{ path: 'ten-\ufffd.md', type: 'file' }])
  expect([tree.exists('ten-\ufffd.md'), tree.read('ten-\ufffd.md')]).toEqual([false, { state: 'absent' }])
})

test.each([
  ['HEAD', 'a symbolic name may move'],
  ['main', 'so may a branch'],
  ['a731a7d', 'a short name may come to mean two'],
  ['--help', 'an option is no commit'],
  ['A'.repeat(40), 'Git writes small letters'],
  ['', 'nothing'],
  [`${'a'.repeat(40)}\n`, 'nothing may follow'],
])('%j is refused: %s', (name) => {
  expect(() => treeFiles(shapes.root, name)).toThrow('full name')
})

test('a commit that the repository lacks is an error, never an empty tree', () => {
  expect(() => treeFiles(shapes.root, 'a'.repeat(40)).list('')).toThrow()
})
