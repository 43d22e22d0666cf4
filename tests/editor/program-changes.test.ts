import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { inVietnamese } from '../../pipeline/editor/forge-words.ts'
import { changedProgram, PROGRAM_CHANGES, REQUEST_BODY } from '../../pipeline/editor/program-changes.ts'
import { REPOSITORY } from '../support/portals.ts'

const PROGRAM = readFileSync(`${REPOSITORY}node_modules/@sveltia/cms/npm/index.js`, 'utf8')
const change = (code: string): string => changedProgram(code, (name) => `assets/${name}.woff2`)

let program: string
beforeAll(() => {
  program = change(PROGRAM)
})

// The program is two megabytes: what it holds is asked for by a word, so that a failure can be read.
test('the program asks nobody for typefaces or news, and speaks to who approves in Vietnamese', () => {
  const holds = (words: string) => [words, program.includes(words)]
  expect(
    ['cdn.jsdelivr.net/fontsource/fonts/', 'api/v2/status.json', 'body:`Automatically'].map(holds),
  ).toEqual([
    ['cdn.jsdelivr.net/fontsource/fonts/', false],
    ['api/v2/status.json', false],
    ['body:`Automatically', false],
  ])
  expect(program.includes(JSON.stringify(REQUEST_BODY))).toBe(true)
})

test.each(PROGRAM_CHANGES.map(({ why, from }) => [why, from] as const))(
  'a program in which there is nothing to change is refused: %s',
  (_why, from) => {
    const without = PROGRAM.replace(from, '')
    expect(without.length).toBeLessThan(PROGRAM.length)
    expect(() => change(without)).toThrow('@sveltia/cms: found 0 times, not once')
  },
)

test('a program that holds a place twice is refused too', () => {
  expect(() => change(PROGRAM + PROGRAM)).toThrow(/found 2 times, not once/)
})

// biome-ignore format: a table
test.each<[status: number, said: string, words: RegExp | undefined, why: string]>([
  [200, 'Resource not accessible by personal access token', /thiếu quyền.*«Contents» và «Pull requests»/, 'a token without a permission'],
  [401, 'Bad credentials',                                  /hết hạn hoặc đã bị thu hồi/,                  'a token that ended'],
  [403, 'API rate limit exceeded for user ID 1.',           /quá nhiều yêu cầu/,                           'too many requests'],
  [200, 'Repository rule violations found\n\nChanges must be made through a pull request.', /Nhánh chính được bảo vệ/, 'a file for the library goes to main'],
  [200, 'lan does not have the correct permissions to execute `CreateRef`', /không có quyền ghi/,         'an account that may only read'],
  [503, 'Service unavailable',                              /GitHub đang trục trặc/,                       'the forge is down'],
  [200, 'A ref named "refs/heads/x" already exists in the repository.', undefined,                        'the program itself goes by these words'],
  [422, 'Something new',                                    undefined,                                     'what we do not know is shown as it is'],
])('%i %s is told as %s (%s)', (status, said, words) => {
  const told = inVietnamese(status, said)
  if (words === undefined) expect(told).toBeUndefined()
  else expect(told).toMatch(words)
})
