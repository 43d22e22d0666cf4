import type { Ports } from '../adapters/ports.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'

/** A change that was made, where the file is now, and how to tell it. */
export type Repaired = { readonly from: string; readonly to: string; readonly text: string }

/** Carries out every repair that has one right answer: first the text, then at most one move a file. Never overwrites a file. */
export function applyRepairs(ports: Ports, diagnostics: readonly Diagnostic[]): Repaired[] {
  const byFile = Map.groupBy(
    diagnostics.filter(({ repair }) => repair),
    ({ file }) => file,
  )
  return [...byFile].flatMap(([file, found]) => [
    ...rewrite(ports, file, found),
    ...rewriteBytes(ports, file, found),
    ...move(ports, file, found),
  ])
}

function rewrite({ files }: Ports, file: string, found: readonly Diagnostic[]): Repaired[] {
  const steps = found.flatMap(({ repair }) => (repair?.kind === 'rewrite' ? [repair] : []))
  const read = steps.length > 0 ? files.read(file) : undefined
  if (read?.state !== 'read') return []
  const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(read.bytes)
  files.write(
    file,
    steps.reduce((text, step) => step.apply(text), before),
  )
  return steps.map(({ how }) => ({ from: file, to: file, text: `${file}: ${how}` }))
}

function rewriteBytes({ files }: Ports, file: string, found: readonly Diagnostic[]): Repaired[] {
  const steps = found.flatMap(({ repair }) => (repair?.kind === 'rewrite-bytes' ? [repair] : []))
  const read = steps.length > 0 ? files.read(file) : undefined
  if (read?.state !== 'read') return []
  files.write(
    file,
    steps.reduce((bytes, step) => step.apply(bytes), read.bytes),
  )
  return steps.map(({ how }) => ({ from: file, to: file, text: `${file}: ${how}` }))
}

/** A folder and a name may both be wanted: each move is taken for the part of the path that it changes. */
function move({ files }: Ports, file: string, found: readonly Diagnostic[]): Repaired[] {
  const portal = file.split('/').slice(0, 2).join('/')
  const targets = found.flatMap(({ repair }) => (repair?.kind === 'move' ? [`${portal}/${repair.to}`] : []))
  if (targets.length === 0) return []
  const folder = targets.map(folderOf).find((each) => each !== folderOf(file)) ?? folderOf(file)
  const name = targets.map(nameOf).find((each) => each !== nameOf(file)) ?? nameOf(file)
  const to = `${folder}/${name}`
  if (files.taken(to)) return []
  files.move(file, to)
  return [{ from: file, to, text: `${file} → ${to}` }]
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'))
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
