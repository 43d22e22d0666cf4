/**
 * A generated portal repository: the same size gives the same bytes.
 *
 *   node bench/corpus.ts <folder> <size> [one|each]
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { article, type HistoryForm, TIMES } from './articles.ts'
import { type Committed, writeHistory } from './history.ts'

export const PORTAL = 'thanh-dong'
export const PRODUCT = join(dirname(fileURLToPath(import.meta.url)), '..')

export type Corpus = {
  readonly folder: string
  readonly size: number
  /** Absent: no Git repository is made, and nothing counts as published. */
  readonly history?: HistoryForm | undefined
  /** When its first event happened; years ago where absent. */
  readonly firstEvent?: number
}

/** Writes a complete repository into a folder; with a history, its last commit changes one article. */
export function writeCorpus({ folder, size, history, firstEvent = TIMES.firstEvent }: Corpus): void {
  const shared = copyShared(folder)
  const committed = Array.from({ length: size }, (_, index): Committed => {
    const { path, publishedAt, text } = article(index, { size, history: history ?? 'one', firstEvent })
    const file = `content/${PORTAL}/${path}`
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
    return { file, at: publishedAt }
  })
  if (history) writeHistory(folder, shared, committed)
}

/** The calendars, and a regulation, a roster and a portal from the product's samples; a real portal has no `sample`. */
function copyShared(folder: string): string[] {
  const content = join(PRODUCT, 'content')
  const target = join(folder, 'content')
  const names = [
    'lich-nghi',
    'gio-hanh-chinh',
    'luong-co-so',
    'don-vi-cu',
    `${PORTAL}/quy-che.yaml`,
    `${PORTAL}/ban-bien-tap.yaml`,
  ]
  for (const name of names) cpSync(join(content, name), join(target, name), { recursive: true })
  const portal = readFileSync(join(content, PORTAL, 'cong.yaml'), 'utf8')
    .replace(/^sample:\n(?: .*\n)+/m, '')
    .replace(/^emblem: .*\n/m, '')
    .replace(/(status: active\n\s+from: )"\d{4}-\d\d-\d\d"/, '$1"2021-01-01"')
  writeFileSync(join(target, PORTAL, 'cong.yaml'), portal)
  return [...names, `${PORTAL}/cong.yaml`].map((name) => `content/${name}`)
}

if (import.meta.main) {
  const [folder, size = '', history = 'one'] = process.argv.slice(2)
  if (!folder || !/^\d+$/.test(size) || !['one', 'each'].includes(history)) {
    process.stderr.write('usage: node bench/corpus.ts <folder> <size> [one|each]\n')
    process.exit(2)
  }
  writeCorpus({ folder, size: Number(size), history: history as HistoryForm })
}
