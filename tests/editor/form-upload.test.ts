import { HeadingLevel } from 'docx'
import { expect, test } from 'vitest'
import { portsOfProcess } from '../../pipeline/adapters/ports-of-process.ts'
import { takeUpload } from '../../pipeline/commands/form-upload.ts'
import { heading, p, pack } from '../import/word-files.ts'
import { createRepository } from '../support/repository.ts'

const word = () =>
  pack({
    sections: [
      { children: [heading('Chợ trung tâm có mái che mới', HeadingLevel.TITLE), p('Mái che dài 40 mét.')] },
    ],
  })

/** What a file that is given to the form becomes in a portal. */
async function given(name: string, bytes: Uint8Array, { portal = 'thanh-dong', kind = 'tin-su-kien' } = {}) {
  const repository = createRepository({ portal, sample: true })
  const ports = portsOfProcess(repository.root)
  return { repository, taken: await takeUpload(ports, { portal, name, bytes, kind, linhVuc: null }) }
}

test('a Word file becomes an article; nothing else is written', async () => {
  const { repository, taken } = await given('Tin chợ.docx', await word())
  expect(taken).toMatchObject({
    state: 'written',
    kind: 'tin-su-kien',
    taken: expect.arrayContaining(['tiêu đề: Chợ trung tâm có mái che mới']),
  })
  const { file } = taken as { file: string }
  expect(file).toMatch(/^content\/thanh-dong\/tin-bai\/[a-z-]+\/2026\/cho-trung-tam-co-mai-che-moi\.md$/)
  expect(repository.read(file)).toContain('Mái che dài 40 mét.')
})

test('the original is kept where the regulation wants that (Đồng Việt, Điều 4 khoản 4)', async () => {
  const { repository, taken } = await given('Tin chợ.docx', await word(), { portal: 'dong-viet' })
  const original = (taken as { file: string }).file.replace(/\.md$/, '-ban-goc.docx')
  expect(repository.read(original).slice(0, 2)).toBe('PK')
})

// biome-ignore format: a table
test.each([
  ['../../../bai.docx', 'PK không phải tệp Word', /không phải tệp Word.*Cách sửa: /, 'a name is only a name'],
  ['anh.jpg',           '\xff\xd8\xff\xe0 ảnh',   /không phải tệp Word.*Cách sửa: /, 'a picture is no text'],
  ['rong.docx',         '',                       /trống|rỗng/,               'nothing is nothing'],
])('%s with %j is refused in words: %s (%s)', async (name, content, said) => {
  const { taken } = await given(name, Buffer.from(content, 'latin1'))
  expect(taken.state).toBe('refused')
  expect((taken as { why: readonly string[] }).why.join('\n')).toMatch(said)
})
