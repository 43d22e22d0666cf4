import { Option } from 'commander'
import type { Ports } from '../adapters/ports.ts'
import type { ExitCode } from './exit-code.ts'

/** A command as data: the table of contents of the CLI. Each is loaded when it is run. */
export type CommandEntry = {
  readonly name: string
  readonly summary: string
  readonly args?: readonly (readonly [argument: string, about: string])[]
  readonly options: readonly Option[]
  readonly run: (ports: Ports, args: readonly unknown[], options: never) => Promise<ExitCode>
}

export const now = new Option(
  '--now <thời điểm>',
  'tính như thể đang ở thời điểm này, ví dụ 2026-11-20T09:00:00+07:00',
)
export const portal = new Option('--portal <mã>', 'chỉ một cổng')
export const json = new Option('--json', 'in JSON cho máy đọc')
export const repo = new Option(
  '--repo <chủ/kho>',
  'kho trên GitHub; mặc định lấy từ GITHUB_REPOSITORY hoặc từ remote origin',
)
