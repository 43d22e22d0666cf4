import { describe, expect, test } from 'vitest'
import {
  findDelicateData,
  findPersonalData,
  MASK,
  maskPersonalData,
  type Voice,
} from '../../pipeline/privacy/personal-data.ts'
import { ANSWERED, ASKED, DELICATE, NEWS } from './labelled.ts'

const found = (text: string, voice: Voice, known: readonly string[] = []) =>
  findPersonalData(text, { voice, known }).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`)

describe('what a citizen asks', () => {
  test.each(ASKED)('%s', (text, expected) => {
    expect(found(text, 'asker')).toEqual(expected)
  })
})

describe('what an office answers', () => {
  test.each(ANSWERED)('%s', (text, expected) => {
    expect(found(text, 'office')).toEqual(expected)
  })
})

describe('what news and papers tell', () => {
  test.each(NEWS)('%s', (text, expected) => {
    expect(found(text, 'news')).toEqual(expected)
  })
  test.each(DELICATE)('to be weighed: %s', (text, expected) => {
    const all = findDelicateData(text).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`)
    expect(all).toEqual(expected)
  })
})

test('a telephone and a mailbox of the portal are known, however they are written', () => {
  expect(
    found('Tôi gọi +84 912 345 678 và gửi Hoa@example.vn', 'asker', ['0912345678', 'hoa@example.vn']),
  ).toEqual([])
})

test('several in one text come in their order, each with what it is, the law and the way out', () => {
  const text = 'Tôi tên là Nguyễn Thị Hoa, CCCD 030085001234, điện thoại 0912345678.'
  const all = findPersonalData(text, { voice: 'asker' })
  expect(all.map(({ kind }) => kind)).toEqual(['name', 'citizen-id', 'phone'])
  for (const { what, ground, fix } of all)
    expect([what, ground, fix].every((words) => words.length > 5)).toBe(true)
  expect(maskPersonalData(text, all)).toBe(`Tôi tên là ${MASK}, CCCD ${MASK}, điện thoại ${MASK}.`)
})

test.each([...ASKED, ...ANSWERED])('nothing is left where it was masked: %s', (text) => {
  const masked = maskPersonalData(text, findPersonalData(text, { voice: 'asker' }))
  expect(findPersonalData(masked, { voice: 'asker' })).toEqual([])
})
