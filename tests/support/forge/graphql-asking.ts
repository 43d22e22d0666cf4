import { GraphQLError } from 'graphql'
import type { Stored } from './git-objects.ts'
import type { GitCommit } from './git-store.ts'
import { permits } from './routing.ts'
import type { Permission, Repo, Token, World } from './world.ts'

/** Who asks, and what has been read for this request already. */
export type Asking = {
  readonly world: World
  readonly actor: Token
  /** An object by an id, or by `branch:path`. */
  readonly objectAt: (repo: Repo, name: string) => Stored | undefined
  /** The branches of a repository as they were when the request came. */
  readonly branches: (repo: Repo) => ReadonlyMap<string, string>
  readonly commit: (repo: Repo, sha: string) => GitCommit
  /** The commits that touched a file, newest first, as far as a commit knows. */
  readonly commitsOf: (repo: Repo, tip: string, file: string) => readonly string[]
}

/** An error as GitHub sends it: its kind stands beside the message. */
export const refused = (type: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { type } })

/** @throws GraphQLError where the token lacks a permission */
export function mustPermit({ actor }: Asking, permission: Permission, level: 'read' | 'write'): void {
  if (!permits(actor, permission, level))
    throw refused(
      'FORBIDDEN',
      `Resource not accessible by ${actor.app ? 'integration' : 'personal access token'}`,
    )
}
