import { type Day, parseDay } from '../calendar/local-time.ts'
import type { ChamNhuanBut } from '../contract/types.ts'
import { groundOf } from '../regulation/regulation.ts'
import { delegatesOf, holdsOn, labelOf, type Person } from '../roster/roster.ts'
import { type Genre, isExact, type RateTable, tableOn } from './rates.ts'
import type { RoyaltyPortal } from './royalty-data.ts'
import { type Makers, problem, type ScoreProblem } from './score-problem.ts'
import { selfScored } from './self-scoring.ts'
import type { Score } from './statement.ts'
import { decimalInWords } from './words.ts'
import { addressOf } from './work.ts'

export type ScoreFacts = {
  readonly portal: RoyaltyPortal
  readonly tables: readonly RateTable[]
  readonly makers: Makers
  /** Addresses that files before this one score already, with the names of those files. */
  readonly scored: ReadonlyMap<string, string>
}

/** Everything that must hold of the scores of a month. @param name of the file, without `.yaml` */
export function checkScores(file: ChamNhuanBut, name: string, facts: ScoreFacts): ScoreProblem[] {
  const seen = new Map(facts.scored)
  return [
    ...(file.portal === facts.portal.id
      ? []
      : [
          {
            path: ['portal'],
            problem: `Mã \`${file.portal}\` khác tên thư mục`,
            fix: `ghi \`portal: ${facts.portal.id}\``,
          },
        ]),
    ...(file.month === name
      ? []
      : [
          {
            path: ['month'],
            problem: `Tên tệp không khớp với tháng ${file.month}`,
            fix: `đặt tên tệp là ${file.month}.yaml`,
          },
        ]),
    ...file.scores.flatMap((score, index) => {
      const before = seen.get(addressOf(score.path))
      seen.set(addressOf(score.path), name)
      const found = [
        ...(before === undefined
          ? []
          : [problem('path', `Bài này đã chấm ở tháng ${before}`, 'giữ một chỗ, bỏ một chỗ')]),
        ...ofScore(score, file.month, facts),
      ]
      return found.map((each) => ({ ...each, path: ['scores', index, ...each.path] }))
    }),
  ]
}

function ofScore(score: Score, month: string, facts: ScoreFacts): ScoreProblem[] {
  const tables = tablesIn(facts.tables, month)
  const known = facts.makers(score.path)
  return [
    ...(known
      ? []
      : [
          problem(
            'path',
            `Không có bài ${score.path}`,
            'sửa đường dẫn theo chỗ hiện nay của bài; bài đã gỡ thì để nguyên',
            'warning',
          ),
        ]),
    ...(score.items && score.skip !== undefined
      ? [problem('skip', 'Vừa chấm điểm vừa ghi không trả', 'bỏ items, hoặc bỏ skip')]
      : []),
    ...scorer(score, facts),
    ...(score.items ?? []).flatMap((item, index) =>
      ofItem(item, tables, facts).map((each) => ({ ...each, path: ['items', index, ...each.path] })),
    ),
    ...repeated(score),
    ...selfScored(score, facts),
  ]
}

/** Every table that a work of the month may have been published under. */
function tablesIn(tables: readonly RateTable[], month: string): RateTable[] {
  const first = tableOn({ tables, salaries: [] }, parseDay(`${month}-01`) as Day)
  return tables.filter((table) => table === first || table.validFrom.startsWith(month))
}

/** Who scores is the one whom the table names, or who acts for him by a paper of that day. */
function scorer({ by, date, account }: Score, { portal, tables }: ScoreFacts): ScoreProblem[] {
  const day = parseDay(date) as Day
  const table = tableOn({ tables, salaries: [] }, day) ?? tables[0]
  const member = portal.roster.members.get(by)
  if (!member) return [problem('by', `\`${by}\` không có trong ban-bien-tap.yaml`, 'sửa mã người chấm')]
  if (!table) return []
  const delegated = table.scoredBy.some((id) =>
    delegatesOf(portal, id, {}).some((each) => each.member.id === by && holdsOn(each, day)),
  )
  const names = table.scoredBy.map((id) => `«${labelOf(portal.roster, id)}»`).join(', ')
  return [
    ...(table.scoredBy.includes(by) || delegated
      ? []
      : [
          problem(
            'by',
            `«${member.label}» không được giao chấm; người chấm là ${names} (${groundOfScorer(portal, table)})`,
            'ghi người chấm đúng bảng mức, hoặc giấy ủy quyền còn hạn',
          ),
        ]),
    ...(account === undefined ||
    member.accounts.includes(account) ||
    peopleOf(portal, by).some((person) => person.account === account)
      ? []
      : [
          problem(
            'account',
            `Tài khoản ${account} không phải của «${member.label}»`,
            'sửa tài khoản, hoặc bỏ dòng này',
          ),
        ]),
  ]
}

const groundOfScorer = ({ regulation }: RoyaltyPortal, { assumption = '' }: RateTable): string => {
  const { royalties } = regulation.law
  return royalties?.approver === undefined
    ? `Giả định của bảng mức: ${assumption}`
    : groundOf(regulation, royalties)
}

const peopleOf = ({ roster }: RoyaltyPortal, member: string): Person[] =>
  (roster.written.people ?? []).filter((person) => person.member === member)

type Item = NonNullable<Score['items']>[number]

function ofItem(item: Item, tables: readonly RateTable[], { portal }: ScoreFacts): ScoreProblem[] {
  const genres = tables.flatMap((table) => table.genres.filter(({ id }) => id === item.genre))
  const person =
    item.person === undefined || portal.roster.written.people?.some(({ id }) => id === item.person)
      ? []
      : [
          problem(
            'person',
            `\`${item.person}\` không có trong mục people của ban-bien-tap.yaml`,
            'sửa mã, hoặc thêm người này',
          ),
        ]
  if (genres.length === 0)
    return [...person, problem('genre', `Bảng mức của tháng không có \`${item.genre}\``, 'sửa mã thể loại')]
  return [...person, ...(genres.some((genre) => fits(item, genre)) ? [] : [misfit(item, genres[0] as Genre)])]
}

function fits({ coefficient }: Item, { coefficient: range }: Genre): boolean {
  if (!range) return coefficient === undefined
  return (
    coefficient !== undefined && coefficient >= range.min && coefficient <= range.max && isExact(coefficient)
  )
}

function misfit({ coefficient }: Item, { label, coefficient: range, source }: Genre): ScoreProblem {
  if (!range)
    return problem('coefficient', `«${label}» tính theo mức khoán, không chấm hệ số`, 'bỏ coefficient')
  const words = `từ ${decimalInWords(range.min)} đến ${decimalInWords(range.max)}, nhiều nhất hai chữ số thập phân`
  return coefficient === undefined
    ? problem('genre', `«${label}» chưa có hệ số`, `ghi coefficient ${words}`)
    : problem(
        'coefficient',
        `Hệ số ${decimalInWords(coefficient)} của «${label}» ngoài khung ${words} (${source})`,
        'chấm lại trong khung',
      )
}

function repeated({ items = [] }: Score): ScoreProblem[] {
  const keys = items.map(({ genre, person = '' }) => `${genre} ${person}`)
  return keys.flatMap((key, index) =>
    keys.indexOf(key) < index
      ? [
          problem(
            ['items', index],
            'Một người được chấm hai lần cho cùng một việc của bài',
            'gộp làm một khoản',
          ),
        ]
      : [],
  )
}
