import { FOLDER_OF, pathOf } from '../documents/document.ts'
import { isSlug, slugOf } from '../documents/slug.ts'
import { refsOf } from '../regulation/regulation.ts'
import { placeOfField, type Rule } from './rule.ts'

export const kind: Rule = {
  id: 'kind',
  name: 'thể loại',
  severity: 'error',
  question: 'Thể loại có trong Quy chế của cổng và nằm đúng thư mục?',
  reason:
    'Thể loại quyết định thời hạn và những trường phải có; thể loại Quy chế không biết tới thì không có căn cứ để đăng.',
  advice: 'Chọn thể loại trong danh sách của cổng; lệnh `congbo new` chỉ tạo những thể loại được dùng.',
  check: ({ portal, document }) => {
    const { front, place } = document
    if (!portal.regulation.kinds.has(front.kind)) {
      const known = [...portal.regulation.kinds.keys()].join(', ')
      return [
        {
          at: placeOfField(document, 'kind'),
          problem: `Cổng này không có thể loại \`${front.kind}\``,
          fix: `chọn một trong: ${known}`,
        },
      ]
    }
    const folder = FOLDER_OF[front.kind]
    if (folder === place.folder) return []
    return [
      {
        at: placeOfField(document, 'kind'),
        problem: `Thể loại \`${front.kind}\` nằm trong thư mục ${place.folder}/, phải nằm trong ${folder}/`,
        fix: `chuyển tệp vào thư mục ${folder}/, hoặc sửa \`kind\``,
      },
    ]
  },
}

export const section: Rule = {
  id: 'section',
  name: 'chuyên mục',
  severity: 'error',
  question: 'Chuyên mục có trong Quy chế và nhận thể loại này?',
  reason:
    'Chuyên mục của cổng do Quy chế đặt ra; bài ở chuyên mục không có thật thì người đọc không tìm thấy.',
  advice: 'Ghi mã chuyên mục đúng như trong quy-che.yaml, mục sections.',
  check: ({ portal, document }) => {
    const { front } = document
    if (front.section === undefined) return []
    const found = portal.regulation.sections.get(front.section)
    const at = placeOfField(document, 'section')
    if (!found)
      return [
        {
          at,
          problem: `Không có chuyên mục \`${front.section}\``,
          fix: `chọn một trong: ${[...portal.regulation.sections.keys()].join(', ')}`,
        },
      ]
    if (!found.kinds || found.kinds.includes(front.kind)) return []
    return [
      {
        at,
        problem: `Chuyên mục «${found.label}» không nhận thể loại \`${front.kind}\``,
        fix: `chọn chuyên mục khác; «${found.label}» chỉ nhận: ${found.kinds.join(', ')}`,
        clauses: refsOf(found.basis),
      },
    ]
  },
}

export const folder: Rule = {
  id: 'folder',
  name: 'lĩnh vực và thư mục',
  severity: 'error',
  question: 'Lĩnh vực có trong Quy chế, và thư mục trùng với lĩnh vực?',
  reason:
    'Thư mục quyết định ai phải duyệt trên nền tảng Git; thư mục nói một đằng, đầu bài nói một nẻo thì bài đến sai người duyệt.',
  advice: 'Đặt tệp trong `tin-bai/<lĩnh vực>/<năm>/` và ghi đúng lĩnh vực ấy ở `linhVuc`.',
  check: ({ portal, document }) => {
    const { front, place } = document
    if (front.linhVuc === undefined) return []
    const at = placeOfField(document, 'linhVuc')
    if (!portal.regulation.linhVuc.has(front.linhVuc)) {
      return [
        {
          at,
          problem: `Không có lĩnh vực \`${front.linhVuc}\``,
          fix: `chọn một trong: ${[...portal.regulation.linhVuc.keys()].join(', ')}`,
        },
      ]
    }
    if (place.folder !== 'tin-bai' || place.linhVuc === front.linhVuc) return []
    const to = pathOf({ ...place, linhVuc: front.linhVuc })
    return [
      {
        at,
        problem: `Lĩnh vực là \`${front.linhVuc}\` nhưng tệp nằm trong thư mục \`${place.linhVuc}\``,
        fix: `chuyển tệp tới ${to}, hoặc sửa \`linhVuc\``,
        repair: { kind: 'move', how: `chuyển tới ${to}`, to },
      },
    ]
  },
}

export const slug: Rule = {
  id: 'slug',
  name: 'tên tệp',
  severity: 'error',
  question: 'Tên tệp chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối?',
  reason:
    'Tên tệp là địa chỉ của bài; dấu, chữ hoa, khoảng trắng làm hỏng liên kết khi gửi qua Zalo, thư điện tử.',
  advice: 'Đặt tên như `tong-ve-sinh-moi-truong.md`, không quá 120 ký tự.',
  check: ({ document }) => {
    const { place } = document
    if (isSlug(place.slug)) return []
    const wanted = slugOf(place.slug)
    const to = pathOf({ ...place, slug: wanted })
    return [
      {
        at: { line: 1, column: 1 },
        problem: `Tên tệp \`${place.slug}.md\` có dấu, chữ hoa, khoảng trắng hoặc quá dài`,
        fix: `đổi tên thành \`${wanted}.md\``,
        repair: { kind: 'move', how: `đổi tên thành ${wanted}.md`, to },
      },
    ]
  },
}

export const duplicateSlug: Rule = {
  id: 'duplicate-slug',
  name: 'trùng địa chỉ',
  severity: 'error',
  question: 'Không có bài nào khác cùng địa chỉ?',
  reason:
    'Địa chỉ của bài không chứa lĩnh vực để bài chuyển lĩnh vực vẫn giữ địa chỉ; vì thế trong một năm mỗi tên chỉ dùng một lần.',
  advice: 'Thêm một chữ phân biệt vào tên tệp, ví dụ ngày hoặc địa bàn.',
  check: ({ document, archive, portal }) =>
    archive.atSameAddress(document.path, document.place).map((other) => ({
      at: { line: 1, column: 1 },
      problem: `Trùng địa chỉ với ${portal.folder}${other}`,
      fix: 'đổi tên một trong hai tệp; nếu là cùng một bài thì xóa bớt một',
    })),
}
