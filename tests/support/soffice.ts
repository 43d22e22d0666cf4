import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PLACES = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/opt/libreoffice/program/soffice']

/** LibreOffice of the machine; `SOFFICE` names another. Undefined where there is none. */
export const findSoffice = (): string | undefined =>
  [process.env.SOFFICE ?? '', ...PLACES].find((path) => path !== '' && existsSync(path))

/** What LibreOffice makes of a document, by file name. It has a profile of its own, so that two tests do not wait for each other. */
export function convert(name: string, bytes: Uint8Array, to: string): ReadonlyMap<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'congbo-soffice-'))
  try {
    writeFileSync(join(folder, name), bytes)
    execFileSync(
      findSoffice() as string,
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        `${folder}/made`,
        join(folder, name),
      ],
      { stdio: 'pipe', timeout: 110_000 },
    )
    return new Map(
      readdirSync(`${folder}/made`).map((file) => [file, readFileSync(join(folder, 'made', file))]),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
