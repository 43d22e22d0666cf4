const LEAST = 10
const MOST = 250

/** Words as a title, without line breaks and signs that nobody sees; undefined for what is none: «Gửi bài», «Tin». */
export function titleIn(words: string | undefined): string | undefined {
  const title = (words ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  const isNone = title.length < LEAST || title.length > MOST || SENDING.test(title)
  return isNone ? undefined : title
}

const SENDING = /^(?:kính )?gửi (?:tin|bài|ảnh)(?:[ ,]\S+){0,3}$/iu
