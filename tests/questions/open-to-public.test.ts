import { expect, test } from 'vitest'
import type { FrontMatter, QuyChe } from '../../pipeline/contract/types.ts'
import { mayBeShown } from '../../pipeline/questions/open-to-public.ts'

const question = (fields: object) => ({ kind: 'hoi-dap', ...fields }) as FrontMatter
const OPEN = question({})
const ANSWERED = question({ answeredDate: '2026-11-20T08:00:00+07:00' })
const GENERAL = question({ generalInterest: true })
const PRIVATE = question({ answeredDate: '2026-11-20T08:00:00+07:00', generalInterest: false })

// biome-ignore format: a table
const CASES = [
  // the regulation opens,  question,                  shown, because
  ['answer',                OPEN,                      false, 'nothing has been answered yet'],
  ['answer',                ANSWERED,                  true,  'the answer is there'],
  ['statusAndAnswer',       OPEN,                      true,  'the way to the answer is public too'],
  ['generalInterestOnly',   ANSWERED,                  false, 'nobody said that it concerns everybody'],
  ['generalInterestOnly',   PRIVATE,                   false, 'somebody said that it does not'],
  ['generalInterestOnly',   GENERAL,                   true,  'what concerns everybody is shown, answered or not'],
  [undefined,               OPEN,                      false, 'a silent regulation opens answers only'],
  [undefined,               ANSWERED,                  true,  'a silent regulation opens answers'],
  ['generalInterestOnly',   { kind: 'tin-su-kien' } as FrontMatter, true, 'news is no question'],
] as const

test.each(CASES)('%s, %j → %s: %s', (publish, front, shown) => {
  const law = (publish === undefined ? {} : { questions: { section: 'hoi-dap', publish } }) as QuyChe
  expect(mayBeShown(front, law)).toBe(shown)
})
