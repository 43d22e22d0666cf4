import { checkoutMain, expression, HOW, indent, install, type Place, RUNNER } from './workflow-steps.ts'

/** Every evening, at 22:30 by the clock of Vietnam: the approvals of a day are then in one change. */
const NIGHTLY = '30 15 * * *'

/**
 * `ho-so.yml`: signs who approved what, and proposes the new records; a person takes them in. The key is a secret of the environment
 * `ho-so`, which only the main branch may use: a secret of the repository could be read by any branch of somebody who may write.
 */
export const recordWorkflow = (
  place: Place,
): string => `# Hồ sơ duyệt: mỗi tối lập và ký hồ sơ của các yêu cầu gộp vừa gộp, rồi mở (hoặc cập nhật) một yêu cầu gộp để người có thẩm quyền nhận.
# Khóa riêng là secret CONGBO_RECORD_KEY của môi trường ho-so, chỉ nhánh main dùng được (Settings → Environments). Chưa có khóa thì không làm gì.
# CONGBO_RECORD_TOKEN (không bắt buộc): GITHUB_TOKEN không được mở yêu cầu gộp, và việc nó làm không khởi động quy trình kiểm tra.
name: Hồ sơ duyệt

on:
  schedule:
    - cron: '${NIGHTLY}'
  workflow_dispatch:

permissions: {}

concurrency:
  group: ho-so
  cancel-in-progress: false

jobs:
  ho-so:
    runs-on: ${RUNNER}
    timeout-minutes: 30
    environment: ho-so
    permissions:
      contents: write
      pull-requests: write
      deployments: read
    steps:
${indent(6, `${checkoutMain}\n${install(place)}`)}
      - name: Lập, ký hồ sơ và gửi yêu cầu gộp
        env:
          GITHUB_TOKEN: ${expression('github.token')}
          CONGBO_TOKEN: ${expression('secrets.CONGBO_TOKEN')}
          CONGBO_RECORD_TOKEN: ${expression('secrets.CONGBO_RECORD_TOKEN')}
          CONGBO_RECORD_KEY: ${expression('secrets.CONGBO_RECORD_KEY')}
        run: ${HOW[place].congbo} record --propose
`
