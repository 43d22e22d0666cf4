import { type NewPortal, quoted, TO_FILL, unitIn } from './new-portal.ts'

/**
 * The regulation of another portal as the beginning of one's own: what names the other is marked to be filled in, what belongs to
 * the other's text alone (its misprints, what it replaced) is left out.
 *
 * @param law the text of the other's quy-che.yaml
 */
export function regulationText(law: string, portal: NewPortal): string {
  const unit = unitIn(portal.name)?.words ?? portal.name
  const values: Record<string, string> = {
    portal: portal.id,
    title: quoted(`${TO_FILL} Quy chế của ${portal.name}`),
    shortName: quoted(`Quy chế ${unit}`),
    issuer: quoted(`${TO_FILL} cơ quan ban hành Quy chế`),
    number: 'null',
    signedDate: 'null',
    note: quoted(
      `${TO_FILL} Bản mẫu chép từ Quy chế của cổng ${portal.from}, chưa đối chiếu với Quy chế của cơ quan mình.`,
    ),
  }
  const body = Object.entries(values).reduce(
    (text, [key, value]) => replaceField(text, key, value),
    withoutHeader(withoutBlock(withoutBlock(law, 'errata'), 'supersedes')),
  )
  return `# Quy chế của ${oneLine(portal.name)}, chép từ cổng mẫu ${portal.from}.
# ${TO_FILL} Trước khi dùng thật: những chỗ ghi ${TO_FILL}; ngày có hiệu lực (effectiveFrom) và căn cứ (legalBases); rồi đối chiếu
# từng điều khoản (clauses), lĩnh vực, chuyên mục, thời hạn với Quy chế đã ký của cơ quan mình. Sửa dữ liệu ở đây, không phải sửa mã.
${body.trimEnd()}
errata: []
`
}

/** The roster of another portal with the accounts of one's own organisation, and without the people who write for the other. */
export function rosterText(roster: string, portal: NewPortal): string {
  const own = withoutBlock(roster.replace(/^# [^\n]*\n(?=people:)/m, ''), 'people')
  const body = replaceField(withoutHeader(own), 'portal', portal.id)
    .replace(
      /^(board:\n {2}name:) .*$/m,
      (_, start: string) => `${start} ${quoted(`Ban biên tập ${portal.name}`)}`,
    )
    .replace(/"@[^/"\s]+\/([^"\s]+)"/g, (_, team: string) => `"@${portal.org}/${team}"`)
  return `# Ban biên tập của ${oneLine(portal.name)}, theo bản mẫu của cổng ${portal.from}. Chỉ ghi chức danh và đơn vị, không ghi tên người.
# ${TO_FILL} Trước khi dùng thật: lập các nhóm (team) của tổ chức ${portal.org} trên GitHub đúng với mục accounts, ghi số người thật vào seats,
# bỏ đơn vị mình không có, thêm đơn vị còn thiếu.
${body}`
}

/** The portal itself. It is active from the day it is made, with no address until its owner confirms one. */
export function portalText(
  portal: NewPortal,
  { today, languages }: { today: string; languages: readonly string[] },
): string {
  const unit = unitIn(portal.name)
  const owner = unit ? `Ủy ban nhân dân ${unit.words}` : `${TO_FILL} cơ quan chủ quản`
  return `# ${oneLine(portal.name)}: tên, cơ quan chủ quản, địa chỉ, liên hệ.
# ${TO_FILL} Những chỗ ghi ${TO_FILL}; baseUrl là địa chỉ https chính thức, để null cho tới khi được cấp.
id: ${portal.id}
name: ${quoted(portal.name)}
kind: ${/^trang/i.test(portal.name) ? 'trang' : 'cong'}
unit:
  level: ${unit?.level ?? 'phuong'}
  name: ${quoted(unit?.name ?? `${TO_FILL} tên xã, phường`)}
  province: ${quoted(`${TO_FILL} tỉnh, thành phố`)}
owner: ${quoted(owner)}
baseUrl: null
statedUrl: ${quoted(`${TO_FILL} địa chỉ ghi trong Quy chế`)}
languages:
${languages.map((language) => `  - ${language}`).join('\n')}
contacts:
  responsible: ${quoted(`Trưởng Ban biên tập ${portal.name}`)}
  address: ${quoted(`${TO_FILL} trụ sở`)}
links:
  - title: Cổng Dịch vụ công quốc gia
    url: https://dichvucong.gov.vn
  - title: Cơ sở dữ liệu quốc gia về văn bản pháp luật
    url: https://vbpl.vn
lifecycle:
  - status: active
    from: "${today}"
    reason: ${quoted(`${TO_FILL} ngày cổng bắt đầu hoạt động và văn bản quyết định`)}
`
}

/** The languages that a portal's cong.yaml names. */
export const languagesIn = (cong: string): readonly string[] =>
  [...(/^languages:\n((?: +- .*\n)+)/m.exec(cong)?.[1] ?? '').matchAll(/- *(\S+)/g)].map(
    (match) => match[1] as string,
  )

/** The name of the unit in a portal's cong.yaml. */
export const unitNameIn = (cong: string): string =>
  /^unit:\n(?: {2}.*\n)*? {2}name: (.*)$/m.exec(cong)?.[1] ?? ''

/** The data files keep one field a line at the top, so their comments and order survive. */
const replaceField = (text: string, key: string, value: string): string =>
  text.replace(new RegExp(`^${key}: .*$`, 'm'), () => `${key}: ${value}`)

const withoutHeader = (text: string): string => text.replace(/^(?:#.*\n|\n)+/, '')

const withoutBlock = (text: string, key: string): string =>
  text.replace(new RegExp(`^${key}:.*\\n(?:(?: .*|-.*)?\\n)*`, 'm'), '')

const oneLine = (text: string): string => text.replace(/\s+/g, ' ')
