import { FORM_DATA, type FormData, reviewFactsOf } from '../form-data.ts'
import { registerDeadlineField } from './deadline-field.ts'
import { PROGRAM } from './form-program.ts'
import { offerWorkingCopy } from './offer-working-copy.ts'
import { registerReviewField } from './review-field.ts'
import { tidyArticles } from './tidy-articles.ts'

const data = (await (await fetch(FORM_DATA, { cache: 'no-cache' })).json()) as FormData

await offerWorkingCopy(data)
registerDeadlineField(data)
const facts = reviewFactsOf(data, Date.now())
registerReviewField(facts, data.config)
tidyArticles(data.config, facts)
await PROGRAM.init({ config: data.config })
