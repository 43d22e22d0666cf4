import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Staged } from './ports.ts'

const run = promisify(execFile)

/** What Git compares with where nothing was committed yet; every Git knows these, in either kind of name. */
const EMPTY_TREE: Readonly<Record<number, string>> = {
  40: '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  64: '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
}

const MOST_OUTPUT = 256 * 1024 * 1024

/**
 * The index as a tree, and what differs between the last commit and it. Inside of a hook Git says in the environment which index is
 * meant, which is one of its own for `git commit --all` and for `git commit <path>`; so that is handed on as it is.
 */
export async function stagedChanges(root: string, folder: string): Promise<Staged> {
  const git = async (...args: string[]) =>
    (await run('git', args, { cwd: root, maxBuffer: MOST_OUTPUT })).stdout
  const tree = await git('write-tree').then(
    (text) => text.trim(),
    () => undefined,
  )
  if (!tree)
    return {
      ok: false,
      why: '--staged: Git chưa gom được nội dung sắp ghi; còn tệp đang xung đột thì sửa xong rồi `git add` lại',
    }
  const head = await git('rev-parse', '--verify', '--quiet', 'HEAD^{commit}').catch(() => '')
  const before = head.trim() || (EMPTY_TREE[tree.length] as string)
  const words = (
    await git(
      'diff-tree',
      '-r',
      '--name-status',
      '-z',
      '--no-renames',
      '--relative',
      before,
      tree,
      '--',
      folder,
    )
  ).split('\0')
  const paths = (deleted: boolean) =>
    words.filter((path, index) => index % 2 === 1 && path && (words[index - 1] === 'D') === deleted)
  return { ok: true, tree, present: paths(false), deleted: paths(true) }
}
