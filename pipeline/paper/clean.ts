/** Signs that XML and HTML cannot carry, and surrogates without their other half; tabs and line ends become blanks. */
const UNFIT = /[\u0000-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]|\p{Surrogate}/gu
const SPACE = /[\t\n\r\u0085]/

const cleanText = (text: string): string =>
  text.search(UNFIT) < 0 ? text : text.replace(UNFIT, (sign) => (SPACE.test(sign) ? ' ' : '\ufffd'))

/** A value with every text in it made fit for every format. */
export function clean<T>(value: T): T {
  if (typeof value === 'string') return cleanText(value) as T
  if (Array.isArray(value)) return value.map(clean) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, clean(each)])) as T
}
