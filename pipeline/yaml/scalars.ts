/** Whole numbers as people write them: no leading zero, no hexadecimal, no underscore. */
export const INTEGER = /^[-+]?(?:0|[1-9]\d{0,14})$/

/** Decimal numbers with a point and digits on both sides. */
export const FLOAT = /^[-+]?(?:0|[1-9]\d{0,14})\.\d+$/
