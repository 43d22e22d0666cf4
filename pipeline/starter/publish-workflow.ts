import {
  action,
  checkoutMain,
  expression,
  HOW,
  indent,
  install,
  LIKENESS_CACHE,
  type Place,
  RUNNER,
} from './workflow-steps.ts'

/**
 * `xuat-ban.yml`: what reached the main branch is built and put on GitHub Pages, with an attestation of the very archive.
 *
 * @param site the portal that takes the whole site; without one each portal has a folder of its name
 */
export const publishWorkflow = (
  place: Place,
  site?: string,
): string => `# Xuất bản: bài đã gộp vào nhánh chính thì dựng lại cổng và đưa lên GitHub Pages.
# Môi trường github-pages chỉ nên nhận nhánh main (Settings → Environments).
name: Xuất bản

on:
  push:
    branches: [main]
  workflow_dispatch:

permissions: {}

# Lần đưa lên đang chạy luôn được làm cho xong.
concurrency:
  group: pages
  cancel-in-progress: false

jobs:
  dung:
    runs-on: ${RUNNER}
    timeout-minutes: 30
    permissions:
      contents: read
      pages: read
      id-token: write
      attestations: write
    steps:
${indent(6, `${checkoutMain}\n${install(place)}`)}
      - name: Hỏi địa chỉ của trang
        id: pages
        ${action('configurePages')}
      # Dữ liệu, không phải mã: ảnh đã làm ở lần dựng trước. Chỉ nhánh chính ghi và đọc được; mất thì dựng lâu hơn.
      - name: Lấy lại ảnh đã làm
        ${action('cache')}
        with:
          path: .congbo/cache
          key: anh-${expression('github.run_id')}
          restore-keys: anh-
      - name: Lấy lại chỉ mục so bài trùng
        ${action('cache')}
        with:
          path: ${LIKENESS_CACHE.path}
          key: ${LIKENESS_CACHE.key}
          restore-keys: ${LIKENESS_CACHE.prefix}
      - name: Dựng cổng
        env:
          BASE_PATH: ${expression('steps.pages.outputs.base_path')}
        run: ${site === undefined ? TOGETHER(place) : `${HOW[place].congbo} build --portal ${site} --base-path "$BASE_PATH/"`}
      - name: Gói kết quả
        ${action('uploadPages')}
        with:
          path: ${site === undefined ? '_site' : `_site/${site}`}
          # .well-known/security.txt
          include-hidden-files: true
      # Chứng thực của GitHub cho kho riêng tư chỉ có ở gói Enterprise.
      - name: Chứng thực gói
        if: ${expression('!github.event.repository.private')}
        ${action('attest')}
        with:
          subject-path: ${expression('runner.temp')}/artifact.tar

  dua-len:
    needs: dung
    runs-on: ${RUNNER}
    timeout-minutes: 15
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: ${expression('steps.deploy.outputs.page_url')}
    steps:
      - name: Đưa lên
        id: deploy
        ${action('deployPages')}
`

const TOGETHER = (place: Place): string => `${HOW[place].congbo} build --together --base-path "$BASE_PATH"`
