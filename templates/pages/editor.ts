import { contentPolicy } from '../components/content-policy.ts'
import { html } from '../html.ts'
import { EDITOR_POLICY } from '../policy.ts'

/** The page of the form in which editors write. It is a program, so it says what to do where none can run. */
export const editorPage = (portalName: string): string =>
  html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
${contentPolicy(EDITOR_POLICY)}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Soạn bài – ${portalName}</title>
<link rel="icon" href="../assets/icon.svg">
<link rel="stylesheet" href="form.css">
<script type="module" src="bien-tap.js"></script>
</head>
<body>
<noscript><p>Mẫu soạn bài cần JavaScript. Không có thì gửi tin, bài bằng thư hoặc tệp Word cho Tổ Thư ký; bạn đọc không cần JavaScript để đọc bài.</p></noscript>
</body>
</html>
`.text
