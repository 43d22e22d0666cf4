import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { SearchEngine, SearchPart } from './ports.ts'
import { productFile } from './product.ts'

/** More fragments than this are put four to a file: a quarter of the files to deploy, and little more to load. */
const MOST_FRAGMENTS = 625

/** What Pagefind writes beside its index and we do not use: its own search boxes and their styles. */
const UNUSED =
  'pagefind-component-ui.css pagefind-component-ui.js pagefind-highlight.js pagefind-modular-ui.css pagefind-modular-ui.js pagefind-ui.css pagefind-ui.js'
/** What every file of Pagefind begins with, once unpacked. */
const SIGNATURE = 'pagefind_dcd'
/** What runs in the browser: once is enough, all parts are read by one. */
const RUNTIME = 'pagefind.js pagefind-worker.js wasm.unknown.pagefind'

/** Pagefind: a process for each part, gone when the part is written, so that memory does not grow with the archive. */
export function pagefindEngine(): SearchEngine {
  return {
    version: `${pagefindVersion()}/${MOST_FRAGMENTS}`,
    writePart,
    formerText: (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined),
  }
}

/** The engine that could not be started, or that ended before it was done. */
export class SearchEngineFailure extends Error {
  override name = 'SearchEngineFailure'
}

/** The one version that this product is pinned to. */
const pagefindVersion = (): string =>
  (JSON.parse(productFile('package.json')) as { dependencies: { pagefind: string } }).dependencies.pagefind

async function writePart(
  records: SearchPart,
  folder: string,
  { first }: { readonly first: boolean },
): Promise<ReadonlyMap<string, string>> {
  const { close, createIndex } = await import('pagefind')
  const silence = endingSilently()
  const speakAgain = withoutStackTraces()
  try {
    await Promise.race([writeIndex(createIndex, records, folder), silence.ended])
  } catch (error) {
    throw error instanceof SearchEngineFailure ? error : new SearchEngineFailure(String(error))
  } finally {
    silence.forget()
    await close()
    speakAgain()
  }
  const unwanted = `${UNUSED} ${first ? '' : RUNTIME}`.split(' ').filter(Boolean)
  for (const name of unwanted) rmSync(join(folder, name), { force: true })
  if (!first) shareRuntime(join(folder, 'pagefind-entry.json'))
  return idsIn(join(folder, 'fragment'))
}

type Fragment = { readonly url: string }

/** Pagefind names a record by a hash of its own, and its file after that; several records of a file are named in it. */
function idsIn(folder: string): Map<string, string> {
  const ids = new Map<string, string>()
  for (const name of readdirSync(folder).sort()) {
    const text = gunzipSync(readFileSync(join(folder, name))).toString()
    const held = JSON.parse(text.slice(SIGNATURE.length)) as Fragment | Record<string, Fragment>
    const alone = typeof held.url === 'string'
    for (const [id, { url }] of alone
      ? [[name.split('.')[0] ?? '', held as Fragment] as const]
      : Object.entries(held))
      ids.set(url, id)
  }
  return ids
}

/**
 * Every part asks for the engine beside itself, at `wasm.<name>.pagefind`. This name leads to the one of the first part, so that a
 * browser loads it once.
 */
function shareRuntime(entry: string): void {
  const text = readFileSync(entry, 'utf8')
  const shared = text.replaceAll('"wasm":null', '"wasm":"x/../../phan-1/wasm.unknown"')
  if (shared === text) throw new SearchEngineFailure('pagefind writes its entry file in another form')
  writeFileSync(entry, shared)
}

type CreateIndex = typeof import('pagefind').createIndex

/** One record after the other: the same records give the same files. */
async function writeIndex(createIndex: CreateIndex, records: SearchPart, folder: string): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'vi', maxFragments: MOST_FRAGMENTS })
  if (!index) throw new SearchEngineFailure(errors.join('; '))
  for (const { url, content, meta } of records) {
    const added = await index.addCustomRecord({ url, content, language: 'vi', meta: { ...meta } })
    if (added.errors.length > 0) throw new SearchEngineFailure(added.errors.join('; '))
  }
  const written = await index.writeFiles({ outputPath: folder })
  if (written.errors.length > 0) throw new SearchEngineFailure(written.errors.join('; '))
}

/** Pagefind's client prints the stack where its service ends; the failure itself comes to us all the same. */
function withoutStackTraces(): () => void {
  const say = console.error
  console.error = (...words: unknown[]) => words[0] === 'Service stopped' || say(...words)
  return () => {
    console.error = say
  }
}

/** Pagefind's client waits for ever for a service that was killed; then nothing is left to do in this process, and it says so. */
function endingSilently(): { readonly ended: Promise<never>; readonly forget: () => void } {
  let stop = () => {}
  const ended = new Promise<never>((_, failed) => {
    const tell = () => failed(new SearchEngineFailure('pagefind ended before its index was written'))
    process.once('beforeExit', tell)
    stop = () => process.off('beforeExit', tell)
  })
  ended.catch(() => undefined)
  return { ended, forget: () => stop() }
}
