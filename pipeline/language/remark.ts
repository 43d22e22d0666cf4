/** What kind of thing is said: each is a rule of its own. */
export type RemarkKind = 'spelling' | 'tone-placement' | 'punctuation' | 'repeated-word' | 'number-form'

/** Something about a piece of text, in Vietnamese. */
export type Note = {
  /** The offset of the first sign that it is about, and the signs themselves as they are written. */
  readonly start: number
  readonly written: string
  readonly problem: string
  readonly fix: string
  /** What is to stand there instead, where only one thing can. */
  readonly instead?: string
}

/** A note of the rules that read letters, words and signs. */
export type Remark = Note & { readonly kind: RemarkKind }
