/**
 * Makes the form's program for the browser, dist/bien-tap/, once an installation: from the npm build of the program, which
 * needs nothing from elsewhere, with what congbo adds. Runs where the product is developed or packed, not where it is used.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { OWN_WORDS } from './own-words.ts'

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

const leaveOut: Plugin = {
  name: 'leave-out',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: LEFT_OUT }, ({ path }) =>
      OUR_LANGUAGE.test(path) ? undefined : { path: 'nothing', namespace: 'nothing' },
    )
    onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'export default {}' }))
  },
}

/**
 * What is changed in the program's text: addresses of others go (typefaces come from the folder beside, the forge's news of its own
 * troubles is not asked for), and a page may be enlarged. A program that no longer holds one of them is looked at again by a person.
 */
function asWeWantIt(code: string): string {
  const at = (name: string) => `assets/${readdirSync(ASSETS).find((file) => file.startsWith(name))}`
  const changes: readonly (readonly [from: RegExp, to: (name: string) => string])[] = [
    [/https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([a-z0-9-]+?)(?::vf)?@[^)]+\.woff2/g, at],
    [
      /https:\/\/www\.githubstatus\.com\/api\/v2\/status\.json/g,
      () => 'data:application/json,{%22status%22:{%22indicator%22:%22none%22}}',
    ],
    // Whoever sees badly enlarges the page with two fingers (WCAG 1.4.4).
    [/`maximum-scale=1`,/g, () => ''],
  ]
  return changes.reduce((text, [from, to]) => {
    if (text.search(from) < 0) throw new Error(`@sveltia/cms: ${from} is not there any more; see asWeWantIt`)
    return text.replace(from, (_, name: string) => to(name))
  }, code)
}

const keepHome: Plugin = {
  name: 'keep-home',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]@sveltia[\\/]cms[\\/]npm[\\/]index\.js$/ }, ({ path }) => ({
      contents: asWeWantIt(readFileSync(path, 'utf8')),
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
    plugins: [leaveOut, keepHome, ownWords],
  })
  cpSync(ASSETS, `${beside}assets`, { recursive: true, filter: (path) => !path.endsWith('.map') })
  cpSync(`${PACKAGE}LICENSE.txt`, `${beside}LICENSE.txt`)
  rmSync(TARGET, { recursive: true, force: true })
  renameSync(beside, TARGET)
  const inputs = Object.keys(metafile.inputs).filter((path) => path.startsWith('pipeline/'))
  writeFileSync(INPUTS, JSON.stringify([...inputs, 'pipeline/editor/own-words.ts']))
}

if (import.meta.main) await bundle()
