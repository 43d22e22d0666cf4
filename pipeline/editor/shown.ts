/** Names of fields that are not written: they show what the form works out. */
export const SHOWN = { deadline: 'hanDang', review: 'soatChu' } as const

/** What the field is called in which the review is shown. */
export const REVIEW_LABEL = 'Soát chữ và điều không được đăng'
