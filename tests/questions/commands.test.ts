import { describe, expect, test } from 'vitest'
import { type QuestionOptions, questions } from '../../pipeline/commands/questions.ts'
import { diagnosticsOf, expectCivil, expectRefusal } from '../support/civil.ts'
import { inProcess } from '../support/in-process.ts'
import { createRepository } from '../support/repository.ts'

const RECEIVED = '2026-11-02T09:00:00+07:00'
const FILE = 'content/thanh-dong/hoi-dap/2026/den-duong.md'

/** With a comment, a folded text and quotes: what an editor may have written by hand. */
const TEXT = `---
# Sổ giấy số 12, tờ 3.
title: 'Bao giờ sửa đèn ở ngõ Trung?'   # giữ nguyên
kind: hoi-dap
linhVuc: do-thi-ha-tang
section: trao-doi-hoi-dap
submittedBy: to-thu-ky
number: 1
receivedDate: ${RECEIVED} # ghi theo dấu đến
question: >-
  Hai bóng đèn đầu ngõ hỏng đã lâu,
  bao giờ sửa được?
# Tóm tắt do thư ký viết.
summary: "Câu hỏi về thời gian sửa đèn ở ngõ Trung."
---
`

function register({ text = TEXT, portal = 'thanh-dong', file = FILE } = {}) {
  const repository = createRepository({ portal, sample: true })
  repository.write(file, text)
  const run = (args: readonly string[], options: QuestionOptions = {}) =>
    inProcess(repository.root, (ports) =>
      questions(ports, args, { now: '2026-11-20T09:00:00+07:00', ...options }),
    )
  return { ...repository, run }
}

/** The lines that one text has and the other has not. */
const added = (before: string, after: string) => {
  const old = before.split('\n')
  const lines = after.split('\n')
  expect(lines.filter((line) => old.includes(line))).toEqual(old)
  return lines.filter((line) => !old.includes(line))
}

describe('each step writes its own lines and no other', () => {
  const { run, read, write } = register()
  test('pass', async () => {
    const outcome = await run(['pass', 'thanh-dong', '1'], {
      to: 'kt-ht-dt',
      at: '2026-11-03T08:00:00+07:00',
    })
    expect(outcome).toMatchObject({ code: 0, stderr: '' })
    expect(added(TEXT, read(FILE))).toEqual([
      'forwardedTo: kt-ht-dt',
      'forwardedDate: 2026-11-03T08:00:00+07:00',
    ])
    expect(outcome.stdout).toMatch(
      /Hạn: hết ngày 23\/11\/2026 .*Điều 7 khoản 5 điểm b Quy chế phường Thành Đông/,
    )
    expect(outcome.stdout).toMatch(
      /Việc tiếp theo: Phòng Kinh tế, Hạ tầng và Đô thị trả lời, hoặc báo quá trình/,
    )
  })
  test('pass again: the unit changes where it stands', async () => {
    const before = read(FILE)
    expect(await run(['pass', 'thanh-dong', 'den-duong'], { to: 'vh-xh' })).toMatchObject({ code: 0 })
    expect(read(FILE)).toBe(
      before
        .replace('forwardedTo: kt-ht-dt', 'forwardedTo: vh-xh')
        .replace('forwardedDate: 2026-11-03T08:00:00+07:00', 'forwardedDate: 2026-11-20T09:00:00+07:00'),
    )
  })
  test('notice, and a second one with its reason', async () => {
    const before = read(FILE)
    await run(['notice', 'thanh-dong', '1/2026'], {
      promised: '2026-12-11',
      text: 'Chờ: "điện lực" # khảo sát.',
    })
    const noticed = read(FILE)
    expect(added(before, noticed)).toEqual([
      'progressNotice:',
      '  sentDate: 2026-11-20T09:00:00+07:00',
      '  promisedDate: 2026-12-11',
      '  text: "Chờ: \\"điện lực\\" # khảo sát."',
    ])
    const second = {
      promised: '2026-12-18',
      reason: 'Điện lực chưa khảo sát.',
      now: '2026-12-10T09:00:00+07:00',
    }
    const outcome = await run(['notice', 'thanh-dong', '1'], second)
    expect(outcome.code, outcome.stderr).toBe(0)
    expect(added(noticed, read(FILE))).toHaveLength(4)
    // The first promise binds: td-second-notice.
    expect(outcome.stdout).toContain('Hạn: hết ngày 11/12/2026')
  })
  test('answer: the answer stands below, and the lines above it stay', async () => {
    const before = read(FILE)
    write('dap.md', 'Đã thay hai bóng.\r\n\r\nXong ngày 10/12.\n')
    const options = { by: 'vh-xh', file: 'dap.md', now: '2026-12-10T15:00:00+07:00' }
    const outcome = await run(['answer', 'thanh-dong', '1'], options)
    expect(outcome.code, outcome.stderr).toBe(0)
    const [head, body] = [before.trimEnd(), '\nĐã thay hai bóng.\n\nXong ngày 10/12.\n']
    expect(read(FILE).endsWith(body)).toBe(true)
    expect(added(head, read(FILE).slice(0, -body.length).trimEnd())).toEqual([
      'answeredBy: vh-xh',
      'answeredDate: 2026-12-10T15:00:00+07:00',
    ])
  })
})

