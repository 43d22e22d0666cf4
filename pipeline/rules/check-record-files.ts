import type { Files } from '../adapters/ports.ts'
import type { Contract } from '../contract/contract.ts'
import type { HoSo, KhoaHoSo } from '../contract/types.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { loadData, meaningDiagnostic } from '../portal/load-data.ts'
import type { Portal } from '../portal/portal.ts'
import type { MeaningProblem } from '../regulation/check-regulation.ts'

/**
 * Whether a file of approval records has the form and the place that it should. Signatures and what Git says are the matter of the
 * gate and of `congbo verify`.
 *
 * @param path below the portal's folder
 */
export function checkRecordFile(
  files: Files,
  contract: Contract,
  { id, folder }: Portal,
  path: string,
  schema: 'ho-so' | 'khoa-ho-so',
): readonly Diagnostic[] {
  const file = folder + path
  const loaded = loadData(files, contract, { file, schema, rule: 'record' })
  if (!loaded.ok) return loaded.problems
  const { value } = loaded.value
  const problems = [
    ...portalProblems(value.portal, id),
    ...('keys' in value ? keyProblems(value) : placeProblems(value, path)),
  ]
  return problems.map((each) => meaningDiagnostic(loaded.value, 'record', each))
}

const portalProblems = (found: string, id: string): MeaningProblem[] =>
  found === id
    ? []
    : [
        {
          path: ['portal'],
          problem: `Mã \`${found}\` khác tên thư mục \`${id}\``,
          fix: `chuyển tệp về thư mục của cổng ${found}`,
        },
      ]

function placeProblems({ merged, pull }: HoSo, path: string): MeaningProblem[] {
  const wanted = `ho-so/${merged.slice(0, 4)}/pr-${pull}.yaml`
  return path === wanted
    ? []
    : [
        {
          path: ['pull'],
          problem: `Hồ sơ của yêu cầu gộp #${pull} nằm sai chỗ`,
          fix: `hồ sơ do máy lập ở ${wanted}; bỏ tệp này rồi chạy lại congbo record`,
        },
      ]
}

function keyProblems({ keys }: KhoaHoSo): MeaningProblem[] {
  return keys.flatMap(({ id, key, validFrom, validTo }, index): MeaningProblem[] => {
    const before = keys.slice(0, index)
    return [
      ...(before.some((each) => each.id === id || each.key === key)
        ? [
            {
              path: ['keys', index],
              problem: `Khóa \`${id}\` ghi hai lần`,
              fix: 'mỗi khóa một mục, mỗi mục một mã; xóa mục lặp',
            },
          ]
        : []),
      ...(validTo !== undefined && validTo < validFrom
        ? [
            {
              path: ['keys', index, 'validTo'],
              problem: `Khóa \`${id}\` hết hạn trước khi được dùng`,
              fix: 'ghi validTo từ ngày validFrom trở đi',
            },
          ]
        : []),
    ]
  })
}
