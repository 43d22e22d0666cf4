import { contentPolicy } from '../components/content-policy.ts'
import { type Html, html } from '../html.ts'
import { PAGE_POLICY } from '../policy.ts'

export type StartPortal = {
  readonly name: string
  readonly url: string
  /** Where its editors write; none where nothing new is taken. */
  readonly formUrl: string | undefined
  readonly unitName: string
  readonly province: string
  readonly now: string
  readonly count: number
  readonly status: string
  readonly sample: boolean
}

/** The page that `npm start` opens. It stands outside the portals, with a style of its own beside it. */
export const startPage = (portals: readonly StartPortal[]): string =>
  html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
${contentPolicy(PAGE_POLICY)}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>congbo – các cổng thông tin điện tử</title>
<meta name="description" content="Các cổng thông tin điện tử dựng bằng congbo.">
<link rel="icon" type="image/svg+xml" href="icon.svg">
<link rel="stylesheet" href="start.css">
</head>
<body>
<main>
<p class="name">congbo</p>
<h1>Công bố thông tin của xã, phường: đúng hạn, đúng thẩm quyền, có dấu vết</h1>
<p>congbo dựng cổng thông tin điện tử từ các tệp văn bản lưu trong Git. Mỗi bài viết được kiểm tra theo quy chế của chính cổng đó, theo từng điều khoản; trang nào cũng nêu đơn vị có thẩm quyền duyệt, và mọi thay đổi đều được ghi lại.</p>
${portals.some(({ sample }) => sample) && SAMPLES}
<h2>Chọn một cổng</h2>
<ul>
${portals.map(portalItem)}
</ul>
</main>
</body>
</html>
`.text

const SAMPLES = html`<p class="notice"><strong>Đây là các cổng mẫu, không phải trang chính thức của cơ quan nào.</strong> Quy chế được tóm tắt từ văn bản thật của từng nơi; tin, bài, văn bản và câu hỏi được viết để minh họa, không phải tin thật. Mỗi cổng đứng yên ở thời điểm ghi bên dưới.</p>`

const portalItem = ({
  name,
  url,
  formUrl,
  unitName,
  province,
  now,
  count,
  status,
  sample,
}: StartPortal): Html => html`<li>
<a href="${url}">${name}</a>
<span>${unitName}${province && `, ${province}`}</span>
<span>${count} bài và trang · ${status} · ${sample ? 'thời điểm mẫu: ' : ''}${now}</span>
${formUrl !== undefined && html`<a class="write" href="${formUrl}">Soạn bài cho ${name}</a>`}
</li>`
