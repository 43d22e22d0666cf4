import { foreign } from '../gate/foreign.ts'
import { SUBMISSION_LABELS } from '../submissions/form.ts'

/** What the product itself puts between quotation marks, in messages that may also quote a sender. */
const OWN: readonly string[] = [...Object.values(SUBMISSION_LABELS), 'Word Document (.docx)', '…'].map(
  (words) => `«${words}»`,
)
const CONTROLS = /\p{Cc}+/gu
const LONGEST = 500
/** Stops of a sentence, which no forge makes anything of: a body with their entities would be hard to read where it is not rendered. */
const STOPS = /&#(4[0145]|59|63);|&#(58);(?= )/g

/**
 * A message as it may stand where everybody reads it, in the name of the office: what it quotes of a sender is left out, from the first
 * quotation mark to the last because names may have such marks too, and what remains is words and nothing else.
 */
export function saidAgain(message: string): string {
  const own = OWN.reduce(
    (words, each, index) => words.replaceAll(each, `\0${index}\0`),
    message.replace(CONTROLS, ' '),
  )
  const bare = own.replace(/[«`].*[»`]/, '«…»')
  const words = foreign(
    bare.replace(/\0(\d+)\0/g, (_, index) => OWN[Number(index)] as string),
    LONGEST,
  )
  return words.replace(STOPS, (_, stop, colon) => String.fromCharCode(Number(stop ?? colon)))
}
