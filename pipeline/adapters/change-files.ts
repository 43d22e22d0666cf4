import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Created, createFiles } from './new-files.ts'

/** What is done to files of a folder in one go; the paths count from the folder. */
export type FileChanges = {
  /** Files that are not there yet, with their text. */
  readonly create?: ReadonlyMap<string, string>
  /** Files that are there, with their new text. */
  readonly replace?: ReadonlyMap<string, string>
  readonly remove?: readonly string[]
}

/**
 * Creates, replaces and removes files, all of it or nothing: what is replaced or removed stands beside under another name until
 * everything has succeeded, and comes back where the disk refuses the rest.
 */
export function changeFiles(folder: string, { create, replace, remove = [] }: FileChanges): Created {
  const created = createFiles(folder, create ?? new Map())
  if (!created.ok) return created
  const kept: (readonly [path: string, kept: string])[] = []
  const keep = (path: string) => {
    const beside = join(dirname(path), `.${basename(path)}.congbo-${process.pid}`)
    renameSync(path, beside)
    kept.push([path, beside])
  }
  try {
    for (const path of remove) keep(join(folder, path))
    for (const [path, text] of replace ?? []) {
      keep(join(folder, path))
      writeFileSync(join(folder, path), text, { flag: 'wx' })
    }
  } catch (error) {
    for (const [path, beside] of kept.reverse()) renameSync(beside, path)
    for (const path of create?.keys() ?? []) rmSync(join(folder, path), { force: true })
    throw error
  }
  for (const [, beside] of kept) rmSync(beside, { force: true })
  return { ok: true }
}
