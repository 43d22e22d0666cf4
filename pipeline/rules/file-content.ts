import type { Rule } from './rule.ts'

/** Looks at the bytes of files beside documents; asked file by file, because two documents may name the same one. */
export const fileContent: Rule = {
  id: 'file-content',
  name: 'nội dung tệp đính kèm',
  severity: 'error',
  question: 'Nội dung ảnh và tệp đính kèm đúng với tên, không có mã chạy được, không lộ vị trí chụp?',
  reason:
    'Tên tệp ai cũng đổi được; mã độc thường nằm trong macro, trong PDF có lệnh, trong tệp đội lốt ảnh. Ảnh chụp bằng điện thoại ghi kèm tọa độ, có khi là nhà dân.',
  advice:
    'Tài liệu xuất ra PDF từ Word, Excel; ảnh gửi bản gốc rồi chạy `congbo check --fix` để xóa vị trí chụp trước khi gửi.',
}
