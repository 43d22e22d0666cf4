import { Document, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { describe, expect, test } from 'vitest'
import { pdfReader } from '../../pipeline/adapters/pdf-text.ts'
import { officeText } from '../../pipeline/media/office-text.ts'
import { secretMarks } from '../../pipeline/secrecy/marks.ts'
import { docx, odt, pdf, xlsx } from '../support/made-files.ts'
import { article, createRepository } from '../support/repository.ts'
import { convert, findSoffice } from '../support/soffice.ts'

const NOW = '2026-11-20T09:00:00+07:00'
const body = (xml: string) => `<w:document><w:body>${xml}</w:body></w:document>`
const kinds = (bytes: Uint8Array) => secretMarks(officeText(bytes) ?? '').map(({ kind }) => kind)

/** A paper as an office writes it: its head is a table of two columns, the stamp stands below the number. */
const paper = (stamp: string) =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('UBND phường')] }) },
          children: [
            new Table({
              rows: [
                new TableRow({
                  children: [
                    new TableCell({
                      children: [
                        new Paragraph('ỦY BAN NHÂN DÂN'),
                        new Paragraph('Số: 12/BC-UBND'),
                        new Paragraph({ children: [...stamp].map((letter) => new TextRun(letter)) }),
                      ],
                    }),
                    new TableCell({ children: [new Paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')] }),
                  ],
                }),
              ],
            }),
            new Paragraph('BÁO CÁO CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC'),
            new Paragraph('Mật độ dân số; mật khẩu; bí mật nhà nước có độ tuyệt mật, tối mật, mật.'),
          ],
        },
      ],
    }),
  )

describe('the text inside of papers of an office', () => {
  // biome-ignore format: a table
  const cases: readonly (readonly [name: string, bytes: Buffer, found: readonly string[], because: string])[] = [
    ['runs',       docx({ 'word/document.xml': body('<w:p><w:r><w:t>TỐI </w:t></w:r><w:r><w:t>MẬT</w:t></w:r></w:p>') }), ['stamp'], 'Word cuts words into runs'],
    ['a box',      docx({ 'word/document.xml': body('<w:p><w:r><w:t>Số 12</w:t><w:pict><v:textbox><w:txbxContent><w:p><w:t>MẬT</w:t></w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>') }), ['stamp'], 'a stamp is often a box'],
    ['drawn',      docx({ 'word/header1.xml': '<w:hdr><v:shape><v:textpath style="x" string="TUYỆT MẬT"/></v:shape></w:hdr>' }), ['stamp'], 'across the page, in the header'],
    ['escaped',    docx({ 'word/document.xml': body('<w:p><w:t>M&#7852;T</w:t></w:p>') }), ['stamp'], 'the letter as a number'],
    ['decomposed', docx({ 'word/document.xml': body(`<w:p><w:t>${'MẬT'.normalize('NFD')}</w:t></w:p>`) }), ['stamp'], 'letters and marks apart'],
    ['columns',    docx({ 'word/document.xml': body('<w:p><w:t>MẬT</w:t><w:tab/><w:t>Hà Nội, ngày 1/11/2026</w:t></w:p>') }), ['stamp'], 'a tab stands between two columns'],
    ['deleted',    docx({ 'word/document.xml': body('<w:p><w:del><w:delText>MẬT</w:delText></w:del><w:t>Thông báo</w:t></w:p>') }), [], 'struck out, and told by the import'],
    ['a sentence', docx({ 'word/document.xml': body('<w:p><w:t>BÍ </w:t></w:p><w:p><w:t>Giữ bí mật, MẬT KHẨU</w:t></w:p>') }), [], 'no stamp'],
    ['sheet',      xlsx({ 'xl/sharedStrings.xml': '<sst><si><t>STT</t></si><si><r><t>TỐI </t></r><r><t>MẬT</t></r></si></sst>' }), ['stamp'], 'a cell'],
    ['odt',        odt({ 'content.xml': '<office:document-content><text:p>Số 1</text:p><text:p>MẬT</text:p></office:document-content>' }), ['stamp'], 'OpenDocument'],
    ['no zip',     Buffer.from('MẬT'), [], 'what cannot be opened is told by another rule'],
  ]
  test.each(cases)('%s', (_, bytes, expected) => {
    expect(kinds(bytes)).toEqual(expected)
  })

  test('a whole paper, by another program', async () => {
    expect(kinds(await paper('TUYỆT MẬT'))).toEqual(['stamp'])
    expect(kinds(await paper('Nơi nhận'))).toEqual([])
  })
})

describe('congbo check', () => {
  const ATTACHED = 'content/thanh-dong/tin-bai/xa-hoi/2026/bao-cao'
  const withFile = (extension: string, bytes: Uint8Array) => {
    const repository = createRepository({ sample: true })
    repository.write(`${ATTACHED}.${extension}`, bytes)
    repository.write(`${ATTACHED}.md`, article({}, `Xem [báo cáo](bao-cao.${extension}).\n`))
    return repository.congbo(['check', '--now', NOW, '--json'])
  }
  const marked = ({ stdout }: { stdout: string }) =>
    JSON.parse(stdout)
      .diagnostics.filter(({ rule }: { rule: string }) => rule === 'secret-marking')
      .map(({ file, severity, law }: Record<string, string>) => [file, severity, law !== undefined])

  test('a Word file: the file is named, with the clause', async () => {
    const outcome = await withFile('docx', await paper('MẬT'))
    expect(marked(outcome)).toEqual([[`${ATTACHED}.docx`, 'error', true]])
    expect(outcome.code).toBe(1)
  })
  test('a PDF', async () => {
    const secret = pdf().toString('latin1')
    const bytes = secret.replace('(Thong bao lich tiep cong dan)', '(12/BC-UBND\\(M\\)             )')
    expect(bytes.length).toBe(secret.length)
    expect(marked(await withFile('pdf', Buffer.from(bytes, 'latin1')))).toEqual([
      [`${ATTACHED}.pdf`, 'error', true],
    ])
    expect(marked(await withFile('pdf', pdf()))).toEqual([])
  })
})

test.runIf(findSoffice())(
  'a PDF of a paper whose stamp stands in the left column',
  { timeout: 120_000 },
  async () => {
    const read = async (stamp: string) => {
      const made = convert('bao-cao.docx', await paper(stamp), 'pdf').get('bao-cao.pdf') as Buffer
      const text = await pdfReader().read(new Uint8Array(made))
      return secretMarks(text?.lines ?? '').map(({ kind }) => kind)
    }
    expect(await read('TUYỆT MẬT')).toEqual(['stamp'])
    expect(await read('Nơi nhận')).toEqual([])
  },
)
