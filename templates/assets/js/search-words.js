/**
 * What was found, in a sentence that a screen reader says.
 *
 * @param {Pick<import('./search-answer.js').Answer, 'numbers' | 'together' | 'nearest'> & { readonly results: { readonly length: number } }} answer
 * @param {string} query
 */
export function answerInWords({ results, numbers, together, nearest }, query) {
  const total = results.length
  const about = query === '' ? '' : ` cho “${query}”`
  if (total === 0) return `Không có kết quả nào${about}.`
  if (nearest) return `Không trang nào có đủ các từ${about}. ${total} trang gần nhất:`
  const groups = [
    [numbers, 'văn bản mang số này'],
    [together, 'trang có nguyên cụm từ'],
    [total - numbers - together, 'trang có các từ đứng rời nhau'],
  ].filter(([count]) => count !== 0)
  if (query === '' || groups.length < 2) return `${total} kết quả${about}.`
  return `${total} kết quả${about}, theo thứ tự: ${groups.map((group) => group.join(' ')).join('; ')}.`
}
