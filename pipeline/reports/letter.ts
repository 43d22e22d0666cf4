import type { Duty } from '../duties/upcoming.ts'
import type { Letter, Signer } from '../paper/paper.ts'
import type { Portal } from '../portal/portal.ts'
import { clauseInWords } from '../regulation/clause.ts'
import { refsOf } from '../regulation/regulation.ts'

/** Words of a unit's name that its symbol leaves out. */
const GENERIC: ReadonlySet<string> = new Set(['phòng', 'công', 'chức', 'và', 'của'])

/**
 * The frame of the letter that a duty asks for (Nghị định 30/2020/NĐ-CP, Phụ lục I): who issues it, to whom, on which clause, who signs.
 * Number and day are left blank: they are given when it is signed.
 */
export function letterOf({ cong, roster, regulation }: Portal, duty: Duty | undefined): Letter {
  const [first] = (duty?.by ?? []).flatMap((id) => roster.members.get(id) ?? [])
  const ofBoard = !first || first.type === 'role' || first.label.toLowerCase().startsWith('ban biên tập')
  const board = roster.written.board.name
  const name = ofBoard ? board : first.label
  const signer: Signer = ofBoard
    ? { capacity: 'TM. BAN BIÊN TẬP', office: first?.type === 'role' ? first.label : 'Trưởng ban' }
    : { office: headOf(first.label) }
  const { title } = regulation.law
  const clauses = refsOf(duty?.basis).map(clauseInWords)
  return {
    authorityAbove: cong.owner,
    authority: name,
    symbol: `BC-${ofBoard ? 'BBT' : initialsOf(name)}`,
    place: cong.unit.name,
    date: undefined,
    recipients: duty?.to ?? [],
    grounds: [clauses.length > 0 ? `${clauses.join('; ')} ${title}` : title],
    signers: [signer],
    copies: [...(duty?.to?.length ? ['Như trên'] : []), `Lưu: VT, ${ofBoard ? 'BBT' : initialsOf(name)}`],
  }
}

/** A phòng is led by its Trưởng phòng; a single official signs for himself. */
const headOf = (label: string): string => (label.startsWith('Phòng') ? 'Trưởng phòng' : label)

/** `Phòng Văn hóa - Xã hội` → `VHXH`. */
const initialsOf = (name: string): string =>
  name
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !GENERIC.has(word.toLowerCase()))
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
