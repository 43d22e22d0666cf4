import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { diagnosticsOf, expectCivil, expectRefusal } from '../support/civil.ts'
import { contract } from '../support/portals.ts'
import {
  article,
  congbo,
  createRepository,
  type Outcome,
  snapshot,
  temporaryFolder,
} from '../support/repository.ts'

const NOW = ['--now', '2026-11-20T09:00:00+07:00']
const LAST_LINE = /Đã kiểm tra (\d+) tệp nội dung: (.*)\.$/m

/** `Đã kiểm tra 2 tệp nội dung: 1 lỗi.` → `2: 1 lỗi`. */
const summaryOf = ({ stdout }: Outcome) => LAST_LINE.exec(stdout)?.slice(1).join(': ')

describe('what a check prints', () => {
  const repository = createRepository()
  const at = (name: string) => join(repository.folder, 'tin-bai/xa-hoi/2026', name)
  const NAMES = ['Một, hai: ba%.md', 'sai-linh-vuc.md', 'sap-dien-ra.md']
  beforeAll(() => {
    repository.write(at('tot.md'), article())
    const coming = { kind: 'tin-su-kien', section: 'tin-tuc-su-kien', eventDate: '2026-11-21T08:00:00+07:00' }
    repository.write(at('sap-dien-ra.md'), article(coming))
    repository.write(at('sai-linh-vuc.md'), article({ linhVuc: 'khong-co', section: 'khong-co' }))
    repository.write(at('Một, hai: ba%.md'), article())
  })

  test('text: place, weight, problem, law and way out of each, then the counts', async () => {
    const outcome = await repository.congbo(['check', ...NOW])
    expectCivil(outcome)
    expect(outcome.code).toBe(1)
    expect(outcome.stderr).toBe('')
    expect(outcome.stdout).toContain(
      `${at('sai-linh-vuc.md')}:4:1  lỗi  Không có lĩnh vực \`khong-co\`  [folder]\n    căn cứ    Điều `,
    )
    expect(outcome.stdout).toMatch(/\[folder\]\n {4}căn cứ {4}.+\n {4}cách sửa {2}chọn một trong: kinh-te, /)
    expect(summaryOf(outcome)).toBe('4: 3 lỗi, 1 cảnh báo')
  })

  test('github: an annotation a diagnostic, in which no name starts a second command', async () => {
    const { stdout, code } = await repository.congbo(['check', '--format', 'github', ...NOW])
    expect(code).toBe(1)
    const commands = stdout.split('\n').filter((line) => line.startsWith('::'))
    expect(commands.length).toBeGreaterThan(3)
    for (const line of commands)
      expect(line).toMatch(
        /^::(?:error|warning|notice) file=content\/[^:,]+,line=\d+,col=\d+,title=[a-z-]+::.+%0ACách sửa: /,
      )
    expect(commands.filter((line) => line.startsWith('::warning '))).toHaveLength(1)
    expect(stdout).toContain('file=content/thanh-dong/tin-bai/xa-hoi/2026/Một%2C hai%3A ba%25.md,line=1')
  })

  test('json: the contract of schemas/diagnostics.schema.json, in the order of the files', async () => {
    const outcome = await repository.congbo(['check', '--format', 'json', ...NOW])
    expect(outcome.code).toBe(1)
    const said = JSON.parse(outcome.stdout) as { checked: number }
    expect(contract.errors('diagnostics' as never, said)).toEqual([])
    expect(said.checked).toBe(4)
    const found = diagnosticsOf(outcome)
    expect([...new Set(found.map(({ file }) => file))]).toEqual(NAMES.map(at))
    expect(found).toContainEqual(expect.objectContaining({ rule: 'slug', line: 1, column: 1, fixable: true }))
  })

  test('sarif: version 2.1.0 with rules, levels, encoded addresses and places', async () => {
    const { stdout, code } = await repository.congbo(['check', '--format', 'sarif', ...NOW])
    expect(code).toBe(1)
    const { version, $schema, runs } = JSON.parse(stdout)
    expect([version, $schema]).toEqual(['2.1.0', expect.stringMatching(/^https:\/\/.*sarif/)])
    expect(runs).toHaveLength(1)
    const [{ tool, results, columnKind }] = runs
    expect(tool.driver).toMatchObject({ name: 'congbo', version: expect.stringMatching(/^\d+\.\d+\.\d+/) })
    expect(columnKind).toBe('utf16CodeUnits')
    const ids = tool.driver.rules.map(({ id }: { id: string }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { ruleId, level, message, locations } of results) {
      expect(ids).toContain(ruleId)
      expect(level).toMatch(/^(?:error|warning|note)$/)
      expect(message.text).toContain('Cách sửa: ')
      expect(locations).toHaveLength(1)
      const { artifactLocation, region } = locations[0].physicalLocation
      expect(artifactLocation.uri).toMatch(/^content\/[A-Za-z0-9%./_~-]+$/)
      expect(Math.min(region.startLine, region.startColumn)).toBeGreaterThan(0)
    }
  })

  test('0 where a named file is in order, though others are not', async () => {
    const outcome = await repository.congbo(['check', at('tot.md'), ...NOW])
    expect([outcome.code, summaryOf(outcome)]).toEqual([0, '1: không có lỗi'])
  })

  test('a folder is everything below it, written with a slash or with back slashes', async () => {
    const outcome = await repository.congbo(['check', 'content\\thanh-dong\\tin-bai/', ...NOW])
    expect(summaryOf(outcome)).toMatch(/^4: /)
  })
})

describe('what cannot be run ends with 2 and says what to type', () => {
  const repository = createRepository()
  beforeAll(() => {
    repository.write(`${repository.folder}/tin-bai/xa-hoi/2026/tot.md`, article())
    repository.write('README.md', 'x')
    repository.init()
    repository.commit('2026-11-10T09:00:00+07:00')
  })
  // biome-ignore format: a table
  const REFUSED: readonly (readonly [args: string[], words: RegExp, because: string])[] = [
    [['--portal', 'khong-co'],                 /Không có cổng `khong-co`; các cổng hiện có: thanh-dong/, 'an unknown portal, with those that exist'],
    [['--now', '2026-11-20T09:00:00'],         /--now.*múi giờ.*\+07:00/,                     'a time without an offset is never guessed'],
    [['--now', '2026-02-30T09:00:00+07:00'],   /--now/,                                       'a day that does not exist'],
    [['--since', 'khong-co'],                  /kho Git không có `khong-co`.*git fetch/,       'an unknown ref'],
    [['--since', '--output=bi-ghi.txt'],       /không phải là tên nhánh/,                     'a ref that Git would take for an option'],
    [['--since=--upload-pack=touch bi-ghi'],   /không phải là tên nhánh/,                     'the same, written with an equals sign'],
    [['--since', 'main..HEAD'],                /main\.\.HEAD/,                                'a range is no commit'],
    [['--since', ''],                          /không phải là tên nhánh/,                     'nothing is no ref'],
    [['README.md'],                            /không nằm trong thư mục content\//,           'a file that is no content'],
    [['content/../README.md'],                 /không nằm trong thư mục content\//,           'not even by a detour'],
    [['/etc/passwd'],                          /không nằm trong thư mục content\//,           'nor by its whole path'],
    [['content/thanh-dong/khong-co.md'],       /Không có tệp hay thư mục/,                    'a file that is not there'],
    [['--portal', 'thanh-dong', 'content/lich-nghi'], /không nằm trong thư mục content\/thanh-dong\//, 'a path of another portal than the one asked for'],
    [['--format', 'xml'],                      /không nhận giá trị xml; chọn một trong: text, github, json, sarif/, 'an unknown format, with those that exist'],
    [['--portall', 'thanh-dong'],              /Không có tùy chọn --portall.*Có phải --portal/s, 'a typing error, with what was meant'],
    [['--now'],                                /cần một giá trị/,                             'an option without its value'],
  ]
  test.each(REFUSED)('check %j', async (args, words) => {
    const outcome = await repository.congbo(['check', ...args])
    expectRefusal(outcome, 2)
    expect(outcome.stderr).toMatch(words)
    expect(repository.exists('bi-ghi.txt') || repository.exists('bi-ghi')).toBe(false)
  })
  test('a folder without content', async () => {
    const outcome = await congbo(['check'], { cwd: temporaryFolder() })
    expectRefusal(outcome, 2)
    expect(outcome.stderr).toMatch(/Không thấy cổng nào.*thư mục gốc/)
  })
  test('--since outside a repository', async () => {
    const loose = createRepository()
    expectRefusal(await loose.congbo(['check', '--since', 'main']), 2)
  })
})

describe('--since checks what a change touches', () => {
  const repository = createRepository()
  const at = (name: string) => join(repository.folder, 'tin-bai/xa-hoi/2026', name)
  const since = async (...args: string[]) => {
    const outcome = await repository.congbo(['check', '--json', '--since', 'main', ...NOW, ...args])
    const { checked } = JSON.parse(outcome.stdout) as { checked: number }
    return {
      checked,
      found: diagnosticsOf(outcome).map(({ file, rule }) => `${file.split('/').at(-1)} ${rule}`),
    }
  }
  beforeAll(() => {
    repository.write(at('dich.md'), article({ title: 'Bài được dẫn tới' }, '## Mục một\n'))
    repository.write(at('dan.md'), article({}, '[xem](dich.md#muc-mot)\n'))
    repository.write(at('sai-san.md'), article({ section: 'khong-co' }))
    repository.write(at('Tiếng Việt.md'), article())
    repository.addPortal('cong-hai', { from: 'thanh-dong' })
    repository.write('content/cong-hai/trang/sai.md', article({ kind: 'trang', title: 'x' }))
    repository.init()
    repository.commit('2026-11-10T09:00:00+07:00')
  })
  beforeEach(() => {
    repository.git('checkout', '--quiet', '--force', 'main')
    repository.git('clean', '--quiet', '--force', '-d')
  })

  test('nothing changed: nothing is checked', async () => {
    expect(await since()).toEqual({ checked: 0, found: [] })
  })
  test('one article, not yet committed; what was wrong before is not its business', async () => {
    repository.edit(at('dan.md'), '#muc-mot', '#muc-hai')
    expect(await since()).toEqual({ checked: 1, found: ['dan.md anchor'] })
  })
  test('the commits of a branch, and a file that Git does not know yet, with Vietnamese names', async () => {
    repository.git('checkout', '--quiet', '-b', 'bài/tiếng-việt')
    repository.write(at('Bài mới.md'), article())
    repository.commit('2026-11-19T09:00:00+07:00')
    repository.write(at('Ảnh đẹp.md'), article())
    expect(await since()).toEqual({ checked: 2, found: ['Bài mới.md slug', 'Ảnh đẹp.md slug'] })
    repository.git('checkout', '--quiet', '--force', 'main')
    const back = await repository.congbo(['check', '--since', 'bài/tiếng-việt', ...NOW])
    expect(back.code, back.stderr).not.toBe(2)
  })
  test('a commit that reached main meanwhile is not part of the change', async () => {
    repository.git('checkout', '--quiet', '-b', 'nhanh')
    repository.edit(at('dan.md'), 'Bài thử', 'Bài thử hai')
    repository.commit('2026-11-19T09:00:00+07:00')
    repository.git('checkout', '--quiet', 'main')
    repository.write(at('khac.md'), article())
    repository.commit('2026-11-19T10:00:00+07:00')
    repository.git('checkout', '--quiet', 'nhanh')
    expect(await since()).toEqual({ checked: 1, found: [] })
  })
  test('a deleted article: those that link to it', async () => {
    repository.remove(at('dich.md'))
    expect(await since()).toEqual({ checked: 1, found: ['dan.md link'] })
  })
  test('a renamed article: itself under its new name, and those that link to the old one', async () => {
    repository.git('mv', at('dich.md'), at('dich-moi.md'))
    expect(await since()).toEqual({ checked: 2, found: ['dan.md link'] })
  })
  test('a changed regulation: its whole portal, and no other', async () => {
    repository.edit(`${repository.folder}/quy-che.yaml`, /^# .*\n/, '# Sửa một chú thích.\n')
    const { checked, found } = await since()
    expect(checked).toBeGreaterThanOrEqual(4)
    expect(found).toEqual(['Tiếng Việt.md slug', 'sai-san.md section'])
  })
  test('a changed calendar: every portal', async () => {
    repository.edit('content/lich-nghi/2026.yaml', /^/, '# Sửa một chú thích.\n')
    expect((await since()).found).toContain('sai.md schema')
  })
  test('with --portal: nothing of another portal, not even as a stray file', async () => {
    repository.write('content/cong-hai/trang/sai.md', 'x')
    repository.edit('content/cong-hai/cong.yaml', /^/, '# Sửa một chú thích.\n')
    expect(await since('--portal', 'thanh-dong')).toEqual({ checked: 0, found: [] })
  })
  test('a new file that belongs to no portal', async () => {
    repository.write('content/la.txt', 'x')
    expect(await since()).toEqual({ checked: 0, found: ['la.txt file'] })
  })
})

describe('--fix puts right what has one right answer', () => {
  const repository = createRepository()
  const at = (name: string) => join(repository.folder, 'tin-bai', name)
  let first: Outcome
  let taken: string
  beforeAll(async () => {
    repository.write(
      at('xa-hoi/2026/dau-roi.md'),
      `\uFEFF${article({}, 'Tiếng Việt.\n').normalize('NFD')}`.replaceAll('\n', '\r\n'),
    )
    repository.write(at('kinh-te/2026/Sai Chỗ.md'), article({ title: 'Sai chỗ, sai tên' }))
    repository.write(at('xa-hoi/2026/Trùng Tên.md'), article({ title: 'Bài đến sau' }))
    repository.write(at('xa-hoi/2026/trung-ten.md'), article({ title: 'Bài có trước' }))
    repository.write(at('xa-hoi/2026/Thư Mục.md'), article())
    repository.write(at('xa-hoi/2026/thu-muc.md/x.png'), 'x')
    taken = repository.read(at('xa-hoi/2026/trung-ten.md'))
    first = await repository.congbo(['check', '--fix', ...NOW])
  })

  test('and shows what it did', () => {
    expectCivil(first)
    const done = first.stdout.split('\n').filter((line) => line.startsWith('đã sửa'))
    expect(done.sort()).toEqual(
      [
        `đã sửa  ${at('xa-hoi/2026/dau-roi.md')}: bỏ BOM`,
        `đã sửa  ${at('xa-hoi/2026/dau-roi.md')}: đổi CRLF thành LF`,
        `đã sửa  ${at('xa-hoi/2026/dau-roi.md')}: chuyển về Unicode dựng sẵn (NFC)`,
        `đã sửa  ${at('kinh-te/2026/Sai Chỗ.md')} → ${at('xa-hoi/2026/sai-cho.md')}`,
      ].sort(),
    )
  })
  test('byte for byte', () => {
    expect(repository.read(at('xa-hoi/2026/dau-roi.md'))).toBe(article({}, 'Tiếng Việt.\n').normalize('NFC'))
    expect(repository.exists(at('kinh-te/2026/Sai Chỗ.md'))).toBe(false)
    expect(repository.read(at('xa-hoi/2026/sai-cho.md'))).toBe(article({ title: 'Sai chỗ, sai tên' }))
  })
  test('but never writes over anything: not a file, not a folder', () => {
    expect(first.code).toBe(1)
    expect(repository.read(at('xa-hoi/2026/trung-ten.md'))).toBe(taken)
    expect(repository.exists(at('xa-hoi/2026/Trùng Tên.md'))).toBe(true)
    expect(first.stdout).toContain('[slug]')
    expect(repository.exists(at('xa-hoi/2026/thu-muc.md/x.png'))).toBe(true)
    expect(repository.exists(at('xa-hoi/2026/Thư Mục.md'))).toBe(true)
  })
  test('and a second run finds nothing to do', async () => {
    for (const name of ['Trùng Tên.md', 'Thư Mục.md', 'thu-muc.md'])
      repository.remove(at(`xa-hoi/2026/${name}`))
    const before = snapshot(repository.at('content'))
    const second = await repository.congbo(['check', '--fix', ...NOW])
    expect([second.code, summaryOf(second)]).toEqual([0, '3: không có lỗi'])
    expect(second.stdout).not.toContain('đã sửa')
    expect(snapshot(repository.at('content'))).toEqual(before)
  })
  test('a named file is followed to its new name', async () => {
    repository.write(at('xa-hoi/2026/Tên Mới.md'), article())
    const outcome = await repository.congbo(['check', '--fix', at('xa-hoi/2026/Tên Mới.md'), ...NOW])
    expect([outcome.code, summaryOf(outcome)]).toEqual([0, '1: không có lỗi'])
    expect(repository.exists(at('xa-hoi/2026/ten-moi.md'))).toBe(true)
  })
})
