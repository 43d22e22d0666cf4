import { execFileSync } from 'node:child_process'
import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { TIMES } from './articles.ts'

/** A file and the instant of the commit that brings it. */
export type Committed = { readonly file: string; readonly at: number }

const ADDITION = '\nMột câu được thêm vào sau khi bài đã đăng.\n'

/**
 * Makes the folder a Git repository: a commit for each instant of its files, then one that changes the newest file.
 * One stream to `git fast-import` carries them all, however many they are.
 */
export function writeHistory(folder: string, shared: readonly string[], files: readonly Committed[]): void {
  const git = (args: readonly string[], stdin?: number) =>
    execFileSync('git', args, {
      cwd: folder,
      stdio: [stdin ?? 'ignore', 'ignore', 'inherit'],
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
    })
  git(['init', '--quiet', '--initial-branch=main'])
  const stream = join(folder, '.git', 'bench-stream')
  writeStream(stream, folder, shared, files)
  const input = openSync(stream, 'r')
  git(['fast-import', '--quiet'], input)
  closeSync(input)
  rmSync(stream)
  git(['reset', '--quiet', '--mixed'])
}

function writeStream(
  stream: string,
  folder: string,
  shared: readonly string[],
  files: readonly Committed[],
): void {
  const output = openSync(stream, 'w')
  const put = (data: string | Uint8Array) => writeSync(output, data as string)
  const putFile = (file: string, bytes: Uint8Array) => {
    put(`M 100644 inline ${file}\ndata ${bytes.length}\n`)
    put(bytes)
    put('\n')
  }
  const ordered = [...files].sort((a, b) => a.at - b.at)
  const byInstant = Map.groupBy(ordered, ({ at }) => at)
  let first: readonly string[] = shared.flatMap((each) => filesAt(folder, each))
  for (const [at, group] of byInstant) {
    put(commit(at, `Publish ${group.length}`))
    for (const file of [...first, ...group.map((each) => each.file)])
      putFile(file, readFileSync(join(folder, file)))
    first = []
  }
  const newest = ordered.at(-1)
  if (newest) {
    const changed = readFileSync(join(folder, newest.file), 'utf8') + ADDITION
    put(commit(TIMES.change, 'Change one article'))
    putFile(newest.file, Buffer.from(changed))
    writeFileSync(join(folder, newest.file), changed)
  }
  closeSync(output)
}

const commit = (at: number, message: string): string =>
  `commit refs/heads/main\ncommitter Bench <bench@example.invalid> ${at / 1000} +0700\ndata ${Buffer.byteLength(message)}\n${message}\n`

const filesAt = (folder: string, path: string): string[] =>
  statSync(join(folder, path)).isDirectory()
    ? readdirSync(join(folder, path)).map((name) => `${path}/${name}`)
    : [path]
