import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { submissionWorkflow } from '../../pipeline/starter/submission-workflow.ts'
import { SENT_KINDS, type SubmissionField } from '../../pipeline/submissions/form.ts'
import { p, pack } from '../import/word-files.ts'
import { expectCivil, expectRefusal } from '../support/civil.ts'
import { createDesk, type SubmissionDesk } from './desk.ts'

let desk: SubmissionDesk
beforeAll(async () => {
  desk = await createDesk('dong-viet', 'kon-ray')
})
afterAll(() => desk.office.forge.close())

const NAME = 'a» @quan-tri ![x](https://track.example/p.png) #1 «b'
/** What would ping somebody, load something from elsewhere, point somewhere, or put a sender's words into the office's mouth. */
const LOUD = /quan-tri|track\.example|casino|!\[|(?<!việc |&)#\d|tên cướp/

describe('what strangers write is not said again in the name of the office', () => {
  // biome-ignore format: a table
  const ROWS: readonly (readonly [because: string, answers: () => Partial<Record<SubmissionField, string>>, code: number])[] = [
    ['the name of a program',   () => ({ files: `[x](${desk.office.forge.drop(Buffer.from('MZ'.padEnd(600, '\0')), `${NAME}.exe`)})` }), 1],
    ['the name of another file', () => ({ files: `[x](${desk.office.forge.drop(Buffer.from('tên cướp'), `${NAME}.txt`)})` }), 0],
    ['where links lead',        () => ({ text: 'Sáng 20/11 [kèo](https://casino.example/x) [y](../../tên-cướp.md) [z](<ftp://a` @quan-tri tên cướp `b>) ra quân.' }), 0],
    ['a byline, a unit, a source', () => ({ author: '@quan-tri tên cướp', unit: '![x](https://track.example/p.png)', source: '#1 <img src="https://track.example/p.png">' }), 0],
  ]
  test.each(ROWS)('%s', async (_, answers, code) => {
    const number = await desk.send(`Bài @quan-tri tên cướp ${NAME}`, answers())
    const looked = await desk.run('xem', number)
    expect(looked.code, looked.stderr).toBe(code)
    const taken = await desk.run('nhan', number, { token: 'token-lan' })
    expect(taken.code, taken.stderr).toBe(code)
    const pull = code === 0 ? desk.office.forge.world.pulls.at(-1) : undefined
    for (const words of [...desk.commentsOn(number), pull?.title ?? '', pull?.body ?? ''])
      expect(words).not.toMatch(LOUD)
  })
})

test('who sends has written: he cannot approve it himself, though a robot has made the commit', async () => {
  const number = await desk.send('Phường ra quân dọn bãi sông', {}, 'truong')
  expect((await desk.run('nhan', number, { token: 'token-lan' })).code).toBe(0)
  const pull = desk.office.forge.world.pulls.at(-1)?.number ?? 0
  await desk.office.forge.as('truong').approve(pull)
  const { comment } = await desk.office.gate(pull)
  expect(comment).toMatch(/truong<\/code> tham gia viết nội dung này nên phê duyệt không được tính/)
})

test('who sends says of which unit he is, and whoever takes the article is told that nobody has looked', async () => {
  const number = await desk.send('Trung tâm mở thêm một quầy')
  expect((await desk.run('nhan', number, { token: 'token-lan' })).code).toBe(0)
  expect(desk.office.forge.world.pulls.at(-1)?.body).toContain('máy không biết người ấy có ở đơn vị không')
})

test('what is mended after the article was taken is not taken silently, and the sender is told', async () => {
  const number = await desk.send('Đoàn phường ra quân buổi chiều')
  await desk.run('nhan', number)
  await desk.mend(number, { text: 'Một bài khác hẳn.' })
  const outcome = await desk.run('xem', number)
  expectCivil(outcome)
  expect(outcome.code).toBe(0)
  expect(desk.commentsOn(number)[1]).toContain('Lời sửa ở đây không tự vào bản thảo')
  expect((await desk.onBranch(`gui-bai-${number}`)).text).not.toContain('Một bài khác hẳn')
})

test('a portal that is closed answers, and says who took its place', async () => {
  const number = await desk.send('Thị trấn dọn vệ sinh', { portal: 'Trang (kon-ray)' })
  expectRefusal(await desk.run('xem', number), 1)
  expect(desk.commentsOn(number)[0]).toMatch(/đã dừng hoạt động nên không nhận bài\. Nơi tiếp nối: UBND xã/)
})

test('what helps only whoever runs the command is not told to a sender with a phone', async () => {
  const docx = await pack({ sections: [{ children: [p('Về việc công nhận tổ dân phố văn hóa.')] }] })
  const files = `[a](${desk.office.forge.drop(docx, 'a.docx')})`
  const number = await desk.send('Quyết định công nhận', { kind: SENT_KINDS['van-ban'], text: '', files })
  expectRefusal(await desk.run('xem', number), 1)
  expect(desk.commentsOn(number)[0]).toContain(
    '- Không nhận ra số, ký hiệu của văn bản. Cách sửa: ghi số trong Word',
  )
  expect(desk.commentsOn(number)[0]).not.toMatch(/lệnh|number|LibreOffice/)
})

test('an article without a title is asked for one', async () => {
  const number = await desk.send('')
  expect((await desk.run('xem', number)).code).toBe(0)
  expect(desk.commentsOn(number)[0]).toMatch(/Xin bổ sung[\s\S]*- tiêu đề của bài: bấm Edit/)
})

// biome-ignore format: a table
const HUGE: readonly (readonly [because: string, text: string])[] = [
  ['tags that never end',     '<img'.repeat(16_000)],
  ['brackets in brackets',    `${'['.repeat(30_000)}a${']('.repeat(15_000)}`],
  ['signs of emphasis',       '*a_ '.repeat(16_000)],
  ['comments that never end', `Sáng 20/11.${'<!--'.repeat(15_000)}`],
  ['a table',                 `|a|b|\n|-|-|\n${'|x|y|\n'.repeat(9_000)}`],
]
test.each(HUGE)('as much as an issue holds is read in seconds: %s', async (_, text) => {
  const number = await desk.send('Bài dài hết mức', { text })
  const begun = performance.now()
  const outcome = await desk.run('xem', number)
  expect(outcome.code, outcome.stderr).toBe(0)
  expect(performance.now() - begun).toBeLessThan(20_000)
})

test('a sender who goes on mending does not push a secretary’s decision out of the queue', () => {
  const { concurrency, jobs } = parse(submissionWorkflow('product'))
  expect(concurrency['cancel-in-progress']).toBe(false)
  expect(concurrency.group).toContain(
    "github.event.action == 'edited' && 'gui-bai' || github.event.label.name",
  )
  expect(jobs.nhan.if).toContain("github.event.action == 'labeled'")
})