describe('what cannot be is refused, with the clause and the way out, and the file stays', () => {
  const ANSWERED = `${TEXT.replace(/---\n$/, 'answeredBy: vh-xh\nansweredDate: 2026-11-10T09:00:00+07:00\n---\n')}\nĐã sửa.\n`
  const NOTICED = TEXT.replace(
    /---\n$/,
    'progressNotice:\n  sentDate: 2026-11-05\n  promisedDate: 2026-11-27\n---\n',
  )
  const OUTSIDE = TEXT.replace(/---\n$/, 'outOfField: true\n---\n')
  const FLOW = TEXT.replace(
    /---\n$/,
    'furtherNotices: [{ sentDate: 2026-11-06, promisedDate: 2026-11-30, reason: Chưa khảo sát được. }]\n---\n',
  ).replace('# Tóm tắt', 'progressNotice: { sentDate: 2026-11-05, promisedDate: 2026-11-27 }\n# Tóm tắt')

  // biome-ignore format: a table
  const CASES: readonly (readonly [task: string, text: string, options: QuestionOptions, words: RegExp, because: string])[] = [
    ['pass',   TEXT,     { to: 'khong-co' },                                              /--to: không có đơn vị `khong-co`.*kt-ht-dt/s, 'nobody of that name'],
    ['pass',   TEXT,     {},                                                              /--to: ghi mã đơn vị/,                 'to whom?'],
    ['pass',   TEXT,     { to: 'vh-xh', at: '2026-11-01' },                               /trước khi tiếp nhận/,                 'before the receipt'],
    ['pass',   TEXT,     { to: 'vh-xh', at: '2026-11-21' },                               /--at: .*chưa đến/,                    'not done yet'],
    ['pass',   ANSWERED, { to: 'vh-xh' },                                                 /đã trả lời lúc 09:00 ngày 10\/11\/2026, không chuyển được nữa/, 'after the answer'],
    ['notice', TEXT,     { promised: '2026-11-19' },                                      /Ngày hẹn 19\/11\/2026 đã qua/,        'a day that is over'],
    ['notice', TEXT,     { promised: '2026-11-22' },                                      /22\/11\/2026 là ngày nghỉ/,           'a Sunday'],
    ['notice', TEXT,     { promised: '2027-01-01' },                                      /01\/01\/2027 là ngày nghỉ/,           'New Year'],
    ['notice', TEXT,     { promised: '22/12/2026' },                                      /--promised: ghi ngày hẹn/,            'not a day as data are written'],
    ['notice', TEXT,     {},                                                              /--promised/,                          'promise what?'],
    ['notice', NOTICED,  { promised: '2026-12-11' },                                      /hẹn lại phải nêu lý do.*--reason/s,   'a second time without a reason'],
    ['notice', NOTICED,  { promised: '2026-11-26', reason: 'Chưa khảo sát được.' },       /không sau ngày đã hẹn 27\/11\/2026/,  'a second promise that is no later'],
    ['notice', OUTSIDE,  { promised: '2026-12-11' },                                      /phải báo ngay/,                       'what is for others is told at once'],
    ['notice', FLOW,     { promised: '2026-12-11', reason: 'Chưa khảo sát được.' },       /tệp giữ nguyên/,                      'written in a way that it does not touch'],
    ['tell',   ANSWERED, {},                                                              /không báo ngoài phạm vi được nữa/,    'after the answer'],
    ['tell',   TEXT,     {},                                                              /quá hạn mà không nói vì sao/,         'told 18 days later without a word'],
    ['answer', TEXT,     { by: 'vh-xh' },                                                 /chưa có câu trả lời/,                 'where is it?'],
    ['answer', TEXT,     { by: 'vh-xh', file: 'khong-co.md' },                            /không có tệp này/,                    'no such file'],
    ['answer', TEXT,     { by: 'vh-xh', file: 'trong.md' },                               /không có chữ nào/,                    'an empty answer'],
    ['answer', TEXT,     { by: 'vh-xh', file: 'ten.md' },                                 /Chưa ghi gì.*Có họ tên của một người/s, 'the answer names the asker'],
    ['answer', TEXT,     { by: 'vh-xh', file: 'dap.md', at: '2026-11-01T08:00:00+07:00' }, /trước khi tiếp nhận/,                'before the receipt'],
    ['answer', TEXT,     { by: 'vh-xh', file: 'dap.md', now: '2026-12-01T08:00:00+07:00' }, /quá hạn mà không nói vì sao.*--late-reason/s, 'late, and silent'],
    ['answer', ANSWERED, { by: 'vh-xh', file: 'dap.md' },                                 /đã có câu trả lời/,                   'it would be written over'],
    ['answer', `${TEXT.replace('number: 1', 'number: một')}`, { by: 'vh-xh', file: 'dap.md' }, /Không có câu hỏi `1\/2026`.*1 tệp có lỗi/s, 'a file that is not understood'],
  ]
  test.each(CASES)('%s: %#', async (task, text, options, words) => {
    const { run, read, write } = register({ text })
    write('dap.md', 'Đã sửa.\n')
    write('trong.md', '\n')
    write('ten.md', 'Trả lời ông Trần Văn Bình: đã sửa.\n')
    const outcome = await run([task, 'thanh-dong', '1'], options)
    expectRefusal(outcome, outcome.code === 1 ? 1 : 2)
    expect(outcome.stderr).toMatch(words)
    if (outcome.code === 1) expect(outcome.stderr).toMatch(/Điều \d+ .*Quy chế phường Thành Đông/)
    expect(read(FILE)).toBe(text)
  })

  test('late with its reason is written', async () => {
    const { run, read, write } = register()
    write('dap.md', 'Đã sửa.\n')
    const options = {
      by: 'vh-xh',
      file: 'dap.md',
      lateReason: 'Chờ vật tư.',
      now: '2026-12-01T08:00:00+07:00',
    }
    const outcome = await run(['answer', 'thanh-dong', '1'], options)
    expect(outcome.stdout).toContain('đã trả lời, muộn lúc 08:00 ngày 01/12/2026')
    expect(read(FILE)).toContain('lateReason: "Chờ vật tư."')
  })
})

