import { Option } from 'commander'
import { type CommandEntry, json, now, portal, repo } from './entry.ts'
import { questionCommands } from './question-commands.ts'
import { registerCommands } from './register-commands.ts'
import { reportCommands } from './report-commands.ts'
import { submissionCommands } from './submission-commands.ts'

/** The table of contents of the CLI. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'check',
    summary: 'kiểm tra tin bài, văn bản, Quy chế',
    args: [['[tệp...]', 'tệp hoặc thư mục cần kiểm tra; bỏ trống là tất cả']],
    options: [
      portal,
      new Option('--since <nhánh>', 'chỉ những tệp đã sửa so với nhánh hoặc commit này'),
      new Option('--staged', 'chỉ phần đã git add, đúng như sẽ ghi vào lịch sử'),
      now,
      new Option('--format <kiểu>', 'kiểu kết quả').choices(['text', 'github', 'json', 'sarif']),
      json,
      new Option('--fix', 'tự sửa những lỗi chỉ có một cách sửa (NFC, BOM, CRLF, thư mục, tên tệp)'),
    ],
    run: async (ports, [paths], options) =>
      (await import('./check.ts')).check(ports, paths as string[], options),
  },
  {
    name: 'due',
    summary: 'việc đến hạn, sắp đến hạn, quá hạn; hoặc tính thời hạn của một việc',
    options: [
      portal,
      new Option('--kind <thể loại>', 'tính thời hạn cho thể loại này'),
      new Option(
        '--trigger <thời điểm>',
        'mốc bắt đầu tính, ví dụ 2026-11-20T08:00:00+07:00 hoặc 2026-11-20',
      ),
      new Option('--section <mã>', 'chuyên mục, khi thời hạn phụ thuộc chuyên mục'),
      new Option('--out-of-field', 'câu hỏi không thuộc phạm vi của cơ quan'),
      new Option('--office-hours <mã>', 'dùng bảng giờ hành chính khác, ví dụ hai-duong'),
      new Option('--choose <cách hiểu...>', 'thử một cách hiểu khác, ví dụ td-saturday=off'),
      now,
      json,
    ],
    run: async (ports, _, options) => (await import('./due.ts')).due(ports, options),
  },
  {
    name: 'build',
    summary: 'dựng cổng thành trang web tĩnh',
    options: [
      portal,
      new Option('--out <thư mục>', 'nơi đặt kết quả').default('_site'),
      now,
      new Option('--preview', 'dựng cả nội dung chưa công bố, để xem trước'),
      new Option('--together', 'các cổng chung một máy chủ: mỗi cổng ở /<mã>/, kèm trang chọn cổng'),
      new Option('--no-search', 'không lập chỉ mục tìm kiếm'),
      new Option('--base-path <đường dẫn>', 'nơi đặt cổng trên máy chủ; chỉ trang 404 cần biết').default('/'),
    ],
    run: async (ports, _, options) => (await import('./build.ts')).build(ports, options),
  },
  {
    name: 'start',
    summary: 'kiểm tra, dựng và mở tất cả các cổng trên máy này',
    options: [new Option('--port <số>', 'cổng mạng; mặc định 8080, hoặc biến môi trường PORT'), now],
    run: async (ports, _, options) => (await import('./start.ts')).start(ports, options),
  },
  {
    name: 'new',
    summary: 'tạo một bài mới theo mẫu, có sẵn thời hạn',
    args: [
      ['<cổng>', 'mã cổng, ví dụ thanh-dong'],
      ['<thể loại>', 'ví dụ tin-su-kien, van-ban, hoi-dap'],
    ],
    options: [
      new Option('--title <tiêu đề>', 'tiêu đề; tên tệp lấy từ đây'),
      new Option('--linh-vuc <mã>', 'lĩnh vực'),
      new Option('--section <mã>', 'chuyên mục'),
      now,
    ],
    run: async (ports, [id, kind], options) =>
      (await import('./new.ts')).newDocument(ports, id as string, kind as string, options),
  },
  {
    name: 'import',
    summary: 'nhập một tệp Word, PDF hoặc một thư (.eml) thành bài: chữ, bảng, ảnh, phần đầu bài',
    args: [['<tệp>', 'tệp .docx, .pdf có chữ, thư .eml; .doc và .odt cần LibreOffice']],
    options: [
      portal,
      new Option('--kind <thể loại>', 'ví dụ tin-su-kien, van-ban; bỏ trống thì máy đoán theo khung văn bản'),
      new Option('--linh-vuc <mã>', 'lĩnh vực'),
      new Option('--section <mã>', 'chuyên mục'),
      new Option('--title <tiêu đề>', 'tiêu đề, thay cho tiêu đề trong tệp'),
      new Option('--number <số>', 'số, ký hiệu của văn bản, ví dụ 849/QĐ-UBND'),
      new Option('--date <ngày>', 'ngày ban hành của văn bản, ví dụ 2026-11-12'),
      new Option('--out <thư mục>', 'ghi bài và ảnh vào thư mục này để xem, không vào cổng'),
      new Option('--pr', 'đưa bài và ảnh lên một nhánh, mở yêu cầu gộp; không ghi vào thư mục này'),
      repo,
      now,
      json,
    ],
    run: async (ports, [file], options) =>
      (await import('./import.ts')).importFile(ports, file as string, options),
  },
  {
    name: 'explain',
    summary: 'giải thích một quy tắc kiểm tra',
    args: [['[quy tắc]', 'mã quy tắc; bỏ trống để xem danh sách']],
    options: [now],
    run: async (ports, [id]) => (await import('./explain.ts')).explain(ports, id as string | undefined),
  },
  {
    name: 'coverage',
    summary:
      'chuyên mục nào trống, cũ, không có người phụ trách; hoặc từng điều khoản được thực hiện thế nào',
    args: [['[cổng]', 'mã cổng; bỏ trống khi dùng --law']],
    options: [
      new Option('--law', 'theo từng điều khoản của Quy chế'),
      new Option('--strict', 'kết thúc với mã 1 khi có chỗ cần làm'),
      portal,
      now,
      json,
    ],
    run: async (ports, [id], options) =>
      (await import('./coverage.ts')).coverage(ports, id as string | undefined, options),
  },
  ...reportCommands,
  ...questionCommands,
  ...submissionCommands,
  ...registerCommands,
  {
    name: 'owners',
    summary: 'phân công người duyệt trên GitHub (tệp CODEOWNERS), lập từ ban biên tập',
    options: [
      new Option('--check', 'chỉ đối chiếu tệp đang có với ban biên tập'),
      new Option('--write', 'ghi tệp .github/CODEOWNERS'),
      json,
    ],
    run: async (ports, _, options) => (await import('./owners.ts')).owners(ports, options),
  },
  {
    name: 'policy',
    summary: 'thử một Quy chế, ban biên tập hay lịch đã sửa trên các lần xuất bản trước',
    args: [['<việc>', 'simulate']],
    options: [
      new Option('--base <commit>', 'quy định cũ lấy ở commit này; mặc định là HEAD'),
      new Option('--since <ngày>', 'chỉ tin bài đăng từ ngày này, ví dụ 2026-01-01'),
      portal,
      now,
      json,
    ],
    run: async (ports, [action], options) =>
      (await import('./policy.ts')).policy(ports, action as string, options),
  },
  {
    name: 'gate',
    summary: 'cửa duyệt: yêu cầu gộp đã đủ người duyệt theo Quy chế chưa',
    options: [
      new Option('--pr <số>', 'số của yêu cầu gộp'),
      repo,
      new Option('--preview <địa chỉ>', 'địa chỉ bản xem trước, để ghi vào lời nhắn'),
      new Option('--quiet-forge', 'chỉ in kết quả, không ghi gì lên GitHub'),
      now,
      json,
    ],
    run: async (ports, _, options) => (await import('./gate.ts')).gate(ports, options),
  },
  {
    name: 'record',
    summary: 'hồ sơ duyệt: ghi lại và ký ai đã duyệt từng yêu cầu gộp đã gộp',
    options: [
      new Option('--pr <số>', 'chỉ một yêu cầu gộp'),
      new Option('--since <ngày>', 'mọi yêu cầu gộp từ ngày này, cả trước khi có khóa, ví dụ 2026-01-01'),
      portal,
      repo,
      new Option('--dry-run', 'chỉ xem sẽ lập hồ sơ nào; không cần khóa'),
      new Option(
        '--propose',
        'đưa hồ sơ lên nhánh ho-so-duyet và mở yêu cầu gộp, thay vì ghi vào thư mục làm việc',
      ),
      new Option('--new-key <tệp>', 'tạo khóa ký: khóa riêng vào tệp này (ngoài kho), khóa công khai in ra'),
      now,
      json,
    ],
    run: async (ports, _, options) => (await import('./record.ts')).record(ports, options),
  },
  {
    name: 'verify',
    summary: 'kiểm hồ sơ duyệt với lịch sử Git, không cần mạng; nêu bài lên cổng mà không có hồ sơ',
    options: [portal, json],
    run: async (ports, _, options) => (await import('./verify.ts')).verify(ports, options),
  },
  {
    name: 'remind',
    summary: 'nhắc việc: yêu cầu gộp và câu hỏi sắp đến hạn, quá hạn',
    options: [repo, new Option('--dry-run', 'chỉ in, không gửi lời nhắn'), now, json],
    run: async (ports, _, options) => (await import('./remind.ts')).remind(ports, options),
  },
  {
    name: 'protect',
    summary: 'thiết lập bảo vệ kho trên GitHub: quy tắc nhánh, quyền của Actions',
    options: [
      new Option('--check', 'chỉ đối chiếu, không sửa'),
      new Option('--apply', 'sửa thiết lập trên GitHub cho đúng'),
      repo,
      json,
    ],
    run: async (ports, _, options) => (await import('./protect.ts')).protect(ports, options),
  },
  {
    name: 'hooks',
    summary: 'xét nội dung trước mỗi lần git commit, khi chưa vào lịch sử: đặt (install) hoặc bỏ (remove)',
    args: [['<việc>', 'install hoặc remove']],
    options: [json],
    run: async (ports, [action], options) =>
      (await import('./hooks.ts')).hooks(ports, action as string, options),
  },
  {
    name: 'init',
    summary: 'tạo kho nội dung cho một cổng mới, từ một Quy chế có sẵn',
    args: [['[thư mục]', 'nơi tạo; mặc định là thư mục hiện tại']],
    options: [
      new Option(
        '--from <quy chế>',
        'lấy Quy chế của cổng mẫu này: kep, dong-viet, kon-ray, thach-linh, thanh-dong',
      ),
      new Option('--id <mã>', 'mã của cổng mới, ví dụ hoa-binh'),
      new Option('--name <tên>', 'tên cổng'),
      new Option('--org <tổ chức>', 'tên tổ chức trên GitHub'),
    ],
    run: async (ports, [folder], options) =>
      (await import('./init.ts')).init(ports, folder as string | undefined, options),
  },
]
