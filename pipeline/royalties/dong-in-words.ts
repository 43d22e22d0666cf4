const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const SCALES = ['', ' nghìn', ' triệu'] as const
const BILLION = 1_000_000_000

/**
 * A sum in words, as it is written under a list of payments: `Một triệu không trăm linh năm nghìn đồng`.
 *
 * @param amount whole đồng; below zero it begins with “Âm”
 */
export function dongInWords(amount: number): string {
  if (!Number.isSafeInteger(amount)) throw new Error(`not whole đồng: ${amount}`)
  const words = amount === 0 ? DIGITS[0] : `${amount < 0 ? 'âm ' : ''}${ofNumber(Math.abs(amount), false)}`
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} đồng`
}

/** @param inner something stands before: empty hundreds are read too */
function ofNumber(number: number, inner: boolean): string {
  const billions = Math.floor(number / BILLION)
  const rest = number % BILLION
  const parts: string[] = billions > 0 ? [`${ofNumber(billions, inner)} tỷ`] : []
  for (const scale of [2, 1, 0] as const) {
    const group = Math.floor(rest / 1000 ** scale) % 1000
    if (group > 0) parts.push(ofGroup(group, inner || parts.length > 0) + SCALES[scale])
  }
  return parts.join(' ')
}

/** Three digits. After `mươi` 1 is `mốt` and 4 may stay `bốn`; after any tens 5 is `lăm`; an empty ten is `linh`. */
function ofGroup(group: number, inner: boolean): string {
  const [hundreds, tens, ones] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10]
  const front = hundreds > 0 || inner ? [`${DIGITS[hundreds]} trăm`] : []
  return [...front, ...ofTens(tens, ones, front.length > 0)].join(' ')
}

function ofTens(tens: number, ones: number, after: boolean): string[] {
  const one = DIGITS[ones] as string
  if (tens === 0) return ones === 0 ? [] : after ? ['linh', one] : [one]
  const ten = tens === 1 ? 'mười' : `${DIGITS[tens]} mươi`
  if (ones === 0) return [ten]
  if (ones === 5) return [ten, 'lăm']
  return [ten, ones === 1 && tens > 1 ? 'mốt' : one]
}
