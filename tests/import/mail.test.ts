import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { type ImportOptions, importFile } from '../../pipeline/commands/import.ts'
import { isMail } from '../../pipeline/import/mail-type.ts'
import { readLetter } from '../../pipeline/import/read-mail.ts'
import { bodyOf } from '../../pipeline/import/word-document.ts'
import { pictureFacts } from '../../pipeline/media/picture-facts.ts'
import { expectRefusal } from '../support/civil.ts'
import { inProcess } from '../support/in-process.ts'
import { createRepository } from '../support/repository.ts'
import { ADDRESS, file, html, type MailOptions, mail, plain } from './mail-files.ts'
import { heading, p, pack, photograph } from './word-files.ts'

const NOW = '2026-11-20T09:00:00+07:00'
const repository = createRepository({ portal: 'thanh-dong' })
let count = 0

/** Imports one message; the article that came of it, and what was said. */
async function imported(bytes: Uint8Array, options: ImportOptions = {}) {
  count += 1
  const name = `thu/${count}.eml`
  repository.write(name, bytes)
  const outcome = await inProcess(repository.root, (ports) =>
    importFile(ports, name, { portal: 'thanh-dong', now: NOW, ...options }),
  )
  const path = /^Đã tạo (.*)$/m.exec(outcome.stdout)?.[1]
  const text = path === undefined ? '' : repository.read(path)
  return { ...outcome, path: path ?? '', text, body: text.split('\n---\n\n')[1]?.trimEnd() ?? '' }
}
/** The same article twice has one name. */
const titled = (): MailOptions => ({ subject: `Đoàn phường ra quân lần thứ ${count + 1}` })
const NEWS = 'Sáng 20/11, hơn 300 đoàn viên ra quân dọn vệ sinh bãi sông.'
const MAILBOX = new RegExp(ADDRESS.replaceAll('.', '\\.'), 'i')

