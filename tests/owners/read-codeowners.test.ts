import { describe, expect, test } from 'vitest'
import { CODEOWNERS_LIMIT, ownersOf, readCodeowners } from '../../pipeline/owners/read-codeowners.ts'

const ownersIn = (text: string, path: string) => ownersOf(readCodeowners(text), path)

// biome-ignore format: a table
const CASES = [
  // file,                                     path,                       owners,               because
  ['*.js @a\n/src/ @b',                        'src/a.js',                 ['@b'],               'the last line that matches wins'],
  ['/src/ @b\n* @a',                           'src/a.js',                 ['@a'],               'a general line after a particular one takes everything'],
  ['/docs/ @a\n/docs/x/',                      'docs/x/a.md',              [],                   'a line without owners takes them away'],
  ['/docs/ @a\n/docs/x/',                      'docs/a.md',                ['@a'],               '… and only there'],
  ['*.md @a @t/b c@d.vn',                      'a.md',                     ['@a', '@t/b', 'c@d.vn'], 'owners of one line stand together'],
  ['*.md @a\n*.md @b',                         'a.md',                     ['@b'],               'the same pattern twice: the last alone counts'],
  ['* @a\n!a.md @b',                           'a.md',                     ['@a'],               'there is no negation; the line is skipped'],
  ['[xy].md @a',                               'x.md',                     [],                   'there are no ranges'],
  ['[xy].md @a',                               '[xy].md',                  [],                   '… and brackets are not plain characters either'],
  ['\\#x.md @a',                               '#x.md',                    [],                   'a backslash does not save #'],
  ['a.md @a # @b',                             'a.md',                     ['@a'],               'a comment may end a line'],
  ['  # chú thích\na.md @a',                   'a.md',                     ['@a'],               'a comment may be indented'],
  ['/content/y-te/ @a',                        'content/Y-Te/a.md',        [],                   'case counts, on every platform'],
  ['docs/* @a',                                'docs/a.md',                ['@a'],               'the files of a folder'],
  ['docs/* @a',                                'docs/x/a.md',              [],                   '… and not those below its folders, unlike gitignore'],
  ['docs/** @a',                               'docs/x/y/a.md',            ['@a'],               'all below a folder'],
  ['docs/** @a',                               'x/docs/a.md',              [],                   'a slash within anchors the pattern'],
  ['apps/ @a',                                 'x/apps/y/a.md',            ['@a'],               'a folder of this name anywhere'],
  ['apps/ @a',                                 'x/apps',                   [],                   'a slash at the end means a folder, not a file'],
  ['/apps/ @a',                                'x/apps/a.md',              [],                   'a slash in front anchors'],
  ['a/b @a',                                   'a/b/c/d.md',               ['@a'],               'a name is a file or a folder with all below'],
  ['a/b @a',                                   'x/a/b',                    [],                   'a slash within anchors a name too'],
  ['a/b @a',                                   'a/bc',                     [],                   'a name is a whole segment'],
  ['b @a',                                     'a/b/c.md',                 ['@a'],               'a bare name floats'],
  ['**/logs @a',                               'logs/x',                   ['@a'],               '** in front may be nothing'],
  ['**/logs @a',                               'a/b/logs/x',               ['@a'],               '… or folders'],
  ['a/**/z @a',                                'a/z',                      ['@a'],               '** within may be nothing'],
  ['a/**/z @a',                                'a/b/c/z/x',                ['@a'],               '… or folders'],
  ['a/**/z @a',                                'a/b/c',                    [],                   '… and the rest must follow'],
  ['/* @a',                                    'a.md',                     ['@a'],               'the files of the root'],
  ['/* @a',                                    'x/a.md',                   [],                   '… alone'],
  ['*.md @a',                                  'x/y/a.md',                 ['@a'],               'a floating wildcard'],
  ['/a*c @a',                                  'abbc/x',                   ['@a'],               'a star within a name is no slash'],
  ['/a*c @a',                                  'a/c',                      [],                   '… never'],
  ['/a?c @a',                                  'aạc',                      ['@a'],               '? is one character, not one byte'],
  ['/a**c @a',                                 'axxc',                     ['@a'],               '** within a name is a star'],
  ['* @a',                                     '.github/x.yml',            ['@a'],               'a name may begin with a dot'],
  ['/ @a',                                     'a.md',                     [],                   'the root alone names no file'],
  ['** @a',                                    'x/y.md',                   ['@a'],               'everything'],
  ['a\\ b.md @a',                              'a b.md',                   ['@a'],               'an escaped space belongs to the name'],
  ['\\*.md @a',                                'x.md',                     [],                   'an escaped star is a star'],
  ['\\*.md @a',                                '*.md',                     ['@a'],               '… and matches itself'],
  ['* @a\na.md chị-ba',                        'a.md',                     ['@a'],               'an invalid owner skips the line, and the file falls to an earlier one'],
  ['* @a\na.md @b @@c',                        'a.md',                     ['@a'],               '… even beside a valid one'],
  ['* @a\n/a/***/b @b',                        'a/x/b',                    ['@a'],               'three stars are invalid'],
  ['a.md @a\r\nb.md @b\r\n',                   'a.md',                     ['@a'],               'CRLF is no part of an owner'],
  ['a.md\t@a\t@b',                             'a.md',                     ['@a', '@b'],         'tabs separate'],
  ['   a.md @a',                               'a.md',                     ['@a'],               'a line may be indented'],
  ['/tin-bài/ @a',                             'tin-bài/a.md',             ['@a'],               'Vietnamese matches itself …'],
  ['/tin-bài/ @a',                             'tin-bài/a.md'.normalize('NFD'), [],              '… and not the other Unicode form'],
  ['\u{FEFF}* @a',                             'a.md',                     [],                   'a byte order mark spoils the first line'],
  ['* @a',                                     '../x',                     ['@a'],               'a strange path is a path'],
  ['a//b @a',                                  'a/b',                      [],                   'an empty segment is no segment'],
  ['',                                         'a.md',                     [],                   'an empty file gives nothing to anybody'],
] as const

