import type { Finding } from '../diagnostics/diagnostic.ts'
import type { Document } from '../documents/document.ts'
import { placeOfOffset } from '../documents/text-place.ts'
import { isContact } from '../privacy/numbers.ts'
import {
  findDelicateData,
  findPersonalData,
  kindInWords,
  type PersonalData,
  type PersonalDataKind,
  type Voice,
} from '../privacy/personal-data.ts'
import { kindReleased, RELEASED_AS, type Release, releasesOf } from '../privacy/release.ts'
import { placeOfField, type TextFacts, type TextRule } from './rule.ts'

export const personalData: TextRule = {
  id: 'personal-data',
  name: 'thông tin riêng của cá nhân',
  severity: 'error',
  ofAnyForm: true,
  question:
    'Bài không có số điện thoại riêng, thư điện tử, số căn cước, tài khoản, địa chỉ nhà của cá nhân; câu hỏi không có họ tên người hỏi?',
  reason:
    'Kho giữ mọi bản cũ mãi mãi và ai cũng đọc được: thông tin riêng đã vào thì không rút ra được nữa, dù xóa ở bản sau.',
  advice:
    'Ghi cách liên hệ vào sổ giấy. `congbo hoi-dap new` xét câu hỏi trước khi ghi; thêm `--mask` thì thay chỗ lộ bằng «[…]». Điện thoại, hộp thư công vụ đã công khai ở trang cố định thì được nhắc lại trong bài. Ngày sinh, họ tên trẻ em chỉ là cảnh báo. Công bố có căn cứ (người ấy đồng ý bằng văn bản, luật cho phép) thì ghi mục `released` ở đầu bài: `what` là loại thông tin, `by` là người trong Ban biên tập đã xem căn cứ, `reason` là căn cứ; người duyệt thấy từng mục.',
  check: (facts) => {
    if (saysNothing(facts)) return NO_FINDING
    const found = notContacts(facts, partsOf(facts.document).flatMap(seenIn(facts)))
    const releases = releasesOf(facts.document.front)
    const released = new Set(
      releases.flatMap((each) => (each && each.file === undefined ? [kindReleased(each.what)] : [])),
    )
    return [
      ...found.filter(({ data }) => !released.has(data.kind)).map(toFinding),
      ...releases.flatMap((each, index) => (each ? [releaseFinding(facts, each, index, found)] : [])),
    ]
  },
}

const NO_FINDING: readonly Finding[] = []

/** News in which one look has seen nothing, and which ask for no release: nearly all. */
const saysNothing = ({ document: { place, front }, look }: TextFacts): boolean =>
  place.folder !== 'hoi-dap' && !look.personal && !look.delicate && front.released === undefined

type Part = { readonly text: string; readonly firstLine: number; readonly voice: Voice }
/** Something seen, the words themselves, and the line of the file. */
type Seen = {
  readonly data: PersonalData
  readonly words: string
  readonly at: Finding['at']
  readonly severity: 'error' | 'warning'
}

function partsOf({ place, yaml, yamlLine, body, bodyLine }: Document): Part[] {
  const [above, below]: readonly [Voice, Voice] =
    place.folder === 'hoi-dap' ? ['asker', 'office'] : ['news', 'news']
  return [
    { text: yaml, firstLine: yamlLine, voice: above },
    { text: body, firstLine: bodyLine, voice: below },
  ]
}

const seenIn =
  ({ portal, look }: TextFacts) =>
  ({ text, firstLine, voice }: Part): Seen[] => {
    if (voice === 'news' && !look.personal && !look.delicate) return []
    const { phone, email, security } = portal.cong.contacts
    const known = [phone, email, security].flatMap((each) => each ?? [])
    const see =
      (severity: Seen['severity']) =>
      (data: PersonalData): Seen => {
        const { line, column } = placeOfOffset(text, data.start)
        const at = { line: line + firstLine - 1, column }
        return { data, words: text.slice(data.start, data.end), at, severity }
      }
    return [
      ...(voice !== 'news' || look.personal
        ? findPersonalData(text, { voice, known }).map(see('error'))
        : []),
      ...(voice === 'asker' || !look.delicate ? [] : findDelicateData(text).map(see('warning'))),
    ]
  }

const CONTACTS: ReadonlySet<PersonalDataKind> = new Set(['phone', 'email'])

/** A fixed page is where an office publishes how its people are reached, and what stands there may be said elsewhere too. */
function notContacts({ document, archive }: TextFacts, found: readonly Seen[]): readonly Seen[] {
  if (!found.some(({ data }) => CONTACTS.has(data.kind))) return found
  if (document.place.folder === 'trang') return found.filter(({ data }) => !CONTACTS.has(data.kind))
  const contacts = archive.contacts()
  return found.filter(({ data, words }) => !CONTACTS.has(data.kind) || !isContact(words, contacts))
}

/** The words themselves are not repeated: what a check says is read by many, and kept. */
function toFinding({ data: { kind, what, ground, fix }, at, severity }: Seen): Finding {
  const release = `công bố có căn cứ thì ghi mục \`released\` (what: ${RELEASED_AS[kind]})`
  return severity === 'warning'
    ? { at, severity, problem: `Có ${what} (${ground})`, fix: `${fix}; ${release}` }
    : {
        at,
        problem: `Có ${what} của một người (${ground})`,
        fix: `${fix}; ${release}; nếu đã đẩy lên kho thì báo quản trị, vì bản cũ vẫn còn trong lịch sử`,
      }
}

/** What a release lets through, for whoever approves; one that lets nothing through would let the next thing through unseen. */
function releaseFinding(facts: TextFacts, release: Release, index: number, found: readonly Seen[]): Finding {
  const { portal, document } = facts
  const { what, by, reason } = release
  const kind = kindReleased(what) as PersonalDataKind
  const at = placeOfField(document, 'released', index)
  if (release.file !== undefined) return fileReleaseFinding(facts, { ...release, file: release.file }, at)
  const lines = [...new Set(found.filter(({ data }) => data.kind === kind).map((each) => each.at.line))]
  if (lines.length === 0)
    return {
      at,
      severity: 'warning',
      problem: `Mục cho phép công bố ${kindInWords(kind)} không cần nữa: bài không có thông tin ấy`,
      fix: 'bỏ mục này khỏi `released`',
    }
  const member = portal.roster.members.get(by)
  return {
    at,
    severity: 'info',
    problem: `${member?.label ?? by} cho phép công bố ${kindInWords(kind)} ở dòng ${lines.join(', ')}: «${reason}»`,
    fix: 'người duyệt xem căn cứ đã nêu; không đồng ý thì yêu cầu sửa',
  }
}

/** The same for a file beside the document: what is in it is looked for where files are read. */
function fileReleaseFinding(
  { portal, document, archive }: TextFacts,
  { what, by, reason, file }: Release & { readonly file: string },
  at: Finding['at'],
): Finding {
  const folder = document.path.slice(0, document.path.lastIndexOf('/') + 1)
  if (archive.has?.(folder + file) === false)
    return {
      at,
      severity: 'warning',
      problem: `Mục cho phép công bố nêu tệp \`${file}\`, cạnh bài không có tệp ấy`,
      fix: 'sửa tên tệp, hoặc bỏ mục này khỏi `released`',
    }
  return {
    at,
    severity: 'info',
    problem: `${portal.roster.members.get(by)?.label ?? by} cho phép công bố ${kindInWords(kindReleased(what) as PersonalDataKind)} trong tệp ${file}: «${reason}»`,
    fix: 'người duyệt xem căn cứ đã nêu; không đồng ý thì yêu cầu sửa',
  }
}
