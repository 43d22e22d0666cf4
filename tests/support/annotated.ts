import { readdirSync, readFileSync } from 'node:fs'
import { parseInstant } from '../../pipeline/calendar/local-time.ts'
import { parseTrigger } from '../../pipeline/deadlines/trigger.ts'
import type { Severity } from '../../pipeline/diagnostics/diagnostic.ts'
import { registerEntry } from '../../pipeline/questions/read-register.ts'
import type { RegisterEntry } from '../../pipeline/questions/register.ts'
import { loadFormerNames } from '../../pipeline/reform/load-former-names.ts'
import type { Archive } from '../../pipeline/rules/archive.ts'
import { checkBytes } from '../../pipeline/rules/check-documents.ts'
import { contract, portalOf, repositoryFiles } from './portals.ts'

/**
 * A document that says itself what must be found in it. Directives are YAML comments at the top of the front matter:
 *
 *   # portal: thanh-dong                     which regulation judges it
 *   # path: tin-bai/xa-hoi/2026/a.md         where it stands
 *   # now: 2026-11-20T09:00:00+07:00         when it is looked at
 *   # published: 2026-11-19T10:00:00+07:00   absent: it waits for approval
 *   # has: anh.png van-ban/2026/b.md         other files of the portal, by their paths
 *   # anchors: van-ban/2026/b.md muc-1       the headings of another document
 *   # same: tin-bai/kinh-te/2026/a.md        another document at the same address
 *   # register: 1|2026-10-12|hoi-dap/2026/a.md|published   another question of the year: number, receipt, path, standing
 *   # contacts: 0912345678                   telephones and mailboxes of the fixed pages
 *
 * A line that must be reported ends in `# expect <rule>` in the front matter and `<!-- expect <rule> -->` in the body, with
 * ` warning` or ` info` behind the rule where it is no error. Reports and marks must match both ways, for all rules.
 */
export type Annotated = {
  readonly name: string
  readonly text: string
  readonly directives: ReadonlyMap<string, string>
  readonly expected: readonly Mark[]
}

export type Mark = { readonly line: number; readonly rule: string; readonly severity: Severity }

const MARK =
  /[ \t]*(?:#|<!--) expect (?<rules>[a-z-]+(?: (?:warning|info))?(?:, [a-z-]+(?: (?:warning|info))?)*)(?: -->)?$/
const DIRECTIVE = /^# (portal|path|now|published|has|anchors|same|register|contacts): (.*)$/

export function readAnnotated(folder: URL): Annotated[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => annotated(name, readFileSync(new URL(name, folder), 'utf8')))
}

function annotated(name: string, written: string): Annotated {
  const directives = new Map<string, string>()
  const expected: Mark[] = []
  const lines = written.split('\n').map((line, index) => {
    const directive = DIRECTIVE.exec(line)
    if (directive) directives.set(directive[1] as string, directive[2] as string)
    const rules = MARK.exec(line)?.groups?.rules
    for (const each of rules?.split(', ') ?? []) {
      const [rule, severity = 'error'] = each.split(' ')
      expected.push({ line: index + 1, rule: rule as string, severity: severity as Severity })
    }
    return rules ? line.replace(MARK, '') : line
  })
  return { name, text: lines.join('\n'), directives, expected }
}

/** What all rules say of an annotated document. */
export function judge({ name, text, directives }: Annotated): Mark[] {
  const portal = portalOf(directives.get('portal') ?? 'thanh-dong')
  const path = directives.get('path') ?? `tin-bai/xa-hoi/2026/${name}`
  const now = parseInstant(directives.get('now') ?? '2026-11-20T09:00:00+07:00') as number
  const at = parseInstant(directives.get('published') ?? '')
  const publication =
    at === undefined ? ({ state: 'pending' } as const) : ({ state: 'published', at } as const)
  const { diagnostics } = checkBytes(path, new TextEncoder().encode(text), contract, {
    portal,
    publication,
    archive: archiveOf(directives, registerEntry(path, new TextEncoder().encode(text), publication.state)),
    now,
  })
  return diagnostics.map(({ line, rule, severity }) => ({ line, rule, severity }))
}

function archiveOf(directives: ReadonlyMap<string, string>, own: RegisterEntry): Archive {
  const words = (key: string) => (directives.get(key) ?? '').split(' ').filter(Boolean)
  const [anchored, ...anchors] = words('anchors')
  return {
    has: (path) => words('has').includes(path),
    anchorsOf: (path) => (path === anchored ? new Set(anchors) : undefined),
    atSameAddress: () => words('same'),
    register: () => [own, ...words('register').map(toEntry)],
    contacts: () => new Set(words('contacts')),
    formerNames: () => FORMER_NAMES,
  }
}

/** The lists of the repository itself. */
export const FORMER_NAMES = loadFormerNames(repositoryFiles, contract).lists

function toEntry(written: string): RegisterEntry {
  const [number = '', receipt = '', path = '', standing = 'published'] = written.split('|')
  const received = parseTrigger(receipt)
  if (!received.ok) throw new Error(`no date in ${written}`)
  return {
    path,
    number: number === '' ? undefined : Number(number),
    received: received.value,
    standing: standing as RegisterEntry['standing'],
  }
}
