/**
 * `npm test`: lint, types, then every test; prints what failed and, last, one line with the counts.
 * Lint and types count as one test each.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './support/chromium.ts'
import { findSoffice } from './support/soffice.ts'

type Outcome = { readonly passed: number; readonly failed: number; readonly skipped: number }

function step(name: string, command: string, args: readonly string[]): Outcome {
  process.stdout.write(`\n── ${name}\n`)
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

/** What is read of the report: a file that failed without a failed test could not be run at all, and counts as one. */
type Report = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

function vitest(extra: readonly string[]): Outcome {
  process.stdout.write('\n── tests\n')
  const report = join(mkdtempSync(join(tmpdir(), 'congbo-test-')), 'report.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...extra]
  const { status } = spawnSync('vitest', args, { stdio: 'inherit' })
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as Report
  const unread = testResults.filter(({ status, assertionResults }) => {
    return status === 'failed' && !assertionResults.some((test) => test.status === 'failed')
  })
  const broken = Math.max(numFailedTests + unread.length, status === 0 ? 0 : 1)
  return { passed: numPassedTests, failed: broken, skipped: numPendingTests }
}

const chromium = findChromium()
if (chromium === undefined) {
  process.stdout.write(
    'No Chromium on this machine: the browser tests are skipped (Debian: apt install chromium).\n',
  )
}
if (findSoffice() === undefined) {
  process.stdout.write(
    'No LibreOffice on this machine: the tests that open reports in it are skipped (Debian: apt install libreoffice-calc-nogui libreoffice-writer-nogui).\n',
  )
}
const outcomes = [
  step('lint', 'biome', ['check', '--error-on-warnings', '.']),
  step('types', 'tsc', ['--noEmit']),
  step('types in the browser', 'tsc', ['--noEmit', '-p', 'tsconfig.browser.json']),
  vitest(process.argv.slice(2)),
]
const sum = (key: keyof Outcome) => outcomes.reduce((total, outcome) => total + outcome[key], 0)
const skippedTooMuch = process.env.CONGBO_SKIP_NOTHING === '1' && sum('skipped') > 0
if (skippedTooMuch) process.stdout.write(`${sum('skipped')} tests were skipped where nothing may be.\n`)
const failed = sum('failed') + (skippedTooMuch ? sum('skipped') : 0)
const skipped = sum('skipped') > 0 && !skippedTooMuch ? `, ${sum('skipped')} skipped` : ''
process.stdout.write(`\n${sum('passed')} passed, ${failed} failed${skipped}\n`)
process.exitCode = failed === 0 ? 0 : 1
