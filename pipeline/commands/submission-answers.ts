import type { Obstacle } from '../import/obstacles.ts'
import { groundFound } from '../submissions/reply.ts'
import type { Desk } from './submission-issue.ts'

const MARK = '<!-- congbo:gui-bai -->'
const REFUSED = '<!-- congbo:tu-choi-bai -->'

const TAKEN = '<!-- congbo:nhan-bai -->'

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

/** What must be mended before anything can be made of an article. Names of files and quotations stay out. */
export function toMend(obstacles: readonly Obstacle[]): string {
  const bare = (words: string) => words.replace(/ ?«[^»]*»/g, '')
  return `Cảm ơn bạn đã gửi tin, bài. Máy chưa nhận được bài, vì:

${obstacles.map(({ problem, fix }) => `- ${bare(problem)}. Cách sửa: ${bare(fix)}.`).join('\n')}

Sửa xong, bấm dấu ⋯ ở góc bài, chọn Edit, kéo thả tệp mới vào rồi lưu; máy sẽ xem lại.`
}