describe('congbo hoi-dap new', () => {
  const ASKED = 'Tôi tên là Nguyễn Thị Hoa, điện thoại 0912345678.\nBao giờ sửa đèn ở ngõ Trung?\n'

  test('refuses what tells who asks, with each place, and does not write', async () => {
    const { run, write, exists } = register()
    write('hoi.txt', ASKED)
    const outcome = await run(['new', 'thanh-dong'], { title: 'Sửa đèn ngõ Trung', file: 'hoi.txt' })
    expectRefusal(outcome, 1)
    expect(outcome.stderr).toMatch(/nội dung, dòng 1, cột 12–25: họ tên/)
    expect(outcome.stderr).toMatch(/nội dung, dòng 1, cột 39–48: số điện thoại/)
    expect(outcome.stderr).toMatch(/Luật Bảo vệ dữ liệu cá nhân.*--mask/s)
    expect(exists('content/thanh-dong/hoi-dap/2026/sua-den-ngo-trung.md')).toBe(false)
  })
  test('with --mask writes it without them, with the next number, and the check has nothing against it', async () => {
    const { run, write, read, congbo } = register()
    write('hoi.txt', ASKED)
    const options = {
      title: 'Sửa đèn ngõ Trung',
      file: 'hoi.txt',
      mask: true,
      linhVuc: 'do-thi-ha-tang',
      received: '2026-11-19T10:00:00+07:00',
      channel: 'Thư gửi bưu điện',
    }
    const outcome = await run(['new', 'thanh-dong'], options)
    expect(outcome.code, outcome.stderr).toBe(0)
    expect(outcome.stdout).toContain('Đã ghi số 2 vào')
    expect(outcome.stdout).toContain('Hạn: hết ngày 11/12/2026')
    const text = read('content/thanh-dong/hoi-dap/2026/sua-den-ngo-trung.md')
    expect(text).toMatch(/^number: 2\b/m)
    expect(text).toMatch(/^question: \|-\n {2}Tôi tên là \[…\], điện thoại \[…\]\.\n {2}Bao giờ/m)
    expect(text).toContain('source: "Thư gửi bưu điện"')
    expect(text).not.toMatch(/Hoa|0912/)
    expect(
      diagnosticsOf(await congbo(['check', '--json'])).filter(({ severity }) => severity === 'error'),
    ).toEqual([])
  })
  test('is entered in the year in which it was received, and does not write over another', async () => {
    const { run, write, exists } = register()
    write('hoi.txt', 'Bao giờ sửa đèn ở ngõ Trung?')
    const options = { title: 'Den duong', file: 'hoi.txt', now: '2027-01-04T09:00:00+07:00' }
    await run(['new', 'thanh-dong'], { ...options, received: '2026-12-31T16:00:00+07:00' })
    expect(exists('content/thanh-dong/hoi-dap/2026/den-duong-so-2.md')).toBe(true)
    expect((await run(['new', 'thanh-dong'], options)).stdout).toContain(
      'Đã ghi số 1 vào content/thanh-dong/hoi-dap/2027/den-duong.md',
    )
  })
  test('takes no number where the register is wrong already', async () => {
    const { run, write } = register({ text: TEXT.replace('number: 1', 'number: 3') })
    write('hoi.txt', 'Bao giờ sửa đèn ở ngõ Trung?')
    const outcome = await run(['new', 'thanh-dong'], { title: 'Sửa đèn', file: 'hoi.txt' })
    expectRefusal(outcome, 2)
    expect(outcome.stderr).toContain('congbo check content/thanh-dong/hoi-dap/2026')
  })
  // biome-ignore format: a table
  const WRONG: readonly (readonly [options: QuestionOptions, words: RegExp, because: string])[] = [
    [{ title: 'Đèn',         file: 'hoi.txt' },                          /tiêu đề dài 3 ký tự/,          'a title of three letters'],
    [{ title: 'Sửa đèn ngõ', file: 'ngan.txt' },                         /Nội dung hỏi dài 4 ký tự/,     'hardly a question'],
    [{ title: 'Sửa đèn ngõ', file: 'hoi.txt', linhVuc: 'khong' },        /không có lĩnh vực `khong`/,    'no such field'],
    [{ title: 'Sửa đèn ngõ', file: 'hoi.txt', received: '2026-11-21' },  /--received: .*chưa đến/,       'received tomorrow'],
    [{ title: 'Sửa đèn ngõ', file: 'hoi.txt', received: '2026-11-19T09:00' }, /không ghi múi giờ/,       'a time of nowhere'],
    [{ title: 'Sửa đèn ngõ', file: 'khong.txt' },                        /không có tệp này/,             'no such file'],
    [{ title: 'Sửa đèn ngõ' },                                           /--file/,                       'nobody to ask'],
    [{ file: 'hoi.txt' },                                                /--title/,                      'nobody to ask'],
  ]
  test.each(WRONG)('%j', async (options, words) => {
    const { run, write } = register()
    write('hoi.txt', 'Bao giờ sửa đèn ở ngõ Trung?')
    write('ngan.txt', 'Đèn?')
    const outcome = await run(['new', 'thanh-dong'], options)
    expectRefusal(outcome, 2)
    expect(outcome.stderr).toMatch(words)
  })
  test('reads the standard input in a process of its own', async () => {
    const repository = createRepository({ portal: 'kep', sample: true })
    const outcome = await repository.congbo(['hoi-dap', 'new', '--title', 'Sửa đèn', '--file', '-'])
    expectRefusal(outcome, 2)
    expect(outcome.stderr).toMatch(/Nội dung hỏi dài 0 ký tự/)
  })
})

