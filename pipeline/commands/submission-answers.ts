import type { Obstacle } from '../import/obstacles.ts'
import { statusOn } from '../portal/portal.ts'
import { groundFound } from '../submissions/reply.ts'
import { saidAgain } from './said-again.ts'
import type { Desk } from './submission-issue.ts'

const MARK = '<!-- congbo:gui-bai -->'
const REFUSED = '<!-- congbo:tu-choi-bai -->'

const TAKEN = '<!-- congbo:nhan-bai -->'

/** Whether the sender has been told that the article is taken. */
export const isTaken = async ({ forge, issue }: Desk): Promise<boolean> =>
  (await forge.comments(issue.number)).some(({ bot, body }) => bot && body.startsWith(TAKEN))

/** Tells the sender that the article is refused, once. */
export const answerRefused = (desk: Desk, words: string): Promise<void> => tellOnce(desk, REFUSED, words)

/** Tells the sender that the article is taken, once. */
export const answerTaken = (desk: Desk, words: string): Promise<void> => tellOnce(desk, TAKEN, words)

async function tellOnce({ forge, issue }: Desk, mark: string, words: string): Promise<void> {
  const before = await forge.comments(issue.number)
  if (before.some(({ bot, body }) => bot && body.startsWith(mark))) return
  await forge.addComment(issue.number, `${mark}\n${words}\n`)
}

/** The one answer of the machine on an issue: written anew when the sender has mended something, and not twice. */
export async function answerOnce({ forge, issue }: Desk, words: string): Promise<void> {
  const body = `${MARK}\n${words}\n`
  const before = (await forge.comments(issue.number)).find(
    ({ bot, body: text }) => bot && text.startsWith(MARK),
  )
  if (before === undefined) await forge.addComment(issue.number, body)
  else if (before.body.trim() !== body.trim()) await forge.editComment(before.id, body)
}

/** How the office is reached otherwise. */
export function contactOf({ office }: Desk): string {
  const { address, phone, email, responsible } = office.open.portal.cong.contacts
  return [responsible, address, phone && `điện thoại ${phone}`, email].filter(Boolean).join('; ')
}

/** Nothing of the article is said again. */
export function askedToSendAnew(desk: Desk, kinds: string): string {
  const ground = groundFound(desk.office.open.portal.regulation, 'personal-data')
  return `Cảm ơn bạn đã gửi tin, bài. Trang này ai cũng đọc được, mà bài có **${kinds}** của một người, nên chúng tôi chưa chép bài.${ground ? `\n\nCăn cứ: ${ground}.` : ''}

Xin gửi lại bằng một bài mới, bỏ những thông tin ấy; hoặc gửi trực tiếp: ${contactOf(desk)}.

Quản trị kho sẽ xóa hẳn bài này: sửa lời ở đây không đủ, vì các bản cũ vẫn còn xem được.`
}

export function notToBePublished(desk: Desk): string {
  const ground = groundFound(desk.office.open.portal.regulation, 'secret-marking')
  return `Bài mang dấu chỉ độ mật nên không được đăng, không được chép.${ground ? ` Lý do: ${ground}.` : ' Tài liệu bí mật nhà nước không được đưa lên mạng (Luật Bảo vệ bí mật nhà nước).'}

Xin không gửi lại và không chuyển tiếp; liên hệ ngay: ${contactOf(desk)}. Quản trị kho sẽ xóa hẳn bài này.`
}

/** What must be mended before anything can be made of an article. */
export const toMend = (obstacles: readonly Obstacle[]): string =>
  `Cảm ơn bạn đã gửi tin, bài. Máy chưa nhận được bài, vì:

${obstacles.map(({ problem, fix }) => `- ${saidAgain(problem)}. Cách sửa: ${saidAgain(fix)}.`).join('\n')}

Sửa xong: bấm dấu ⋯ ở góc bài, chọn Edit, xóa dòng của tệp cũ, chọn tệp mới, rồi lưu; máy sẽ xem lại.`

/** What a sender is told who goes on mending an article that is a draft already. */
export const mendedTooLate = (): string =>
  'Bài đã thành bản thảo, chờ biên tập và duyệt. Lời sửa ở đây không tự vào bản thảo: cần sửa gì, xin ghi thành lời nhắn ở dưới.'

/** A portal that is closed takes nothing; whoever took its place is named. */
export function notOpen({ office }: Desk): string {
  const { cong } = office.open.portal
  const status = statusOn(cong, office.open.now)
  const next = status.state === 'archived' ? status.successors.map(({ name }) => name) : []
  return `Cảm ơn bạn đã gửi tin, bài. ${cong.name} ${status.state === 'not-yet' ? 'chưa hoạt động' : 'đã dừng hoạt động'} nên không nhận bài.${next.length > 0 ? ` Nơi tiếp nối: ${next.join('; ')}.` : ''}`
}
