import { parseInstant } from '../../pipeline/calendar/local-time.ts'
import { loadFormerNames } from '../../pipeline/reform/load-former-names.ts'
import { checkBytes } from '../../pipeline/rules/check-documents.ts'
import { contract, portalOf, repositoryFiles } from '../support/portals.ts'

/** The rules that read Vietnamese. */
export const TEXT_RULES: ReadonlySet<string> = new Set([
  'spelling',
  'tone-placement',
  'punctuation',
  'repeated-word',
  'number-form',
  'unclosed-mark',
  'cited-number',
  'agreed-name',
  'former-name',
  'long-sentence',
])

/** Something that a rule says of a text, at an offset of it. */
export type Told = { readonly rule: string; readonly at: number; readonly problem: string }

const now = parseInstant('2026-11-20T09:00:00+07:00') as number
const portal = portalOf('thanh-dong')
const formerNames = loadFormerNames(repositoryFiles, contract).lists
const archive = {
  has: () => true,
  anchorsOf: () => undefined,
  atSameAddress: () => [],
  register: () => [],
  contacts: () => new Set<string>(),
  formerNames: () => formerNames,
}
const HEAD = `---
title: Bài thử
kind: tin-su-kien
linhVuc: xa-hoi
section: tin-tuc-su-kien
author: Tổ Thư ký
source: Ban Biên tập
submittedBy: vh-xh
eventDate: 2026-11-20T08:00:00+07:00
summary: Một câu tóm tắt đủ dài.
---
`

/** What the rules of text say of a body as a news item of today at Thành Đông: the very path that congbo check takes. */
export function readAsArticle(body: string): Told[] {
  const { document, diagnostics } = checkBytes(
    'tin-bai/xa-hoi/2026/a.md',
    new TextEncoder().encode(HEAD + body),
    contract,
    {
      portal,
      publication: { state: 'pending' },
      archive,
      now,
    },
  )
  if (!document) throw new Error(JSON.stringify(diagnostics))
  const above = HEAD.split('\n').length
  const lines = body.split('\n')
  const starts = lines.map((_, index) =>
    lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0),
  )
  return diagnostics
    .filter(({ rule, line }) => TEXT_RULES.has(rule) && line >= above)
    .map(({ rule, line, column, problem }) => ({
      rule,
      problem,
      at: (starts[line - above] ?? 0) + column - 1,
    }))
}
