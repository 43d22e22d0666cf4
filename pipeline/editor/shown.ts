/** Names of fields that are not written: they show what the form works out. */
export const SHOWN = { deadline: 'hanDang', review: 'soatChu' } as const
