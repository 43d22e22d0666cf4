/**
 * How well Vietnamese is read: the labelled sets, the sets that were written down before the rules were run on them, right text with
 * an error put in by chance, and false alarms on well-edited text.
 *
 *   npm run bench:language [-- <file of Markdown>…]    the files are read too, and what is told of them is listed
 */
import { readdirSync, readFileSync } from 'node:fs'
import { onlyProse } from '../pipeline/language/prose.ts'
import { damage, GAP_DAMAGE, randomOf, WORD_DAMAGE } from '../tests/language/damage.ts'
import { FIRST_HALF, SECOND_HALF, type Seen } from '../tests/language/held-out.ts'
import { ERRORS, NEAR_MISSES } from '../tests/language/labelled.ts'
import { readAsArticle, type Told } from '../tests/language/read-as-article.ts'

const UNSEEN = new URL('../tests/language/unseen/', import.meta.url)
const TRIES = 200
const print = (text: string): boolean => process.stdout.write(`${text}\n`)
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)}%`
const hits = (told: readonly Told[], start: number, length: number): boolean =>
  told.some(({ at }) => at >= start - 2 && at < start + length)

const articles = readdirSync(UNSEEN)
  .sort()
  .flatMap((file) => readFileSync(new URL(file, UNSEEN), 'utf8').split(/\n(?=# )/))

function labelled(): void {
  const found = ERRORS.filter(([text, , written]) =>
    hits(readAsArticle(text), text.indexOf(written), written.length),
  )
  const alarms = NEAR_MISSES.filter(([text]) => readAsArticle(text).length > 0)
  print(
    `labelled: recall ${percent(found.length, ERRORS.length)} of ${ERRORS.length}, ${alarms.length} alarms on ${NEAR_MISSES.length} near misses`,
  )
}

function heldOut(name: string, half: readonly Seen[]): void {
  const found = half.filter(([text, wrong]) => hits(readAsArticle(text), text.indexOf(wrong), wrong.length))
  print(`held out, ${name} half: recall ${percent(found.length, half.length)} of ${half.length}`)
}

function byChance(): void {
  const random = randomOf(20_261_120)
  const paragraphs = articles
    .flatMap((article) => article.split('\n\n').slice(1))
    .filter((each) => each.length > 80)
  for (const kind of [...Object.keys(WORD_DAMAGE), ...Object.keys(GAP_DAMAGE)]) {
    let tried = 0
    let found = 0
    for (let round = 0; round < TRIES; round += 1) {
      const made = damage(paragraphs[Math.floor(random() * paragraphs.length)] as string, kind, random)
      if (!made) continue
      tried += 1
      if (hits(readAsArticle(made.text), made.start, made.length)) found += 1
    }
    print(`  ${kind.padEnd(26)} ${percent(found, tried).padStart(6)} of ${tried}`)
  }
}

function falseAlarms(name: string, texts: readonly string[]): void {
  const words = texts.reduce((sum, text) => sum + (onlyProse(text).match(/\p{L}+/gu)?.length ?? 0), 0)
  const alarms = texts.flatMap((text) => readAsArticle(text))
  print(`${name}: ${alarms.length} alarms in ${words.toLocaleString('en')} words`)
  for (const { rule, problem } of alarms) print(`  ${rule}: ${problem}`)
}

labelled()
heldOut('first', FIRST_HALF)
heldOut('second', SECOND_HALF)
print('errors put in by chance, found:')
byChance()
falseAlarms('well-edited text', articles)
for (const file of process.argv.slice(2)) falseAlarms(file, [readFileSync(file, 'utf8')])
