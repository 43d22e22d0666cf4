import type { Diagnostic } from './diagnostic.ts'

/** All diagnostics as JSON for other programs; the shape is schemas/diagnostics.schema.json. */
export function formatJson(diagnostics: readonly Diagnostic[], checked: number): string {
  const rows = diagnostics.map(({ repair, ...rest }) => ({ ...rest, fixable: repair !== undefined }))
  return JSON.stringify({ checked, diagnostics: rows }, null, 2)
}
