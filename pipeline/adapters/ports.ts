import type { Instant } from '../calendar/local-time.ts'
import type { CopyAnswer, CopyRequest } from '../editor/working-copy.ts'
import type { ChartPress } from '../paper/drawing.ts'
import type { AttachmentReader } from './attachments.ts'
import type { Cache } from './cache.ts'
import type { CardPress } from './card-press.ts'
import type { FileChanges } from './change-files.ts'
import type { Forge, RepositoryName } from './forge.ts'
import type { HookPlace } from './hook-place.ts'
import type { Images } from './images.ts'
import type { MailReader } from './mail.ts'
import type { Created } from './new-files.ts'
import type { PdfReader } from './pdf-text.ts'
import type { BranchPush, Pushed } from './push-branch.ts'
import type { RepositorySettings } from './repository-settings.ts'
import type { Revisions } from './revisions.ts'
import type { OfficeConverter } from './soffice.ts'
import type { WordReader } from './word.ts'

/** Something that stands in a folder. */
export type Entry = { readonly path: string; readonly type: 'file' | 'symlink' | 'other' }

export type ReadResult =
  | { readonly state: 'read'; readonly bytes: Uint8Array }
  | { readonly state: 'too-large'; readonly size: number }
  | { readonly state: 'absent' }
  | { readonly state: 'unreadable'; readonly why: string }

/** `bytes` are fewer than were asked for where the file ends before; `size` is that of the whole file. */
export type PartResult =
  | { readonly state: 'read'; readonly bytes: Uint8Array; readonly size: number }
  | Exclude<ReadResult, { state: 'read' | 'too-large' }>

/** Files below one root; every path is relative to it, with `/`. */
export type Files = {
  readonly root: string
  /** Everything below a folder, sorted; a symbolic link is named and not followed. An absent folder is empty. */
  readonly list: (folder: string) => readonly Entry[]
  /** The names of the folders in a folder, sorted. */
  readonly folders: (folder: string) => readonly string[]
  readonly exists: (path: string) => boolean
  /** Whether anything at all stands at a path: a file, a folder, a link. */
  readonly taken: (path: string) => boolean
  /** What stands at a path; undefined for a folder and for nothing. */
  readonly entry: (path: string) => Entry | undefined
  /** @param limit in bytes; a larger file is not read */
  readonly read: (path: string, limit?: number) => ReadResult
  /** A stretch of a file: what a question about a large one costs. */
  readonly part: (path: string, from: number, length: number) => PartResult
}

/** What a check may change. */
export type WritableFiles = Files & {
  readonly write: (path: string, content: string | Uint8Array) => void
  readonly move: (from: string, to: string) => void
  /** Puts another text in the place of a file, all of it or, where the disk refuses, none. */
  readonly replace: (path: string, content: string) => void
}

/** The history of the repository. */
export type Git = {
  /** Whether the root lies in a repository whose history can be asked for. */
  readonly state: () => Promise<GitState>
  /** Raw `git log` output for publication/from-history.ts; with paths it may tell of others too, and tells of publications alone. */
  readonly publicationLog: (folder: string, paths?: readonly string[]) => Promise<string>
  /** The last commit of the branch that publishes; undefined where there is none. */
  readonly mainTip: () => Promise<string | undefined>
  /** Raw `git log` output for publication/main-line.ts up to a commit, or of what came after another; undefined where that one is unknown. */
  readonly mainLog: (tip: string, after?: string) => Promise<string | undefined>
  /** Paths below a folder that differ between the merge base with a ref and the work tree, deleted ones apart. */
  readonly changedSince: (ref: string, folder: string) => Promise<Changes>
  /** Paths below a folder that differ between the last commit and the index, which is made a tree to be read. */
  readonly staged: (folder: string) => Promise<Staged>
  /** Files below a folder whose text holds a string. */
  readonly filesWith: (text: string, folder: string) => Promise<readonly string[]>
}

/** `unusable`: there is a repository, but Git is missing or refuses to read it. */
export type GitState = 'none' | 'unusable' | 'shallow' | 'whole'

export type Changes =
  | { readonly ok: true; readonly present: readonly string[]; readonly deleted: readonly string[] }
  | { readonly ok: false; readonly why: string }

export type Staged =
  | (Extract<Changes, { ok: true }> & { readonly tree: string })
  | Extract<Changes, { ok: false }>

/** A page to be written: its address and its text, made when it is written. */
export type WritablePage = { readonly url: string; readonly render: () => string }

