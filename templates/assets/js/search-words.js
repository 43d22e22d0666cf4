/**
 * What was found, in a sentence that a screen reader says.
 *
 * @param {Pick<import('./search-index.js').Answer, 'results' | 'together' | 'nearest'>} answer
 * @param {string} query
 */
export function answerInWords({ results, together, nearest }, query) {
  const total = results.length
  const about = query === '' ? '' : ` cho “${query}”`
  if (total === 0) return `Không có kết quả nào${about}.`
  if (nearest) return `Không trang nào có đủ các từ${about}. ${total} trang gần nhất:`
  if (together === 0 || together === total || query === '') return `${total} kết quả${about}.`
  return `${total} kết quả${about}: ${together} trang có nguyên cụm từ, xếp trước; ${total - together} trang có các từ đứng rời nhau.`
}
