import type { Clause, Regulation } from './regulation.ts'

/** How a clause is served, as a row of the coverage matrix. */
export type Service = {
  readonly mode: 'enforced' | 'tracked' | 'published' | 'shown'
  readonly by: string
  readonly planned: boolean
}

/** Reports and reminders that exist; a test holds that a clause names no other. */
export const TRACKERS: ReadonlySet<string> = new Set([
  'due',
  'duties',
  'freshness',
  'intake',
  'questions',
  'quota',
  'refusal',
  'report',
  'royalties',
  'takedown',
])

/** What enforces a clause without being a rule about one document: the commands `gate` and `owners`. */
export const ENFORCERS: ReadonlySet<string> = new Set(['gate', 'owners'])

export function servicesOf(clause: Clause): Service[] {
  const now = modes(clause).map(([mode, by]) => ({ mode, by, planned: false }))
  const later = clause.planned ? modes(clause.planned).map(([mode, by]) => ({ mode, by, planned: true })) : []
  return [
    ...now,
    ...(clause.shown ? [{ mode: 'shown' as const, by: 'quy-che', planned: false }] : []),
    ...later,
  ]
}

const modes = (
  each: Pick<Clause, 'enforced' | 'tracked' | 'published'>,
): ['enforced' | 'tracked' | 'published', string][] => [
  ...(each.enforced ?? []).map((by): ['enforced', string] => ['enforced', by]),
  ...(each.tracked ?? []).map((by): ['tracked', string] => ['tracked', by]),
  ...(each.published ?? []).map((by): ['published', string] => ['published', by]),
]

/** What reports, reminders, pages and coming parts are called in a sentence; tests hold that none is missing. */
export const SERVICE_WORDS: Readonly<Record<string, string>> = {
  due: 'danh sách việc đến hạn',
  duties: 'lịch nghĩa vụ định kỳ',
  home: 'trang chủ',
  'quy-che': 'trang Quy chế',
  'van-ban': 'mục Văn bản',
  'hoi-dap': 'mục Hỏi đáp',
  questions: 'sổ hỏi đáp',
  feed: 'nguồn tin tự động',
  footer: 'chân trang',
  article: 'trang bài',
  gate: 'kiểm tra đủ người duyệt',
  owners: 'phân công người duyệt trên kho nội dung',
  intake: 'sổ tiếp nhận tin bài',
  archive: 'lưu trữ, sao lưu',
  report: 'báo cáo thống kê',
  search: 'tìm kiếm',
  freshness: 'theo dõi cập nhật thường xuyên',
  refusal: 'sổ từ chối đăng',
  incident: 'báo sự cố',
  royalties: 'sổ nhuận bút, thù lao',
  quota: 'đếm định mức tin bài',
  'post-review': 'kiểm tra sau khi đăng',
  takedown: 'gỡ bỏ nội dung',
}

const WORDS = { enforced: 'máy kiểm tra', tracked: 'theo dõi', published: 'công khai' } as const

/**
 * `Máy kiểm tra: thời hạn; công khai: trang Quy chế. Sẽ làm: kiểm tra đủ người duyệt.`
 *
 * @param ruleName what a rule is called in a sentence
 */
export function servedInWords(
  clause: Clause,
  regulation: Regulation,
  ruleName: (rule: string) => string,
): string {
  const services = servicesOf(clause)
  const name = ({ mode, by, planned }: Service) =>
    mode === 'enforced' && !planned && !ENFORCERS.has(by) ? ruleName(by) : placeName(by, regulation)
  const list = (some: readonly Service[]) => [...new Set(some.map(name))].join(', ')
  const parts = (['enforced', 'tracked', 'published'] as const).flatMap((mode) => {
    const some = services.filter((each) => each.mode === mode && !each.planned)
    return some.length === 0 ? [] : [`${WORDS[mode]}: ${list(some)}`]
  })
  const shown = services.some(({ mode }) => mode === 'shown') ? ['hiển thị trên trang này'] : []
  const planned = services.filter((each) => each.planned)
  return [...parts, ...shown, ...(planned.length > 0 ? [`sẽ làm ở bản sau: ${list(planned)}`] : [])].join(
    '; ',
  )
}

function placeName(by: string, regulation: Regulation): string {
  const [type, id = ''] = by.split(':') as [string, string?]
  if (type === 'section') return `chuyên mục «${regulation.sections.get(id)?.label ?? id}»`
  return type === 'page' ? 'trang cố định' : (SERVICE_WORDS[by] ?? by)
}
