import type { Diagnostic } from './diagnostic.ts'

const LEVEL = { error: 'error', warning: 'warning', info: 'note' } as const

/** What SARIF tells about a rule. */
export type RuleDescription = { readonly id: string; readonly question: string; readonly page: string }

/** All diagnostics as SARIF 2.1.0 (OASIS), for code-scanning views. */
export function formatSarif(
  diagnostics: readonly Diagnostic[],
  rules: readonly RuleDescription[],
  version: string,
): string {
  return JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'congbo',
              version,
              rules: rules.map(({ id, question, page }) => ({
                id,
                shortDescription: { text: question },
                help: { text: page },
              })),
            },
          },
          columnKind: 'utf16CodeUnits',
          results: diagnostics.map(toResult),
        },
      ],
    },
    null,
    2,
  )
}

const toResult = ({ file, line, column, rule, severity, problem, fix, law }: Diagnostic) => ({
  ruleId: rule,
  level: LEVEL[severity],
  message: { text: [problem, ...(law ? [`Căn cứ: ${law}`] : []), `Cách sửa: ${fix}`].join('\n') },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
        region: { startLine: line, startColumn: column },
      },
    },
  ],
})
