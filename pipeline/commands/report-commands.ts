import { Option } from 'commander'
import { type CommandEntry, json, now } from './entry.ts'

/** What is counted: the ledger and what is made of it. */
export const reportCommands: readonly CommandEntry[] = [
  {
    name: 'ledger',
    summary: 'sổ xuất bản: từng bài qua tay ai, trong bao lâu, đúng hạn hay không',
    args: [['<cổng>', 'mã cổng, ví dụ thanh-dong']],
    options: [now, json],
    run: async (ports, [id], options) => (await import('./ledger.ts')).ledger(ports, id as string, options),
  },
  {
    name: 'report',
    summary: 'báo cáo tháng, quý, 6 tháng, năm theo Quy chế',
    args: [['<cổng>', 'mã cổng, ví dụ thanh-dong']],
    options: [
      new Option('--period <kỳ>', 'kỳ báo cáo: 2026-11, 2026-Q4, 2026-H2 hoặc 2026'),
      new Option('--duty <mã>', 'báo cáo nào của Quy chế, khi một kỳ có nhiều báo cáo'),
      new Option('--format <kiểu>', 'kiểu kết quả; mặc định md').choices([
        'html',
        'xlsx',
        'docx',
        'json',
        'md',
      ]),
      new Option('--out <tệp>', 'ghi vào tệp này'),
      now,
    ],
    run: async (ports, [id], options) => (await import('./report.ts')).report(ports, id as string, options),
  },
  {
    name: 'royalties',
    summary: 'nhuận bút, thù lao của một tháng: ai được trả bao nhiêu, cho bài nào; đóng sổ tháng',
    args: [['<cổng>', 'mã cổng, ví dụ thanh-dong']],
    options: [
      new Option('--period <tháng>', 'tháng, ví dụ 2026-11; bỏ trống là tháng này'),
      new Option('--close', 'đóng sổ tháng: ghi tệp sổ có mã băm, không sửa lại được'),
      new Option('--leave-open', 'khi đóng sổ, chuyển những chỗ chưa trả lời sang tháng sau'),
      new Option('--by <mã>', 'chức danh, đơn vị đóng sổ; mặc định là người lập bảng'),
      new Option('--verify', 'tính lại mã băm của mọi sổ đã đóng'),
      new Option('--format <kiểu>', 'kiểu kết quả').choices(['text', 'html', 'xlsx', 'docx', 'json', 'md']),
      json,
      new Option('--out <tệp>', 'ghi vào tệp này'),
      now,
    ],
    run: async (ports, [id], options) =>
      (await import('./royalties.ts')).royalties(ports, id as string, options),
  },
  {
    name: 'dashboard',
    summary: 'bảng theo dõi cho Ban biên tập: việc hôm nay, đang chờ ai, việc muộn, tháng này đến nay',
    args: [['<cổng>', 'mã cổng, ví dụ thanh-dong']],
    options: [
      new Option('--repo <chủ/kho>', 'tính cả yêu cầu gộp đang mở ở kho này trên GitHub'),
      new Option('--format <kiểu>', 'kiểu kết quả; mặc định html').choices(['html', 'json', 'md']),
      new Option('--out <tệp>', 'ghi vào tệp này'),
      now,
    ],
    run: async (ports, [id], options) =>
      (await import('./dashboard.ts')).dashboard(ports, id as string, options),
  },
]