describe('a letter', () => {
  // biome-ignore format: a table
  const ROWS: readonly (readonly [because: string, parts: Parameters<typeof mail>[0], body: string, options: MailOptions])[] = [
    ['plain text, lines broken by a program',   [plain('Sáng 20/11, hơn 300 đoàn viên thanh niên của 12 chi đoàn\r\nra quân dọn vệ sinh.\r\n\r\nKết quả:\r\n- thu gom 2 tấn rác\r\n- trồng 50 cây')],
      'Sáng 20/11, hơn 300 đoàn viên thanh niên của 12 chi đoàn ra quân dọn vệ sinh.\n\nKết quả:\n\n- thu gom 2 tấn rác\n- trồng 50 cây', {}],
    ['greeting, farewell and signature are for the reader of the letter', [plain(`Kính gửi Ban biên tập,\n\n${NEWS}\n\nTrân trọng cảm ơn!\nNguyễn Thị Lan\nĐT: 0912 345 678\n${ADDRESS}`)], NEWS, {}],
    ['what is said to the readers of the article stays', [plain('Chào mừng ngày Nhà giáo Việt Nam\n\nSáng 20/11, phường tổ chức gặp mặt.\n\nCảm ơn các nhà hảo tâm đã chung tay.\n\nRất mong bà con hưởng ứng.')],
      'Chào mừng ngày Nhà giáo Việt Nam\n\nSáng 20/11, phường tổ chức gặp mặt.\n\nCảm ơn các nhà hảo tâm đã chung tay.\n\nRất mong bà con hưởng ứng.', {}],
    ['what is said to the office does not', [plain(`Chào anh chị,\nEm gửi bài ạ:\n\n${NEWS}\n\nRất mong anh chị đăng giúp.\nEm cảm ơn ạ!\nLan`)], NEWS, {}],
    ['as people say farewell on a phone',       [plain(`Em gửi bài ạ, nhờ anh chị đăng giúp em:\n\n${NEWS}\n\nEm cảm ơn anh chị nhiều ạ!\nHoa - TYT\nĐT: 0912 345 678`)], NEWS, {}],
    ['a number without a farewell',             [plain(`${NEWS}\n\nSĐT: 0912.345.678\nEmail: hoa@example.vn`)], NEWS, {}],
    ['but what the office publishes stays',     [plain(`${NEWS}\n\nĐường dây nóng: 0220 3868 888`)], `${NEWS}\n\nĐường dây nóng: 0220 3868 888`, {}],
    ['what a phone adds, and the letter that is answered', [plain(`${NEWS}\n\nĐược gửi từ iPhone của tôi\n\nVào Th 5, 19 thg 11, 2026 vào lúc 08:00 Ban biên tập <a@b.vn> đã viết:\n> Mong chị gửi bài.`)], NEWS, {}],
    ['a letter that hands on another',          [plain(`---------- Forwarded message ---------\nTừ: Trạm y tế <tram@example.vn>\nDate: Th 5\nSubject: Tin\nTo: <${ADDRESS}>\n\n${NEWS}`)], NEWS, { subject: 'Fwd: Trạm y tế khám sức khỏe cho người cao tuổi' }],
    ['HTML of a phone: every line its own div', [plain('khác'), html(`<div dir="ltr"><div>${NEWS}</div><div><br></div><div><b>Kết quả</b></div><div>Thu gom <b>2 tấn</b> rác.</div></div>`)], `${NEWS}\n\n## Kết quả\n\nThu gom **2 tấn** rác.`, { type: 'multipart/alternative' }],
    ['HTML of Outlook, with words that nobody sees', [html(`<html><head><style>p{color:red}</style><title>x</title></head><body><p class=MsoNormal>${NEWS}<o:p></o:p></p><div style="display:none">chữ ẩn</div><script>alert(1)</script><table><tr><th>Tổ</th><th>Rác</th></tr><tr><td>4</td><td>2 tấn</td></tr></table></body></html>`)],
      `${NEWS}\n\n| Tổ | Rác |\n| --- | --- |\n| 4 | 2 tấn |`, {}],
    ['words of Markdown, HTML, front matter and a shell are words', [plain(`${NEWS}\n\n---\nkind: trang\n---\n\n<script>alert(1)</script> $(touch /tmp/x) \`id\` {{ x }} [a](javascript:alert(1))`)],
      `${NEWS}\n\n\\---\n\nkind: trang\n\n\\---\n\n\\<script>alert(1)\\</script> $(touch /tmp/x) \\\`id\\\` {{ x }} \\[a]\\(javascript:alert(1))`, {}],
    ['the mailbox of the sender goes nowhere',  [html(`<p>${NEWS} Liên hệ <a href="mailto:${ADDRESS}">${ADDRESS.toUpperCase()}</a>.</p>`)], `${NEWS} Liên hệ \\[…].`, {}],
    ['a picture from another machine is not fetched', [html(`<p>${NEWS}</p><img src="https://evil.example/x.png"><img src="file:///etc/passwd">`)], NEWS, {}],
  ]
  test.each(ROWS)('%s', async (_, parts, body, options) => {
    const outcome = await imported(mail(parts, { ...titled(), ...options }))
    expect(outcome.stderr).toBe('')
    expect(outcome.body).toBe(body)
    expect(outcome.text).not.toMatch(MAILBOX)
  })

  test('tells its title, a byline to be looked at, and when it came', async () => {
    const { text, stdout, path } = await imported(
      mail([plain(NEWS)], { subject: 'Re: Fwd: Đoàn phường ra quân dọn rác' }),
    )
    expect(path).toBe('content/thanh-dong/tin-bai/kinh-te/2026/doan-phuong-ra-quan-don-rac.md')
    expect(text).toContain('title: "Đoàn phường ra quân dọn rác"')
    expect(text).toContain('author: "Nguyễn Thị Lan"')
    expect(text).toMatch(/^intake:\n {2}received: 2026-11-20T07:30:00\+07:00$/m)
    expect(stdout).toContain('người viết lấy theo tên người gửi thư («Nguyễn Thị Lan»): xem lại')
    const check = await repository.congbo(['check', path, '--now', NOW])
    expect(check.stdout + check.stderr).not.toMatch(/intake|author/)
  })

  // biome-ignore format: a table
  const NAMES: readonly (readonly [from: string, because: string])[] = [
    [ADDRESS,                              'there is no name'],
    [`"${ADDRESS}" <${ADDRESS}>`,          'the name is the address'],
    ['"Lan 0912345678" <a@b.vn>',          'a number to call'],
    ['"<script>" <a@b.vn>',                'no name of a person'],
  ]
  test.each(NAMES)('from %s the byline is the portal’s own: %s', async (from) => {
    const { text } = await imported(mail([plain(NEWS)], { ...titled(), from }))
    expect(text).toContain('author: "Tổ Thư ký giúp việc Ban biên tập"')
    expect(text).not.toMatch(/@|0912|script/)
  })

  test('a date that is not yet is now, and a subject that says nothing is no title', async () => {
    const { text } = await imported(
      mail([plain(NEWS)], { subject: 'Gửi bài', date: 'Fri, 20 Nov 2099 07:30:12 +0700' }),
    )
    expect(text).toContain('received: 2026-11-20T09:00:00+07:00')
    expect(text).toContain('title: "[CẦN SỬA]')
  })

  // biome-ignore format: a table
  const FIRST_LINES: readonly (readonly [first: string, title: string, because: string])[] = [
    ['Đoàn phường trồng cây ven sông', '"Đoàn phường trồng cây ven sông"', 'a short line above the article'],
    ['Sáng nay, Đoàn phường trồng cây.', '"[CẦN SỬA]', 'a sentence'],
    ['Gửi bài', '"[CẦN SỬA]', 'nothing that could be one'],
  ]
  test.each(FIRST_LINES)('where the subject is none, %s gives the title %s: %s', async (first, title) => {
    const minute = 10 + FIRST_LINES.findIndex(([each]) => each === first)
    const date = `Fri, 20 Nov 2026 07:${minute}:12 +0700`
    const outcome = await imported(mail([plain(`${first}\n\n${NEWS}`)], { subject: 'Gửi bài', date }))
    expect(outcome.stderr).toBe('')
    const { text } = outcome
    expect(text).toContain(`title: ${title}`)
  })

  test('tells what of its Vietnamese to read again, and where its links lead', async () => {
    const { stdout } = await imported(
      mail(
        [html(`<p>Sáng nay nay ra quân .</p><p><a href="https://casino.example/x">đây</a></p>`)],
        titled(),
      ),
    )
    expect(stdout).toMatch(/đọc lại [12] chỗ về chính tả, dấu câu/)
    expect(stdout).toContain('bài dẫn tới 1 trang ngoài («casino.example»)')
  })

  test('the channel is the regulation’s own where it names one', async () => {
    const dongViet = createRepository({ portal: 'dong-viet' })
    dongViet.write('thu.eml', mail([plain(NEWS)]))
    const run = await inProcess(dongViet.root, (ports) =>
      importFile(ports, 'thu.eml', { now: '2024-05-15T09:00:00+07:00' }),
    )
    expect(run.stderr).toBe('')
    expect(dongViet.read(/^Đã tạo (.*)$/m.exec(run.stdout)?.[1] ?? '')).toContain('  channel: van-ban')
  })
})

