import { type Html, html } from '../html.ts'
import type { RegulationView } from '../view.ts'
import { articleAnchor, clauseList } from './clause-list.ts'
import { dataTable } from './data-table.ts'

export type RegulationPart = { readonly id: string; readonly title: string; readonly content: Html }

/** The parts of the page in their order; a part with nothing in it is left out. */
export const regulationParts = (view: RegulationView): readonly RegulationPart[] =>
  [
    deadlines(view),
    approvers(view),
    clauses(view),
    interpretations(view),
    assumptions(view),
    errata(view),
  ].filter((part) => part !== undefined)

const deadlines = ({ deadlines: rows }: RegulationView): RegulationPart | undefined =>
  part(
    rows,
    'thoi-han',
    'Thời hạn đăng tin',
    dataTable({
      caption: 'Thời hạn đăng tin',
      columns: ['Loại thông tin', 'Thời hạn', 'Căn cứ'],
      rows: rows.map(({ label, limit, ground }) => [label, limit, ground]),
    }),
  )

const approvers = ({ approvers: rows }: RegulationView): RegulationPart | undefined =>
  part(
    rows,
    'tham-quyen',
    'Thẩm quyền duyệt',
    dataTable({
      caption: 'Thẩm quyền duyệt theo lĩnh vực',
      columns: ['Lĩnh vực', 'Người duyệt', 'Căn cứ'],
      rows: rows.map(({ linhVuc, approvers: names, ground }) => [linhVuc, names, ground]),
    }),
  )

const clauses = ({ clauses: articles }: RegulationView): RegulationPart | undefined =>
  part(
    articles,
    'dieu-khoan',
    'Từng điều khoản và cách thực hiện',
    html`<p>Lời văn dưới đây tóm tắt từng điều khoản; dòng dưới mỗi điều khoản cho biết hệ thống thực hiện điều khoản đó ra sao.</p>
<ul class="article-index">
${articles.map(({ article }, index) => html`<li><a href="#${articleAnchor(index)}">${article}</a></li>`)}
</ul>
${clauseList(articles)}`,
  )

const interpretations = ({ interpretations: rows }: RegulationView): RegulationPart | undefined =>
  part(
    rows,
    'cach-hieu',
    'Cách hiểu đã chọn',
    html`<p>Chỗ quy chế có thể hiểu theo nhiều cách, và cách đang áp dụng.</p>
${dataTable({
  caption: 'Cách hiểu đã chọn',
  columns: ['Vấn đề', 'Cách đang áp dụng', 'Cách khác', 'Căn cứ'],
  rows: rows.map(({ question, choice, alternatives, ground }) => [question, choice, alternatives, ground]),
})}`,
  )

const assumptions = ({ assumptions: all }: RegulationView): RegulationPart | undefined =>
  part(
    all,
    'gia-dinh',
    'Giả định',
    html`<p>Chỗ quy chế để trống, và điều hệ thống tạm áp dụng cho tới khi có quy định.</p>
<ul>
${all.map((text) => html`<li>${text}</li>`)}
</ul>`,
  )

const errata = ({ errata: rows }: RegulationView): RegulationPart | undefined =>
  part(
    rows,
    'dinh-chinh',
    'Chỗ cần đính chính',
    html`<p>Chỗ có vẻ nhầm trong bản văn, ghi lại để cơ quan ban hành xem xét.</p>
${dataTable({
  caption: 'Chỗ cần đính chính',
  columns: ['Vị trí', 'Bản văn ghi', 'Đề nghị'],
  rows: rows.map(({ where, found, suggested }) => [where, found, suggested]),
})}`,
  )

const part = (
  items: readonly unknown[],
  id: string,
  title: string,
  content: Html,
): RegulationPart | undefined => (items.length === 0 ? undefined : { id, title, content })
