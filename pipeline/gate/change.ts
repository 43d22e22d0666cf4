/** What a path holds at a revision: the name of its content and its mode, as Git writes them (`100644`, `120000`). */
export type Blob = { readonly oid: string; readonly mode: string }

/** One path that a change touches. A renamed file is two of them: both its old place and its new one count. */
export type ChangedFile = {
  /** From the top of the repository. */
  readonly path: string
  readonly before: Blob | undefined
  readonly after: Blob | undefined
}

/** A proposed change, as Git knows it. */
export type Change = {
  /** The tip of the branch it goes to: law, roster and code are taken from here. */
  readonly base: string
  /** Where the change left that branch: what it touches is counted from here. */
  readonly fork: string
  readonly head: string
  readonly files: readonly ChangedFile[]
}

/** The Git mode of a symbolic link and of a submodule: neither is a file, and neither is ever let through. */
const NO_FILE: ReadonlySet<string> = new Set(['120000', '160000'])

/** Paths that a change turns into something that is no file. */
export const strangeFiles = ({ files }: Change): readonly string[] =>
  files.filter(({ after }) => after && NO_FILE.has(after.mode)).map(({ path }) => path)

/** The text of `git diff --raw -z --no-renames --no-abbrev` → what it touches. */
export function changedFiles(raw: string): ChangedFile[] {
  const words = raw.split('\0')
  const found: ChangedFile[] = []
  for (let index = 0; index + 1 < words.length; index += 2) {
    const [oldMode = '', newMode = '', oldOid = '', newOid = ''] = (words[index] as string)
      .slice(1)
      .split(' ')
    found.push({
      path: words[index + 1] as string,
      before: blob(oldMode, oldOid),
      after: blob(newMode, newOid),
    })
  }
  return found
}

const blob = (mode: string, oid: string): Blob | undefined => (mode === '000000' ? undefined : { mode, oid })
