import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

export type Converted =
  | { readonly state: 'made'; readonly bytes: Uint8Array }
  /** LibreOffice is not on this machine. */
  | { readonly state: 'absent' }
  | { readonly state: 'failed' }

/** Makes a .docx of an older or a free format. */
export type OfficeConverter = (bytes: Uint8Array, from: 'doc' | 'odt') => Promise<Converted>

const PLACES = [
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
]

/** An honest paper takes three seconds. */
const MOST_MILLISECONDS = 110_000

/**
 * Converts by LibreOffice, in a folder and with a profile of its own that are gone afterwards.
 *
 * @param named the program that `SOFFICE` names; only that one counts where it is given
 */
export const officeConverter =
  (named: string | undefined): OfficeConverter =>
  async (bytes, from) => {
    const program = (named === undefined ? PLACES : [named]).find((path) => existsSync(path))
    if (program === undefined) return { state: 'absent' }
    const folder = mkdtempSync(join(tmpdir(), 'congbo-word-'))
    try {
      writeFileSync(join(folder, `goc.${from}`), bytes)
      await promisify(execFile)(
        program,
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          'docx',
          '--outdir',
          join(folder, 'made'),
          join(folder, `goc.${from}`),
        ],
        { timeout: MOST_MILLISECONDS },
      )
      return { state: 'made', bytes: readFileSync(join(folder, 'made', 'goc.docx')) }
    } catch {
      return { state: 'failed' }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
