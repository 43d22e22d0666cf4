import { REQUIRED_CHECK } from '../protection/desired.ts'
import {
  action,
  checkoutMain,
  expression,
  fetchProposal,
  HOW,
  indent,
  install,
  type Place,
  RUNNER,
  restoreLikeness,
} from './workflow-steps.ts'

/** `kiem-tra.yml`: whether a pull request may be merged; its last job is the one check that the branch requires. */
export const checkWorkflow = (
  place: Place,
): string => `# Kiểm tra mỗi yêu cầu gộp: nội dung có đúng Quy chế không, đã đủ người duyệt chưa.
# Mã chạy ở đây lấy từ nhánh chính; nội dung đề nghị chỉ được đọc như dữ liệu.
# Khi có phê duyệt mới, xet-lai.yml cho chạy lại job gate của chính lần chạy này.
name: Kiểm tra

on:
  # Bản nháp (mẫu soạn bài mở yêu cầu gộp ở dạng nháp) cũng được kiểm tra; thôi là bản nháp thì xét lại lần nữa.
  pull_request:
    branches: [main]
    types: [opened, synchronize, reopened, ready_for_review]
  merge_group:
    branches: [main]

permissions: {}

concurrency:
  group: kiem-tra-${expression('github.event.pull_request.number || github.ref')}
  cancel-in-progress: true

jobs:
  check:
    runs-on: ${RUNNER}
    timeout-minutes: 10
    permissions:
      contents: read
    steps:
${indent(6, `${checkoutMain}\n${install(place)}\n${restoreLikeness}\n${fetchProposal}`)}
      - name: Kiểm tra những tệp nội dung đã đổi, và CODEOWNERS có khớp ban biên tập không
        env:
          PROPOSAL: ${expression('github.event.pull_request.head.sha || github.event.merge_group.head_sha')}
        run: |
          rm -f .github/CODEOWNERS
          git restore --source="$PROPOSAL" --staged --worktree -- content
          git restore --source="$PROPOSAL" --staged --worktree -- .github/CODEOWNERS || true
          ${HOW[place].congbo} check --since HEAD --format github
          ${HOW[place].congbo} owners --check

  gate:
    runs-on: ${RUNNER}
    timeout-minutes: 10
    permissions:
      contents: read
      checks: write
      pull-requests: write
    steps:
${indent(6, `${checkoutMain}\n${install(place)}\n${restoreLikeness}`)}
      # congbo gate tự lấy nội dung đề nghị, chỉ vào kho đối tượng Git. CONGBO_TOKEN chỉ cần quyền xem thành viên các nhóm của tổ chức (Members: read).
      - name: Xét phê duyệt theo Quy chế
        env:
          GITHUB_TOKEN: ${expression('github.token')}
          CONGBO_TOKEN: ${expression('secrets.CONGBO_TOKEN')}
          PULL_REQUEST: ${expression('github.event.pull_request.number')}
          MERGE_GROUP: ${expression('github.event.merge_group.head_ref')}
        run: |
          if [[ "$MERGE_GROUP" =~ /pr-([0-9]+)-[0-9a-f]+$ ]]; then PULL_REQUEST="\${BASH_REMATCH[1]}"; fi
          ${HOW[place].congbo} gate --pr "$PULL_REQUEST"
${place === 'product' ? TEST : ''}
  # Kiểm tra bắt buộc duy nhất: GitHub coi job bị bỏ qua là đạt, nên job này đòi mọi job phải thành công.
  ${REQUIRED_CHECK}:
    if: always()
    needs: [${jobsOf(place).join(', ')}]
    runs-on: ${RUNNER}
    timeout-minutes: 5
    permissions: {}
    steps:
      - name: Mọi phần đều phải đạt
        env:
          RESULTS: ${expression("join(needs.*.result, ' ')")}
        run: |
          for result in $RESULTS; do
            if [ "$result" != success ]; then
              echo "::error::Chưa gộp được: có phần chưa đạt ($RESULTS). Mở từng phần ở trên để xem lý do."
              exit 1
            fi
          done
`

const jobsOf = (place: Place): readonly string[] =>
  place === 'product' ? ['check', 'gate', 'test'] : ['check', 'gate']

/** Runs what the pull request proposes, so it is given nothing: no secret, and a token that only reads. */
const TEST = `
  test:
    runs-on: ${RUNNER}
    timeout-minutes: 30
    permissions:
      contents: read
    steps:
      - name: Lấy mã của yêu cầu gộp
        ${action('checkout')}
        with:
          fetch-depth: 0
          persist-credentials: false
${indent(6, install('product'))}
      - name: Chạy bộ thử
        run: npm test
`
