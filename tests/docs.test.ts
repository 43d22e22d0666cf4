import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '../pipeline/commands/index.ts'
import { REPOSITORY } from './support/portals.ts'
import { rulePages } from './support/rule-pages.ts'

const read = (path: string) => readFileSync(REPOSITORY + path, 'utf8')
const documents = [
  'README.md',
  'pipeline/README.md',
  ...(readdirSync(`${REPOSITORY}docs`, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
]

test.each([...rulePages()])('docs/quy-tac/%s is what `npm run docs` writes', (name, text) => {
  expect(read(`docs/quy-tac/${name}`)).toBe(text)
})

describe.each(documents)('%s', (file) => {
  test('links to files that exist', () => {
    const prose = read(file)
      .replace(/^(`{3,})[\s\S]*?^\1/gm, '')
      .replace(/`[^`\n]*`/g, '')
    const broken = [...prose.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
      .map((match) => match[1] as string)
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => !existsSync(REPOSITORY + posix.join(posix.dirname(file), target)))
    expect(broken).toEqual([])
  })
  test('names only commands that exist', () => {
    const names = new Set([...commands.map(({ name }) => name), 'help', '--help'])
    const named = [...read(file).matchAll(/`(?:npx )?congbo ([a-z-]+)/g)].map((match) => match[1] as string)
    expect(named.filter((name) => !names.has(name))).toEqual([])
  })
})

test('README.md is at most 200 lines', () => {
  expect(read('README.md').split('\n').length).toBeLessThanOrEqual(200)
})

test('every dependency has its decision', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >
  const decisions = readdirSync(`${REPOSITORY}docs/decisions`)
    .map((name) => read(`docs/decisions/${name}`))
    .join('\n')
  const undecided = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !decisions.includes(`\`${name}\``),
  )
  expect(undecided).toEqual([])
})

test('versions are exact', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  )
  expect(loose).toEqual([])
})
