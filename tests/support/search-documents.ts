import { article } from './repository.ts'

/** A document of a small portal that is made to be searched, and when it came before the public. */
export type Sought = { readonly path: string; readonly at: string | undefined; readonly text: string }

const news = (
  slug: string,
  title: string,
  body: string,
  fields: Readonly<Record<string, string>> = {},
): Sought => ({
  path: `tin-bai/xa-hoi/2026/${slug}.md`,
  at: '2026-03-02T08:00:00+07:00',
  text: article({ title: JSON.stringify(title), summary: 'Tóm tắt của một tin.', ...fields }, body),
})

function decision(
  slug: string,
  number: string,
  title: string,
  fields: Readonly<Record<string, string>> = {},
): Sought {
  const issued = {
    kind: 'van-ban',
    section: 'van-ban',
    number,
    documentType: 'Quyết định',
    issuer: 'UBND phường Thành Đông',
    signedDate: '2026-04-03',
  }
  return {
    path: `van-ban/2026/${slug}.md`,
    at: '2026-04-04T08:00:00+07:00',
    text: article(
      { title, summary: 'Tóm tắt của một văn bản.', ...issued, ...fields },
      'Toàn văn ở tệp đính kèm.\n',
    ),
  }
}

const question = (slug: string, title: string, fields: Readonly<Record<string, string>>): Sought => ({
  path: `hoi-dap/2026/${slug}.md`,
  at: '2026-05-05T08:00:00+07:00',
  text: article(
    {
      title,
      kind: 'hoi-dap',
      section: 'trao-doi-hoi-dap',
      receivedDate: '2026-05-04T08:00:00+07:00',
      question: `Câu hỏi về ${title.toLowerCase()}.`,
      ...fields,
    },
    '',
  ),
})

/** Reports that fill pages of results: the words “giao ban tuần” together, a number apart. */
const REPORTS = Array.from({ length: 23 }, (_, index): Sought => {
  const week = String(index + 1).padStart(2, '0')
  return {
    path: `tin-bai/kinh-te/2025/giao-ban-${week}.md`,
    at: `2025-06-${week}T08:00:00+07:00`,
    text: article(
      { title: `Kết quả giao ban tuần ${week}`, linhVuc: 'kinh-te', summary: 'Tóm tắt của một tin.' },
      'Họp đầu tuần.\n',
    ),
  }
})

export const SOUGHT: readonly Sought[] = [
  ...REPORTS,
  news('ket-nghia', 'Xã Đồng Việt kết nghĩa với phường', 'Lễ ký kết diễn ra ở hội trường.\n'),
  news(
    'ba-dong-song',
    'Chuyến thăm nơi ba dòng sông gặp nhau',
    'Đoàn đến xã Đồng Việt vào buổi sáng, rồi ra bến.\n',
  ),
  news(
    'mua-gat',
    'Cánh đồng mùa gặt',
    'Đồng lúa chín. Người Việt ra đồng từ sớm. Đồng xa, đồng gần đều gặt; hàng Việt về đồng.\n',
  ),
  news('nang-dong', 'Học sinh viết thư cho bộ đội', 'Các em năng động viết thư.\n'),
  news('da-nang', 'Đoàn công tác học tập ở Đà Nẵng', 'Thành phố biển đón đoàn.\n'),
  news('dat-dai', 'Lấy ý kiến về bảng giá đất', 'Người dân góp ý về đất đai, nhà ở.\n'),
  news(
    'kinh-te',
    'Họp đánh giá tháng ba',
    'Tình hình kinh tế - xã hội ổn định. Văn hóa-xã hội có nhiều việc mới.\n',
  ),
  news(
    'nhac-den',
    'Phường nói về việc sắp xếp tổ dân phố',
    'Theo Quyết định số 849/QĐ-UBND, các tổ dân phố được sắp xếp lại.\n',
  ),
  news(
    'doc-hai',
    'Bài <img src=x onerror=alert(1)> & "ngoặc"',
    'Chữ <b>đậm</b> &amp; `<script>alert(2)</script>` đứng yên.\n',
  ),
  news('an-toan', 'An toàn cho trẻ nhỏ', 'Bể bơi có người trông.\n'),
  news('anh-em', 'Anh em một nhà', 'Toàn dân đoàn kết.\n'),
  decision('sap-xep', '849/QĐ-UBND', 'Về việc sắp xếp tổ dân phố'),
  decision('khac-so', '84/QĐ-UBND', 'Về việc thành lập tổ công tác'),
  decision('ke-hoach', '849/KH-UBND', 'Trồng cây đầu xuân', { documentType: 'Kế hoạch' }),
  decision('nghi-quyet', '01/2026/NQ-HĐND', 'Về mức thu', { documentType: 'Nghị quyết' }),
  {
    path: 'tin-bai/xa-hoi/2026/chua-dang.md',
    at: undefined,
    text: article({ title: 'Bài chờ duyệt nói chuyện khoai lang' }, 'Khoai lang.\n'),
  },
  question('cong-khai', 'Đường làng bao giờ sửa', { generalInterest: 'true' }),
  question('rieng-tu', 'Chuyện riêng của nhà khoai sọ', { generalInterest: 'false' }),
  {
    path: 'trang/introduction.md',
    at: '2026-01-02T08:00:00+07:00',
    text: article(
      { title: 'Introduction to the ward', kind: 'trang', language: 'en', order: '9' },
      'A ward of Hải Phòng.\n',
    ),
  },
  {
    path: 'tin-bai/xa-hoi/2026/tham-khao.md',
    at: '2026-03-03T08:00:00+07:00',
    text: article(
      {
        title: 'Giá rau đầu vụ theo lời bà con',
        kind: 'tin-tham-khao',
        confirmation: 'chua-xac-nhan',
        eventDate: '2026-03-02',
      },
      'Rau lên giá.\n',
    ),
  },
]
