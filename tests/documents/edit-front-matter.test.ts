import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editFrontMatter, type FieldEdit } from '../../pipeline/documents/edit-front-matter.ts'
import { splitFrontMatter } from '../../pipeline/documents/front-matter.ts'

const ORDER = ['title', 'received', 'question', 'to', 'notices', 'answered']
const edit = (text: string, ...edits: readonly FieldEdit[]) => editFrontMatter(text, edits, ORDER)
const set = (key: string, value: FieldEdit['value']): FieldEdit => ({ edit: 'set', key, value }) as FieldEdit
const append = (value: Record<string, string>): FieldEdit => ({ edit: 'append', key: 'notices', value })
const doc = (yaml: string, body = '\nThân bài.\n') => `---\n${yaml}\n---\n${body}`

describe('a field is written where it belongs, and all else stays', () => {
  // biome-ignore format: a table
  const CASES: readonly (readonly [before: string, edit: FieldEdit, after: string, because: string])[] = [
    ['title: a\nsummary: b',                        set('to', 'x'),            'title: a\nto: x\nsummary: b',                         'behind the last of those before it'],
    ['summary: b',                                  set('to', 'x'),            'summary: b\nto: x',                                   'at the end, where none of them is there'],
    ['title: a # một\n# hai\nsummary: b',           set('to', 'x'),            'title: a # một\nto: x\n# hai\nsummary: b',            'a comment on the line stays on it, one above a field stays above it'],
    ['question: >-\n  một\n  hai\nsummary: b',      set('to', 'x'),            'question: >-\n  một\n  hai\nto: x\nsummary: b',       'behind all lines of a folded text'],
    ['question: {\n  a: 1 }\nsummary: b',           set('to', 'x'),            'question: {\n  a: 1 }\nto: x\nsummary: b',            'behind a map in braces over two lines'],
    ['to: cu # ghi chú\ntitle: a',                  set('to', 'moi'),          'to: moi # ghi chú\ntitle: a',                         'a value changes where it stands'],
    ['to: "cũ"\ntitle: a',                          set('to', 'x: y # z'),     'to: "x: y # z"\ntitle: a',                            'signs of YAML are quoted'],
    ['title: a',                                    set('to', 'true'),         'title: a\nto: "true"',                                'a word that YAML would read as another type'],
    ['title: a',                                    set('to', true),           'title: a\nto: true',                                  'and that type itself'],
    ['title: a',                                    set('to', 'một\n\nhai'),   'title: a\nto: |-\n  một\n\n  hai',                    'paragraphs stay paragraphs'],
    ['title: a',                                    set('to', { day: '2026-12-11', text: 'Chờ.' }), 'title: a\nto:\n  day: 2026-12-11\n  text: "Chờ."', 'a map'],
    ['title: a',                                    append({ day: '2026-12-11', why: 'Chờ.' }), 'title: a\nnotices:\n  - day: 2026-12-11\n    why: "Chờ."', 'the first of a list'],
    ['notices:\n- day: 2026-12-11 # x\n# y\ntitle: a', append({ day: '2026-12-18' }), 'notices:\n- day: 2026-12-11 # x\n- day: 2026-12-18\n# y\ntitle: a', 'the next, as far in as those before'],
  ]
  test.each(CASES)('%#: %s', (before, change, after) => {
    expect(edit(doc(before), change)).toEqual({ ok: true, text: doc(after) })
  })
})

describe('what cannot be written without touching other lines is left alone', () => {
  // biome-ignore format: a table
  const CASES: readonly (readonly [text: string, edit: FieldEdit, because: string])[] = [
    [doc('question: >-\n  một\n  hai'),              set('question', 'x'),        'a text of several lines is somebody’s'],
    [doc('to:\n  a: 1'),                             set('to', 'x'),              'a map is no word'],
    [doc('notices: [{ day: 2026-12-11 }]'),          append({ day: '2026-12-18' }), 'a list in brackets'],
    [doc('notices: x'),                              append({ day: '2026-12-18' }), 'a word is no list'],
    [doc('title: a').replaceAll('\n', '\r\n'),       set('to', 'x'),              'lines of Windows'],
    [`\uFEFF${doc('title: a')}`,                     set('to', 'x'),              'an invisible sign before all'],
    ['không có phần đầu',                            set('to', 'x'),              'no front matter'],
    [doc('title: a\ntitle: b'),                      set('to', 'x'),              'front matter that is wrong already'],
  ]
  test.each(CASES)('%#: %s', (text, change) => {
    expect(edit(text, change)).toEqual({ ok: false, key: change.key })
  })
})

test('whatever is said stands in the file as it was said, on lines of its own', () => {
  const words = fc
    .string({ unit: 'grapheme', maxLength: 60 })
    .filter((text) => !/[\p{Cc}\p{Cs}\u2028\u2029\uFEFF\uFFFE\uFFFF]/u.test(text))
  const before = doc('title: a # một\nquestion: |-\n  hai\n\n  ba\n# bốn\nsummary: "năm"')
  fc.assert(
    fc.property(words, fc.constantFrom('to', 'answered', 'received'), (text, key) => {
      const edited = edit(before, set(key, text))
      if (!edited.ok) throw new Error('not written')
      const split = splitFrontMatter(edited.text)
      expect(split.ok && split.value.data[key]).toBe(text)
      const rest = edited.text.split('\n').filter((line) => !line.startsWith(`${key}: `))
      expect(rest.join('\n')).toBe(before)
    }),
  )
})
