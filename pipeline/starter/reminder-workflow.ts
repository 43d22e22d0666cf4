import { checkoutMain, expression, HOW, indent, install, type Place, RUNNER } from './workflow-steps.ts'

/** Four times a working day by the clock of Vietnam (UTC+7): 08:00, 10:30, 14:00, 16:30. */
const HOURS = ['0 1 * * 1-6', '30 3 * * 1-6', '0 7 * * 1-6', '30 9 * * 1-6'] as const
/** The first of each month, at 08:15. */
const MONTHLY = '15 1 1 * *'

/** `nhac-viec.yml`: reminds people of what waits, and once a month puts down what is due. */
export const reminderWorkflow = (
  place: Place,
): string => `# Nhắc việc trong giờ làm việc; đầu tháng lập danh sách việc đến hạn.
# Giờ ở cron là giờ quốc tế (UTC), chậm hơn giờ Việt Nam bảy tiếng. Thứ Bảy vẫn chạy vì có ngày làm bù; ngày nghỉ thì
# congbo remind tự biết theo lịch nghỉ.
name: Nhắc việc

on:
  schedule:
${HOURS.map((hour) => `    - cron: '${hour}'`).join('\n')}
    - cron: '${MONTHLY}'
  workflow_dispatch:

permissions: {}

concurrency:
  group: nhac-viec-${expression('github.event.schedule')}
  cancel-in-progress: false

jobs:
  nhac:
    if: github.event.schedule != '${MONTHLY}'
    runs-on: ${RUNNER}
    timeout-minutes: 15
    permissions:
      contents: read
      issues: write
      pull-requests: write
    steps:
${indent(6, `${checkoutMain}\n${install(place)}`)}
      - name: Nhắc người đang được chờ
        env:
          GITHUB_TOKEN: ${expression('github.token')}
          CONGBO_TOKEN: ${expression('secrets.CONGBO_TOKEN')}
        run: ${HOW[place].congbo} remind

  # Tạm thay cho báo cáo tháng, cho tới khi congbo có lệnh báo cáo.
  thang:
    if: github.event.schedule == '${MONTHLY}'
    runs-on: ${RUNNER}
    timeout-minutes: 15
    permissions:
      contents: read
    steps:
${indent(6, `${checkoutMain}\n${install(place)}`)}
      - name: Ghi việc đến hạn, quá hạn vào bản tóm tắt
        run: |
          {
            echo '\`\`\`json'
            ${HOW[place].congbo} due --json
            echo '\`\`\`'
          } >> "$GITHUB_STEP_SUMMARY"
`
