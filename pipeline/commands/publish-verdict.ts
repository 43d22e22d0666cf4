import type { Annotation, Conclusion, Forge, PullRequest } from '../adapters/forge.ts'
import { ForgeFailure } from '../adapters/forge.ts'
import type { Ports } from '../adapters/ports.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { headline, MARK } from '../gate/comment.ts'
import { type Outcome, type Verdict, verdictOfGate } from '../gate/outcome.ts'

/** The name of the check run: what people read beside the job `xong`, which is the one that the branch requires. */
export const CHECK_NAME = 'congbo / cửa duyệt'

const CONCLUSIONS: Record<Verdict, Conclusion> = {
  open: 'success',
  waiting: 'action_required',
  refused: 'failure',
  problems: 'failure',
  closed: 'failure',
}

type Published = { readonly pull: PullRequest; readonly outcome: Outcome; readonly comment: string }

/**
 * Writes the check run and the one comment. Where the token may not (a pull request from a fork), or the forge does not take
 * it, the same text goes to the summary of the job; the verdict is the exit code either way.
 */
export async function publishVerdict(ports: Ports, forge: Forge, published: Published): Promise<void> {
  const { pull, outcome, comment } = published
  const unwritten = [
    await failure(() =>
      forge.writeCheckRun({
        sha: pull.head.sha,
        name: CHECK_NAME,
        conclusion: CONCLUSIONS[verdictOfGate(outcome)],
        title: headline(outcome),
        summary: comment,
        annotations: outcome.diagnostics.map(toAnnotation),
      }),
    ),
    await failure(() => putComment(forge, pull.number, comment)),
    await failure(() => forge.suggest(pull.number, pull.head.sha, outcome.suggestions)),
  ].filter((each) => each !== undefined)
  ports.jobSummary(comment)
  for (const { message, fix } of unwritten)
    ports.err(`congbo: ${message}; kết quả ghi ở phần tóm tắt của lượt chạy. Cách sửa: ${fix}.`)
}

async function failure(write: () => Promise<void>): Promise<ForgeFailure | undefined> {
  try {
    await write()
    return undefined
  } catch (error) {
    if (error instanceof ForgeFailure) return error
    throw error
  }
}

/** Anybody may write the mark into a comment, so only one that a bot wrote is ours; what did not change is left alone. */
export async function putComment(forge: Forge, number: number, body: string, mark = MARK): Promise<void> {
  const own = (await forge.comments(number)).find((each) => each.bot && each.body.startsWith(mark))
  if (!own) await forge.addComment(number, body)
  else if (own.body.trimEnd() !== body.trimEnd()) await forge.editComment(own.id, body)
}

const LEVELS: Record<Diagnostic['severity'], Annotation['level']> = {
  error: 'failure',
  warning: 'warning',
  info: 'notice',
}

const toAnnotation = ({ file, line, severity, rule, problem, fix, law }: Diagnostic): Annotation => ({
  file,
  line,
  level: LEVELS[severity],
  title: rule,
  message: `${problem}. Cách sửa: ${fix}.${law ? ` (${law})` : ''}`,
})