/** Where built sites go. */
export type Output = {
  /** Hands pages to Eleventy, which writes them below a folder. */
  readonly writePages: (
    groups: readonly { readonly template: string; readonly pages: readonly WritablePage[] }[],
    folder: string,
  ) => Promise<void>
  /** Does the same for a part of the documents in a process of its own, so that memory does not grow with the archive. */
  readonly writeBatch: (job: unknown) => Promise<void>
  readonly copy: (from: string, to: string) => void
  readonly write: (file: string, content: string | Uint8Array) => void
  /** A fresh folder beside the final one; nothing of the final one is touched until `publish`. */
  readonly begin: (folder: string) => string
  /** Puts the finished folder in the place of the former one. */
  readonly publish: (from: string, to: string) => void
  readonly discard: (folder: string) => void
}

/** Documents for one part of a search index: see search/record.ts. */
export type SearchPart = readonly {
  readonly url: string
  readonly content: string
  readonly meta: Readonly<Record<string, string>>
}[]

/** What makes search indexes. */
export type SearchEngine = {
  /** Another version or setting makes other files of the same records. */
  readonly version: string
  /**
   * Gives back the ids of the records in the index, by their addresses.
   *
   * @param options `first`: the part also holds what runs in the browser
   */
  readonly writePart: (
    records: SearchPart,
    folder: string,
    options: { readonly first: boolean },
  ) => Promise<ReadonlyMap<string, string>>
  /** The text of a file of a former site; undefined where there is none. */
  readonly formerText: (file: string) => string | undefined
}

export type Served =
  | { readonly ok: true; readonly address: string; readonly close: () => Promise<void> }
  | { readonly ok: false; readonly why: 'taken' | 'refused' }

/** The outside world as the commands see it. */
export type Ports = {
  readonly now: () => Instant
  /** Milliseconds that only move forward: for the time a step took, never for a verdict. */
  readonly stopwatch: () => number
  readonly files: WritableFiles
  readonly git: Git
  readonly revisions: Revisions
  readonly forge: (repository: RepositoryName) => Forge
  readonly settings: (repository: RepositoryName) => RepositorySettings
  /** Adds Markdown to the summary of the job that runs this; nothing where no job does. */
  readonly jobSummary: (markdown: string) => void
  readonly output: Output
  readonly images: Images
  readonly cards: CardPress
  readonly charts: ChartPress
  readonly cache: Cache
  readonly pdf: PdfReader
  readonly word: WordReader
  readonly mail: MailReader
  readonly attachments: AttachmentReader
  readonly office: OfficeConverter
  readonly searchEngine: SearchEngine
  /** Writes new files into a folder, all or none, over nothing; the paths count from the folder. `mode`: who may read them. */
  readonly createFiles: (
    folder: string,
    files: ReadonlyMap<string, string | Uint8Array>,
    mode?: number,
  ) => Created
  /** Creates, replaces and removes files of a folder, all of it or nothing; what is to be created must not be there. */
  readonly changeFiles: (folder: string, changes: FileChanges) => Created
  /** Where Git looks for the hook before a commit; undefined outside of a repository. */
  readonly hookPlace: () => Promise<HookPlace | undefined>
  /** What is handed to the process on its standard input; undefined where somebody sits there. */
  readonly input: () => Promise<string | undefined>
  /** A new private key for records, as PEM. */
  readonly newPrivateKey: () => string
  /** Puts files onto a commit and that at the head of a branch of `origin`. */
  readonly pushBranch: (push: BranchPush) => Promise<Pushed>
  /** Asks the user; undefined where nobody can answer. */
  readonly ask: (question: string) => Promise<string | undefined>
  /** The files that belong to the product. */
  readonly product: Files
  /** The text of a schema or another file that belongs to the product. */
  readonly productFile: (path: string) => string
  /** What was made when the product was installed, to start faster; undefined where it is missing. */
  readonly precompiled: () => Readonly<Record<string, unknown>> | undefined
  /** A library's own file on the disk, by the name under which it is imported. */
  readonly libraryFile: (name: string) => string
  /** A folder of the product on the disk. */
  readonly productFolder: (path: string) => string
  readonly version: string
  readonly environment: (name: string) => string | undefined
  /** Serves a folder over HTTP on this machine; `answer` also gives the form in which editors write the working copy. */
  readonly serve: (
    folder: string,
    port: number,
    answer?: (request: CopyRequest) => Promise<CopyAnswer>,
  ) => Promise<Served>
  /** Resolves when the user asks the process to stop. */
  readonly untilStopped: () => Promise<void>
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly colour: boolean
}
