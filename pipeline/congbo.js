#!/usr/bin/env node
// The command `congbo`: plain JavaScript, so that an older Node can say what it lacks.
import { existsSync } from 'node:fs'
import module from 'node:module'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `congbo: cần Node.js 22.18 trở lên, máy đang dùng ${process.versions.node}.\n` +
      'Cách sửa: cài Node.js 24 (https://nodejs.org), hoặc chạy qua npm: `npm run congbo -- …`\n',
  )
  process.exit(2)
}
// Node keeps what it has compiled (and stripped of types) for the next run: a third of the time of a short command.
module.enableCompileCache?.()
// In the repository Node runs the TypeScript itself; an installed package carries the compiled JavaScript,
// because Node strips no types below node_modules.
const source = new URL('./cli.ts', import.meta.url)
await import(existsSync(source) ? source.href : new URL('../dist/pipeline/cli.js', import.meta.url).href)
