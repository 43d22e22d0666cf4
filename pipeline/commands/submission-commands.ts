import { Option } from 'commander'
import { type CommandEntry, json, now, repo } from './entry.ts'

/** Articles that others send. */
export const submissionCommands: readonly CommandEntry[] = [
  {
    name: 'gui-bai',
    summary: 'sổ tiếp nhận tin, bài: xem sổ, nhận hoặc từ chối bài gửi bằng mẫu trên kho',
    args: [['[cổng]', 'mã cổng; bỏ được khi kho chỉ có một cổng hoặc mẫu đã ghi cổng']],
    options: [
      new Option('--issue <số>', 'bài gửi ở việc (issue) này trên GitHub'),
      new Option('--check-only', 'chỉ xem và trả lời người gửi, không chép bài'),
      new Option('--propose', 'đưa bài và ảnh lên một nhánh, mở yêu cầu gộp'),
      new Option(
        '--refuse [lý do]',
        'từ chối: trả lời người gửi, ghi sổ từ chối; lý do là mã trong Quy chế hoặc ghi bằng lời',
      ),
      new Option(
        '--actor <tài khoản>',
        'với --refuse không ghi lý do: đọc lý do từ lời nhắn «Từ chối: …» của tài khoản này',
      ),
      new Option(
        '--decided-by <mã>',
        'với --refuse: chức danh, đơn vị quyết định; mặc định là người duyệt sổ từ chối',
      ),
      new Option('--linh-vuc <mã>', 'lĩnh vực, thay cho lĩnh vực người gửi chọn'),
      new Option('--form', 'ghi lại mẫu «Gửi tin, bài» của kho theo lĩnh vực, đơn vị hiện có'),
      repo,
      now,
      json,
    ],
    run: async (ports, [id], options) =>
      (await import('./submissions.ts')).submissions(ports, id as string | undefined, options),
  },
]
