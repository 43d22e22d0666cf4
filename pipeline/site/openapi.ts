import type { PortalView } from '../../templates/view.ts'
import { API_FILES, API_SCHEMAS } from './api-json.ts'

const WHAT: Readonly<Record<keyof typeof API_FILES, string>> = {
  index: 'Mục lục: cổng nào, có những gì, mỗi tháng một tệp. Bắt đầu từ đây.',
  organization: 'Cơ quan chủ quản và cách liên hệ.',
  sections: 'Mọi chuyên mục của Quy chế.',
  linhVuc: 'Mọi lĩnh vực của Quy chế.',
  changes: 'Nhiều nhất một trăm nội dung thay đổi gần đây nhất.',
}

/** The API in OpenAPI 3.1, for programs that make clients of it. The files are static: there is nothing to send. */
export function openapi(portal: PortalView): object {
  const files = Object.entries(API_FILES).map(([name, file]) => [
    `/${file}`,
    operation(name, WHAT[name as keyof typeof API_FILES], API_SCHEMAS[name as keyof typeof API_FILES]),
  ])
  return {
    openapi: '3.1.0',
    info: {
      title: `API ${portal.name}`,
      version: '1.0',
      description: 'Dữ liệu công khai dạng tệp JSON tĩnh. Chỉ đọc, không cần khóa.',
      contact: { name: portal.owner, ...(portal.email ? { email: portal.email } : {}) },
    },
    servers: [{ url: '.' }],
    paths: { ...Object.fromEntries(files), '/documents/{part}.json': month },
  }
}

const operation = (name: string, summary: string, schema: string) => ({
  get: { operationId: name, summary, responses: answers(schema) },
})

const answers = (schema: string) => ({
  200: { description: 'Tệp JSON.', content: { 'application/json': { schema: { $ref: schema } } } },
  404: { description: 'Không có tệp này.' },
})

const month = {
  get: {
    operationId: 'documents',
    summary: 'Mọi nội dung đăng trong một tháng. Các tháng có tệp được liệt kê trong index.json.',
    parameters: [
      {
        name: 'part',
        in: 'path',
        required: true,
        description:
          'Tháng theo giờ Việt Nam, dạng 2026-11; tháng có rất nhiều nội dung còn có 2026-11-1, 2026-11-2…',
        schema: { type: 'string', pattern: '^\\d{4}-(?:0[1-9]|1[0-2])(?:-[1-9]\\d*)?$' },
      },
    ],
    responses: answers(API_SCHEMAS.documents),
  },
}
