import type { Ports } from '../adapters/ports.ts'
import { formatText } from '../diagnostics/format-text.ts'
import { openWorkspace } from '../portal/workspace.ts'
import { SUBMISSION_FORM, sendingPortal, submissionForm } from '../starter/submission-form.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { SubmissionOptions } from './submissions.ts'

/** Writes the form of the forge anew from the regulations and rosters of the repository. */
export async function writeForm(ports: Ports, _options: SubmissionOptions): Promise<ExitCode> {
  const { portals, problems } = await openWorkspace(ports, { historyOf: new Map() })
  for (const each of problems) ports.err(formatText(each))
  if (problems.length > 0 || portals.length === 0) return EXIT.cannotRun
  const text = submissionForm(portals.map(({ portal }) => sendingPortal(portal)))
  ports.files.write(SUBMISSION_FORM, text)
  ports.out(`Đã ghi ${SUBMISSION_FORM} theo lĩnh vực, đơn vị hiện có.`)
  return EXIT.ok
}
