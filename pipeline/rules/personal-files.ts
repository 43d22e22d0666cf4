import type { Files } from '../adapters/ports.ts'
import { type Finding, TOP } from '../diagnostics/diagnostic.ts'
import { decode } from '../documents/decode.ts'
import { splitFrontMatter } from '../documents/front-matter.ts'
import { DOCUMENT_LIMIT } from '../documents/parse-document.ts'
import type { PersonsData } from '../privacy/in-files.ts'
import { kindInWords, PERSONAL_DATA_LAW } from '../privacy/personal-data.ts'
import { kindReleased, RELEASED_AS, releasesOf } from '../privacy/release.ts'
import type { SeenInFile } from './file-text.ts'

/**
 * Lists of people's numbers, births, telephones in a paper beside a document. A warning: a machine may take one list for another, and a
 * document beside it may release what it has a ground for.
 *
 * @param path from the top of the repository
 */
export function personalFileFindings(files: Files, path: string, { persons }: SeenInFile): Finding[] {
  if (persons.length === 0) return []
  const released = releasedBeside(files, path)
  return persons.filter(({ kind }) => !released.has(kind)).map((each) => toFinding(path, each))
}

/** The words themselves are not repeated: what a check says is read by many, and kept. */
const toFinding = (path: string, { kind, count }: PersonsData): Finding => ({
  at: TOP,
  severity: 'warning',
  problem: `Tệp có ${count} ${kindInWords(kind)} của cá nhân (${PERSONAL_DATA_LAW})`,
  fix: `bỏ cột ấy khỏi tệp, hoặc che bớt số; công bố có căn cứ thì ở bài đính kèm tệp ghi mục \`released\` (what: ${RELEASED_AS[kind]}, file: ${nameOf(path)})`,
})

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** What the documents of the same folder release of this file; read only where something was found. */
function releasedBeside(files: Files, path: string): ReadonlySet<string> {
  const folder = path.slice(0, path.lastIndexOf('/'))
  const name = nameOf(path)
  const releases = files
    .list(folder)
    .filter(({ path, type }) => type === 'file' && path.endsWith('.md'))
    .flatMap(({ path }) => {
      const read = files.read(path, DOCUMENT_LIMIT)
      const text = read.state === 'read' ? (decode(read.bytes).text ?? '') : ''
      const split = text.includes(name) ? splitFrontMatter(text) : undefined
      return split?.ok ? releasesOf(split.value.data) : []
    })
  return new Set(releases.flatMap((each) => (each?.file === name ? [kindReleased(each.what) ?? ''] : [])))
}
