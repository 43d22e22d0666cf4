import { expect, test } from 'vitest'
import { type Data, unsaid } from '../../pipeline/editor/tidy.ts'

const CONFIG = {
  backend: {},
  collections: [
    {
      name: 'bai-viet',
      label: '',
      folder: '',
      fields: [
        { name: 'title', widget: 'string', required: true },
        { name: 'originalWork', widget: 'boolean', required: false },
        { name: 'collaborator', widget: 'boolean', required: true },
      ],
    },
  ],
}

// biome-ignore format: a table
test.each([
  [{ kind: 'bai-viet', title: 'Chợ', originalWork: false }, ['originalWork'],         'a switch that nobody touched says nothing'],
  [{ kind: 'bai-viet', title: '', body: '' },            ['title'],                   'a draft may lack a field, but does not say that it is empty'],
  [{ kind: 'bai-viet', originalWork: true },             [],                          'one that was set does'],
  [{ kind: 'bai-viet', collaborator: false },            [],                          'a required one is answered either way'],
  [{ kind: 'bai-viet', hanDang: '' },                    ['hanDang'],                 'what is only shown is no part of the article'],
  [{ kind: 'khac', originalWork: false },                [],                          'an unknown kind is left alone'],
] as [Data, string[], string][])('%o leaves out %o (%s)', (data, left) => {
  expect(unsaid(CONFIG, data)).toEqual(left)
})
