/** Actions by the commit of their release: a tag can be moved, a commit cannot. */
const ACTIONS = {
  checkout: 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
  setupNode: 'actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0',
  cache: 'actions/cache@9255dc7a253b0ccc959486e2bca901246202afeb # v5.0.1',
  cacheRestore: 'actions/cache/restore@9255dc7a253b0ccc959486e2bca901246202afeb # v5.0.1',
  configurePages: 'actions/configure-pages@983d7736d9b0ae728b81ab479565c72886d7745b # v5.0.0',
  uploadPages: 'actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0',
  deployPages: 'actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0',
  attest: 'actions/attest@1e69f48acb82d1966a394da916b4c1698aa569d6 # v4.2.2',
} as const

/** The step that uses an action. */
export const action = (name: keyof typeof ACTIONS): string => `uses: ${ACTIONS[name]}`

/** An expression of GitHub Actions; in a text of ours it would read as a template of JavaScript. */
export const expression = (text: string): string => `$\{{ ${text} }}`

/** Where the workflows run: in the repository of the product itself, or in one that depends on it. */
export type Place = 'product' | 'portal'

/**
 * How each place calls the command and installs what it needs. A portal needs no script of a dependency, so none is run; the
 * product needs one, which puts its own Node in place.
 */
export const HOW = {
  product: { congbo: 'node pipeline/congbo.js', install: 'npm ci' },
  portal: { congbo: 'npx --no-install congbo', install: 'npm ci --ignore-scripts' },
} as const

export const RUNNER = 'ubuntu-24.04'

/** Indents every line but empty ones. */
export const indent = (spaces: number, text: string): string => text.replace(/^(?=.)/gm, ' '.repeat(spaces))

/**
 * Checks out the main branch whole: its code is trusted, and publication is read from its history. The token is not left on the
 * disk, where any later step could read it.
 */
export const checkoutMain = `- name: Lấy mã tin cậy của nhánh chính, đủ lịch sử
  ${action('checkout')}
  with:
    ref: ${expression('github.event.repository.default_branch')}
    fetch-depth: 0
    persist-credentials: false`

/** No cache of code: what a pull request put into one would be run by a job that holds secrets. */
export const install = (place: Place): string => `- name: Cài Node.js
  ${action('setupNode')}
  with:
    node-version: 24
    package-manager-cache: false
- name: Cài phần mềm theo tệp khóa phiên bản
  run: ${HOW[place].install}`

/** Where the index of likeness lies, and under which names the main branch keeps it for the workflows that only read it. */
export const LIKENESS_CACHE = {
  path: '.congbo/cache/giong',
  key: `giong-${expression('github.run_id')}`,
  prefix: 'giong-',
} as const

/** Data, never code, read and not written: without it the archive is read once more, for the comparison of articles alone. */
export const restoreLikeness = `# Dữ liệu, không phải mã: chỉ mục để so bài trùng, nhánh chính lập khi xuất bản. Ở đây chỉ đọc; mất thì xét lâu hơn mấy giây.
- name: Lấy lại chỉ mục so bài trùng
  ${action('cacheRestore')}
  with:
    path: ${LIKENESS_CACHE.path}
    key: ${LIKENESS_CACHE.key}
    restore-keys: ${LIKENESS_CACHE.prefix}`

/** What is proposed arrives as Git objects only: nothing of it is put on the disk, still less run. */
export const fetchProposal = `- name: Lấy nội dung đề nghị vào kho đối tượng Git, không chạy gì của nó
  env:
    GITHUB_TOKEN: ${expression('github.token')}
    PROPOSAL: ${expression('github.event.pull_request.head.sha || github.event.merge_group.head_sha')}
  run: >-
    git -c credential.helper='!f() { echo username=x-access-token; echo "password=$GITHUB_TOKEN"; }; f'
    fetch --no-tags origin "$PROPOSAL"`
