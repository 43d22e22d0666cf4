import { type Day, dayOf } from '../calendar/local-time.ts'
import type { Cong, DonViCu } from '../contract/types.ts'
import { instantOf } from '../deadlines/trigger.ts'
import type { Finding } from '../diagnostics/diagnostic.ts'
import { type Document, languageOf } from '../documents/document.ts'
import type { Note } from '../language/remark.ts'
import { statusOn } from '../portal/portal.ts'
import { createMentionFinder, type Mention, type MentionFinder, properName } from '../reform/former-names.ts'
import { presentMentions } from '../reform/present-mentions.ts'
import type { TextFacts, TextRule } from './rule.ts'
import { inFields, placed, toFinding } from './writing.ts'

const NO_FINDING: readonly Finding[] = []
export const formerName: TextRule = {
  id: 'former-name',
  name: 'tên đơn vị đã đổi, đã hết',
  severity: 'warning',
  question: 'Bài về việc sau ngày đổi tên, sáp nhập không còn dùng tên đơn vị cũ như đang có?',
  reason:
    'Người dân tìm cơ quan theo tên trong bài; tên đã hết thì không còn nơi nào tiếp họ, hồ sơ ghi theo tên ấy bị trả lại.',
  advice:
    'Viết tên nay dùng. Nói chuyện trước ngày đổi thì viết «huyện … cũ», «nay là xã …», hoặc nêu năm: bài kể chuyện cũ, tên trong dấu nháy, tên trong văn bản có số không bị nhắc. Danh sách tên và văn bản quyết định ở `content/don-vi-cu/`.',
  check: (facts) => {
    const { portal, document, archive, look, now } = facts
    if (!look.formerName || languageOf(document.front) !== 'vi' || document.place.folder === 'van-ban')
      return NO_FINDING
    const day = dayOfStory(facts)
    const finder = finderOf(portal.cong, archive.formerNames())
    if (statusOn(portal.cong, now).state === 'archived') return NO_FINDING
    return formerNames(document, finder, day)
  },
}

const finders = new WeakMap<Pick<Cong, 'unit'>, { lists: readonly DonViCu[]; finder: MentionFinder }>()

function finderOf(cong: Pick<Cong, 'unit'>, lists: readonly DonViCu[]): MentionFinder {
  const known = finders.get(cong)
  if (known?.lists === lists) return known.finder
  const finder = createMentionFinder(lists, properName(cong.unit.province))
  finders.set(cong, { lists, finder })
  return finder
}

/** The day of what is told: of the event, else of publication, else today. */
function dayOfStory({ document: { front }, publication, now }: TextFacts): Day {
  const { eventDate, receivedDate } = front as { eventDate?: string; receivedDate?: string }
  const told = instantOf(eventDate ?? receivedDate)
  return dayOf(told ?? (publication.state === 'published' ? publication.at : now))
}

/** In a question the asker speaks, and may call things as he knows them; the office answers in the body. */
function formerNames(
  { place, yaml, yamlLine, body, bodyLine }: Document,
  find: MentionFinder,
  day: Day,
): readonly Finding[] {
  const read = (text: string) => presentMentions(text, find, day).map(toNote)
  const above = place.folder === 'hoi-dap' ? [] : inFields(yaml, read)
  const below = read(body)
  if (above.length + below.length === 0) return NO_FINDING
  return [...placed(above, yaml, yamlLine), ...placed(below, body, bodyLine)].map((each) => ({
    ...toFinding(each),
    ...(each.severity && { severity: each.severity }),
  }))
}

type Told = Note & { readonly severity?: 'info' }

function toNote({ start, written, former }: Mention): Told {
  const { now, note, document, known } = former
  const place = { start, written }
  if (known === 'by-kind')
    return {
      ...place,
      severity: 'info',
      problem: `«${written}» không còn là một cấp đơn vị hành chính (${document})`,
      fix: `viết tên ${now.join(', ')}; nói chuyện trước đây thì viết «${written} cũ»`,
    }
  return {
    ...place,
    problem: `«${written}» là tên cũ, nay là ${now.join(', ')} (${document})`,
    fix: `viết tên nay dùng${note ? ` (${note})` : ''}; nói chuyện trước đây thì viết «${written} cũ»`,
  }
}
