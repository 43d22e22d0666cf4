import { formatDay, parseDay } from '../calendar/local-time.ts'
import { parseDocumentNumber, typeName } from '../documents/document-number.ts'
import { isPaperKind, takesFrame } from '../import/draft.ts'
import type { Frame } from '../import/frame.ts'
import type { Obstacle } from '../import/obstacles.ts'
import { UsageError } from './arguments.ts'

/** What of a frame was typed on the command line. */
type Typed = { readonly number?: string | undefined; readonly date?: string | undefined }

const NOTHING: Frame = {
  number: undefined,
  documentType: undefined,
  issuer: undefined,
  date: undefined,
  place: undefined,
  about: undefined,
  signer: undefined,
  recipients: [],
}

/** What an article of a kind says of its frame; a draft has neither number nor day yet. */
export function frameFor(kind: string, found: Frame | undefined, options: Typed): Frame | undefined {
  if (isPaperKind(kind)) return completed(found, options)
  if (!takesFrame(kind) || !found) return undefined
  const { documentType, issuer, recipients } = found
  return { ...NOTHING, documentType, issuer, recipients }
}

/** The frame with what was typed on the command line. */
function completed(frame: Frame = NOTHING, { number, date }: Typed): Frame {
  const written = number?.normalize('NFC').trim()
  const parsed = written === undefined ? undefined : parseDocumentNumber(written)
  if (written !== undefined && (parsed === undefined || parsed.form === 'incomplete'))
    throw new UsageError(
      `--number: \`${written}\` không phải số, ký hiệu văn bản; ví dụ: --number 849/QĐ-UBND`,
    )
  const day = date === undefined ? undefined : parseDay(date)
  if (date !== undefined && day === undefined)
    throw new UsageError(`--date: \`${date}\` không phải là ngày; ví dụ: --date 2026-11-12`)
  return {
    ...frame,
    ...(written === undefined ? {} : { number: written }),
    ...(day === undefined ? {} : { date: formatDay(day) }),
    documentType: frame.documentType ?? (parsed && 'type' in parsed ? typeName(parsed.type) : undefined),
  }
}

/** A number or a day that nobody knows can carry no mark: one that was made up would be published. */
export const missingIn = ({ number, date }: Frame): Obstacle[] => [
  ...(number === undefined
    ? [
        {
          problem: 'Không nhận ra số, ký hiệu của văn bản',
          fix: 'ghi số trong Word (Số: 849/QĐ-UBND)',
          orHere: 'thêm vào lệnh: --number 849/QĐ-UBND',
        },
      ]
    : []),
  ...(date === undefined
    ? [
        {
          problem: 'Không nhận ra ngày ban hành của văn bản',
          fix: 'ghi ngày trong Word (…, ngày 12 tháng 11 năm 2026)',
          orHere: 'thêm vào lệnh: --date 2026-11-12',
        },
      ]
    : []),
]
