/** What somebody must know of a record: it does not fit, or it cannot be told without the forge. */
export type Remark = {
  readonly weight: 'problem' | 'note'
  readonly problem: string
  readonly fix: string
}

export const problem = (text: string, fix: string): Remark => ({ weight: 'problem', problem: text, fix })

/** The beginning of a name of Git, as people quote it. */
export const short = (oid: string): string => oid.slice(0, 10)
