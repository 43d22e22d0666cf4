import { mailLink, phoneLink } from '../components/contact-links.ts'
import { html } from '../html.ts'
import { basePage } from '../layouts/base.ts'
import type { PageTemplate } from '../page.ts'

/** The accessibility statement: what holds, how it is held, what does not, whom to tell (Luật Người khuyết tật 51/2010/QH12, Điều 43). */
export const accessibilityPage: PageTemplate<undefined> = (_, context) => {
  const { portal, to } = context
  return basePage({
    title: 'Khả năng tiếp cận',
    description: `${portal.name} được làm để ai cũng đọc được, kể cả người khuyết tật: cách dùng, mức đạt, chỗ còn hạn chế và nơi phản ánh.`,
    language: 'vi',
    main: html`<div class="document-text">
<h1>Khả năng tiếp cận</h1>
<p class="lead">${portal.name} được làm để mọi người đều đọc và tìm được thông tin, bằng máy tính hay điện thoại, bằng mắt hay bằng trình đọc màn hình.</p>
<h2>Mức đạt</h2>
<p>Các trang theo Hướng dẫn tiếp cận nội dung web WCAG 2.2, mức AA. Phần mềm kiểm tra tự động mọi loại trang trước mỗi bản phát hành; kiểm tra tự động không thay được người dùng thật, nên phản ánh của quý vị là quan trọng.</p>
<h2>Cách dùng</h2>
<ul>
<li>Bấm phím Tab ở đầu trang để hiện đường dẫn “Đến nội dung chính”; mọi mục đều dùng được bằng bàn phím.</li>
<li>Mục “Hiển thị” ở đầu trang đổi nền sáng, tối, tương phản cao và cỡ chữ. Lựa chọn chỉ lưu trên máy của quý vị.</li>
<li>Trang phóng to được tới 400% mà không phải cuộn ngang.</li>
<li>Tin, bài, văn bản đọc được khi trình duyệt tắt JavaScript; khi đó có <a href="${to('so-do-trang/')}">sơ đồ trang</a> thay cho ô tìm kiếm.</li>
<li>Ảnh có lời mô tả; âm thanh, video có lời ghi lại bằng chữ.</li>
<li>Mỗi trang in ra giấy kèm địa chỉ và mã QR dẫn về trang gốc.</li>
</ul>
<h2>Chỗ còn hạn chế</h2>
<ul>
<li>Tệp đính kèm do các cơ quan gửi (PDF, ảnh chụp văn bản) có thể không đọc được bằng trình đọc màn hình. Quý vị có thể yêu cầu bản chữ.</li>
<li>Trang của cơ quan khác mà cổng dẫn tới không thuộc phạm vi của tuyên bố này.</li>
</ul>
<h2>Phản ánh</h2>
<p>Gặp chỗ khó đọc, khó dùng, xin báo cho ${portal.responsible}, kèm địa chỉ trang.</p>
<ul>
<li>Địa chỉ: ${portal.address}</li>
${portal.phone && html`<li>Điện thoại: ${phoneLink(portal.phone)}</li>`}
${portal.email && html`<li>Thư điện tử: ${mailLink(portal.email)}</li>`}
</ul>
<h2>Căn cứ</h2>
<p>Luật Người khuyết tật số 51/2010/QH12, Điều 43; Thông tư số 26/2020/TT-BTTTT về hỗ trợ người khuyết tật tiếp cận, sử dụng sản phẩm, dịch vụ thông tin và truyền thông.</p>
</div>`,
    context,
    path: [],
  })
}
