import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every Markdown file below a folder and its text, one at a time: what every floor must do. */
export function* markdownFiles(folder: string): Generator<{ path: string; text: string }> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.md'),
  )
  for (const path of paths) yield { path, text: readFileSync(join(folder, path), 'utf8') }
}