describe('congbo hoi-dap list', () => {
  const rows = async (portal: string, now: string, file = FILE) => {
    const { run } = register({
      portal,
      file: file.replace('thanh-dong', portal),
      text: TEXT.replace('do-thi-ha-tang', 'tu-phap').replaceAll('2026-', `${file.split('/')[3]}-`),
    })
    const { stdout } = await run(['list', portal], { json: true, now })
    return JSON.parse(stdout).questions
  }
  // biome-ignore format: a table
  const CASES = [
    // now                        state        due           because
    ['2026-11-02T09:00:00+07:00', 'received',  '2026-11-23', 'it has just come'],
    ['2026-11-23T23:59:00+07:00', 'received',  '2026-11-23', 'the last day ends at midnight'],
    ['2026-11-24T00:01:00+07:00', 'overdue',   '2026-11-23', 'a minute later'],
    ['2026-12-15T23:00:00+07:00', 'overdue',   '2026-11-23', 'with the day off of 24/11, 15 working days more have not gone'],
    ['2026-12-16T00:01:00+07:00', 'very-late', '2026-11-23', 'now they have'],
  ] as const
  test.each(CASES)('%s: %s', async (now, state, due) => {
    expect(await rows('thanh-dong', now)).toMatchObject([{ number: 1, year: 2026, state, due }])
  })
  test('where the regulation sets no number nothing is late: there is an age', async () => {
    const file = FILE.replace('2026', '2021')
    expect(await rows('thach-linh', '2021-12-02T09:00:00+07:00', file)).toMatchObject([
      { state: 'received', due: null, ageDays: 30, ground: null },
    ])
  })
  test('by state, and an unknown state is told which there are', async () => {
    const { run } = register()
    expect((await run(['list', 'thanh-dong'], { state: 'passed' })).stdout).toBe(
      'Không có câu hỏi nào «đã chuyển».\n',
    )
    expect((await run(['list', 'thanh-dong'], { state: 'received' })).stdout).toContain('1/2026')
    const wrong = await run(['list', 'thanh-dong'], { state: 'lost' })
    expectRefusal(wrong, 2)
    expect(wrong.stderr).toContain('very-late (quá hạn lâu)')
  })
  test('a file that cannot be read is told, and the others are listed', async () => {
    const { run, write } = register()
    write(FILE.replace('den-duong', 'hong'), '---\nkind: [\n---\n')
    const outcome = await run(['list', 'thanh-dong'])
    expectCivil(outcome)
    expect(outcome).toMatchObject({ code: 1, stdout: expect.stringContaining('1/2026') })
    expect(outcome.stderr).toContain('hong.md')
  })
})
