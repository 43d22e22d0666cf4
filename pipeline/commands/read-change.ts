import type { PullRequest } from '../adapters/forge.ts'
import { ForgeFailure } from '../adapters/forge.ts'
import type { Revisions } from '../adapters/revisions.ts'
import { type Change, changedFiles } from '../gate/change.ts'

const SAFE_BRANCH = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_./-]*$/u

/** Fetches both sides of a pull request as Git objects, and tells what it changes; fails closed where the head has moved on. */
export async function readChange(revisions: Revisions, pull: PullRequest): Promise<Change> {
  const branch = pull.base.ref
  const own = `refs/congbo/yeu-cau-gop/${pull.number}`
  const fetched =
    SAFE_BRANCH.test(branch) &&
    (await revisions.fetchRefs([
      `+refs/heads/${branch}:refs/remotes/origin/${branch}`,
      `+refs/pull/${pull.number}/head:${own}`,
    ]))
  const base = fetched ? await revisions.commitOf(`refs/remotes/origin/${branch}`) : undefined
  const head = fetched ? await revisions.commitOf(own) : undefined
  if (base === undefined || head === undefined)
    throw new ForgeFailure({
      kind: 'unavailable',
      problem: `Không lấy được nội dung của yêu cầu gộp #${pull.number} từ kho Git`,
      fix: 'kiểm tra remote `origin` và quyền contents: read, rồi chạy lại',
    })
  if (head !== pull.head.sha)
    throw new ForgeFailure({
      kind: 'refused',
      problem: 'Nội dung vừa thay đổi trong lúc xét',
      fix: 'chạy lại; lượt chạy của bản mới sẽ tự xét',
    })
  const fork = await revisions.mergeBase(base, head)
  if (fork === undefined)
    throw new ForgeFailure({
      kind: 'missing',
      problem: `Nhánh này không có đúng một gốc chung với ${branch}, hoặc bản sao Git thiếu lịch sử`,
      fix: 'cập nhật nhánh (Update branch), hoặc tách nhánh mới từ nhánh chính; trong GitHub Actions ghi fetch-depth: 0',
    })
  return { base, fork, head, files: changedFiles(await revisions.rawDiff(fork, head)) }
}
