import { Option } from 'commander'
import { type CommandEntry, json, now } from './entry.ts'

/** The commands of duties and registers. */
export const registerCommands: readonly CommandEntry[] = [
  {
    name: 'duties',
    summary: 'lịch nghĩa vụ định kỳ theo Quy chế; ghi việc đã làm (duties done <cổng> <mã việc>)',
    args: [
      ['<cổng>', 'mã cổng, ví dụ kep; hoặc done để ghi việc đã làm'],
      ['[cổng-khi-ghi]', 'sau done: mã cổng'],
      ['[việc]', 'sau done: mã việc trong mục duties của quy-che.yaml'],
    ],
    options: [
      new Option('--from <ngày>', 'kỳ kết thúc từ ngày này, ví dụ 2026-10-01'),
      new Option('--to <ngày>', 'đến hết ngày này'),
      new Option('--year <năm>', 'cả năm; mặc định là năm nay'),
      new Option('--format <kiểu>', 'kiểu kết quả').choices(['text', 'ics', 'json', 'md']),
      json,
      new Option('--out <tệp>', 'ghi vào tệp này'),
      new Option('--period <kỳ>', 'khi ghi: kỳ đã làm, ví dụ 2026-11, 2026-Q4, 2026-H2, 2026'),
      new Option('--document <số>', 'khi ghi: số, ký hiệu văn bản hoặc biên bản'),
      new Option('--on <ngày>', 'khi ghi: ngày làm; mặc định là hôm nay'),
      new Option('--remarks <ghi chú>', 'khi ghi: điều cần biết thêm'),
      now,
    ],
    run: async (ports, args, options) =>
      (await import('./duties.ts')).duties(ports, args as (string | undefined)[], options),
  },
  {
    name: 'refuse',
    summary: 'ghi sổ từ chối đăng: bài nào, vì sao, ai quyết định, đã trả lời người gửi chưa',
    args: [['<cổng>', 'mã cổng, ví dụ dong-viet']],
    options: [
      new Option('--title <tên>', 'tên gọi tạm của bài, lược bỏ thông tin riêng'),
      new Option('--ground <lý do>', 'mã lý do trong Quy chế; nơi Quy chế không liệt kê thì ghi bằng lời'),
      new Option('--received <ngày>', 'ngày nhận bài'),
      new Option('--from-unit <mã>', 'đơn vị gửi, mã trong ban-bien-tap.yaml'),
      new Option('--sender <loại>', 'loại người gửi, khi không phải đơn vị').choices([
        'to-chuc',
        'ca-nhan',
        'co-quan-khac',
      ]),
      new Option('--channel <mã>', 'kênh gửi theo Quy chế'),
      new Option('--linh-vuc <mã>', 'lĩnh vực'),
      new Option('--kind <thể loại>', 'thể loại'),
      new Option('--decided-by <mã>', 'chức danh, đơn vị quyết định không đăng'),
      new Option('--decided <ngày>', 'ngày quyết định; mặc định là hôm nay'),
      new Option('--replied <ngày>', 'ngày đã trả lời người gửi'),
      new Option('--how <cách>', 'trả lời bằng cách nào, ví dụ: văn bản'),
      new Option('--remarks <ghi chú>', 'điều cần biết thêm'),
      now,
      json,
    ],
    run: async (ports, [id], options) => (await import('./refuse.ts')).refuse(ports, id as string, options),
  },
  {
    name: 'takedown',
    summary: 'gỡ một bài đã công bố: ghi sổ và xóa tệp cùng một lúc',
    args: [
      ['<cổng>', 'mã cổng, ví dụ kon-ray'],
      ['<tệp>', 'bài cần gỡ, ví dụ tin-bai/xa-hoi/2026/ten-bai.md'],
    ],
    options: [
      new Option('--ground <lý do>', 'lý do theo Quy chế; nơi Quy chế không nêu thì ghi bằng lời'),
      new Option('--breach <có hay không>', 'gỡ vì bài vi phạm: bài ấy không được trả nhuận bút').choices([
        'co',
        'khong',
      ]),
      new Option('--by <mã>', 'chức danh, đơn vị gỡ; mặc định theo Quy chế'),
      new Option('--decided-by <mã>', 'người quyết định; mặc định theo Quy chế'),
      new Option('--title <tên>', 'tên ghi vào sổ, khi tiêu đề có thông tin riêng'),
      new Option('--even-if-linked', 'gỡ cả khi bài khác còn dẫn tới'),
      new Option('--remarks <ghi chú>', 'điều cần biết thêm'),
      now,
      json,
    ],
    run: async (ports, [id, path], options) =>
      (await import('./takedown.ts')).takedown(ports, id as string, path as string, options),
  },
]
