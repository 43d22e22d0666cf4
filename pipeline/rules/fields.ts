import type { FrontMatter } from '../contract/types.ts'
import type { Finding } from '../diagnostics/diagnostic.ts'
import { languageOf } from '../documents/document.ts'
import { refsOf } from '../regulation/regulation.ts'
import { type Facts, placeInBody, placeOfField, type Rule } from './rule.ts'

const fieldValue = (front: FrontMatter, field: string): unknown =>
  (front as unknown as Record<string, unknown>)[field]

export const requiredFields: Rule = {
  id: 'required-fields',
  name: 'trường phải có',
  severity: 'error',
  ofAnyForm: true,
  question: 'Bài có đủ các trường mà Quy chế đòi hỏi (tác giả, nguồn…)?',
  reason:
    'Quy chế buộc ghi rõ tác giả, nguồn và những nội dung khác tùy thể loại; thiếu thì không được đăng.',
  advice: 'Điền các trường ngay khi tạo bài bằng `congbo new`.',
  check: (facts) => [...missingFields(facts), ...missingProject(facts)],
}

function missingFields({ portal, document }: Facts): Finding[] {
  const { front } = document
  return portal.regulation.law.requiredFields
    .filter(
      ({ kinds, when }) =>
        (kinds === undefined || kinds.includes(front.kind)) &&
        (when === undefined || String(fieldValue(front, when.field)) === when.equals),
    )
    .flatMap(({ field, mustBeTrue, basis }) => {
      const value = fieldValue(front, field)
      if (mustBeTrue ? value === true : value !== undefined && value !== null && value !== '') return []
      const words = FIELD_WORDS[field] ?? field
      const [problem, fix] =
        mustBeTrue && value !== undefined
          ? [
              `\`${field}\` (${words}) phải là true`,
              `chỉ ghi \`${field}: true\` khi đúng như vậy; nếu không thì bài này không đăng được`,
            ]
          : [
              `Thiếu trường \`${field}\` (${words})`,
              `thêm dòng \`${field}: ${mustBeTrue ? 'true' : '…'}\` vào phần đầu bài`,
            ]
      return [{ at: placeOfField(document, field), problem, fix, clauses: refsOf(basis) }]
    })
}

function missingProject({ portal, document }: Facts): Finding[] {
  const rule = portal.regulation.law.content.structuredProject
  const { front } = document
  if (!rule || front.kind !== 'quy-hoach-du-an' || front.section !== rule.section || front.project) return []
  return [
    {
      at: placeOfField(document, 'project'),
      problem: 'Dự án đầu tư công chưa có nhóm trường `project`',
      fix: 'thêm `project:` với name, objective, field, group, duration, funding',
      clauses: refsOf(rule.basis),
    },
  ]
}

const FIELD_WORDS: Record<string, string> = {
  author: 'tác giả, người viết',
  source: 'nguồn tin',
  sourceType: 'loại nguồn',
  sourceUrl: 'địa chỉ trang gốc',
  submittedBy: 'đơn vị gửi',
  originalWork: 'cam kết tự viết',
  confirmation: 'tình trạng xác nhận',
  contacts: 'thông tin liên hệ',
  place: 'địa điểm',
  writtenApproval: 'văn bản xác nhận',
}

export const language: Rule = {
  id: 'language',
  name: 'ngôn ngữ',
  severity: 'error',
  question: 'Ngôn ngữ của bài được Quy chế cho phép?',
  reason:
    'Quy chế quy định ngôn ngữ chính thức của cổng; chữ Việt phải viết đủ dấu để người đọc và máy đọc màn hình hiểu.',
  advice: 'Viết tiếng Việt có dấu; trang tiếng Anh ghi `language: en`, ở những thể loại được phép.',
  check: ({ portal, document }) => {
    const { front } = document
    const { allowed, englishKinds, basis } = portal.regulation.law.languages
    const used = languageOf(front)
    const at = () => placeOfField(document, 'language')
    if (!allowed.includes(used))
      return [
        {
          at: at(),
          problem: `Cổng không dùng ngôn ngữ \`${used}\``,
          fix: `viết bằng: ${allowed.join(', ')}`,
          clauses: refsOf(basis),
        },
      ]
    if (used === 'en' && englishKinds && !englishKinds.includes(front.kind)) {
      return [
        {
          at: at(),
          problem: `Thể loại \`${front.kind}\` phải viết bằng tiếng Việt`,
          fix: `bỏ \`language: en\`; tiếng Anh chỉ dùng cho: ${englishKinds.join(', ')}`,
          clauses: refsOf(basis),
        },
      ]
    }
    return used === 'vi' && withoutDiacritics(document.body)
      ? [
          {
            at: placeInBody(document, { line: 1, column: 1 }),
            severity: 'warning',
            problem: 'Phần thân dường như viết không dấu',
            fix: 'gõ lại tiếng Việt có dấu; nếu là trang tiếng Anh thì ghi `language: en`',
          },
        ]
      : []
  },
}

const LETTERS = /\p{L}/gu
const VIETNAMESE = /[ăâđêôơưĂÂĐÊÔƠƯàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ\u1EA0-\u1EF9]/u

const withoutDiacritics = (body: string): boolean =>
  !VIETNAMESE.test(body) && (body.match(LETTERS)?.length ?? 0) > 120
