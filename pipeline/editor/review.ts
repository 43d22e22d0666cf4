import type { Finding, Severity } from '../diagnostics/diagnostic.ts'
import { citeAll, type Kind, type Regulation } from '../regulation/regulation.ts'
import { knownNames, readingOf } from '../rules/first-look.ts'
import type { TextFacts } from '../rules/rule.ts'
import { neverKept, textRules } from '../rules/text-rules.ts'
import type { FormCollection } from './form-types.ts'
import { REVIEW_LABEL } from './shown.ts'
import type { Data } from './tidy.ts'
import { type WrittenDraft, writtenDraft } from './written-draft.ts'

/** What is known of the portal while somebody writes. */
export type ReviewFacts = Pick<TextFacts, 'portal' | 'archive' | 'now'>

/** Something to be put right, in words. */
export type Note = {
  readonly rule: string
  readonly severity: Severity
  /** Where: the label of the field, and the paragraph of a text. */
  readonly where: string
  readonly problem: string
  readonly fix: string
  readonly law?: string
}

/** What the rules of text say of what is typed. */
export type Review = {
  readonly notes: readonly Note[]
  /** Why it may not be saved; undefined where it may. */
  readonly refusal: string | undefined
  /** How many notes have one right answer. */
  readonly mendable: number
  /** The fields that a mending changes, as they would be. */
  readonly mended: () => ReadonlyMap<string, unknown>
}

/** Reads what is typed as `congbo check` would read the file, before there is one. */
export function review(facts: ReviewFacts, collection: FormCollection, typed: Data): Review {
  const draft = writtenDraft(collection.name as Kind, typed)
  const { cong } = facts.portal
  const look = readingOf(cong, knownNames(cong, facts.archive)).firstLook(draft.read)
  const read: TextFacts = { ...facts, document: draft.document, look, publication: { state: 'pending' } }
  const found = textRules.flatMap((rule) => rule.check(read).map((finding) => ({ rule, finding })))
  const severityOf = ({ rule, finding }: (typeof found)[number]) => finding.severity ?? rule.severity
  const grave = found.filter((each) => neverKept.includes(each.rule) && severityOf(each) === 'error')
  return {
    notes: found.map((each) => ({
      rule: each.rule.id,
      severity: severityOf(each),
      where: placeInWords(draft, collection, each.finding.at.line),
      problem: inWordsOfForm(each.finding.problem, collection),
      fix: inWordsOfForm(each.finding.fix, collection),
      ...lawOf(facts.portal.regulation, each.rule.id, each.finding),
    })),
    refusal: grave[0] && `Chưa lưu được: ${firstDown(grave[0].finding.problem)}. Xem «${REVIEW_LABEL}».`,
    mendable: found.filter(({ finding }) => finding.repair?.kind === 'rewrite').length,
    mended: () =>
      draft.changes(
        mend(
          draft.text,
          found.map(({ finding }) => finding),
        ),
      ),
  }
}

const mend = (text: string, findings: readonly Finding[]): string =>
  findings.reduce(
    (current, { repair }) => (repair?.kind === 'rewrite' ? repair.apply(current) : current),
    text,
  )

/** Whoever fills in a form knows its labels, not the names that stand in a file. */
const inWordsOfForm = (text: string, { fields }: FormCollection): string =>
  text.replace(/`([A-Za-z]+)`/g, (written, name) => {
    const label = fields.find((each) => each.name === name)?.label
    return label === undefined ? written : `«${label}»`
  })

function placeInWords({ document, fieldAt }: WrittenDraft, { fields }: FormCollection, line: number): string {
  const name = fieldAt(line)
  const label = fields.find((each) => each.name === name)?.label ?? name
  if (name !== 'body') return label
  const above = document.body.split('\n').slice(0, line - document.bodyLine)
  const paragraphs = above.join('\n').split(/\n{2,}/)
  const nth =
    paragraphs.filter((each) => each.trim() !== '').length +
    (above.at(-1)?.trim() === '' || above.length === 0 ? 1 : 0)
  return `${label}, đoạn ${nth}`
}

function lawOf(regulation: Regulation, rule: string, { clauses = [] }: Finding): Pick<Note, 'law'> {
  const law = citeAll(regulation, clauses.length > 0 ? clauses : (regulation.clausesOfRule.get(rule) ?? []))
  return law === undefined ? {} : { law }
}

const firstDown = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)
