import { type Html, html } from '../html.ts'
import { basePage } from '../layouts/base.ts'
import type { PageContext, PageTemplate } from '../page.ts'
import type { Link, SearchFilter, SearchView } from '../view.ts'

/** The search. Without a script the page says so and leads through the lists; `assets/js/search.js` does the rest. */
export const searchPage: PageTemplate<SearchView> = (view, context) =>
  basePage({
    title: 'Tìm kiếm',
    description: `Tìm tin bài, văn bản, hỏi đáp của ${context.portal.name}.`,
    language: 'vi',
    searches: true,
    modules: ['search'],
    style: 'search',
    main: html`<h1>Tìm kiếm</h1>
<noscript><p class="lead">Trình duyệt đang tắt JavaScript nên chưa tìm theo từ khóa được. Mời xem theo các danh mục dưới đây; mọi trang đều đọc được như thường.</p></noscript>
<form id="tim" class="search" role="search" aria-label="Tìm trong cổng" action="${context.to('tim-kiem/')}" method="get">
${queryField}
${filterGroups(view.filters)}
</form>
${results}
${browsing(context)}`,
    context,
    path: [],
    current: 'tim-kiem/',
  })

const queryField = html`<div class="search-query">
<label for="tim-tu-khoa">Từ khóa, hoặc số, ký hiệu văn bản</label>
<div class="search-line">
<input type="search" id="tim-tu-khoa" name="q" maxlength="200" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" aria-describedby="tim-cach-go">
<button type="submit">Tìm</button>
</div>
<p id="tim-cach-go" class="search-hint">Gõ có dấu hoặc không dấu đều được. Đặt trong ngoặc kép để tìm đúng cụm từ: “an toàn giao thông”. Văn bản: 849/QĐ-UBND, hoặc quyết định 849.</p>
</div>`

const filterGroups = (
  filters: readonly SearchFilter[],
): Html => html`<div id="tim-loc" class="search-filters needs-script">
<p class="search-order"><label for="tim-xep">Sắp xếp</label> <select id="tim-xep" name="xep"><option value="">Phù hợp nhất trước</option><option value="moi">Mới nhất trước</option></select></p>
${filters.map(filterGroup)}
<p><button type="button" id="tim-bo-loc" class="search-clear" hidden>Bỏ mọi bộ lọc</button></p>
</div>`

const filterGroup = ({ name, title, options }: SearchFilter): Html => html`<details class="search-filter">
<summary>${title}</summary>
<fieldset>
<legend class="visually-hidden">${title}</legend>
${options.map(
  ({ value, title: label, count }) =>
    html`<label><input type="checkbox" name="${name}" value="${value}" data-name="${label}"> <span>${label} <span class="count">(${count})</span></span></label>`,
)}
</fieldset>
</details>`

const results = html`<section class="search-results" aria-labelledby="tim-tieu-de">
<h2 id="tim-tieu-de" class="visually-hidden">Kết quả</h2>
<p id="tim-trang-thai" class="search-status" role="status"></p>
<ol id="tim-ket-qua" class="results"></ol>
<p><button type="button" id="tim-them" hidden>Xem thêm</button> <button type="button" id="tim-lai" hidden>Thử lại</button></p>
<div id="tim-goi-y" hidden>
<p>Quý vị có thể:</p>
<ul>
<li>kiểm tra lại chính tả, hoặc gõ không dấu;</li>
<li>dùng ít từ hơn, hoặc từ thường gặp hơn;</li>
<li>bỏ bớt bộ lọc đã chọn;</li>
<li>với văn bản, chỉ gõ số và loại: quyết định 849;</li>
<li>xem theo các danh mục dưới đây.</li>
</ul>
</div>
</section>`

const browsing = (context: PageContext): Html => html`<section class="block search-browse">
<h2>Xem theo danh mục</h2>
${links(
  'Mục',
  [
    { title: 'Tin mới', url: 'tin-moi/' },
    { title: 'Văn bản', url: 'van-ban/' },
    { title: 'Hỏi đáp', url: 'hoi-dap/' },
    { title: 'Quy chế', url: 'quy-che/' },
  ],
  context,
)}
${links('Chuyên mục', context.portal.sections, context)}
${links('Lĩnh vực', context.portal.linhVuc, context)}
${links('Trang cố định', context.portal.fixedPages, context)}
</section>`

const links = (title: string, all: readonly Link[], { to }: PageContext): Html =>
  html`${
    all.length > 0 &&
    html`<h3>${title}</h3>
<ul class="search-links">
${all.map((link) => html`<li><a href="${to(link.url)}">${link.title}</a></li>`)}
</ul>`
  }`
