import type { FormConfig } from '../form-types.ts'
import { type Note, type Review, type ReviewFacts, review } from '../review.ts'
import { type ControlProps, type Element, element, registerControl, typedOf } from './form-program.ts'

/**
 * Shows what the rules of text say while somebody writes, offers to mend what has one right answer, and lets nothing be saved that
 * may not be kept.
 */
export function registerReviewField(facts: ReviewFacts, { collections }: FormConfig): void {
  const reviewOf = ({ entry }: ControlProps): Review | undefined => {
    const typed = typedOf(entry)
    const collection = collections.find(({ name }) => name === typed.kind)
    return collection && review(facts, collection, typed)
  }
  registerControl('soat-chu', {
    draw: (props) => drawReview(reviewOf(props), props),
    refusal: (props) => reviewOf(props)?.refusal,
  })
}

function drawReview(found: Review | undefined, { forID, value, onChange }: ControlProps): Element {
  const { notes = [], refusal, mendable = 0 } = found ?? {}
  if (notes.length === 0)
    return element(
      'output',
      { id: forID, className: 'congbo-box congbo-calm' },
      'Chưa thấy điều gì phải sửa.',
    )
  return element(
    'div',
    { id: forID, className: `congbo-box ${refusal ? 'congbo-late' : 'congbo-ask'}`, role: 'status' },
    element('p', {}, refusal ? 'Có điều không được lưu vào kho:' : `Có ${notes.length} điều nên xem:`),
    element('ul', {}, ...notes.map(drawNote)),
    ...(mendable > 0 ? [offer(mendable, value === true, onChange)] : []),
  )
}

const drawNote = ({ severity, where, problem, fix, law }: Note, index: number): Element =>
  element(
    'li',
    { key: index },
    element('strong', {}, `${WORDS[severity]}, ${where}: `),
    `${problem}.${law ? ` Căn cứ: ${law}` : ''} Cách sửa: ${fix}.`,
  )

const WORDS = { error: 'Lỗi', warning: 'Cảnh báo', info: 'Lưu ý' } as const

/** One click for all that has one right answer; it is done when the article is saved. */
const offer = (count: number, chosen: boolean, onChange: (value: unknown) => void): Element =>
  element(
    'label',
    {},
    element('input', { type: 'checkbox', checked: chosen, onChange: () => onChange(!chosen) }),
    `Khi lưu, sửa giúp ${count} chỗ chỉ có một cách viết đúng`,
  )
