import { TO_FILL } from './new-portal.ts'

/** The body of the page that introduces the unit. */
export const introduction = (
  name: string,
): string => `${TO_FILL} Một đoạn giới thiệu ${name}: địa bàn, dân số, ngày bắt đầu hoạt động.

## Vị trí, điều kiện tự nhiên

${TO_FILL} Vị trí, diện tích, sông núi, khí hậu.

## Tổ chức bộ máy

| Khối | Cơ quan, đơn vị |
| --- | --- |
| Đảng | ${TO_FILL} |
| Chính quyền | ${TO_FILL} |
| Mặt trận, đoàn thể | ${TO_FILL} |

## Ban Biên tập

${TO_FILL} Ai làm Trưởng ban, đơn vị nào thường trực, cách gửi tin bài.
`

/** The body of an article that shows what one looks like. */
export const EXAMPLE = `${TO_FILL} Đây là bài mẫu. Sửa tiêu đề, lĩnh vực, chuyên mục, tóm tắt ở phần đầu tệp, rồi thay lời bài này bằng tin thật; hoặc xóa tệp.

Mỗi đoạn văn cách nhau một dòng trống. Chữ **đậm** đặt giữa hai dấu sao đôi; danh sách viết mỗi ý một dòng:

- ý thứ nhất,
- ý thứ hai.

## Mục nhỏ trong bài

Đề mục bắt đầu bằng hai dấu thăng. Ảnh và tệp đính kèm để cạnh bài, trong cùng thư mục.
`
