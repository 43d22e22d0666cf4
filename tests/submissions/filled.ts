import { SUBMISSION_LABELS, type SubmissionField } from '../../pipeline/submissions/form.ts'

/** The form as GitHub writes it when it was filled in. */
export const filled = (answers: Partial<Record<SubmissionField, string>>): string =>
  (Object.keys(SUBMISSION_LABELS) as SubmissionField[])
    .filter((field) => field !== 'portal' || answers.portal !== undefined)
    .map((field) => {
      const usual: Partial<Record<SubmissionField, string>> = {
        author: 'Lan Anh',
        confirmed: '- [X] Bài do tôi',
      }
      return `### ${SUBMISSION_LABELS[field]}\n\n${answers[field] ?? usual[field] ?? '_No response_'}\n`
    })
    .join('\n')
