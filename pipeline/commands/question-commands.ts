import { Option } from 'commander'
import { type CommandEntry, json, now, repo } from './entry.ts'

const questionOptions = [
  new Option('--title <tiêu đề>', 'new: tiêu đề câu hỏi'),
  new Option('--file <tệp>', 'new: nội dung hỏi; answer: câu trả lời; - là đầu vào chuẩn'),
  new Option('--linh-vuc <mã>', 'new: lĩnh vực'),
  new Option('--received <thời điểm>', 'new: lúc tiếp nhận; mặc định là bây giờ'),
  new Option('--channel <kênh>', 'new: câu hỏi tới bằng đường nào'),
  new Option('--asked-by <mô tả>', 'new: người hỏi, mô tả chung, ví dụ «Công dân tổ dân phố 3»'),
  new Option('--general', 'new: vấn đề liên quan chung, phải đăng câu trả lời'),
  new Option('--mask', 'new: thay thông tin riêng bằng «[…]» rồi ghi'),
  new Option('--issue <số>', 'new: lấy câu hỏi từ việc (issue) trên GitHub'),
  new Option('--check-only', 'new --issue: chỉ xét thông tin riêng, không ghi'),
  new Option('--propose', 'new --issue: đưa tệp lên một nhánh và mở yêu cầu gộp, không ghi vào thư mục này'),
  repo,
  new Option('--to <đơn vị>', 'pass: mã đơn vị được chuyển'),
  new Option('--promised <ngày>', 'notice: ngày hẹn trả lời, ví dụ 2026-12-11'),
  new Option('--text <nội dung>', 'notice: điều đã báo người hỏi'),
  new Option('--reason <lý do>', 'notice: vì sao hẹn lại, từ lần thứ hai'),
  new Option('--authority <cơ quan>', 'tell: nơi có thẩm quyền'),
  new Option('--by <đơn vị>', 'answer: mã đơn vị trả lời'),
  new Option('--late-reason <lý do>', 'answer, tell: vì sao quá hạn'),
  new Option('--at <thời điểm>', 'pass, notice, tell, answer: đã làm lúc nào; mặc định là bây giờ'),
  new Option('--state <tình trạng>', 'list: chỉ câu hỏi ở tình trạng này'),
  now,
  json,
]

/** The register of questions. */
export const questionCommands: readonly CommandEntry[] = [
  {
    name: 'hoi-dap',
    summary: 'sổ câu hỏi: vào sổ, chuyển, thông báo, báo ngoài phạm vi, trả lời, xem',
    args: [
      ['<việc>', 'new, pass, notice, tell, answer, list'],
      ['[cổng]', 'mã cổng; bỏ được khi kho chỉ có một cổng và việc là new, list'],
      ['[câu hỏi]', 'số tiếp nhận (6 hoặc 6/2026) hoặc tên tệp; cho pass, notice, tell, answer'],
    ],
    options: questionOptions,
    run: async (ports, args, options) =>
      (await import('./questions.ts')).questions(ports, args as (string | undefined)[], options),
  },
]
