import { type ImportOptions, importFile } from '../../pipeline/commands/import.ts'
import { inProcess } from '../support/in-process.ts'
import type { Repository } from '../support/repository.ts'

export const NOW = '2026-11-20T09:00:00+07:00'

/** Imports files into a repository; the article that came of each, and what was said. */
export function importer(repository: Repository, portal: string) {
  let count = 0
  return async (bytes: Uint8Array, options: ImportOptions = {}) => {
    count += 1
    const file = `gui/${count}.tep`
    repository.write(file, bytes)
    const outcome = await inProcess(repository.root, (ports) =>
      importFile(ports, file, { portal, now: NOW, ...options }),
    )
    const path = /^Đã tạo (.*)$/m.exec(outcome.stdout)?.[1] ?? ''
    const text = path === '' ? '' : repository.read(path)
    return { ...outcome, path, text, body: (text.split('\n---\n\n')[1] ?? '').trimEnd() }
  }
}
