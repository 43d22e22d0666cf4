import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createScenario, type Scenario } from '../support/gate-scenario.ts'
import { article } from '../support/repository.ts'

const NEWS = {
  title: 'Ra quân tổng vệ sinh',
  kind: 'tin-su-kien',
  linhVuc: 'xa-hoi',
  section: 'tin-tuc-su-kien',
  eventDate: '2026-11-20T08:00:00+07:00',
}
const PATH = 'content/thanh-dong/tin-bai/xa-hoi/2026/ra-quan.md'
const text = (fields: Record<string, string> = {}, body?: string) => article({ ...NEWS, ...fields }, body)

let scenario: Scenario
beforeAll(async () => {
  scenario = await createScenario()
})
afterAll(() => scenario.forge.close())

describe('an article on its way', () => {
  let number: number

  test('with a mistake: the error first, with the way to mend it', async () => {
    const { forge, gate } = scenario
    await forge
      .as('lan')
      .push('bai-1', { [PATH]: text().replace(/^source: .*\n/m, '') }, { message: 'Bài mới' })
    number = await forge.as('lan').openPullRequest('bai-1', { title: 'Ra quân' })
    const { code, stdout, comment } = await gate(number)
    expect(code).toBe(1)
    expect(stdout).toContain('còn 1 lỗi phải sửa')
    expect(comment).toMatch(/### ❌ Chưa gộp được: còn 1 lỗi phải sửa/)
    expect(comment).toContain('Điều 6 khoản 3')
  })

  test('repaired: who is awaited, and how much time is left', async () => {
    const { forge, gate } = scenario
    await forge.as('lan').push('bai-1', { [PATH]: text() }, { message: 'Thêm nguồn' })
    const { code, stdout, stderr, comment } = await gate(number)
    expect(stderr).toBe('')
    expect(stdout).toContain('Chưa gộp được: còn chờ 2 phê duyệt')
    expect(comment).toContain('**Phòng Văn hóa &#45; Xã hội**: chưa duyệt')
    expect(comment).toContain('**Trưởng Ban biên tập hoặc Phó Trưởng ban biên tập**: chưa duyệt')
    expect(comment).toMatch(/còn \d+ giờ.* hành chính; hạn \d\d:\d\d ngày 2\d\/11\/2026 .*Điều 7/)
    expect(code).toBe(1)
    expect(forge.world.comments).toHaveLength(1)
  })

  test('approved by the wrong unit: nothing changes', async () => {
    await scenario.forge.as('minh').approve(number)
    const { stdout, code } = await scenario.gate(number)
    expect(stdout).toContain('còn chờ 2 phê duyệt')
    expect(code).toBe(1)
  })

  test('approved by the unit: the head is awaited', async () => {
    await scenario.forge.as('hoa').approve(number)
    const { stdout, comment } = await scenario.gate(number)
    expect(stdout).toContain('còn chờ 1 phê duyệt')
    expect(comment).toMatch(/✅ \*\*Phòng Văn hóa &#45; Xã hội\*\* \(<code>hoa<\/code>\) lúc .* đã duyệt/)
  })

  test('approved by both: open, and the check run says so on the very revision', async () => {
    const { forge, gate } = scenario
    await forge.as('pho').approve(number)
    const { code, stdout } = await gate(number)
    expect(stdout).toContain('Đủ phê duyệt, gộp được')
    expect(code).toBe(0)
    const run = [...forge.world.checkRuns].at(-1)
    expect(JSON.stringify(run)).toContain('Đủ phê duyệt, gộp được')
    expect(forge.world.comments).toHaveLength(1)
  })

  test('a merge from main that leaves the article alone keeps the approvals', async () => {
    const { forge, gate } = scenario
    await forge.as('quan-tri').push('khac', { 'README.md': 'Kho nội dung\n' }, { message: 'README' })
    const other = await forge.as('quan-tri').openPullRequest('khac', { title: 'README' })
    await forge.as('quan-tri').merge(other)
    const lan = forge.as('lan')
    await lan.git('fetch', '--quiet', 'origin')
    await lan.git('checkout', '--quiet', '-B', 'bai-1', 'origin/bai-1')
    await lan.git('merge', '--quiet', '--no-ff', '-m', 'Cập nhật nhánh', 'origin/main')
    await lan.git('push', '--quiet', 'origin', 'bai-1')
    const { code, stdout } = await gate(number)
    expect(stdout).toContain('Đủ phê duyệt, gộp được')
    expect(code).toBe(0)
  })

  test('`lateReason` or `eventDate` edited after the approval voids it, and the comment shows the change', async () => {
    const { forge, gate } = scenario
    await forge
      .as('lan')
      .push('bai-1', { [PATH]: text({ eventDate: '2026-11-20T09:30:00+07:00' }) }, { message: 'Sửa giờ' })
    const { code, comment } = await gate(number)
    expect(code).toBe(1)
    expect(comment).toContain('còn chờ 2 phê duyệt')
    expect(comment).toContain('đã duyệt một bản cũ')
    expect(comment).toContain(
      'thời điểm diễn ra «08&#58;00 ngày 20&#47;11&#47;2026» → «09&#58;30 ngày 20&#47;11&#47;2026»',
    )
  })

  test('“changes requested” of an approver blocks, until it is taken back', async () => {
    const { forge, gate } = scenario
    await forge.as('hoa').requestChanges(number, 'Sửa lại ảnh')
    await forge.as('hung').approve(number)
    await forge.as('pho').approve(number)
    const refused = await gate(number)
    expect(refused.stdout).toContain('người duyệt yêu cầu sửa')
    expect(refused.code).toBe(1)
    await forge.as('hoa').approve(number)
    expect((await gate(number)).code).toBe(0)
  })
})

test('an error with one right answer is suggested at its line, once', async () => {
  const { forge, gate } = scenario
  const wrong = text({}, 'Bài không có gì lạ.\n').replace('Bài không', 'Bài không'.normalize('NFD'))
  const path = PATH.replace('ra-quan', 'dau-roi')
  await forge.as('lan').push('bai-2', { [path]: wrong }, { message: 'Bài dấu rời' })
  const number = await forge.as('lan').openPullRequest('bai-2', { title: 'Bài' })
  await gate(number)
  const { comment } = await gate(number)
  expect(comment).toContain('Commit suggestion')
  const { data } = await forge.as('lan').octokit.rest.pulls.listReviewComments({
    owner: 'phuong-thanh-dong',
    repo: 'cong',
    pull_number: number,
  })
  expect(data).toHaveLength(1)
  expect(data[0]).toMatchObject({
    path,
    line: wrong.split('\n').findIndex((line) => line.startsWith('Ba')) + 1,
  })
  expect(data[0]?.body).toContain('```suggestion\nBài không có gì lạ.\n```')
})

test('personal data that somebody of the board lets through: who, where and why stand before the approver', async () => {
  const { forge, gate } = scenario
  const released = `
  - what: so-dien-thoai
    by: vh-xh
    reason: Bà Hoa đồng ý bằng văn bản ngày 12/11/2026`
  const path = PATH.replace('ra-quan', 'trao-qua')
  const told = 'Gửi quà theo số 0912345678 của bà Hoa.\n'
  await forge.as('lan').push('trao-qua', { [path]: text({}, told) }, { message: 'Trao quà' })
  const number = await forge.as('lan').openPullRequest('trao-qua', { title: 'Trao quà' })
  const before = await gate(number)
  expect(before.stdout).toContain('còn 1 lỗi phải sửa')
  expect(before.comment).not.toContain('0912345678')
  await forge.as('lan').push('trao-qua', { [path]: text({ released }, told) }, { message: 'Ghi căn cứ' })
  const { comment } = await gate(number)
  expect(comment).toContain('**Thông tin riêng được phép công bố**')
  expect(comment).toMatch(/Phòng Văn hóa .* cho phép công bố số điện thoại ở dòng \d+&#58; «Bà Hoa đồng ý/)
  expect(comment).toContain('chưa duyệt')
})
