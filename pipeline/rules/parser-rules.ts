import type { Rule } from './rule.ts'

/** What the parsers at the door report; they need no facts beyond the file itself. */
export const parserRules: readonly Rule[] = [
  {
    id: 'file',
    name: 'loại tệp',
    severity: 'error',
    question: 'Tệp thuộc loại được phép và nằm đúng chỗ trong thư mục nội dung?',
    reason:
      'Thư mục nội dung do nhiều người gửi lên; tệp mã, tệp ẩn, liên kết tượng trưng có thể chiếm quyền máy dựng cổng.',
    advice: 'Chỉ đặt tệp .md, ảnh và tệp đính kèm thông dụng trong tin-bai/, van-ban/, hoi-dap/, trang/.',
  },
  {
    id: 'encoding',
    name: 'bộ mã chữ',
    severity: 'error',
    question: 'Tệp theo Unicode UTF-8 dựng sẵn (NFC), không có ký tự hỏng hay vô hình?',
    reason: 'Cùng một chữ viết hai cách thì máy coi là hai chữ: tìm không ra, so không khớp.',
    advice: 'Lưu tệp với bảng mã UTF-8; `congbo check --fix` tự sửa BOM, CRLF và dấu rời.',
  },
  {
    id: 'front-matter',
    name: 'phần đầu bài',
    severity: 'error',
    question: 'Phần đầu bài đọc được?',
    reason:
      'Phần đầu bài cho biết bài là gì, của ai, thuộc lĩnh vực nào; không đọc được thì không kiểm tra được gì.',
    advice:
      'Mỗi trường một dòng `trường: giá trị`, nằm giữa hai dòng `---`; giá trị có dấu hai chấm thì đặt trong nháy kép.',
  },
  {
    id: 'schema',
    name: 'đúng mẫu',
    severity: 'error',
    question: 'Các trường đúng mẫu của thể loại?',
    reason: 'Mẫu giữ cho mọi bài cùng thể loại có cùng nội dung, để trang, báo cáo và thời hạn dựa vào được.',
    advice: 'Tạo bài bằng `congbo new <cổng> <thể loại>`; mẫu nằm trong thư mục schemas/front-matter.',
  },
  {
    id: 'portal',
    name: 'thông tin của cổng',
    severity: 'error',
    question: 'Tệp cong.yaml đầy đủ và khớp với Quy chế?',
    reason: 'Tên, địa chỉ và cơ quan chủ quản hiện trên mọi trang; địa chỉ sai đưa người dân tới trang khác.',
    advice: 'Sửa cong.yaml theo mẫu trong schemas/cong.schema.json.',
  },
  {
    id: 'regulation',
    name: 'dữ liệu Quy chế',
    severity: 'error',
    question: 'Tệp quy-che.yaml đầy đủ, mỗi giá trị dẫn điều khoản có thật?',
    reason: 'Mọi kết luận của hệ thống dẫn về Quy chế; dữ liệu Quy chế sai thì kết luận sai.',
    advice: 'Mỗi giá trị ghi `basis: D7.K1`, hoặc `assumption: …` khi Quy chế để ngỏ.',
  },
  {
    id: 'roster',
    name: 'Ban biên tập',
    severity: 'error',
    question: 'Ban biên tập có đủ người duyệt, và đơn vị ghi trong bài có thật?',
    reason:
      'Lĩnh vực không có người duyệt, hoặc người duyệt duy nhất cũng là người gửi, thì bài không bao giờ được đăng đúng Quy chế.',
    advice: 'Khai báo đơn vị, tài khoản nhóm và số người trong ban-bien-tap.yaml.',
  },
  {
    id: 'record',
    name: 'hồ sơ duyệt',
    severity: 'error',
    question: 'Hồ sơ duyệt đúng mẫu, đúng chữ ký, khớp với lịch sử Git và không bị sửa?',
    reason:
      'Hồ sơ là bằng chứng ai đã duyệt bài nào, còn lại cả khi không còn nền tảng Git; sửa được thì không còn là bằng chứng.',
    advice:
      'Hồ sơ do `congbo record` lập và ký, không viết tay; `congbo verify` kiểm lại. Khóa công khai ở ho-so/khoa.yaml, khóa cũ giữ lại.',
  },
  {
    id: 'calendar',
    name: 'lịch nghỉ, giờ hành chính',
    severity: 'error',
    question: 'Lịch nghỉ và giờ hành chính đúng mẫu?',
    reason: 'Thời hạn tính theo ngày làm việc và giờ hành chính; thiếu một năm thì dừng lại hỏi, không đoán.',
    advice: 'Mỗi năm một tệp trong content/lich-nghi, dẫn văn bản thông báo nghỉ lễ, tết.',
  },
  {
    id: 'royalties',
    name: 'nhuận bút, thù lao',
    severity: 'error',
    question: 'Bảng mức, bảng chấm, sổ nhuận bút đúng mẫu, không ai tự chấm bài mình, sổ đã đóng còn nguyên?',
    reason:
      'Đây là tiền ngân sách: chấm cho mình, trả hai lần, hay sửa sổ đã đóng đều phải lộ ra trước khi chi.',
    advice:
      'Ghi hệ số vào nhuan-but/cham/<tháng>.yaml; đóng tháng bằng `congbo royalties <cổng> --period <tháng> --close`; sổ đã đóng thì không sửa.',
  },
  {
    id: 'duty-mark',
    name: 'việc định kỳ đã làm',
    severity: 'error',
    question: 'Dòng ghi việc định kỳ đã làm nêu đúng việc, đúng kỳ, không ghi hai lần?',
    reason:
      'Lịch nghĩa vụ dựa vào các dòng này để biết việc nào còn nợ; ghi sai kỳ thì việc thật bị coi là chưa làm.',
    advice:
      'Ghi bằng `congbo duties done <cổng> <mã việc> --period <kỳ> --document <số văn bản>`; mã việc ở mục duties của quy-che.yaml.',
  },
  {
    id: 'refusal',
    name: 'sổ từ chối đăng',
    severity: 'error',
    question: 'Sổ từ chối đăng liền số, nêu lý do mà Quy chế cho phép, và người gửi đã được trả lời?',
    reason:
      'Không đăng bài của ai là một quyết định: phải có căn cứ, có người chịu trách nhiệm, và đếm được.',
    advice:
      'Ghi bằng `congbo refuse <cổng>`; trả lời người gửi xong thì ghi `reply`. Không ghi tên, số điện thoại, địa chỉ của ai.',
  },
  {
    id: 'takedown',
    name: 'sổ gỡ bỏ',
    severity: 'error',
    question: 'Sổ gỡ bỏ liền số, nêu lý do, và khớp với những bài đang có?',
    reason: 'Bài biến mất không dấu vết làm mất lòng tin; sổ nói bài nào, vì sao, ai quyết định.',
    advice: 'Gỡ bằng `congbo takedown <cổng> <tệp>`: lệnh ghi sổ và xóa tệp cùng một lúc.',
  },
]
