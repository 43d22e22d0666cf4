import { join } from 'node:path'
import type { Ports } from '../adapters/ports.ts'
import { isOurs, preCommitHook } from '../hooks/pre-commit.ts'
import { UsageError } from './arguments.ts'
import { EXIT, type ExitCode } from './exit-code.ts'

const FILE = 'pre-commit'

export type HooksOptions = { readonly json?: boolean }

/** Installs or removes the hook that checks what is about to be committed. */
export async function hooks(ports: Ports, action: string, { json }: HooksOptions): Promise<ExitCode> {
  const act = { install, remove }[action]
  if (!act) throw new UsageError(`Không có việc \`${action}\`; chọn một trong: install, remove`)
  const place = await ports.hookPlace()
  if (!place)
    throw new UsageError(
      'Thư mục này không nằm trong kho Git nào; chạy `git init` hoặc chuyển vào kho nội dung',
    )
  const { state, words } = act(ports, place)
  const file = join(place.folder, FILE)
  ports.out(json ? JSON.stringify({ action, state, file }, null, 2) : words.replaceAll('{file}', file))
  return EXIT.ok
}

type Place = NonNullable<Awaited<ReturnType<Ports['hookPlace']>>>
type Done = { readonly state: 'written' | 'unchanged' | 'removed' | 'absent'; readonly words: string }

const INSTALLED = `Đã đặt {file}
Từ nay mỗi lần \`git commit\`, máy xét đúng phần nội dung sắp ghi (đã \`git add\`), trước khi Git ghi vào lịch sử; có lỗi thì không ghi.
Vượt qua một lần: git commit --no-verify. Nội dung khi ấy vào lịch sử, ai lấy kho cũng đọc được, xóa ở bản sau không xóa được bản cũ; cửa duyệt trên GitHub vẫn xét lại.
Bỏ hẳn: npx congbo hooks remove`

function install(ports: Ports, { folder, text, prefix }: Place): Done {
  const wanted = preCommitHook({ prefix, product: ports.productFolder('.') })
  if (text === wanted) return { state: 'unchanged', words: '{file} đã có sẵn, không phải làm gì' }
  if (text !== undefined && isOurs(text))
    throw new UsageError(
      `${join(folder, FILE)} do một bản congbo khác viết; chạy \`npx congbo hooks remove\` rồi \`npx congbo hooks install\``,
    )
  const created = ports.createFiles(folder, new Map([[FILE, wanted]]), 0o755)
  if (!created.ok)
    throw new UsageError(
      `${join(folder, FILE)} đã có, do người khác viết; giữ nguyên, chưa đặt gì. Muốn dùng cả hai: thêm dòng \`npx congbo check --staged || exit 1\` vào tệp ấy`,
    )
  return { state: 'written', words: INSTALLED }
}

function remove(ports: Ports, { folder, text }: Place): Done {
  if (text === undefined) return { state: 'absent', words: '{file} không có, không phải làm gì' }
  if (!isOurs(text))
    throw new UsageError(`${join(folder, FILE)} không phải do congbo viết; giữ nguyên, tự sửa bằng tay`)
  ports.changeFiles(folder, { remove: [FILE] })
  return { state: 'removed', words: 'Đã xóa {file}. Nội dung không còn được xét trước khi vào lịch sử.' }
}
