import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { REPOSITORY } from './support/portals.ts'

/** Which subjects a subject may import; the same table stands in pipeline/README.md. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  diagnostics: [],
  yaml: ['diagnostics'],
  contract: ['diagnostics', 'yaml'],
  media: [],
  calendar: ['contract'],
  documents: ['adapters', 'contract', 'diagnostics', 'yaml'],
  regulation: ['calendar', 'contract'],
  approval: ['contract', 'regulation'],
  roster: ['approval', 'calendar', 'contract', 'regulation'],
  publication: ['calendar', 'contract', 'documents'],
  theme: [],
  privacy: [],
  secrecy: [],
  hooks: [],
  likeness: [],
  language: [],
  reform: ['adapters', 'calendar', 'contract', 'diagnostics', 'language', 'portal', 'regulation'],
  deadlines: ['calendar', 'contract', 'publication', 'regulation'],
  questions: [
    'adapters',
    'calendar',
    'contract',
    'deadlines',
    'diagnostics',
    'documents',
    'regulation',
    'roster',
    'tables',
  ],
  duties: ['calendar', 'contract', 'regulation', 'roster'],
  registers: [
    'adapters',
    'calendar',
    'contract',
    'diagnostics',
    'documents',
    'duties',
    'portal',
    'privacy',
    'regulation',
    'roster',
    'yaml',
  ],
  tables: ['calendar'],
  paper: ['calendar', 'tables', 'theme'],
  dashboard: [
    'approval',
    'calendar',
    'contract',
    'deadlines',
    'paper',
    'portal',
    'registers',
    'regulation',
    'roster',
    'tables',
  ],
  reports: [
    'calendar',
    'contract',
    'deadlines',
    'documents',
    'duties',
    'ledger',
    'paper',
    'portal',
    'questions',
    'registers',
    'regulation',
    'roster',
    'tables',
  ],
  ledger: ['calendar', 'contract', 'deadlines', 'documents', 'portal', 'publication', 'regulation', 'roster'],
  royalties: [
    'adapters',
    'calendar',
    'contract',
    'diagnostics',
    'documents',
    'ledger',
    'paper',
    'portal',
    'publication',
    'regulation',
    'roster',
    'tables',
  ],
  portal: [
    'adapters',
    'calendar',
    'contract',
    'diagnostics',
    'documents',
    'language',
    'publication',
    'regulation',
    'roster',
    'rules',
    'theme',
    'yaml',
  ],
  rules: [
    'adapters',
    'calendar',
    'contract',
    'deadlines',
    'diagnostics',
    'documents',
    'language',
    'media',
    'portal',
    'privacy',
    'publication',
    'questions',
    'reform',
    'registers',
    'regulation',
    'roster',
    'royalties',
    'secrecy',
    'yaml',
  ],
  drafting: ['calendar', 'deadlines', 'documents', 'portal', 'regulation'],
  import: ['adapters', 'calendar', 'documents', 'drafting', 'media', 'portal'],
  editor: [
    'adapters',
    'calendar',
    'contract',
    'deadlines',
    'diagnostics',
    'documents',
    'portal',
    'reform',
    'regulation',
    'roster',
    'rules',
  ],
  site: [
    'adapters',
    'approval',
    'calendar',
    'contract',
    'deadlines',
    'documents',
    'editor',
    'media',
    'portal',
    'publication',
    'questions',
    'regulation',
    'roster',
    'rules',
    'theme',
  ],
  search: ['adapters', 'calendar', 'contract', 'documents', 'roster', 'site'],
  gate: [
    'adapters',
    'approval',
    'calendar',
    'contract',
    'deadlines',
    'diagnostics',
    'documents',
    'portal',
    'publication',
    'regulation',
    'roster',
    'royalties',
    'rules',
  ],
  owners: ['approval', 'diagnostics', 'documents', 'portal', 'roster'],
  simulation: [
    'adapters',
    'approval',
    'calendar',
    'contract',
    'deadlines',
    'diagnostics',
    'documents',
    'portal',
    'publication',
    'regulation',
    'roster',
  ],
  reminders: ['calendar', 'contract', 'deadlines', 'gate', 'portal', 'publication', 'regulation', 'roster'],
  records: [
    'adapters',
    'calendar',
    'contract',
    'diagnostics',
    'documents',
    'gate',
    'ledger',
    'portal',
    'publication',
    'roster',
  ],
  protection: ['adapters', 'yaml'],
  submissions: ['calendar', 'contract', 'documents', 'privacy', 'regulation', 'roster'],
  starter: ['adapters', 'documents', 'protection', 'questions', 'submissions'],
  adapters: ['calendar', 'editor', 'media', 'paper', 'publication', 'site', 'submissions'],
  commands: [
    'adapters',
    'approval',
    'calendar',
    'contract',
    'dashboard',
    'deadlines',
    'diagnostics',
    'documents',
    'drafting',
    'duties',
    'editor',
    'gate',
    'hooks',
    'import',
    'ledger',
    'likeness',
    'owners',
    'paper',
    'portal',
    'privacy',
    'protection',
    'publication',
    'questions',
    'records',
    'registers',
    'regulation',
    'reminders',
    'reports',
    'roster',
    'royalties',
    'rules',
    'search',
    'simulation',
    'site',
    'starter',
    'submissions',
    'yaml',
  ],
}

type Source = { readonly file: string; readonly subject: string; readonly text: string }

const sources: Source[] = (readdirSync(`${REPOSITORY}pipeline`, { recursive: true }) as string[])
  .filter((file) => file.endsWith('.ts') && file.includes('/'))
  .map((file) => ({
    file,
    subject: file.split('/')[0] as string,
    text: readFileSync(`${REPOSITORY}pipeline/${file}`, 'utf8'),
  }))

const importsOf = ({ text }: Source) =>
  [...text.matchAll(/^(import type|import|export)\b[^'"]*? from '\.\.\/([a-z-]+)\/[^']+'/gms)].map(
    (match) => ({
      typeOnly: match[1] === 'import type',
      subject: match[2] as string,
    }),
  )

describe('imports run one way', () => {
  test.each(sources.map((source) => [source.file, source] as const))('%s', (_, source) => {
    const foreign = importsOf(source).filter(
      ({ subject }) => subject !== source.subject && !MAY_IMPORT[source.subject]?.includes(subject),
    )
    expect(foreign).toEqual([])
  })
  test('the core imports types of the adapters, never their code', () => {
    const code = sources
      .filter(({ subject }) => subject !== 'adapters' && subject !== 'commands')
      .flatMap((source) =>
        importsOf(source)
          .filter(({ subject, typeOnly }) => subject === 'adapters' && !typeOnly)
          .map(() => source.file),
      )
    expect(code).toEqual([])
  })
  test('templates import nothing of the pipeline', () => {
    const files = (readdirSync(`${REPOSITORY}templates`, { recursive: true }) as string[]).filter((file) =>
      file.endsWith('.ts'),
    )
    expect(
      files.filter((file) =>
        readFileSync(`${REPOSITORY}templates/${file}`, 'utf8').match(/from '[^']*pipeline\//),
      ),
    ).toEqual([])
  })
  test('the map in pipeline/README.md is this one', () => {
    const readme = readFileSync(`${REPOSITORY}pipeline/README.md`, 'utf8')
    for (const [subject, allowed] of Object.entries(MAY_IMPORT)) {
      expect(readme).toContain(`| \`${subject}\` | ${allowed.length === 0 ? '—' : allowed.join(', ')} |`)
    }
  })
})

const WORLD =
  /\bnew Date\(\)|\bDate\.now\(|\bprocess\.(?:env|cwd|exit|argv)|from 'node:(?:fs|child_process|http|net|os)|\bfetch\(|\bconsole\./
/** Generators, run by hand or on installation, and not part of any command. */
const TOOLS = new Set(['contract/generate-types.ts', 'contract/precompile.ts', 'editor/bundle.ts'])
/** Runs in the browser of an editor, which is its world. */
const IN_BROWSER = 'editor/browser/'

test('only adapters touch disk, network, clock and environment', () => {
  const reaching = sources.filter(
    ({ file, subject, text }) =>
      subject !== 'adapters' && !TOOLS.has(file) && !file.startsWith(IN_BROWSER) && WORLD.test(text),
  )
  expect(reaching.map(({ file }) => file)).toEqual([])
})

test('no file grows beyond 250 lines', () => {
  const long = sources.filter(
    ({ file, text }) => file !== 'contract/types.ts' && text.split('\n').length > 250,
  )
  expect(long.map(({ file }) => file)).toEqual([])
})
