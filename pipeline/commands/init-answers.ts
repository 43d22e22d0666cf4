import type { Ports } from '../adapters/ports.ts'
import { CONTENT, SHARED_FOLDERS } from '../portal/portal.ts'
import type { NewPortal } from '../starter/new-portal.ts'
import { UsageError } from './arguments.ts'
import type { InitOptions } from './init.ts'

type Field = {
  readonly key: keyof NewPortal
  readonly question: string
  readonly example: string
  /** What is wrong with a value, as the end of a sentence; undefined where nothing is. */
  readonly fault: (value: string) => string | undefined
}

const fieldsFor = (regulations: readonly string[]): readonly Field[] => [
  {
    key: 'from',
    question: `Lấy Quy chế của cổng mẫu nào (${regulations.join(', ')})? `,
    example: 'thanh-dong',
    fault: (value) =>
      regulations.includes(value)
        ? undefined
        : `không có cổng mẫu ấy; chọn một trong: ${regulations.join(', ')}`,
  },
  {
    key: 'id',
    question: 'Mã của cổng (chữ thường không dấu, gạch nối, ví dụ hoa-binh)? ',
    example: 'hoa-binh',
    fault: (value) => {
      if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(value) || value.length > 50)
        return 'mã chỉ gồm chữ thường không dấu, chữ số và gạch nối, bắt đầu bằng chữ, dài nhất 50 ký tự; ví dụ hoa-binh'
      return SHARED_FOLDERS.has(value) ? 'tên này dành cho dữ liệu dùng chung; chọn mã khác' : undefined
    },
  },
  {
    key: 'name',
    question: 'Tên đầy đủ của cổng (ví dụ Cổng thông tin điện tử phường Hòa Bình)? ',
    example: '"Cổng thông tin điện tử phường Hòa Bình"',
    fault: (value) => (value.length < 5 || value.length > 200 ? 'tên dài từ 5 đến 200 ký tự' : undefined),
  },
  {
    key: 'org',
    question: 'Tên tổ chức trên GitHub (ví dụ phuong-hoa-binh)? ',
    example: 'phuong-hoa-binh',
    fault: (value) =>
      /^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,37}$/.test(value)
        ? undefined
        : 'tên tổ chức gồm chữ không dấu, chữ số và gạch nối, dài nhất 38 ký tự; ví dụ phuong-hoa-binh',
  },
]

/** What is not said on the command line is asked for; where nobody can answer, told as missing. */
export async function readNewPortal(ports: Ports, options: InitOptions): Promise<NewPortal> {
  const fields = fieldsFor(regulationsOf(ports))
  const answers: Partial<Record<keyof NewPortal, string>> = {}
  for (const { key, question, fault } of fields) {
    const value = clean(options[key] ?? (await ports.ask(question)))
    if (value === undefined) throw new UsageError(missing(fields, options))
    const wrong = fault(value)
    if (wrong !== undefined) throw new UsageError(`--${key}: \`${value}\`: ${wrong}`)
    answers[key] = value
  }
  return answers as NewPortal
}

/** The portals whose regulation the product carries. */
const regulationsOf = ({ product }: Ports): readonly string[] =>
  product.folders(CONTENT).filter((id) => product.exists(`${CONTENT}/${id}/quy-che.yaml`))

/** What a terminal or a clipboard slips in, line breaks and invisible signs, is no part of an answer. */
const clean = (text: string | undefined): string | undefined =>
  text
    ?.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .normalize('NFC')

function missing(fields: readonly Field[], options: InitOptions): string {
  const names = fields.filter(({ key }) => options[key] === undefined).map(({ key }) => `--${key}`)
  const example = fields.map(({ key, example: value }) => `--${key} ${value}`).join(' ')
  return `Thiếu ${names.join(', ')}. Ví dụ: congbo init cong-moi ${example}`
}
