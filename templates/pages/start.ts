import { type Html, html } from '../html.ts'

export type StartPortal = {
  readonly name: string
  readonly url: string
  readonly unitName: string
  readonly province: string
  readonly now: string
  readonly count: number
  readonly status: string
  readonly sample: boolean
}

/** The page that `npm start` opens. It stands outside the portals, so it carries its own style. */
export const startPage = (portals: readonly StartPortal[]): string =>
  html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>congbo – các cổng thông tin điện tử</title>
<meta name="description" content="Các cổng thông tin điện tử dựng bằng congbo.">
<style>${STYLE}</style>
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
</li>`

const STYLE = html`
:root{color-scheme:light dark;--paper:#faf6ee;--card:#fffdf8;--ink:#22201c;--soft:#5c564c;--line:#ddd3c1;--red:#8f1d21;--navy:#1d3a5f}
@media (prefers-color-scheme:dark){:root{--paper:#17181c;--card:#202228;--ink:#ece7dd;--soft:#b5aea2;--line:#3c3f47;--red:#f0a09a;--navy:#9fc3ee}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.65 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:46rem;margin:0 auto;padding:2rem 1rem 4rem}
.name{margin:0;color:var(--red);font-weight:700;letter-spacing:.02em}
h1{margin:.25rem 0 1rem;font-size:1.75rem;line-height:1.35;color:var(--navy)}
h2{margin:2rem 0 .75rem;font-size:1.25rem}
.notice{padding:.75rem 1rem;border-left:4px solid var(--red);background:var(--card)}
ul{margin:0;padding:0;list-style:none;display:grid;gap:.75rem}
li{display:grid;gap:.125rem;padding:1rem;background:var(--card);border:1px solid var(--line);border-radius:6px}
li span{color:var(--soft);font-size:.9375rem}
a{color:var(--navy);font-weight:600;font-size:1.125rem;padding:.25rem 0}
a:focus-visible{outline:3px solid var(--red);outline-offset:2px}`
