import type { Ports } from '../adapters/ports.ts'
import { UsageError } from './arguments.ts'
import type { ExitCode } from './exit-code.ts'

export type SubmissionOptions = {
  readonly issue?: string
  readonly checkOnly?: boolean
  readonly propose?: boolean
  /** The ground; true where it stands in the words of the actor. */
  readonly refuse?: string | true
  readonly actor?: string
  readonly decidedBy?: string
  readonly linhVuc?: string
  readonly form?: boolean
  readonly repo?: string
  readonly now?: string
  readonly json?: boolean
}

/** Articles that others send: takes one from an issue, writes the form, or shows the register of what came in. */
export async function submissions(
  ports: Ports,
  id: string | undefined,
  options: SubmissionOptions,
): Promise<ExitCode> {
  const chosen = [options.checkOnly, options.propose, options.refuse].filter(Boolean)
  if (chosen.length > 1) throw new UsageError('Chọn một trong ba: --check-only, --propose, --refuse')
  if (options.issue !== undefined && chosen.length === 0)
    throw new UsageError(
      'Ghi thêm --check-only (chỉ xem và trả lời), --propose (mở yêu cầu gộp) hoặc --refuse (từ chối)',
    )
  if (options.form) return (await import('./submission-form.ts')).writeForm(ports, options)
  if (options.issue !== undefined)
    return (await import('./submission-issue.ts')).submissionFromIssue(ports, id, options)
  if (chosen.length > 0) throw new UsageError('Ghi số của việc (issue): --issue 12')
  return (await import('./submission-list.ts')).listSubmissions(ports, id, options)
}
