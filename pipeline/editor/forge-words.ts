/** What GitHub refuses with, as far as an editor can meet it; each with what it means and the way out. */
const WORDS: readonly (readonly [said: RegExp, words: string])[] = [
  [
    /Resource not accessible by/,
    'Mã truy cập thiếu quyền. Người quản trị cấp lại mã cho đúng kho này, với hai quyền «Contents» và «Pull requests» mức Read and write.',
  ],
  [
    /Bad credentials|requires you to be authenticated/,
    'Mã truy cập sai, đã hết hạn hoặc đã bị thu hồi. Đăng xuất, rồi đăng nhập bằng mã mới.',
  ],
  [/rate limit/i, 'GitHub đang từ chối vì quá nhiều yêu cầu. Chưa lưu được; chờ vài phút rồi lưu lại.'],
  [
    /Changes must be made through a pull request|rule violations/i,
    'Nhánh chính được bảo vệ: không ai ghi thẳng vào đó. Ảnh và tệp thì thêm ngay trong bài dùng đến chúng.',
  ],
  [
    /does not have the correct permissions|Must have push access|Must have admin rights/i,
    'Tài khoản này không có quyền ghi vào kho. Người quản trị xem lại nhóm của bạn và quyền của nhóm.',
  ],
]

/** From here on the fault is GitHub's own. */
const SERVER_ERROR = 500

/**
 * A refusal of GitHub in Vietnamese.
 *
 * @returns undefined where it is one that we have no words for: it is better shown as it is than guessed
 */
export function inVietnamese(status: number, said: string): string | undefined {
  const found = WORDS.find(([pattern]) => pattern.test(said))
  if (found) return found[1]
  return status >= SERVER_ERROR ? 'GitHub đang trục trặc. Chưa lưu được; chờ ít phút rồi lưu lại.' : undefined
}
