import type { Instant } from '../calendar/local-time.ts'
import type { Need } from '../gate/need.ts'
import type { RecordKey } from './keys.ts'
import type { MainChange, PathChange } from './main-changes.ts'

/** What Git and the law of that day say about a record. */
export type Facts = {
  /** The portal's folder, with a slash at its end. */
  readonly folder: string
  readonly portal: string
  readonly keys: readonly RecordKey[]
  /** When the record came into the main branch, or would come. */
  readonly entered: Instant
  /** The commit that the record names; undefined where it is none of the main branch. */
  readonly change: MainChange | undefined
  /** What that commit changed in the portal. */
  readonly files: readonly PathChange[]
  /** The head that the commit merged; undefined where it is no merge commit. */
  readonly merged: string | undefined
  /** What the law of that day asked for; undefined where it cannot be read today. */
  readonly needs: readonly Need[] | undefined
  /** What a revision held at a path from the top of the repository. */
  readonly contentAt: (revision: string, path: string) => Content
}

/** `lost`: Git no longer has that revision. */
export type Content =
  | { readonly state: 'lost' }
  | { readonly state: 'known'; readonly blob: string | undefined }
