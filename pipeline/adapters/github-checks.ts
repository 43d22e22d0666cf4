import type { Octokit } from 'octokit'
import type { CheckRun } from './forge.ts'

/** The most annotations that GitHub takes at once. */
const BATCH = 50
/** Characters of a summary that GitHub takes. */
const MOST_SUMMARY = 60_000

/** Writes a check run with all its annotations, as many requests as they need. */
export async function writeCheckRun(
  { rest }: Octokit,
  here: { owner: string; repo: string },
  { sha, name, conclusion, title, summary, annotations }: CheckRun,
): Promise<void> {
  const all = annotations.map(({ file, line, level, title: heading, message }) => ({
    path: file,
    start_line: line,
    end_line: line,
    annotation_level: level,
    title: heading,
    message,
  }))
  const output = { title, summary: summary.slice(0, MOST_SUMMARY) }
  const { data } = await rest.checks.create({
    ...here,
    name,
    head_sha: sha,
    status: 'completed',
    conclusion,
    output: { ...output, annotations: all.slice(0, BATCH) },
  })
  // GitHub adds the annotations of an update to those that are there.
  for (let start = BATCH; start < all.length; start += BATCH)
    await rest.checks.update({
      ...here,
      check_run_id: data.id,
      output: { ...output, annotations: all.slice(start, start + BATCH) },
    })
}
