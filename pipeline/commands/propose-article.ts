import { basename, dirname, join } from 'node:path'
import { ForgeFailure, type WrittenIssue } from '../adapters/forge.ts'
import type { Ports } from '../adapters/ports.ts'
import { UsageError } from './arguments.ts'
import { filesBeside } from './import-original.ts'
import { type Imported, type Seen, toDoFor } from './import-words.ts'
import { type ProposedFiles, proposeFiles } from './propose-files.ts'
import type { Office } from './question-file.ts'
import { repositoryOf } from './repository-name.ts'
import { saidAgain } from './said-again.ts'

export type ArticleProposal = {
  readonly seen: Seen
  readonly repo: string | undefined
  /** The issue that it came from, and who wrote that: what somebody sends he has written, and may not approve. */
  readonly issue?: Pick<WrittenIssue, 'number' | 'author'>
}

/** The article with what lies beside it as files of the repository. */
export const filesOf = (folder: string, imported: Imported) => {
  const { path, text } = imported
  const place = dirname(folder + path)
  return new Map<string, string | Uint8Array>([
    [join(place, basename(path)), text],
    ...[...filesBeside(imported)].map(([name, bytes]) => [join(place, name), bytes] as const),
  ])
}

/**
 * Opens the pull request for an article. Title and text hold no word of whoever sent it: they go through many hands before anybody approves.
 *
 * @throws UsageError where the forge or the repository says no
 */
export async function proposeArticle(
  ports: Ports,
  { open: { portal, now } }: Office,
  imported: Imported,
  { seen, repo, issue }: ArticleProposal,
): Promise<ProposedFiles> {
  const repository = await repositoryOf(ports, repo)
  const from = issue === undefined ? 'Bài nhập từ tệp' : `Bài gửi ở việc #${issue.number}`
  const toDo = toDoFor({ ...imported, ...seen }).map(saidAgain)
  return proposeFiles(ports, ports.forge(repository), repository, {
    branch: issue === undefined ? `bai-${basename(imported.path, '.md')}` : `gui-bai-${issue.number}`,
    title: `${from} (${portal.id})`,
    body: `${from}, một tệp bài và ${imported.pictures.size} ảnh. Còn phải làm trước khi duyệt:\n\n${toDo.map((each) => `- [ ] ${each}`).join('\n')}\n`,
    files: filesOf(portal.folder, imported),
    coAuthor: issue?.author,
    now,
  }).catch((error) => {
    if (!(error instanceof ForgeFailure)) throw error
    throw new UsageError(`${error.message}. Cách sửa: ${error.fix}`)
  })
}
