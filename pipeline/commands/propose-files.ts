import type { Account, Forge, RepositoryName } from '../adapters/forge.ts'
import { ForgeFailure } from '../adapters/forge.ts'
import type { Ports } from '../adapters/ports.ts'
import type { Instant } from '../calendar/local-time.ts'
import { coAuthorLine } from '../gate/writers.ts'
import { UsageError } from './arguments.ts'
import { openPull, serverOf } from './open-pull.ts'

/** New files for the main branch. */
export type FilesToPropose = {
  readonly branch: string
  /** Of the commit, and the title of the pull request. */
  readonly title: string
  readonly body: string
  /** Texts and bytes by path, counted from the root. */
  readonly files: ReadonlyMap<string, string | Uint8Array>
  /** An account that took part in writing them, besides whoever makes the commit. */
  readonly coAuthor?: Account | undefined
  readonly now: Instant
}

/** `link`: the branch is there, and a person opens the pull request at the address. */
export type ProposedFiles = { readonly state: 'opened' | 'open' | 'link'; readonly url: string }

/**
 * Puts new files onto a branch of their own and opens the pull request for it. Nothing is overwritten: neither a file of the main
 * branch nor a branch that somebody has gone on working on.
 *
 * @throws UsageError, ForgeFailure
 */
export async function proposeFiles(
  ports: Ports,
  forge: Forge,
  repository: RepositoryName,
  { branch, title, body, files, coAuthor, now }: FilesToPropose,
): Promise<ProposedFiles> {
  const base = await ports.revisions.mainOfOrigin()
  if (!base)
    throw new UsageError(
      'Không hỏi được nhánh chính của kho (remote origin). Kiểm tra mạng và quyền đọc kho, rồi chạy lại',
    )
  const there = ports.revisions.objects([...files.keys()].map((path) => `${base.sha}:./${path}`))
  if (there.size > 0)
    throw new UsageError(
      `Nhánh chính đã có ${[...there.keys()].map((each) => each.slice(base.sha.length + 3)).join(', ')}; đặt tiêu đề khác`,
    )
  const pushed = await ports.pushBranch({
    branch,
    parent: base.sha,
    files,
    message: [title, coAuthor && coAuthorLine(coAuthor, serverOf(ports))].filter(Boolean).join('\n\n'),
    at: now,
    over: 'nothing',
    by: 'person',
  })
  if (pushed.state === 'taken')
    throw new UsageError(
      `Nhánh ${branch} đã có và khác nội dung này: có người đang làm tiếp trên đó. Làm tiếp ở nhánh ấy, hoặc xóa nhánh rồi chạy lại`,
    )
  if (pushed.state === 'refused')
    throw new UsageError(
      `Không đẩy được nhánh ${branch}: ${pushed.why.trim().split('\n').at(-1) ?? ''}. Cách sửa: cần quyền ghi vào kho (trong workflow: contents: write)`,
    )
  const open = await forge.pullRequestFrom(branch).catch(withoutToken)
  if (open) return { state: 'open', url: open.url }
  const opened = await openPull(ports, forge, repository, { title, body, head: branch, base: base.ref })
  return opened.state === 'opened'
    ? { state: 'opened', url: opened.pull.url }
    : { state: 'link', url: opened.link }
}

/** Who has the right to push has not always a token to ask the forge with. */
function withoutToken(error: unknown): undefined {
  if (error instanceof ForgeFailure && error.kind === 'token') return undefined
  throw error
}

/** `Yêu cầu gộp: …`, or where a person opens it. */
export const proposedInWords = ({ state, url }: ProposedFiles): string =>
  state === 'link' ? `Mở yêu cầu gộp tại: ${url}` : `Yêu cầu gộp: ${url}`
