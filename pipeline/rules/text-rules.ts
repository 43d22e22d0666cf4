import { agreedName } from './agreed-name.ts'
import { citedNumber } from './cited-number.ts'
import { formerName } from './former-name.ts'
import { personalData } from './personal-data.ts'
import { longSentence, unclosedMark } from './reading-ease.ts'
import type { TextRule } from './rule.ts'
import { secretMarking } from './secret-marking.ts'
import { legacyEncoding, placeholder, rawHtml } from './text.ts'
import { numberForm, punctuation, repeatedWord, spelling, tonePlacement } from './writing.ts'

/** What may not even be kept: a repository remembers every version for ever. */
export const neverKept: readonly TextRule[] = [secretMarking, personalData]

/** How the Vietnamese of a text is written. */
export const languageRules: readonly TextRule[] = [
  spelling,
  tonePlacement,
  punctuation,
  repeatedWord,
  numberForm,
  unclosedMark,
  citedNumber,
  agreedName,
  formerName,
  longSentence,
]

/** The rules that read what is written and nothing else, the gravest first. */
export const textRules: readonly TextRule[] = [
  ...neverKept,
  legacyEncoding,
  rawHtml,
  placeholder,
  ...languageRules,
]
