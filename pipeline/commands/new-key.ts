import { createHash } from 'node:crypto'
import { basename, dirname, resolve, sep } from 'node:path'
import type { Ports } from '../adapters/ports.ts'
import { dayOf, formatDay, type Instant } from '../calendar/local-time.ts'
import { KEYS } from '../records/record.ts'
import { type Signer, signerOf } from '../records/signature.ts'
import { UsageError } from './arguments.ts'
import { DISK_WORDS } from './disk-words.ts'
import { EXIT, type ExitCode } from './exit-code.ts'

/** Only whoever runs the command may read it. */
const PRIVATE = 0o600

/** Makes a key pair: the private key into a file outside the repository, the line for khoa.yaml on the terminal. */
export function makeKey(ports: Ports, file: string, now: Instant): ExitCode {
  const path = resolve(ports.files.root, file)
  if (path === ports.files.root || path.startsWith(ports.files.root + sep))
    throw new UsageError(
      `--new-key: \`${file}\` nằm trong kho nội dung, khóa riêng dễ bị đưa lên Git. Cách sửa: ghi một đường dẫn ngoài kho, ví dụ --new-key ~/khoa-ho-so.pem`,
    )
  const pem = ports.newPrivateKey()
  write(ports, path, pem)
  const { publicKey } = signerOf(pem) as Signer
  const day = formatDay(dayOf(now))
  const id = `${day}-${createHash('sha256').update(publicKey).digest('hex').slice(0, 6)}`
  ports.out(
    [
      `Đã ghi khóa riêng vào ${path} (chỉ người chạy lệnh đọc được).`,
      '',
      `1. Thêm các dòng này vào mục \`keys\` của content/<cổng>/${KEYS}, rồi gửi yêu cầu gộp để Trưởng ban duyệt:`,
      '',
      `  - id: ${id}`,
      `    key: ${publicKey}`,
      `    validFrom: "${day}"`,
      '    note: Quy trình ho-so.yml',
      '',
      '2. Trên GitHub, vào Settings → Environments, lập môi trường `ho-so`, chỉ cho nhánh main dùng (Deployment branches).',
      '   Ở môi trường ấy thêm secret tên CONGBO_RECORD_KEY, dán cả tệp khóa riêng vào.',
      '3. Xóa tệp khóa riêng, hoặc cất ở nơi ngoại tuyến. Mất khóa thì tạo khóa mới; hồ sơ cũ vẫn kiểm được.',
    ].join('\n'),
  )
  return EXIT.ok
}

function write(ports: Ports, path: string, pem: string): void {
  try {
    const created = ports.createFiles(dirname(path), new Map([[basename(path), pem]]), PRIVATE)
    if (!created.ok) throw new UsageError(`--new-key: ${path} đã có, không ghi đè; chọn tên tệp khác`)
  } catch (error) {
    const why = DISK_WORDS[(error as NodeJS.ErrnoException).code ?? '']
    throw why === undefined ? error : new UsageError(`--new-key: không ghi được ${path}: ${why}`)
  }
}
