/** Words that a new document or portal begins with, and that nobody means to publish. */
export const PLACEHOLDERS = {
  body: 'Viết nội dung ở đây.',
  summary: 'Một đến hai câu tóm tắt, hiện ở danh sách.',
  question: 'Nội dung câu hỏi, đã lược bỏ thông tin riêng của người hỏi.',
  /** The description of a picture that came without one. */
  alt: 'Viết lời mô tả ảnh ở đây',
  /** Stands in front of whatever the owner of a new portal must fill in. */
  toFill: '[CẦN SỬA]',
} as const

/** What a quick scan waits for: the first two words of each. */
export const PLACEHOLDER_WATCH = {
  pairs: Object.values(PLACEHOLDERS).map((words) => {
    const [first = '', second = ''] = words.match(/\p{L}+/gu) ?? []
    return [new RegExp(`${first}$`, 'u'), new RegExp(`^${second}`, 'u')] as const
  }),
}
