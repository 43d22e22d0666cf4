/**
 * Makes the form's program for the browser, dist/bien-tap/, once an installation: from the npm build of the program, which
 * needs nothing from elsewhere, with what congbo adds. Runs where the product is developed or packed, not where it is used.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { OWN_WORDS } from './own-words.ts'
import { changedProgram } from './program-changes.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const TARGET = `${ROOT}dist/bien-tap/`
/** Of what it was made, so that the installation knows when to make it again; no part of a site. */
const INPUTS = `${ROOT}dist/bien-tap.json`
const PACKAGE = `${ROOT}node_modules/@sveltia/cms/`
const ASSETS = `${PACKAGE}npm/assets/`

/**
 * Left out: other languages, the highlighting of program code, maps, the shrinking of SVG (no portal takes SVG). Their places
 * are empty modules; the form offers none of them.
 */
const LEFT_OUT = /^(?:@shikijs\/|leaflet(?:\/|$)|terra-draw|svgo(?:\/|$)|.*\/locales\/[\w-]+\.json$)/
const OUR_LANGUAGE = /\/locales\/vi\.json$/

/** Sources of the program that are not part of it. */
const OF_THE_BUNDLE = ['own-words', 'program-changes'].map((name) => `pipeline/editor/${name}.ts`)

const leaveOut: Plugin = {
  name: 'leave-out',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: LEFT_OUT }, ({ path }) =>
      OUR_LANGUAGE.test(path) ? undefined : { path: 'nothing', namespace: 'nothing' },
    )
    onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'export default {}' }))
  },
}

/** The address of a typeface, in the folder beside the program. */
const assetOf = (name: string): string =>
  `assets/${readdirSync(ASSETS).find((file) => file.startsWith(name))}`

const changeProgram: Plugin = {
  name: 'change-program',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]@sveltia[\\/]cms[\\/]npm[\\/]index\.js$/ }, ({ path }) => ({
      contents: changedProgram(readFileSync(path, 'utf8'), assetOf),
      loader: 'js',
    }))
  },
}

/** The program's Vietnamese with what it lacks. */
const ownWords: Plugin = {
  name: 'own-words',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]locales[\\/]vi\.json$/ }, ({ path }) => ({
      contents: JSON.stringify(withWords(JSON.parse(readFileSync(path, 'utf8')), OWN_WORDS)),
      loader: 'json',
    }))
  },
}

type Words = { readonly [key: string]: string | Words }

/** One tree of words laid over another. */
export function withWords(under: Words, over: Words): Words {
  const both = { ...under }
  for (const [key, value] of Object.entries(over)) {
    const below = both[key]
    both[key] = typeof value === 'string' || typeof below !== 'object' ? value : withWords(below, value)
  }
  return both
}

async function bundle(): Promise<void> {
  const beside = `${ROOT}dist/bien-tap-${process.pid}/`
  mkdirSync(beside, { recursive: true })
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: { 'bien-tap': 'pipeline/editor/browser/start.ts', form: 'pipeline/editor/browser/form.css' },
    outdir: beside,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    alias: { 'node:module': './pipeline/editor/browser/node-module.ts' },
    external: ['../assets/*'],
    metafile: true,
    plugins: [leaveOut, changeProgram, ownWords],
  })
  cpSync(ASSETS, `${beside}assets`, { recursive: true, filter: (path) => !path.endsWith('.map') })
  cpSync(`${PACKAGE}LICENSE.txt`, `${beside}LICENSE.txt`)
  rmSync(TARGET, { recursive: true, force: true })
  renameSync(beside, TARGET)
  const inputs = Object.keys(metafile.inputs).filter((path) => path.startsWith('pipeline/'))
  writeFileSync(INPUTS, JSON.stringify([...inputs, ...OF_THE_BUNDLE]))
}

if (import.meta.main) await bundle()
