import { describe, expect, test } from 'vitest'
import { secretMarks } from '../../pipeline/secrecy/marks.ts'
import { ROWS } from './labelled.ts'

test.each(ROWS)('%s', (text, expected) => {
  const found = secretMarks(text).map(({ kind, start }) => `${kind}: ${text.slice(start).split('\n')[0]}`)
  expect(found).toEqual(expected)
})

describe('a stamp among other lines', () => {
  test.each(ROWS.filter(([, found]) => found[0]?.startsWith('stamp')))('%s', (text) => {
    const paper = `ỦY BAN NHÂN DÂN\nPHƯỜNG THÀNH ĐÔNG\n${text}\nKính gửi: các phòng\nGiữ bí mật theo luật.`
    expect(secretMarks(paper).filter(({ kind }) => kind === 'stamp').length).toBeGreaterThan(0)
  })
})
