import type { Entry, Files } from '../adapters/ports.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Portal } from '../portal/portal.ts'
import { stamp } from './apply-rules.ts'
import { fileFindings } from './file-findings.ts'
import { type FileReaders, seenInFile } from './file-text.ts'
import { personalFileFindings } from './personal-files.ts'
import { secretFileFindings } from './secret-files.ts'

/** What is wrong with a file that people open, by its bytes and by the text inside. */
export async function checkContent(
  files: Files,
  portal: Portal,
  { path }: Entry,
  readers: FileReaders,
): Promise<Diagnostic[]> {
  const findings = await fileFindings(files, portal.folder + path)
  const seen = await seenInFile(files, portal.folder + path, readers)
  const persons = personalFileFindings(files, portal.folder + path, seen)
  return [
    ...findings.map((finding) => stamp(portal, path, 'file-content', finding)),
    ...secretFileFindings(seen).map((finding) => stamp(portal, path, 'secret-marking', finding)),
    ...persons.map((finding) => stamp(portal, path, 'personal-data', finding)),
  ]
}
