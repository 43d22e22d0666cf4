import { dataTable } from '../components/data-table.ts'
import { type Html, html } from '../html.ts'
import { basePage } from '../layouts/base.ts'
import type { PageContext, PageTemplate } from '../page.ts'
import type { ApiView } from '../view.ts'

/** What the API is, for those who write programs and those who decide about them. */
export const apiPage: PageTemplate<ApiView> = (view, context) =>
  basePage({
    title: 'Dữ liệu mở và API',
    description: `Cách lấy tin, bài, văn bản, hỏi đáp của ${context.portal.name} bằng chương trình: API dạng tệp JSON, Atom, JSON Feed.`,
    language: 'vi',
    main: html`<div class="document-text">
<h1>Dữ liệu mở và API</h1>
<p class="lead">Mọi thông tin đã đăng trên cổng đều đọc được bằng chương trình: cổng cấp trên tổng hợp, ứng dụng hiển thị lại, người nghiên cứu thống kê. Không cần đăng ký, không cần khóa.</p>
${files(view, context)}
${harvesting}
${meaning}
${feeds(context)}
${rights(context)}
</div>`,
    context,
    path: [],
  })

const files = (
  { months, documents, newest }: ApiView,
  { to }: PageContext,
): Html => html`<h2 id="cac-tep">Các tệp</h2>
<p>API gồm các tệp JSON tĩnh, bắt đầu từ <a href="${to('api/v1/index.json')}">api/v1/index.json</a>. Hiện có ${documents} nội dung trong ${months} tháng.</p>
${dataTable({
  caption: 'Các tệp của API',
  columns: ['Tệp', 'Nội dung', 'Lược đồ (JSON Schema)'],
  rows: [
    row(
      'index.json',
      'Cổng nào, bao nhiêu nội dung, danh sách tháng và liên kết tới mọi tệp khác',
      'index',
      to,
    ),
    row('organization.json', 'Cơ quan chủ quản, địa chỉ, liên hệ, Quy chế', 'organization', to),
    row('sections.json', 'Các chuyên mục, số nội dung, nguồn tin của từng chuyên mục', 'sections', to),
    row('linh-vuc.json', 'Các lĩnh vực', 'linh-vuc', to),
    ...(newest
      ? [
          row(
            newest.replace('api/v1/', ''),
            'Mọi nội dung đăng trong một tháng, mới nhất trước; mỗi tháng một tệp',
            'documents',
            to,
          ),
        ]
      : []),
    row('changes.json', 'Nhiều nhất 100 nội dung đăng mới hoặc vừa sửa, mới nhất trước', 'changes', to),
    row('openapi.json', 'Mô tả API theo OpenAPI 3.1', undefined, to),
  ],
})}`

const row = (file: string, what: string, schema: string | undefined, to: PageContext['to']) => [
  html`<a href="${to(`api/v1/${file}`)}">${file}</a>`,
  what,
  schema && html`<a href="${to(`api/v1/schemas/${schema}.schema.json`)}">${schema}</a>`,
]

const harvesting = html`<h2 id="cach-lay">Cách lấy cho cổng cấp trên</h2>
<ol>
<li>Lần đầu: đọc <code>index.json</code>, rồi đọc từng tệp tháng theo <code>months</code>.</li>
<li>Các lần sau: đọc <code>changes.json</code>, dừng ở dòng có <code>at</code> không mới hơn lần đọc trước; với mỗi dòng mới hơn, đọc tệp tháng ở <code>documents</code>.</li>
<li>Nếu dòng cuối của <code>changes.json</code> vẫn mới hơn lần đọc trước và <code>complete</code> là <code>false</code>: đọc lại những tháng có <code>modified</code> mới hơn lần đọc trước.</li>
<li>Nội dung bị gỡ không còn trong tệp tháng. Mỗi ngày một lần nên đọc lại những tháng có <code>count</code> khác lần trước.</li>
</ol>
<p>Nên hỏi lại bằng <code>If-None-Match</code> hoặc <code>If-Modified-Since</code>, không quá vài phút một lần.</p>`

const meaning = html`<h2 id="quy-uoc">Quy ước</h2>
<ul>
<li>Mọi <code>href</code> là địa chỉ tương đối, tính từ tệp chứa nó. <code>id</code> là tên bền vững của nội dung, dùng để nhận ra nội dung đã có.</li>
<li>Thời điểm ghi theo ISO 8601 với múi giờ +07:00. <code>published</code> là lúc công bố, <code>modified</code> là lần sửa cuối.</li>
<li><code>label</code> (như “Tin tham khảo”, “Quảng cáo”) phải hiện cùng tiêu đề ở mọi nơi dùng lại.</li>
<li><code>legal.force</code> là hiệu lực của văn bản tại thời điểm dựng cổng.</li>
<li>Trường không có giá trị thì vắng mặt. Phiên bản 1 có thể thêm trường mới nhưng không bỏ, không đổi nghĩa trường cũ.</li>
</ul>`

const feeds = ({ to }: PageContext): Html => html`<h2 id="nguon-tin">Nguồn tin</h2>
<p>Trình đọc tin dùng <a href="${to('feed.xml')}">Atom</a> hoặc <a href="${to('feed.json')}">JSON Feed</a>: 30 nội dung mới nhất của cổng. Mỗi chuyên mục có nguồn tin riêng, địa chỉ ghi trong <a href="${to('api/v1/sections.json')}">sections.json</a>.</p>`

const rights = ({ portal }: PageContext): Html => html`<h2 id="dung-lai">Dùng lại</h2>
<p>${
  portal.attribution
    ? `Khi dùng lại phải ghi nguồn: ${portal.attribution}.`
    : `Khi dùng lại, đề nghị ghi rõ nguồn: ${portal.name}.`
}</p>`
