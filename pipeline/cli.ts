import { Command, CommanderError, type Option } from 'commander'
import type { Ports } from './adapters/ports.ts'
import { portsOfProcess } from './adapters/ports-of-process.ts'
import { UsageError } from './commands/arguments.ts'
import { EXIT } from './commands/exit-code.ts'
import { commands } from './commands/index.ts'

/** argv → command → exit code. */
async function main(argv: readonly string[]): Promise<number> {
  const ports = portsOfProcess(process.cwd())
  let code: number = EXIT.ok
  const program = createProgram(ports, (result) => {
    code = result
  })
  try {
    await program.parseAsync(argv, { from: 'user' })
    return code
  } catch (error) {
    return explainFailure(ports, error)
  }
}

function createProgram(ports: Ports, finish: (code: number) => void): Command {
  const program = new Command('congbo')
    .description('congbo — công bố thông tin lên cổng thông tin điện tử của cơ quan nhà nước, theo Quy chế.')
    .version(ports.version, '-V, --version', 'in số phiên bản')
    .helpOption('-h, --help', 'in trợ giúp')
    .helpCommand('help [lệnh]', 'in trợ giúp của một lệnh')
    .showHelpAfterError('(xem `congbo help`)')
    .configureHelp({ styleTitle: translateTitle })
    .exitOverride()
    .configureOutput({ writeErr: (text) => ports.err(translateError(text).trimEnd()) })
  for (const { name, summary, args = [], options, run } of commands) {
    const command = program
      .command(name)
      .description(summary)
      .helpOption('-h, --help', 'in trợ giúp')
      .configureHelp({ styleTitle: translateTitle })
      .exitOverride()
      .configureOutput({ writeErr: (text) => ports.err(translateError(text).trimEnd()) })
    for (const [argument, about] of args) command.argument(argument, about)
    for (const option of options) command.addOption(option as Option)
    command.action(async (...received: unknown[]) =>
      finish(await run(ports, received.slice(0, args.length), received[args.length] as never)),
    )
  }
  return program
}

const TITLES: Record<string, string> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Tham số:',
  'Options:': 'Tùy chọn:',
  'Commands:': 'Các lệnh:',
}
const translateTitle = (title: string): string => TITLES[title] ?? title

const ERRORS: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '(.*)'/m, 'Không có tùy chọn $1'],
  [/^error: unknown command '(.*)'/m, 'Không có lệnh $1'],
  [/^error: missing required argument '(.*)'/m, 'Thiếu tham số $1'],
  [/^error: too many arguments.*$/m, 'Thừa tham số'],
  [/^error: option '(.*)' argument missing/m, 'Tùy chọn $1 cần một giá trị'],
  [
    /^error: option '(.*)' argument '(.*)' is invalid\. Allowed choices are (.*)\./m,
    'Tùy chọn $1 không nhận giá trị $2; chọn một trong: $3',
  ],
  [/\(Did you mean (?:one of )?(.*)\?\)/m, '(Có phải $1?)'],
]
const translateError = (text: string): string =>
  ERRORS.reduce((result, [pattern, words]) => result.replace(pattern, words), text)

function explainFailure(ports: Ports, error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.cannotRun
  if (error instanceof UsageError) {
    ports.err(`congbo: ${error.message}`)
    return EXIT.cannotRun
  }
  ports.err(
    'congbo: lỗi của chính phần mềm, không phải của bạn. Xin gửi nguyên văn phần dưới cho nhóm phát triển.',
  )
  ports.err(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return EXIT.cannotRun
}

process.exitCode = await main(process.argv.slice(2))
