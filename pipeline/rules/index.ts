import { documentNumber } from './document-number.ts'
import { language, requiredFields } from './fields.ts'
import { fileContent } from './file-content.ts'
import { fixedPage } from './fixed-page.ts'
import { intake } from './intake.ts'
import { anchor, link } from './links.ts'
import { attachment, imageAlt } from './media.ts'
import { namedMembers } from './members.ts'
import { nearDuplicate } from './near-duplicate.ts'
import { parserRules } from './parser-rules.ts'
import { personalData } from './personal-data.ts'
import { questionNumber, questionSteps } from './questions.ts'
import type { Rule } from './rule.ts'
import { secretMarking } from './secret-marking.ts'
import { advertising, answer, referenceNews } from './special-kinds.ts'
import { duplicateSlug, folder, kind, section, slug } from './structure.ts'
import { legacyEncoding, placeholder, rawHtml } from './text.ts'
import { languageRules } from './text-rules.ts'
import { deadline, portalStatus, trigger, triggerOrder } from './time.ts'

const documentRules: readonly Rule[] = [
  kind,
  section,
  folder,
  slug,
  duplicateSlug,
  requiredFields,
  language,
  documentNumber,
  trigger,
  triggerOrder,
  deadline,
  questionNumber,
  questionSteps,
  answer,
  portalStatus,
  referenceNews,
  advertising,
  fixedPage,
  legacyEncoding,
  secretMarking,
  personalData,
  nearDuplicate,
  intake,
  link,
  anchor,
  attachment,
  fileContent,
  imageAlt,
  rawHtml,
  placeholder,
  ...languageRules,
]

/** Every rule, in the order in which a file meets them. Not a registry that fills itself: this list is the table of contents. */
export const rules: readonly Rule[] = [
  ...parserRules.map((rule) => (rule.id === 'roster' ? { ...rule, check: namedMembers } : rule)),
  ...documentRules,
]

export const ruleById = (id: string): Rule | undefined => rules.find((rule) => rule.id === id)
