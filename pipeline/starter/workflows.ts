import { checkWorkflow } from './check-workflow.ts'
import { publishWorkflow } from './publish-workflow.ts'
import { questionWorkflow } from './question-workflow.ts'
import { recordWorkflow } from './record-workflow.ts'
import { reminderWorkflow } from './reminder-workflow.ts'
import { reviewWorkflow } from './review-workflow.ts'
import { submissionWorkflow } from './submission-workflow.ts'
import type { Place } from './workflow-steps.ts'

/**
 * The workflows of a repository by path: one text for the product's own and for every portal's, held to it by a test.
 *
 * @param site the one portal of the repository, whose pages then stand at the top of the site
 */
export const workflowFiles = (place: Place, site?: string): ReadonlyMap<string, string> =>
  new Map([
    ['.github/workflows/kiem-tra.yml', checkWorkflow(place)],
    ['.github/workflows/xet-lai.yml', reviewWorkflow()],
    ['.github/workflows/xuat-ban.yml', publishWorkflow(place, site)],
    ['.github/workflows/nhac-viec.yml', reminderWorkflow(place)],
    ['.github/workflows/cau-hoi.yml', questionWorkflow(place)],
    ['.github/workflows/gui-bai.yml', submissionWorkflow(place)],
    ['.github/workflows/ho-so.yml', recordWorkflow(place)],
  ])
