import { textOf } from './text-of.ts'

/** A finding of `congbo check --json`: see schemas/diagnostics.schema.json. */
type Finding = {
  readonly severity: 'error' | 'warning' | 'info'
  readonly line: number
  readonly problem: string
  readonly fix: string
  readonly law?: string
}

const ID = 'ket-qua-kiem-tra'

/** Shows over the form what the check says of the article that was just saved. */
export function showVerdict(path: string, verdict: unknown): void {
  const findings = (verdict as { readonly diagnostics?: readonly Finding[] } | undefined)?.diagnostics
  document.getElementById(ID)?.remove()
  const box = document.createElement('section')
  box.id = ID
  box.setAttribute('role', 'status')
  box.append(textOf('p', headline(path, findings)), list(findings ?? []), closing(box))
  document.body.append(box)
}

function headline(path: string, findings: readonly Finding[] | undefined): string {
  const errors = findings?.filter(({ severity }) => severity === 'error').length ?? 0
  if (findings === undefined) return `Đã ghi ${path}. Chưa kiểm tra được; chạy congbo check để xem.`
  if (findings.length === 0) return `Đã ghi ${path}. Kiểm tra không thấy lỗi.`
  return errors === 0
    ? `Đã ghi ${path}. Không có lỗi, có ${findings.length} điều cần xem:`
    : `Đã ghi ${path}. Có ${errors} lỗi phải sửa trước khi gửi:`
}

function list(findings: readonly Finding[]): HTMLElement {
  const all = document.createElement('ul')
  all.append(
    ...findings.map(({ severity, line, problem, law, fix }) =>
      textOf(
        'li',
        `${WORDS[severity]}, dòng ${line}: ${problem}.${law ? ` Căn cứ: ${law}` : ''} Cách sửa: ${fix}.`,
      ),
    ),
  )
  return all
}

const WORDS = { error: 'Lỗi', warning: 'Cảnh báo', info: 'Lưu ý' } as const

function closing(box: HTMLElement): HTMLElement {
  const button = textOf('button', 'Đóng') as HTMLButtonElement
  button.type = 'button'
  button.addEventListener('click', () => box.remove())
  return button
}
