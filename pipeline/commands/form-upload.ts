import { basename } from 'node:path'
import type { Ports } from '../adapters/ports.ts'
import type { TakenIn, Upload } from '../editor/working-copy.ts'
import { UsageError } from './arguments.ts'
import { EXIT } from './exit-code.ts'
import { importFile } from './import.ts'

/** Makes an article of a file that somebody gave to the form, as `congbo import` does of a file on the disk. */
export async function takeUpload(
  ports: Ports,
  { portal, name, bytes, kind, linhVuc }: Upload,
): Promise<TakenIn> {
  const file = basename(name)
  const said: string[] = []
  const here: Ports = {
    ...ports,
    out: (text) => void said.push(text),
    err: () => undefined,
    files: {
      ...ports.files,
      read: (path, limit) =>
        path !== file
          ? ports.files.read(path, limit)
          : bytes.length > (limit ?? Number.POSITIVE_INFINITY)
            ? { state: 'too-large', size: bytes.length }
            : { state: 'read', bytes },
    },
  }
  const asked = { ...(kind ? { kind } : {}), ...(linhVuc ? { linhVuc } : {}) }
  try {
    const code = await importFile(here, file, { portal, json: true, ...asked })
    const told = JSON.parse(said.join('\n'))
    return code === EXIT.ok
      ? { state: 'written', ...told }
      : { state: 'refused', why: (told.obstacles ?? told.problems).map(inOneSentence) }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { state: 'refused', why: [error.message] }
  }
}

/** What keeps a file from becoming an article, where it is told, and the way out. */
const inOneSentence = ({
  problem,
  where,
  fix,
}: {
  readonly problem: string
  readonly where?: string
  readonly fix: string
}): string => `${problem}${where === undefined ? '' : ` (${where})`}. Cách sửa: ${fix}.`
