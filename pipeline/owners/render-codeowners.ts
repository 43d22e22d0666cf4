import type { OwnedPortal } from './accounts.ts'
import { type Area, codeAreas, portalAreas, restArea, sharedAreas } from './areas.ts'

const HEADER = [
  '# Ai duyệt tệp nào trên GitHub. Tệp này được lập tự động từ quy-che.yaml và ban-bien-tap.yaml của các cổng:',
  '# đừng sửa tay. Sửa hai tệp ấy rồi chạy: congbo owners --write',
  '# GitHub lấy dòng cuối cùng khớp với tệp, và chỉ cần một trong những người ở dòng đó duyệt; các điều kiện còn lại',
  '# của Quy chế (đủ mọi bước duyệt, ủy quyền có thời hạn, chuyên mục) do cửa duyệt giữ: congbo gate',
]

/**
 * The CODEOWNERS of a repository: everything to the administrators, then what the portals share, then portal by portal, code
 * last; each line is decided by a later one only where that is more particular. Ids are slugs, so nothing needs escaping.
 * The same portals give the same bytes.
 */
export function renderCodeowners(portals: readonly OwnedPortal[]): string {
  const inOrder = [...portals].sort((a, b) => (a.id < b.id ? -1 : 1))
  const blocks = [
    block('Tất cả những gì không nêu ở dưới', [restArea(inOrder)]),
    block('Dữ liệu dùng chung của các cổng', sharedAreas(inOrder)),
    ...inOrder.map((portal) => block(`Cổng ${portal.id}: ${oneLine(portal.cong.name)}`, portalAreas(portal))),
    block('Mã nguồn, giao diện, quy trình tự động', codeAreas(inOrder)),
  ]
  return `${[HEADER.join('\n'), ...blocks].join('\n\n')}\n`
}

/** A line without owners would open its files to anybody, so a part that nobody could own stays with the line before it. */
function block(title: string, lines: readonly Pick<Area, 'pattern' | 'owners'>[]): string {
  const named = lines.filter(({ owners }) => owners.length > 0)
  const width = Math.max(0, ...named.map(({ pattern }) => pattern.length))
  return [
    `# ${title}`,
    ...named.map(({ pattern, owners }) => `${pattern.padEnd(width)} ${owners.join(' ')}`),
  ].join('\n')
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
