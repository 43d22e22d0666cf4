import type { FormConfig } from '../form-types.ts'
import { unsaid } from '../tidy.ts'
import { type Entry, PROGRAM, typedOf } from './form-program.ts'

/** Leaves out of an article what nobody said. */
export function tidyArticles(config: FormConfig): void {
  PROGRAM.registerEventListener({
    name: 'preSave',
    handler: ({ entry }) =>
      unsaid(config, typedOf(entry)).reduce<Entry>(
        (article, name) => article.deleteIn(['data', name]),
        entry,
      ),
  })
}
