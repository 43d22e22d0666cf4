import type { FormConfig } from '../form-types.ts'
import { type ReviewFacts, review } from '../review.ts'
import { SHOWN } from '../shown.ts'
import { unsaid } from '../tidy.ts'
import { type Entry, PROGRAM, typedOf } from './form-program.ts'

/** Before an article is saved: mends what its writer let be mended, and leaves out what nobody said. */
export function tidyArticles(config: FormConfig, facts: ReviewFacts): void {
  PROGRAM.registerEventListener({
    name: 'preSave',
    handler: ({ entry }) => {
      const mended = mendings(config, facts, entry).reduce<Entry>(
        (article, [name, value]) => article.setIn(['data', name], value),
        entry,
      )
      return unsaid(config, typedOf(entry)).reduce<Entry>(
        (article, name) => article.deleteIn(['data', name]),
        mended,
      )
    },
  })
}

function mendings({ collections }: FormConfig, facts: ReviewFacts, entry: Entry): [string, unknown][] {
  const typed = typedOf(entry)
  const collection = collections.find(({ name }) => name === typed.kind)
  return collection && typed[SHOWN.review] === true ? [...review(facts, collection, typed).mended()] : []
}
