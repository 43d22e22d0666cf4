import {
  type Forge,
  ForgeFailure,
  type Proposal,
  type PullRequest,
  type RepositoryName,
} from '../adapters/forge.ts'
import type { Ports } from '../adapters/ports.ts'

export type OpenedPull =
  | { readonly state: 'opened'; readonly pull: PullRequest }
  /** The branch is there, but this token may open no pull request: a person opens it at the address. */
  | { readonly state: 'link'; readonly link: string; readonly why: string }

/** The address of the forge. */
export const serverOf = ({ environment }: Pick<Ports, 'environment'>): string =>
  environment('GITHUB_SERVER_URL') ?? 'https://github.com'

/** Opens a pull request for a branch that is there; where that is not allowed, the address at which a person does it. */
export async function openPull(
  ports: Ports,
  forge: Forge,
  { owner, name }: RepositoryName,
  proposal: Proposal,
): Promise<OpenedPull> {
  try {
    return { state: 'opened', pull: await forge.propose(proposal) }
  } catch (error) {
    if (!(error instanceof ForgeFailure) || !['scope', 'token'].includes(error.kind)) throw error
    const server = serverOf(ports)
    const link = `${server}/${owner}/${name}/compare/${proposal.base}...${proposal.head}?expand=1`
    return { state: 'link', link, why: error.message }
  }
}