describe('files in a letter', () => {
  test('pictures lie beside the article, where the text shows them or at its end, upright and without the place', async () => {
    const [one, two] = [await photograph(300, 200), await photograph(400, 200)]
    const sign = await sharp({ create: { width: 40, height: 40, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
    const outcome = await imported(
      mail(
        [
          html(
            `<p>Trước.</p><img src="cid:anh@1" alt="Đoàn viên nhặt rác ven sông"><p>Sau.</p><img src="cid:x">`,
          ),
          file('../../etc/a.jpg', one, 'image/jpeg', 'anh@1'),
          file('bãi sông.jpg', two, 'text/plain'),
          file('logo.png', sign, 'image/png', 'logo'),
        ],
        titled(),
      ),
    )
    expect(outcome.stderr).toBe('')
    const slug = /([^/]+)\.md$/.exec(outcome.path)?.[1]
    expect(outcome.body).toBe(
      `Trước.\n\n![Đoàn viên nhặt rác ven sông](${slug}-anh-1.jpg)\n\nSau.\n\n![Viết lời mô tả ảnh ở đây](${slug}-anh-2.jpg)`,
    )
    const made = readFileSync(join(repository.root, outcome.path.replace(/\.md$/, '-anh-1.jpg')))
    expect(pictureFacts(made)).toMatchObject({ width: 200, height: 300, notes: undefined, described: false })
    expect(outcome.stdout).toContain('bỏ ảnh nhỏ «logo.png»')
  })

  test('a Word file is the article; the letter is only a remark', async () => {
    const docx = await pack({
      sections: [
        {
          children: [
            heading('Trạm y tế khám cho người cao tuổi', 'Heading1' as never),
            p(`Sáng 20/11, hơn 100 cụ tới khám. Hỏi ${ADDRESS}.`),
          ],
        },
      ],
    })
    const { body, text, stdout, stderr } = await imported(
      mail(
        [
          plain(`Kính gửi Ban biên tập, em gửi bài đính kèm ạ.\n\nMong anh chị đăng sớm giúp.`),
          file('bài gửi.docx', docx),
          file('anh.jpg', await photograph(300, 200), 'image/jpeg'),
        ],
        { subject: 'Gửi bài' },
      ),
    )
    expect(stderr).toBe('')
    expect(text).toContain('title: "Trạm y tế khám cho người cao tuổi"')
    expect(body).toBe(
      'Sáng 20/11, hơn 100 cụ tới khám. Hỏi \\[…].\n\n![Viết lời mô tả ảnh ở đây](tram-y-te-kham-cho-nguoi-cao-tuoi-anh-1.jpg)',
    )
    expect(stdout).toContain(
      'lời trong thư không đưa vào bài: «Kính gửi Ban biên tập, em gửi bài đính kèm ạ.',
    )
  })

  test('what is wrapped in another letter, or by Outlook, is told', async () => {
    const inner = Buffer.from('From: a@b.vn\r\nDate: x\r\n\r\nx')
    const wrapped = Buffer.from([0x78, 0x9f, 0x3e, 0x22, 0, 0, 0, 0])
    const { stdout } = await imported(
      mail(
        [
          plain(NEWS),
          file('thu.eml', inner, 'message/rfc822'),
          file('winmail.dat', wrapped, 'application/ms-tnef'),
        ],
        titled(),
      ),
    )
    expect(stdout).toContain('trong thư còn một thư khác kèm theo')
    expect(stdout).toContain('vào winmail.dat, máy không mở được')
  })

  const docx = () => pack({ sections: [{ children: [p('Chữ.')] }] })
  // biome-ignore format: a table
  const REFUSED: readonly (readonly [because: string, bytes: () => Promise<Uint8Array> | Uint8Array, said: RegExp])[] = [
    ['no text',                 () => mail([plain('Kính gửi Ban biên tập,\n\nTrân trọng!')]),                              /Thư không có chữ và ảnh nào/],
    ['two Word files',          async () => mail([plain(NEWS), file('a.docx', await docx()), file('b.docx', await docx())]), /2 tệp Word \(«a\.docx», «b\.docx»\)/],
    ['a program by its name',   () => mail([plain(NEWS), file('bai.docx.exe', 'x')]),                                      /có thể chạy được: «bai\.docx\.exe»/],
    ['a program by its bytes',  () => mail([plain(NEWS), file('anh.jpg', Buffer.from('MZ\x90\0'.padEnd(512, '\0'), 'latin1'), 'image/jpeg')]), /có thể chạy được: «anh\.jpg»/],
    ['a script as a picture',   () => mail([plain(NEWS), file('a.png', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'image/png')]), /có thể chạy được/],
    ['an archive',              () => mail([plain(NEWS), file('a.zip', Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex'))]),  /tệp nén «a\.zip»/],
    ['a Word file with a false name', () => mail([plain(NEWS), file('a.docx', '%PDF-1.7\n%%EOF')]),                       /không phải tệp Word[\s\S]*«a\.docx»/],
    ['S/MIME',                  () => mail([file('smime.p7m', 'x', 'application/pkcs7-mime; smime-type=enveloped-data')]), /Thư được mã hóa/],
    ['PGP/MIME',                () => mail([file('x.asc', 'Version: 1', 'application/pgp-encrypted')], { type: 'multipart/encrypted' }), /Thư được mã hóa/],
    ['PGP in the text',         () => mail([plain('-----BEGIN PGP MESSAGE-----\nabc')]),                                 /Thư được mã hóa/],
    ['too large',               () => mail([plain(NEWS), file('a.bin', Buffer.alloc(40_000_000))]),                       /quá 50 MB/],
    ['more words than a page shows', () => mail([plain(`${NEWS}\n\n`.repeat(20_000))]),                                   /Bài dài quá 1 MB chữ/],
    ['parts without end',       () => Buffer.from(`From: a@b.vn\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x0\r\n\r\n${Array.from({ length: 60 }, (_, i) => `--x${i}\r\nContent-Type: multipart/mixed; boundary=x${i + 1}\r\n\r\n`).join('')}`), /lồng quá nhiều lớp/],
    ['a stamp of secrecy',      () => mail([plain(`MẬT\n\n${NEWS}`)], { subject: 'Báo cáo tình hình an ninh quý IV' }),   /dấu chỉ độ mật/],
  ]
  test.each(REFUSED)('are refused: %s', async (_, bytes, said) => {
    const outcome = await imported(await bytes())
    expectRefusal(outcome, 1)
    expect(outcome.stderr).toMatch(said)
    expect(outcome.stderr).toMatch(/cách sửa|→/)
  })
})

test('wherever the mailbox of the sender stands, and however it is cut, it is not in the article', async () => {
  const [name = '', host = ''] = ADDRESS.split('@')
  const place = fc.constantFrom(
    ADDRESS,
    ADDRESS.toUpperCase(),
    `<b>${name}</b>@${host}`,
    `${name}<i>@</i>${host}`,
    `<a href="mailto:${ADDRESS}">thư</a>`,
    `<a href="mailto:${encodeURIComponent(ADDRESS)}">${ADDRESS}</a>`,
    `<table><tr><th>Thư</th><th>x</th></tr><tr><td>${ADDRESS}</td><td>y</td></tr></table>`,
    `<ul><li>${name}@<b>${host}</b></li></ul>`,
    `<img src="cid:a" alt="${ADDRESS}">`,
    `<h2>${ADDRESS}</h2>`,
  )
  const words = fc.constantFrom('Sáng 20/11, ', '<p>', '</p>', '<div>', '<br>', '<b>', '</b>', ' ra quân. ')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(place, words), { minLength: 1, maxLength: 8 }), async (parts) => {
      const letter = await readLetter({
        subject: 'Đoàn phường ra quân dọn rác',
        fromName: undefined,
        fromAddress: ADDRESS,
        date: undefined,
        text: undefined,
        html: `<p>${NEWS}</p>${parts.join('')}`,
        contentType: 'text/html',
        files: [],
      })
      if (letter.state === 'refused') throw new Error('refused')
      const shown = bodyOf(letter.document, new Map()).replace(/[\\*_~]/g, '')
      expect(shown).not.toMatch(MAILBOX)
    }),
    { numRuns: 200 },
  )
})

describe('HTML in many layers', () => {
  const deep = (times: number) =>
    mail([html(`${'<div><span>'.repeat(times)}${NEWS}${'</span></div>'.repeat(times)}`)], titled())
  test('is read as a letter, as far as letters go', async () => {
    expect((await imported(deep(150))).body).toBe(NEWS)
  })
  test('is refused beyond', async () => {
    const outcome = await imported(deep(5000))
    expectRefusal(outcome, 1)
    expect(outcome.stderr).toContain('lồng quá nhiều lớp')
  })
})

// biome-ignore format: a table
const TYPES: readonly (readonly [bytes: Uint8Array, is: boolean, because: string])[] = [
  [mail([plain('x')]),                                          true,  'a message'],
  [Buffer.from('From x Fri\r\nFrom: a@b.vn\r\nDate: x\r\n\r\nx'), true,  'as Unix mailboxes begin'],
  [Buffer.from('From: ai đó\nNgày: hôm nay\n\nKính gửi'),        false, 'a letter that somebody typed'],
  [Buffer.from('PK\x03\x04'),                                   false, 'an archive'],
  [Buffer.from(''),                                             false, 'nothing'],
]
test.each(TYPES)('%#: by its bytes', (bytes, is) => {
  expect(isMail(bytes)).toBe(is)
})

test('--json names the file and what is left to do', async () => {
  repository.write('thu/json.eml', mail([plain(NEWS)], { subject: 'Bản tin cho máy đọc' }))
  const { stdout } = await inProcess(repository.root, (ports) =>
    importFile(ports, 'thu/json.eml', { portal: 'thanh-dong', now: NOW, json: true }),
  )
  expect(JSON.parse(stdout)).toMatchObject({
    file: 'content/thanh-dong/tin-bai/kinh-te/2026/ban-tin-cho-may-doc.md',
    title: 'Bản tin cho máy đọc',
    toDo: expect.arrayContaining([expect.stringContaining('người viết')]),
  })
})
