import { expect, test } from 'vitest'
import { readDocument } from '../../pipeline/documents/read-document.ts'
import { versionOf } from '../../pipeline/ledger/trace.ts'
import { contract, PORTALS, portalOf, repositoryFiles } from '../support/portals.ts'

const version = (body: string, front = {}) => versionOf({ front: front as never, body })

// biome-ignore format: a table
test.each([
  ['Tổ dân phố số 4 tổng vệ sinh',                8, 0, 'syllables, as words are counted in Vietnam'],
  ['',                                            0, 0, 'nothing'],
  ['  — «Chào mừng!» … 50% & B×C ÷ D',            6, 0, 'signs are no words'],
  ['Ngày 20/11/2026, số 849/QĐ-UBND',             8, 0, 'numbers and what stands between signs'],
  ['Xem [bài trước](../../kinh-te/2026/bai.md).', 3, 0, 'where a link leads is no word'],
  ['![Ảnh hội nghị](anh.jpg) Ảnh trên',           5, 1, 'a picture in the text; its alternative is read'],
  ['https://example.gov.vn/a-b-c chữ',            1, 0, 'an address'],
  ['😀 vui 👍🏽 quá',                                2, 0, 'pictures of faces'],
  ['hòa\u0301 hợp',                               2, 0, 'marks of their own belong to their letter'],
] as const)('%j has %i words and %i pictures: %s', (body, words, images, _because) => {
  expect(version(body)).toMatchObject({ words, images })
})

test('the picture and the gallery of the front matter count', () => {
  expect(version('', { image: { file: 'a.jpg' }, gallery: [{}, {}] }).images).toBe(3)
})

test.each(PORTALS)('%s: counted by codes it is what counting by letters and digits gives', (id) => {
  const { folder } = portalOf(id)
  for (const { path } of repositoryFiles
    .list(folder.slice(0, -1))
    .filter((each) => each.path.endsWith('.md'))) {
    const document = readDocument(repositoryFiles, folder, path.slice(folder.length), contract)
    const plain = document?.body.replace(/\]\([^)\n]*\)|<https?:[^>\n]*>|https?:\S+/g, '] ') ?? ''
    expect(document && versionOf(document).words, path).toBe(plain.match(/[\p{L}\p{N}\p{M}]+/gu)?.length ?? 0)
  }
})
