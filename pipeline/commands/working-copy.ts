import type { Ports } from '../adapters/ports.ts'
import type { Copy } from '../editor/working-copy.ts'
import type { OpenPortal } from '../portal/workspace.ts'
import { check } from './check.ts'
import { takeUpload } from './form-upload.ts'

/** The files of this machine for the form, with the check that says of every saved article what CI will say. */
export const workingCopy = (ports: Ports, built: readonly OpenPortal[]): Copy => ({
  files: ports.files,
  portals: built.map(({ portal }) => portal.id),
  check: async (file) => {
    const said: string[] = []
    const quiet = { ...ports, out: (text: string) => void said.push(text), err: () => undefined }
    await check(quiet, [file], { json: true })
    return JSON.parse(said.join('\n'))
  },
  takeIn: (upload) => takeUpload(ports, upload),
})
