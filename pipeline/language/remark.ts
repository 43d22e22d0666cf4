/** What kind of thing is said: each is a rule of its own. */
export type RemarkKind = 'spelling' | 'tone-placement' | 'punctuation' | 'repeated-word' | 'number-form'

/** Something about a piece of text, in Vietnamese. */
export type Remark = {
  readonly kind: RemarkKind
  /** The offset of the first sign that it is about, and the signs themselves as they are written. */
  readonly start: number
  readonly written: string
  readonly problem: string
  readonly fix: string
  /** What is to stand there instead, where only one thing can. */
  readonly instead?: string
}
