import type { NewPortal } from './new-portal.ts'
import { TO_FILL } from './new-portal.ts'
import { QUESTION_FORM, questionForm } from './question-form.ts'
import { ACCEPTED_LABEL, QUESTION_LABEL } from './question-workflow.ts'
import { REFUSED_LABEL, SUBMISSION_LABEL, TAKEN_LABEL } from './submission-workflow.ts'
import { workflowFiles } from './workflows.ts'

/**
 * The files of a repository around its content.
 *
 * @param version of congbo that it depends on, exactly
 * @param former the unit whose regulation it begins with, as its texts name it
 */
export const repositoryFiles = (
  portal: NewPortal,
  { version, former }: { readonly version: string; readonly former: string },
): ReadonlyMap<string, string> =>
  new Map([
    ...workflowFiles('portal', portal.id),
    ['.github/pull_request_template.md', PULL_REQUEST_TEMPLATE],
    [QUESTION_FORM, questionForm([portal])],
    ['.gitignore', GITIGNORE],
    ['.gitattributes', GITATTRIBUTES],
    ['package.json', packageJson(portal, version)],
    ['README.md', readme(portal, former)],
  ])

export const PULL_REQUEST_TEMPLATE = `## Nội dung

<!-- Tin bài, văn bản nào; thuộc lĩnh vực nào; đơn vị nào gửi. -->

## Trước khi gửi

- [ ] Đã chạy \`congbo check\` và sửa hết lỗi
- [ ] Nội dung không thuộc bí mật nhà nước, không có thông tin riêng của cá nhân
- [ ] Thời điểm diễn ra, ngày ký, ngày tiếp nhận ghi đúng sự thật; nếu quá hạn đã ghi \`lateReason\`
`

const GITIGNORE = `node_modules/
_site/
.congbo/
`

/** One line ending on every machine, or every line of a file edited on Windows would be a change to approve. */
const GITATTRIBUTES = `* text=auto eol=lf
*.png binary
*.jpg binary
*.webp binary
*.pdf binary
`

const packageJson = ({ id, name }: NewPortal, version: string): string =>
  `${JSON.stringify(
    {
      name: id,
      version: '1.0.0',
      private: true,
      description: name,
      type: 'module',
      scripts: { start: 'congbo start', check: 'congbo check' },
      dependencies: { congbo: version },
      engines: { node: '>=22.18.0' },
    },
    null,
    2,
  )}\n`

const readme = ({ id, name, org, from }: NewPortal, former: string): string => `# ${name}

Kho nội dung của cổng \`${id}\`. Mỗi tin bài, văn bản là một tệp trong \`content/${id}/\`; yêu cầu gộp (pull request) là phiếu trình,
người có thẩm quyền theo Quy chế duyệt, gộp vào nhánh \`main\` là công bố.

## Việc phải làm trước khi dùng thật

1. Cài Node.js 24, rồi chạy \`npm install\` ở thư mục này. Lệnh tạo tệp \`package-lock.json\`: giữ lại và đưa vào kho.
2. Tìm chữ \`${TO_FILL}\` trong thư mục \`content/\` và điền cho đúng: tên, cơ quan chủ quản, địa chỉ, liên hệ. Tìm cả
   chữ «${former}»: đó là tên đơn vị của bản mẫu, còn lại trong lời của Quy chế và ban biên tập.
3. Đối chiếu \`content/${id}/quy-che.yaml\` với Quy chế đã ký của cơ quan. Tệp này chép từ Quy chế của cổng mẫu \`${from}\`: lĩnh vực, chuyên mục,
   thời hạn, người duyệt và từng điều khoản đều có thể khác.
4. Sửa \`content/${id}/ban-bien-tap.yaml\` cho đúng các đơn vị của mình. Trên GitHub, lập tổ chức \`${org}\` và các nhóm (team) đúng tên ở mục
   \`accounts\`; mỗi nhóm phải có quyền ghi (Write) vào kho này thì phê duyệt mới được tính.
5. Chạy \`npx congbo owners --write\` để lập lại tệp \`.github/CODEOWNERS\` sau mỗi lần sửa hai tệp trên.
6. Chạy \`npx congbo check\` cho tới khi không còn lỗi, và \`npx congbo start\` để xem cổng trên máy mình.
7. Đưa kho lên GitHub với nhánh chính tên \`main\`. Trong Settings → Pages chọn nguồn là GitHub Actions.
8. Tạo mã truy cập chỉ có quyền xem thành viên các nhóm (Organization → Members: read), ghi vào Settings → Secrets and variables → Actions với
   tên \`CONGBO_TOKEN\`. Mã mặc định của Actions không xem được ai ở trong nhóm nào.
9. Bật bảo vệ: người quản trị kho đặt mã truy cập của mình (quyền Administration: write) vào biến \`GITHUB_TOKEN\` rồi chạy
   \`npx congbo protect --apply\`. Chạy \`npx congbo protect\` lúc nào cũng được để xem có gì đã bị đổi.
10. Tạo năm nhãn (Issues → Labels). Cho câu hỏi: \`${QUESTION_LABEL}\` do mẫu tự gắn, \`${ACCEPTED_LABEL}\` do thư ký gắn khi nhận câu hỏi vào sổ. Cho tin, bài:
    \`${SUBMISSION_LABEL}\` do mẫu tự gắn, \`${TAKEN_LABEL}\` khi nhận bài, \`${REFUSED_LABEL}\` khi từ chối. Kho kín, hoặc cơ quan không nhận qua kho, thì xóa
    \`.github/ISSUE_TEMPLATE/cau-hoi.yml\`, \`gui-bai.yml\`. Đổi lĩnh vực, đơn vị thì chạy \`npx congbo gui-bai --form\` để ghi lại mẫu gửi bài.
11. Bật hồ sơ duyệt (ai đã duyệt bài nào, có chữ ký): chạy \`npx congbo record --new-key <tệp ngoài kho>\` và làm theo lời in ra.
12. Thay bài mẫu và trang giới thiệu bằng nội dung thật.

## Hằng ngày

| Muốn | Gõ lệnh |
| --- | --- |
| Tạo một bài theo mẫu, biết ngay hạn đăng | \`npx congbo new ${id} <thể loại> --title "Tiêu đề"\` |
| Kiểm tra | \`npx congbo check\` |
| Nhập tệp Word, thư (.eml) thành bài | \`npx congbo import tep.docx --portal ${id}\` |
| Xem sổ tiếp nhận tin, bài | \`npx congbo gui-bai\` |
| Ghi một câu hỏi vào sổ, xem sổ | \`npx congbo hoi-dap new\`, \`npx congbo hoi-dap list\` |
| Xem việc đến hạn, quá hạn | \`npx congbo due\` |
| Xem cổng trên máy mình | \`npx congbo start\` |

Ngày nghỉ lễ từng năm nằm trong \`content/lich-nghi/\`; mỗi năm phải thêm tệp của năm sau khi có thông báo chính thức.
`
