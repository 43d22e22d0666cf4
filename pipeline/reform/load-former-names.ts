import type { Files } from '../adapters/ports.ts'
import { parseDay } from '../calendar/local-time.ts'
import type { Contract } from '../contract/contract.ts'
import type { DonViCu } from '../contract/types.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type DataFile, loadData, meaningDiagnostic } from '../portal/load-data.ts'
import { CONTENT } from '../portal/portal.ts'
import type { MeaningProblem } from '../regulation/check-regulation.ts'

const FOLDER = `${CONTENT}/don-vi-cu`
const RULE = 'former-name'

/** The lists of former names that all portals share, oldest first; one with a problem is left out. */
export function loadFormerNames(
  files: Files,
  contract: Contract,
): { readonly lists: readonly DonViCu[]; readonly problems: readonly Diagnostic[] } {
  const lists: DonViCu[] = []
  const problems: Diagnostic[] = []
  for (const { path, type } of files.list(FOLDER)) {
    if (type !== 'file' || !path.endsWith('.yaml')) continue
    const loaded = loadData(files, contract, { file: path, schema: 'don-vi-cu', rule: RULE })
    const wrong = loaded.ok
      ? problemsOf(loaded.value).map((each) => meaningDiagnostic(loaded.value, RULE, each))
      : loaded.problems
    if (loaded.ok && wrong.length === 0) lists.push(loaded.value.value)
    problems.push(...wrong)
  }
  return { lists: lists.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom)), problems }
}

function problemsOf({ file, value }: DataFile<DonViCu>): MeaningProblem[] {
  const { validFrom, documents, kinds = [], units } = value
  const known = new Set(documents.map(({ id }) => id))
  const uses = [
    ...kinds.map(({ document }, index) => ({ document, path: ['kinds', index, 'document'] })),
    ...units.map(({ document }, index) => ({ document, path: ['units', index, 'document'] })),
  ]
  const now = new Set(units.flatMap(({ now, within = '' }) => now.map((each) => `${within}|${each}`)))
  return [
    ...(parseDay(validFrom) !== undefined && file.endsWith(`/${validFrom}.yaml`)
      ? []
      : [
          {
            path: ['validFrom'],
            problem: `Tên tệp không khớp với ngày ${validFrom}`,
            fix: `đặt tên tệp là ${validFrom}.yaml`,
          },
        ]),
    ...uses
      .filter(({ document }) => !known.has(document))
      .map(({ document, path }) => ({
        path,
        problem: `Văn bản \`${document}\` không có trong mục documents`,
        fix: 'thêm văn bản, hoặc sửa mã',
      })),
    ...units.flatMap(({ old, within = '' }, index) =>
      old
        .filter((each) => now.has(`${within}|${each}`))
        .map((each) => ({
          path: ['units', index, 'old'],
          problem: `«${each}» vừa là tên cũ vừa là tên nay dùng`,
          fix: 'bỏ ở mục `old`: tên vẫn dùng thì không nhắc được',
        })),
    ),
  ]
}
