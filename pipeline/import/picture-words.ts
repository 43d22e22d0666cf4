import { PLACEHOLDERS } from '../documents/placeholders.ts'
import { tidyText } from './inline.ts'

/** What programs write where nobody described a picture: names of files, and guesses of Word. */
const NOT_WRITTEN =
  /^(?:(?:picture|image|img|hình|hình ảnh|ảnh|graphic|untitled|dsc|screenshot)[\s_-]*\(?\d*\)?|[\w\s()-]+\.(?:png|jpe?g|gif|bmp|tiff?|heic|webp))$|automatically generated|được tạo tự động|^a (?:picture|close up|group|person)\b/iu

/** The description of a picture that a person wrote in Word; else the mark that a check names until it is filled. */
export function altOf(written: string): { readonly alt: string; readonly known: boolean } {
  const words = tidyText(written).trim()
  return words.length < 5 || NOT_WRITTEN.test(words)
    ? { alt: PLACEHOLDERS.alt, known: false }
    : { alt: words, known: true }
}
