import { Header, HeadingLevel } from 'docx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { SubmissionField } from '../../pipeline/submissions/form.ts'
import { heading, p, pack, photograph } from '../import/word-files.ts'
import { expectCivil, expectRefusal } from '../support/civil.ts'
import { NOW } from '../support/gate-scenario.ts'
import { article } from '../support/repository.ts'
import { type Answers, createDesk, type SubmissionDesk } from './desk.ts'

let desk: SubmissionDesk
beforeAll(async () => {
  desk = await createDesk('dong-viet', 'thach-linh')
})
afterAll(() => desk.office.forge.close())

describe('the first answer', () => {
  test('says what was read, through whom articles come in, whether a refusal is answered, and why one may be refused', async () => {
    const picture = desk.office.forge.drop(await photograph(300, 200))
    const number = await desk.send('Đoàn phường dọn bãi sông', {
      files: `<img width="1" alt="Image" src="${picture}" />`,
    })
    const outcome = await desk.run('xem', number)
    expectCivil(outcome)
    expect(outcome, outcome.stderr).toMatchObject({ code: 0, stderr: '' })
    const [answer, ...others] = desk.commentsOn(number)
    expect(others).toEqual([])
    expect(answer).toContain('Máy đọc được lời bài, 1 ảnh.')
    expect(answer).toContain('Nơi tiếp nhận: Phòng Văn hóa - Xã hội (Điều 1 khoản 4')
    expect(answer).toContain('không buộc trả lời người gửi')
    expect(answer).toContain(
      '- Vi phạm sở hữu trí tuệ, thương mại điện tử, pháp luật liên quan (Điều 8 khoản 4 Quy chế',
    )
    expect(answer).not.toMatch(/Xin bổ sung|bãi sông|Lan Anh/)
    expect(await desk.branches()).not.toContain('gui-bai')
  })

  test('asks for what is missing, once, and is written anew when it is mended', async () => {
    const number = await desk.send('Bài thiếu ngày', { day: '20/11', source: '_No response_' })
    for (const _ of [1, 2]) await desk.run('xem', number)
    expect(desk.commentsOn(number)).toEqual([
      expect.stringMatching(/Xin bổ sung[\s\S]*- ngày diễn ra, ghi đủ ngày[\s\S]*- nguồn tin/),
    ])
    await desk.mend(number, {})
    await desk.run('xem', number)
    expect(desk.commentsOn(number)).toEqual([expect.not.stringContaining('Xin bổ sung')])
  })

  test('an article that is there already is told to whoever decides, with the ground where the regulation has one', async () => {
    const words =
      'Sáng 20/11, hơn ba trăm đoàn viên thanh niên phường ra quân tổng vệ sinh, thu gom rác, khơi thông cống rãnh, trồng hoa dọc bờ sông. Các chi đoàn chia thành mười hai nhóm, mỗi nhóm nhận một đoạn đường dài hai trăm mét, làm từ bảy giờ đến mười một giờ. Kết thúc buổi sáng, hai tấn rác được chuyển về điểm tập kết, ba trăm mét rãnh thoát nước được khơi, năm trăm khóm hoa được trồng. Đoàn phường sẽ giữ nền nếp này vào sáng thứ Bảy hằng tuần cho tới hết năm.'
    const path = 'content/thanh-dong/tin-bai/moi-truong/2026/da-co.md'
    await desk.office.forge
      .as('quan-tri')
      .push('main', { [path]: article({ title: 'Đã có', linhVuc: 'moi-truong' }, words) })
    const number = await desk.send('Bài gửi lần nữa', { text: words })
    expect((await desk.run('xem', number)).code).toBe(0)
    expect(desk.commentsOn(number)[0]).toContain(`bài giống bài đã có: \`${path}\``)
  })

  test('a day on which the regulation takes no articles is told, and stops nothing', async () => {
    desk.office.forge.setNow('2026-11-14T09:00:00+07:00')
    const number = await desk.send('Bài gửi ngày thứ Bảy')
    desk.office.forge.setNow(NOW)
    expect((await desk.run('xem', number)).code).toBe(0)
    expect(desk.commentsOn(number)[0]).toMatch(
      /Bài tới ngày 14\/11\/2026, ngoài những ngày nhận tin bài \(Điều 6 khoản 4/,
    )
  })

  // biome-ignore format: a table
  const PORTALS: readonly (readonly [portal: string, now: string, said: RegExp, because: string])[] = [
    ['dong-viet',  '2024-05-15T09:00:00+07:00', /phải trả lời người gửi \(Điều 10 khoản 1 đoạn 4[\s\S]*không liệt kê lý do từ chối/, 'a duty to answer, and no list'],
    ['thach-linh', '2021-04-15T09:00:00+07:00', /Nơi tiếp nhận: Thường trực Ban biên tập[\s\S]*- Trùng lặp với nội dung đã đăng \(Điều 4 khoản 2 điểm b đoạn 3/, 'a list, and no duty'],
  ]
  test.each(PORTALS)('is the law of the portal itself: %s', async (portal, now, said) => {
    desk.office.forge.setNow(now)
    const number = await desk.send('Bài của cổng khác', {
      portal: `Cổng (${portal})`,
      linhVuc: '_No response_',
      day: now.slice(0, 10),
    })
    const outcome = await desk.run('xem', number, { now })
    desk.office.forge.setNow(NOW)
    expect(outcome.code, outcome.stderr).toBe(0)
    expect(desk.commentsOn(number)[0]).toMatch(said)
  })
})

describe('what must not be public', () => {
  // biome-ignore format: a table
  const ROWS: readonly (readonly [field: SubmissionField, words: string, said: RegExp])[] = [
    ['text',   'Ai cần thì gọi anh Hùng số 0912 345 678.',           /\*\*số điện thoại\*\*/],
    ['author', 'Lan Anh lananh@example.com',                         /\*\*địa chỉ thư điện tử\*\*/],
    ['files',  'CCCD 030099001234 của người nhận quà',               /\*\*số định danh, căn cước\*\*/],
  ]
  test.each(ROWS)(
    'in %s: nothing is copied, and the sender is asked once to send it anew',
    async (field, words, said) => {
      const number = await desk.send('Bài có thông tin riêng', { [field]: words })
      for (const job of field === 'text' ? (['xem', 'nhan', 'xem'] as const) : (['nhan'] as const)) {
        const outcome = await desk.run(job, number)
        expectRefusal(outcome, 1)
        expect(outcome.stderr).toMatch(/xóa hẳn việc #\d+ \(Delete issue\)/)
        expect(outcome.stdout + outcome.stderr).not.toMatch(/Hùng|0912|lananh|030099/)
      }
      const [comment, ...others] = desk.commentsOn(number)
      expect(others).toEqual([])
      expect(comment).toMatch(said)
      expect(comment).toMatch(
        /Căn cứ: Dùng trái phép mật khẩu, khóa mật mã, thông tin riêng \(Điều 8 khoản 3/,
      )
      expect(comment).not.toMatch(/Hùng|0912|lananh|030099/)
      expect(await desk.branches()).not.toContain(`gui-bai-${number}`)
    },
  )

  test('in the Word file too', async () => {
    const docx = await pack({
      sections: [
        {
          children: [
            heading('Danh sách nhận quà', HeadingLevel.HEADING_1),
            p('Ông Ba, CCCD 030099001234, tổ 4.'),
          ],
        },
      ],
    })
    const number = await desk.send('Danh sách', {
      text: '',
      files: `[bai.docx](${desk.office.forge.drop(docx, 'bai.docx')})`,
    })
    expectRefusal(await desk.run('nhan', number), 1)
    expect(desk.commentsOn(number)[0]).toContain('số định danh')
  })

  test('nor is a stamp in the margin of a Word file', async () => {
    const docx = await pack({
      sections: [
        { headers: { default: new Header({ children: [p('MẬT')] }) }, children: [p('Báo cáo quý IV.')] },
      ],
    })
    const files = `[a](${desk.office.forge.drop(docx, 'bao-cao.docx')})`
    const number = await desk.send('Báo cáo tình hình quý IV', { text: '', files })
    expectRefusal(await desk.run('xem', number), 1)
    expect(desk.commentsOn(number)[0]).toMatch(/dấu chỉ độ mật.*Lý do: Lợi dụng Cổng/)
  })

  test('a stamp of secrecy is no news: its ground is the regulation’s', async () => {
    const number = await desk.send('Báo cáo tình hình', { text: 'TỐI MẬT\n\nBáo cáo tình hình quý IV.' })
    const outcome = await desk.run('nhan', number)
    expectRefusal(outcome, 1)
    expect(outcome.stderr).toContain('Báo ngay Trưởng ban biên tập')
    expect(desk.commentsOn(number)[0]).toMatch(/dấu chỉ độ mật.*Lý do: Lợi dụng Cổng.*\(Điều 8 khoản 1/)
    expect(await desk.branches()).not.toContain(`gui-bai-${number}`)
  })
})

describe('an article that is taken', () => {
  test('has the byline and the unit of its sender, its pictures upright and without the place, and marks for the rest', async () => {
    const [one, two] = [
      desk.office.forge.drop(await photograph(300, 200)),
      desk.office.forge.drop(await photograph(400, 200)),
    ]
    const number = await desk.send('Đoàn phường dọn bãi sông', {
      text: `Sáng 20/11, đoàn viên ra quân.\n![Đoàn viên nhặt rác ven sông](${one})\n**Kết quả**\n- thu 2 tấn rác\n- trồng 50 cây`,
      files: `<img width="4032" height="3024" alt="Image" src="${two}" />`,
    })
    const outcome = await desk.run('nhan', number)
    expectCivil(outcome)
    expect(outcome.code, outcome.stderr).toBe(0)
    const { files, article, text } = await desk.onBranch(`gui-bai-${number}`)
    const base = 'content/thanh-dong/tin-bai/moi-truong/2026/doan-phuong-don-bai-song'
    expect(files).toEqual([`${base}-anh-1.jpg`, `${base}-anh-2.jpg`, `${base}.md`])
    expect(text).toContain('title: "Đoàn phường dọn bãi sông"')
    expect(text).toContain('author: "Lan Anh"')
    expect(text).toContain('submittedBy: trung-tam-pvhcc')
    expect(text).toContain('source: "Đoàn phường"')
    expect(text).toMatch(/^eventDate: 2026-11-20T08:00:00\+07:00 # hạn: /m)
    expect(text).toContain(`  issue: ${number}\n`)
    expect(text.split('\n---\n\n')[1]).toBe(
      'Sáng 20/11, đoàn viên ra quân.\n\n![Đoàn viên nhặt rác ven sông](doan-phuong-don-bai-song-anh-1.jpg)\n\n## Kết quả\n\n- thu 2 tấn rác\n- trồng 50 cây\n\n![Viết lời mô tả ảnh ở đây](doan-phuong-don-bai-song-anh-2.jpg)\n',
    )
    expect(await desk.lan('cat-file', '-p', `origin/gui-bai-${number}:${base}-anh-1.jpg`)).not.toMatch(
      /Exif|GPS|Phone/,
    )
    expect(article).toBe(`${base}.md`)
    const [comment] = desk.commentsOn(number)
    expect(comment).toContain(`/compare/main...gui-bai-${number}?expand=1`)
  })

  test('words that would be front matter, a command, a mention, a link or a path are words', async () => {
    const odd = `---\nkind: trang\nlinhVuc: x\n---\n$(touch /tmp/x) \`id\` @quan-tri #1 {{ x }} <script>alert(1)</script> <!-- ẩn -->\n![x](https://evil.example/a.png) [y](javascript:alert(1)) ![z](../../../etc/passwd) <img src="http://169.254.169.254/latest">`
    const number = await desk.send('../../../x $(touch /tmp/x) "bài" --- thử', {
      text: odd,
      author: '"; kind: trang\nx',
      unit: '../x',
    })
    const outcome = await desk.run('nhan', number)
    expectCivil(outcome)
    expect(outcome.code, outcome.stderr).toBe(0)
    const { files, text } = await desk.onBranch(`gui-bai-${number}`)
    expect(files).toEqual(['content/thanh-dong/tin-bai/moi-truong/2026/x-touch-tmp-x-bai-thu.md'])
    const { kind, linhVuc, author, submittedBy } = parse(text.split('---\n')[1] ?? '')
    expect({ kind, linhVuc, author, submittedBy }).toEqual({
      kind: 'tin-su-kien',
      linhVuc: 'moi-truong',
      author: '"; kind: trang x',
      submittedBy: 'vh-xh',
    })
    expect(text).not.toMatch(/(?<!\\)<script|evil\.example|169\.254|etc\/passwd|javascript:\)|ẩn/)
    expect(desk.commentsOn(number).join()).not.toMatch(/touch|quan-tri/)
    expect(desk.office.forge.world.asked.filter(({ path }) => path.includes('evil'))).toEqual([])
  })

  test('a Word file is the article; somebody outside comes through the unit that the regulation names', async () => {
    const docx = await pack({
      sections: [
        {
          children: [
            heading('Trường học phát động Tết trồng cây', HeadingLevel.HEADING_1),
            p('Sáng 20/11, thầy trò trồng 200 cây.'),
          ],
        },
      ],
    })
    const number = await desk.send('Gửi bài', {
      unit: 'Trường Tiểu học',
      text: 'Nhờ ban biên tập đăng giúp.',
      files: `[bài gửi.docx](${desk.office.forge.drop(docx, 'bài gửi.docx')})`,
      day: '_No response_',
    })
    const outcome = await desk.run('nhan', number, { token: 'token-lan' })
    expect(outcome.code, outcome.stderr).toBe(0)
    const { article, text } = await desk.onBranch(`gui-bai-${number}`)
    expect(text).toContain('Sáng 20/11, thầy trò trồng 200 cây.')
    expect(text).not.toMatch(/Nhờ ban biên tập|eventDate/)
    expect(text).toContain('submittedBy: vh-xh')
    const pull = desk.office.forge.world.pulls.at(-1)
    expect(pull).toMatchObject({ title: `Bài gửi ở việc #${number} (thanh-dong)`, author: 'lan' })
    expect(pull?.body).toMatch(
      /- \[ \] người gửi ở ngoài ban biên tập: đơn vị gửi ghi theo nơi tiếp nhận \(Điều 1 khoản 4/,
    )
    await desk.lan('checkout', '--quiet', `origin/gui-bai-${number}`)
    const gate = await desk.office.gate(pull?.number ?? 0)
    expect(gate.stdout + gate.comment).toMatch(/Thiếu `eventDate`/)
    expect(article).toContain('truong-hoc-phat-dong-tet-trong-cay.md')
  })

  test('is not taken twice, and what somebody goes on with is not overwritten', async () => {
    const number = desk.office.forge.world.issues.at(-1)?.number ?? 0
    const again = await desk.run('nhan', number)
    expectCivil(again)
    await desk.office.forge.as('quan-tri').git('fetch', '--quiet', 'origin')
    await desk.office.forge
      .as('quan-tri')
      .git('push', '--quiet', 'origin', `origin/gui-bai-${number}:refs/heads/main`)
    expect((await desk.run('nhan', number)).stdout).toMatch(/đã thành bài: content\/thanh-dong/)
    const other = await desk.send('Bài khác hẳn')
    await desk.office.forge.as('lan').push(`gui-bai-${other}`, { 'content/x.md': 'đang sửa' })
    const refused = await desk.run('nhan', other)
    expectRefusal(refused, 2)
    expect(refused.stderr).toContain('có người đang làm tiếp')
  })

  // biome-ignore format: a table
  const BROKEN: readonly (readonly [because: string, answers: () => Promise<Answers> | Answers, said: RegExp])[] = [
    ['nothing to read',            () => ({ text: '' }),                                                                    /Bài chưa có lời/],
    ['a picture alone',            async () => ({ text: '', files: `![a](${desk.office.forge.drop(await photograph(300, 200))})` }), /Bài chưa có lời/],
    ['a program',                  () => ({ files: `[a](${desk.office.forge.drop(Buffer.from('MZ'.padEnd(600, '\0')), 'x.exe')})` }), /có thể chạy được/],
    ['two Word files',             async () => { const docx = await pack({ sections: [{ children: [p('Chữ.')] }] }); return { files: `${desk.office.forge.drop(docx, 'a.docx')} ${desk.office.forge.drop(docx, 'b.docx')}` } }, /2 tệp Word/],
    ['a huge number of files',     () => ({ files: Array.from({ length: 40 }, () => desk.office.forge.drop(Buffer.from('x'))).join('\n') }), /40 tệp/],
  ]
  test.each(BROKEN)('%s: the sender is told how to mend it', async (_, answers, said) => {
    const number = await desk.send('Bài hỏng', await answers())
    const outcome = await desk.run('xem', number)
    expectRefusal(outcome, 1)
    expect(outcome.stderr).toMatch(said)
    expect(desk.commentsOn(number)[0]).toMatch(/Máy chưa nhận được bài, vì:\n\n- .*Cách sửa: /)
    expect(desk.commentsOn(number)[0]).not.toMatch(/x\.exe|a\.docx/)
  })

  test('a file that cannot be had is asked for again, and a huge one is not read', async () => {
    const gone = `${desk.office.forge.address}/user-attachments/files/9/mat.docx`
    const huge = desk.office.forge.drop(Buffer.alloc(27_000_000), 'lon.docx')
    const number = await desk.send('Bài kèm tệp mất', { files: `${gone}\n${huge}` })
    expect((await desk.run('xem', number)).code).toBe(0)
    expect(desk.commentsOn(number)[0]).toMatch(
      /tệp đính kèm thứ 1 không còn trên kho[\s\S]*tệp đính kèm thứ 2 nặng hơn 25 MB/,
    )
  })
})
