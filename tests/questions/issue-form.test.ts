import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { FORM_LABELS, readIssueForm } from '../../pipeline/questions/issue-form.ts'
import { QUESTION_FORM, questionForm } from '../../pipeline/starter/question-form.ts'
import { PORTALS, portalOf } from '../support/portals.ts'

const all = PORTALS.map((id) => ({ id, name: portalOf(id).cong.name }))

describe('the form', () => {
  // `npx vitest run tests/questions/issue-form.test.ts --update` writes it.
  test('of this repository is what pipeline/starter writes', async () => {
    await expect(questionForm(all)).toMatchFileSnapshot(`../../${QUESTION_FORM}`)
  })
  test.each([
    ['of one portal', questionForm(all.slice(0, 1)), ['question', 'area', 'confirmed']],
    ['of several', questionForm(all), ['portal', 'question', 'area', 'confirmed']],
  ])('%s asks for what the command reads, and warns before anything else', (_, text, ids) => {
    const { body, title, labels } = parse(text)
    const [warning, ...fields] = body
    expect(warning.attributes.value).toMatch(/^# MỌI NGƯỜI TRÊN MẠNG ĐỀU ĐỌC ĐƯỢC/)
    expect(warning.attributes.value).toMatch(/^# KHÔNG GHI HỌ TÊN/m)
    expect(fields.map(({ id }: { id: string }) => id)).toEqual(ids)
    for (const { id, attributes } of fields)
      expect(attributes.label).toBe(FORM_LABELS[id as keyof typeof FORM_LABELS])
    expect({ title, labels }).toEqual({ title: 'Câu hỏi: ', labels: ['cau-hoi'] })
  })
})

/** As GitHub writes a form that was filled in. */
const filled = (question: string, area = 'tổ dân phố số 4') =>
  `### Cổng\n\n${all[4]?.name} (thanh-dong)\n\n### Nội dung hỏi\n\n${question}\n\n### ${FORM_LABELS.area}\n\n${area}\n\n### Xác nhận\n\n- [x] Tôi không ghi\n`

describe('what somebody has filled in', () => {
  const read = (body: string) => readIssueForm({ title: 'Câu hỏi: Bao giờ sửa đèn?', body })
  test('is taken apart', () => {
    expect(read(filled('Dòng một.\n\nDòng hai.').replaceAll('\n', '\r\n'))).toEqual({
      title: 'Bao giờ sửa đèn?',
      portal: 'Cổng thông tin điện tử phường Thành Đông (thanh-dong)',
      question: 'Dòng một.\n\nDòng hai.',
      area: 'tổ dân phố số 4',
    })
  })
  test('nothing where nothing was written', () => {
    expect(read(filled('Hỏi', '_No response_')).area).toBeUndefined()
  })
  test('headings in the question itself lead nowhere', () => {
    const forged = `Hỏi\n### ${FORM_LABELS.area}\n\nsố nhà 12\n### Cổng\n\nCổng khác (kep)\n### Xác nhận\nx`
    expect(read(filled(forged))).toMatchObject({
      portal: expect.stringContaining('(thanh-dong)'),
      question: forged,
      area: 'tổ dân phố số 4',
    })
  })
  test('without the form all of it is the question', () => {
    expect(read('Bao giờ sửa đèn?\n### Xác nhận')).toMatchObject({
      question: 'Bao giờ sửa đèn?\n### Xác nhận',
      area: undefined,
    })
  })
  test('nor are files', () => {
    const file =
      'Xem [đơn.docx](https://github.com/user-attachments/files/12/don.docx) và [báo](https://a.vn/b)'
    expect(read(filled(file)).question).toBe('Xem [tệp không chép theo] và [báo](https://a.vn/b)')
  })
  test('pictures are not copied', () => {
    const pictures = 'Xem ![CCCD](https://a.b/c.png) và <img src="x" width=1>'
    expect(read(filled(pictures)).question).toBe('Xem [ảnh không chép theo] và [ảnh không chép theo]')
  })
})
