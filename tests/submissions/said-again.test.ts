import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saidAgain } from '../../pipeline/commands/said-again.ts'

// biome-ignore format: a table
const ROWS: readonly (readonly [message: string, said: string, because: string])[] = [
  ['viết vào ô «Nội dung bài», hoặc chọn tệp ở ô «Ảnh và tệp Word»', 'viết vào ô «Nội dung bài», hoặc chọn tệp ở ô «Ảnh và tệp Word»', 'what the form calls its fields is ours'],
  ['Bài kèm tệp chạy được: «x.exe»',                       'Bài kèm tệp chạy được: «…»',     'the name of a file is the sender’s'],
  ['Có chữ ẩn «a» tên cướp «b» ở ô «Nội dung bài»',        'Có chữ ẩn «…» ở ô «Nội dung bài»', 'a name may hold marks itself'],
  ['Liên kết `ftp://a` @torvalds `b` không thuộc loại cho phép', 'Liên kết «…» không thuộc loại cho phép', 'so may a link'],
  ['viết tóm tắt (summary); xem lại: ba mục, hai ảnh?',    'viết tóm tắt (summary); xem lại: ba mục, hai ảnh?', 'stops are stops'],
  ['hỏi @ai #12 https://x.vn ![a](b) <b>',                 'hỏi &#64;\u2060ai &#35;\u206012 https&#58;&#47;&#47;x&#46;vn &#33;&#91;a&#93;(b) &#60;b&#62;', 'what is left is words'],
]
test.each(ROWS)('%s', (message, said) => {
  expect(saidAgain(message)).toBe(said)
})

test('whatever a sender writes into a quotation, none of it is said again, and nothing in it is more than words', () => {
  const sign = fc.constantFrom(...'«»`@#<>[]()!*_~|\\&:/.\n\0 \u202eQZ0')
  const words = fc.array(sign, { maxLength: 40 }).map((signs) => signs.join(''))
  fc.assert(
    fc.property(words, words, (name, quoted) => {
      const said = saidAgain(`Tệp «${name}» ở \`${quoted}\` không nhập, xem ô «Nguồn tin»`)
      expect(said).not.toMatch(/[QZ@<>[\]!*~|\\\n\0`]/)
      expect(said).toMatch(/^Tệp «…».*, xem ô «Nguồn tin»$/)
    }),
  )
})
