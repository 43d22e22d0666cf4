import { statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { check } from '../../pipeline/commands/check.ts'
import { record } from '../../pipeline/commands/record.ts'
import { verify } from '../../pipeline/commands/verify.ts'
import { signerOf } from '../../pipeline/records/signature.ts'
import { recordText } from '../../pipeline/records/write-record.ts'
import { inProcess } from '../support/in-process.ts'
import { createRepository, temporaryFolder } from '../support/repository.ts'
import { keyPair, keysText, STATEMENT, signed } from './example.ts'

const KEY = keyPair('khoa-1', { validFrom: '2026-11-20' })
const KEYS = keysText('thanh-dong', KEY)
const RECORD = recordText(signed(STATEMENT, KEY))
const BOOK = 'content/thanh-dong/ho-so'

describe('congbo check', () => {
  const repository = createRepository({ sample: true })
  // biome-ignore format: a table
  test.each<[path: string, text: string, problem: string | undefined, why: string]>([
    ['khoa.yaml', KEYS, undefined, 'keys'],
    ['2026/pr-12.yaml', RECORD, undefined, 'a record in its place'],
    ['khoa.yaml', KEYS.replace('portal: thanh-dong', 'portal: kep'), 'Mã `kep` khác tên thư mục `thanh-dong`', 'keys of another portal'],
    ['khoa.yaml', keysText('thanh-dong', KEY, KEY), 'Khóa `khoa-1` ghi hai lần', 'one key, one line'],
    ['khoa.yaml', keysText('thanh-dong', keyPair('k', { validFrom: '2026-11-20', validTo: '2026-11-19' })), 'Khóa `k` hết hạn trước khi được dùng', 'days the wrong way round'],
    ['khoa.yaml', KEYS.replace(/key: .*/, 'key: abc'), 'Khóa công khai (`key`) không đúng dạng', 'a key that is none'],
    ['khoa.yaml', `${KEYS}private: x\n`, 'Không có trường `private` trong mẫu', 'a private key has no place here'],
    ['2026/pr-13.yaml', RECORD, 'Hồ sơ của yêu cầu gộp #12 nằm sai chỗ', 'a record under another number'],
    ['2025/pr-12.yaml', RECORD, 'Hồ sơ của yêu cầu gộp #12 nằm sai chỗ', 'a record in another year'],
    ['2026/pr-12.yaml', RECORD.replace('portal: "thanh-dong"', 'portal: "kep"'), 'Mã `kep` khác tên thư mục `thanh-dong`', 'a record of another portal'],
    ['2026/pr-12.yaml', RECORD.replace(/^merged: .*$/m, 'merged: hôm qua'), '(`merged`) không đúng dạng', 'no instant'],
    ['2026/pr-12.yaml', RECORD.replace(/^pull: 12$/m, 'pull: 12\ntitle: Bài'), 'Không có trường `title` trong mẫu', 'nothing that somebody worded'],
    ['2026/pr-x.yaml', RECORD, 'Tệp không thuộc loại được phép', 'only numbers'],
    ['2026/ghi-chu.md', 'x\n', 'Tệp .md nằm sai chỗ', 'no documents among records'],
  ])('of case %#: %s', async (path, text, problem) => {
    repository.write(`${BOOK}/${path}`, text)
    const { stdout, code } = await inProcess(repository.root, (ports) => check(ports, [`${BOOK}/${path}`], {}))
    repository.remove(BOOK)
    expect(code).toBe(problem === undefined ? 0 : 1)
    if (problem) expect(stdout).toContain(problem)
  })
})

describe('congbo record --new-key', () => {
  const repository = createRepository()
  const folder = temporaryFolder()
  const make = (file: string) =>
    inProcess(repository.root, (ports) => record(ports, { newKey: file, now: '2026-11-25T08:00:00+07:00' }))

  test('writes the private key for one reader only, and prints the line that goes into khoa.yaml', async () => {
    const file = join(folder, 'khoa.pem')
    const { stdout, code } = await make(file)
    expect(code).toBe(0)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const pem = repository.read(`../${folder.split('/').at(-1)}/khoa.pem`)
    const publicKey = signerOf(pem)?.publicKey as string
    expect(stdout).toContain(`    key: ${publicKey}\n    validFrom: "2026-11-25"\n`)
    expect(stdout).not.toContain('PRIVATE')
    const lines = /^ {2}- id: [\s\S]*?\n\n/m.exec(stdout)?.[0].trimEnd()
    repository.write(`${BOOK}/khoa.yaml`, `portal: thanh-dong\nkeys:\n${lines}\n`)
    expect((await inProcess(repository.root, (ports) => check(ports, [`${BOOK}/khoa.yaml`], {}))).code).toBe(
      0,
    )
  })
  test.each<[file: string, words: string, why: string]>([
    ['khoa.pem', 'nằm trong kho nội dung', 'the next commit would publish it'],
    ['content/../khoa.pem', 'nằm trong kho nội dung', 'by whatever way'],
    [join(folder, 'khoa.pem'), 'đã có, không ghi đè', 'nothing is overwritten'],
  ])('refuses %s: %s', async (file, words) => {
    const { stderr, code } = await make(file)
    expect(code).toBe(2)
    expect(stderr).toContain(words)
    expect(repository.exists('khoa.pem')).toBe(false)
  })
})

describe('without a history', () => {
  test('samples have no records, and the commands say so', async () => {
    const { root } = createRepository({ sample: true })
    const verified = await inProcess(root, (ports) => verify(ports, {}))
    expect(verified).toMatchObject({ code: 0, stderr: '' })
    expect(verified.stdout).toMatch(/^Cổng mẫu \(thanh-dong\) không có lịch sử gộp trên Git/)
  })
  test('a real portal cannot be verified', async () => {
    const { root } = createRepository()
    const outcome = await inProcess(root, (ports) => verify(ports, {}))
    expect(outcome).toMatchObject({ code: 2, stdout: '' })
    expect(outcome.stderr).toContain('không nằm trong kho Git')
  })
  test('a portal without a key has nothing to verify yet, and cannot record', async () => {
    const repository = createRepository()
    repository.init()
    repository.commit('2026-11-20T08:00:00+07:00')
    const verified = await inProcess(repository.root, (ports) => verify(ports, {}))
    expect(verified.code).toBe(0)
    expect(verified.stdout).toContain('Cổng thanh-dong chưa có khóa ký hồ sơ')
    const outcome = await inProcess(repository.root, (ports) => record(ports, {}))
    expect(outcome.code).toBe(2)
    expect(outcome.stderr).toMatch(/Chưa cổng nào có khóa ký hồ sơ .*--new-key/)
  })
})