describe('who owns a path', () => {
  test.each(CASES)('%j %j: %j, %s', (text, path, owners) => {
    expect(ownersIn(text, path)).toEqual(owners)
  })
})

// biome-ignore format: a table
const ERRORS = [
  // line,             column, says,       because
  ['!a.md @a',         1, 'phủ định',      'at the mark'],
  ['/a[b].md @a',      3, '[ ]',           'at the bracket'],
  ['  \\#a @a',        3, '\\#',           'columns count from the start of the line'],
  ['a#b @a',           2, '`#`',           'a pattern that might be half a comment'],
  ['/a/***/b @a',      4, '***',           'at the first star'],
  ['a.md @a bà@',      9, 'bà@',           'the owner is named'],
  ['a.md @a/b/c',      6, '@a/b/c',        'a team has one slash'],
  ['a.md a@b',         6, 'a@b',           'an address has a domain'],
  ['a\u200B.md @a',    2, 'không nhìn thấy', 'nobody would find a zero-width space'],
  ['a\\',              2, 'ở cuối',        'an escape of nothing'],
] as const

describe('a line that GitHub skips is told', () => {
  test.each(ERRORS)('%j at column %i: %s, %s', (line, column, says) => {
    const { rules, errors } = readCodeowners(`# đầu tệp\n${line}\n`)
    expect(rules).toEqual([])
    expect(errors).toEqual([
      { line: 2, column, problem: expect.stringContaining(says.replace('***', '`*`')) },
    ])
  })
  test('a file that is right has none, and keeps the numbers of its lines', () => {
    const { rules, errors } = readCodeowners('# a\n\n* @a\n\n/b/ @b # c\n')
    expect(errors).toEqual([])
    expect(rules.map(({ pattern, owners, line }) => [pattern, owners, line])).toEqual([
      ['*', ['@a'], 3],
      ['/b/', ['@b'], 5],
    ])
  })
})

describe('the limit of 3 MB counts bytes', () => {
  const filled = (bytes: number) => {
    const comment = `# ${'ậ'.repeat(100_000)}\n`
    const rule = '* @a\n'
    const rest = bytes - rule.length
    const whole = Math.floor(rest / new TextEncoder().encode(comment).length)
    const text = rule + comment.repeat(whole)
    return text + '#'.repeat(bytes - new TextEncoder().encode(text).length)
  }
  test('one byte less counts', () => {
    const read = readCodeowners(filled(CODEOWNERS_LIMIT - 1))
    expect([read.tooLarge, ownersOf(read, 'a')]).toEqual([false, ['@a']])
  })
  test('at the limit nobody owns anything', () => {
    const read = readCodeowners(filled(CODEOWNERS_LIMIT))
    expect([read.tooLarge, ownersOf(read, 'a')]).toEqual([true, []])
  })
})

test('a pattern full of wildcards takes no more than a moment', () => {
  const codeowners = readCodeowners(`/${'**/a*a*a*a*a*b/'.repeat(30)}x @a`)
  const path = `${`${'a'.repeat(200)}/`.repeat(60)}y`
  const started = performance.now()
  expect(ownersOf(codeowners, path)).toEqual([])
  expect(performance.now() - started).toBeLessThan(2000)
})
