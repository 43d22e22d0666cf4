import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { changeFiles } from '../../pipeline/adapters/change-files.ts'
import { snapshot, temporaryFolder } from '../support/repository.ts'

function folder(): string {
  const root = temporaryFolder()
  mkdirSync(join(root, 'a'))
  for (const name of ['one', 'two', 'three']) writeFileSync(join(root, 'a', name), name)
  return root
}
const inside = (root: string) =>
  Object.fromEntries(
    Object.entries(snapshot(root)).map(([path, text]) => [path, Buffer.from(text, 'base64').toString()]),
  )

test('creates, replaces and removes in one go, and leaves nothing beside', () => {
  const root = folder()
  const done = changeFiles(root, {
    create: new Map([['b/four', '4']]),
    replace: new Map([['a/one', '1']]),
    remove: ['a/two'],
  })
  expect(done).toEqual({ ok: true })
  expect(inside(root)).toEqual({ 'a/one': '1', 'a/three': 'three', 'b/four': '4' })
})

test('what is to be created is there already: nothing is touched', () => {
  const root = folder()
  const before = inside(root)
  expect(changeFiles(root, { create: new Map([['a/one', '1']]), remove: ['a/two'] })).toEqual({
    ok: false,
    taken: ['a/one'],
  })
  expect(inside(root)).toEqual(before)
})

test('one of the files is not there: everything comes back', () => {
  const root = folder()
  const before = inside(root)
  const change = {
    create: new Map([['b', '4']]),
    replace: new Map([['a/one', '1']]),
    remove: ['a/two', 'a/none'],
  }
  expect(() => changeFiles(root, change)).toThrow('ENOENT')
  expect(inside(root)).toEqual(before)
  expect(readdirSync(join(root, 'a')).sort()).toEqual(['one', 'three', 'two'])
})

test('the disk refuses a later file, when others are already removed and replaced: everything comes back', () => {
  const root = folder()
  const before = inside(root)
  const replace = new Map([
    ['a/one', '1'],
    ['a/none', '0'],
  ])
  expect(() => changeFiles(root, { remove: ['a/two'], replace })).toThrow('ENOENT')
  expect(inside(root)).toEqual(before)
})
