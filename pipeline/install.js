// Runs before `npm start` and `npm test`, on whatever Node the machine has: installs what is missing, and says which
// Node to install where the pinned one cannot be had. Plain JavaScript without dependencies.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const at = (...path) => join(root, ...path)

/** npm writes node_modules/.package-lock.json last: older than the lock file, or other versions, means an unfinished install. */
function isInstalled() {
  const installed = at('node_modules', '.package-lock.json')
  if (!existsSync(installed) || !existsSync(at('package-lock.json'))) return false
  if (statSync(installed).mtimeMs >= statSync(at('package-lock.json')).mtimeMs) return true
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages
  const found = JSON.parse(readFileSync(installed, 'utf8')).packages
  return Object.entries(wanted).every(
    ([name, { version, optional }]) => name === '' || optional || found[name]?.version === version,
  )
}

function localNode() {
  const local = at('node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  return existsSync(local) ? local : process.execPath
}

function nodeVersion() {
  try {
    return run(localNode(), ['--version']).trim()
  } catch {
    return process.version
  }
}

function run(program, args) {
  return execFileSync(program, args, { encoding: 'utf8', shell: process.platform === 'win32' })
}

/** The compiled schemas are newer than every schema and than the libraries. */
function isPrecompiled() {
  const made = at('dist', 'validators.cjs')
  if (!existsSync(made)) return false
  const sources = readdirSync(at('schemas'), { recursive: true }).map((name) => at('schemas', name))
  return [at('package-lock.json'), ...sources].every(
    (file) => statSync(file).mtimeMs <= statSync(made).mtimeMs,
  )
}

/** The program of the form is newer than everything that it was made of. */
function isFormMade() {
  const list = at('dist', 'bien-tap.json')
  if (!existsSync(list)) return false
  const made = statSync(list).mtimeMs
  const sources = [
    ...JSON.parse(readFileSync(list, 'utf8')),
    'pipeline/editor/bundle.ts',
    'package-lock.json',
  ]
  return sources.every((file) => existsSync(at(file)) && statSync(at(file)).mtimeMs <= made)
}

if (existsSync(at('package-lock.json'))) {
  if (!isInstalled()) {
    process.stdout.write('Đang cài các thành phần còn thiếu (npm ci), lần đầu mất khoảng một phút…\n')
    const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    })
    if (status !== 0) {
      process.stderr.write('Không cài được. Kiểm tra kết nối mạng tới kho gói npm rồi chạy lại lệnh.\n')
      process.exit(2)
    }
  }
  const [major = 0, minor = 0] = nodeVersion().slice(1).split('.').map(Number)
  if (major < 22 || (major === 22 && minor < 18)) {
    process.stderr.write(
      `Cần Node.js 22.18 trở lên; máy có ${nodeVersion()} và gói \`node\` không cài được kèm theo\n` +
        '(script cài đặt của npm bị chặn, hoặc hệ điều hành này không được hỗ trợ).\n' +
        'Cách sửa: cài Node.js 24 LTS từ https://nodejs.org rồi chạy lại.\n',
    )
    process.exit(2)
  }
  if (!isPrecompiled()) run(localNode(), [at('pipeline', 'contract', 'precompile.ts')])
  if (!isFormMade()) run(localNode(), [at('pipeline', 'editor', 'bundle.ts')])
}
