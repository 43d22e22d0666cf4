import { expression, RUNNER } from './workflow-steps.ts'

/**
 * `xet-lai.yml`: an approval runs the gate again, inside the run that the push began. A run of its own would leave the former
 * red check standing beside a green one of the same name, and GitHub would count the red one.
 */
export const reviewWorkflow =
  (): string => `# Khi có người duyệt, thôi duyệt hay đổi ý: chạy lại job gate của kiem-tra.yml cho bản mới nhất của yêu cầu gộp.
# Không lấy mã nào về máy chạy; chỉ gọi GitHub.
name: Xét lại khi có phê duyệt

on:
  pull_request_review:
    types: [submitted, dismissed, edited]

permissions: {}

concurrency:
  group: xet-lai-${expression('github.event.pull_request.number')}
  cancel-in-progress: false

jobs:
  xet-lai:
    if: github.event.review.state != 'commented'
    runs-on: ${RUNNER}
    timeout-minutes: 40
    permissions:
      actions: write
      checks: read
    steps:
      - name: Chạy lại job gate
        env:
          GH_TOKEN: ${expression('github.token')}
          GH_REPO: ${expression('github.repository')}
          PROPOSAL: ${expression('github.event.pull_request.head.sha')}
        run: |
          run=$(gh run list --workflow kiem-tra.yml --event pull_request --commit "$PROPOSAL" --limit 1 \\
            --json databaseId --jq '.[].databaseId')
          if [ -z "$run" ]; then
            echo "::error::Bản này chưa được kiểm tra lần nào. Hãy đóng rồi mở lại yêu cầu gộp."
            exit 1
          fi
          gh run watch "$run" --interval 10 > /dev/null || true
          job=$(gh run view "$run" --json jobs --jq '.jobs[] | select(.name == "gate") | .databaseId')
          gh run rerun "$run" --job "$job"
`
