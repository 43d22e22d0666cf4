import { dayOf, type Instant, vietnameseDay } from '../calendar/local-time.ts'
import { groundOf, type Regulation, type Section } from '../regulation/regulation.ts'
import { labelOf, type Roster } from '../roster/roster.ts'
import { EVERY_UNIT } from './duty-words.ts'
import { type FreshnessFacts, type FreshnessLine, freshnessOf } from './freshness.ts'
import { type Quota, quotasOf, type Written } from './quota.ts'
import type { Duty } from './upcoming.ts'

/** What a row of the coverage says: three kinds of which ask for something to be done, two that are told for whoever plans. */
export type CoverageType =
  /** A mandatory section without anything. */
  | 'empty'
  /** A number of the regulation that was not kept. */
  | 'stale'
  /** Somebody whom the regulation names has no account, so cannot act. */
  | 'no-account'
  /** The period that runs has nothing yet. */
  | 'open'
  /** Somebody wrote less than the quota asks for. */
  | 'short'
  /** The regulation gives a section to no unit. */
  | 'no-owner'
  /** A quota that cannot be counted: without a number, or without the people behind a member. */
  | 'uncounted'
  /** How old something is that is to be kept fresh without a number: no verdict. */
  | 'age'

export type CoverageRow = {
  readonly type: CoverageType
  readonly id: string
  readonly label: string
  readonly says: string
  readonly fix: string
  /** The clause in words, or that it is an assumption. */
  readonly law: string
}

const DEMANDING: ReadonlySet<CoverageType> = new Set(['empty', 'stale', 'no-account', 'short'])

/** Whether a row asks for something to be done. */
export const isDemanding = ({ type }: CoverageRow): boolean => DEMANDING.has(type)

/** What is empty, stale, or without somebody who answers for it, at an instant; in the order of the regulation. */
export function sectionCoverage(
  facts: FreshnessFacts & { readonly publications: readonly Written[] },
): CoverageRow[] {
  return [
    ...emptySections(facts),
    ...freshnessOf(facts).flatMap((line) => freshnessRow(line, facts)),
    ...quotasOf(facts).flatMap((quota) => quotaRows(quota, facts)),
    ...unreachable(facts),
    ...unowned(facts),
  ]
}

function emptySections({ regulation, supplies, asOf }: FreshnessFacts): CoverageRow[] {
  const filled = new Set(supplies.filter(({ at }) => at <= asOf).map(({ section }) => section))
  return regulation.law.sections
    .filter(({ mandatory, id }) => mandatory && !filled.has(id))
    .map((section) => ({
      type: 'empty',
      id: section.id,
      label: `Chuyên mục «${section.label}»`,
      says: 'bắt buộc phải có nhưng chưa có tin, bài, trang nào',
      fix: `giao ${ownersInWords(section, regulation)} viết nội dung đầu tiên: congbo new <cổng> <thể loại> --section ${section.id}`,
      law: groundOf(regulation, section),
    }))
}

const ownersOf = (
  { approver, suppliers = [], coOwner }: Section,
  { law }: Regulation,
  id: string,
): string[] => [
  ...new Set(
    [
      approver,
      coOwner,
      ...suppliers,
      ...law.duties.filter(({ sections }) => sections?.includes(id)).flatMap(({ by = [] }) => by),
    ].filter((each) => each !== undefined && each !== EVERY_UNIT) as string[],
  ),
]

const ownersInWords = (section: Section, regulation: Regulation): string =>
  ownersOf(section, regulation, section.id).length > 0 ? 'đơn vị phụ trách' : 'một đơn vị'

function freshnessRow(line: FreshnessLine, { regulation, roster, asOf }: FreshnessFacts): CoverageRow[] {
  const { duty, subject, freshness, last } = line
  const age = ageInWords(last, asOf)
  const row = (type: CoverageType, says: string, fix: string): CoverageRow => ({
    type,
    id: subject.scope === 'portal' ? duty.id : subject.id,
    label: subjectInWords(line, regulation, roster),
    says,
    fix,
    law: groundOf(regulation, duty),
  })
  const remedy = subject.scope === 'unit' ? 'nhắc đơn vị gửi tin, bài' : 'nhắc người phụ trách cập nhật'
  switch (freshness.state) {
    case 'kept':
      return []
    case 'silent':
      return [
        row(
          'stale',
          `không có gì mới: ${periodsInWords(freshness.periods)}${freshness.running ? `; kỳ ${freshness.running.label} cũng chưa có gì` : ''}; ${age}`,
          remedy,
        ),
      ]
    case 'open':
      return [row('open', `kỳ ${freshness.period.label} chưa có gì; ${age}`, remedy)]
    case 'no-number':
      return [row('age', age, 'Quy chế không nêu số ngày; Ban biên tập tự cân nhắc')]
  }
}

/** More are not named one by one. */
const MOST_PERIODS = 6

function periodsInWords(periods: FreshnessPeriods): string {
  const named = periods.slice(-MOST_PERIODS).map(({ label }) => label)
  const rest = periods.length - named.length
  return `${named.join(', ')}${rest > 0 ? ` và ${rest} kỳ trước đó` : ''}`
}

type FreshnessPeriods = readonly { readonly label: string }[]

const ageInWords = (last: Instant | undefined, asOf: Instant): string =>
  last === undefined
    ? 'chưa có lần nào'
    : `lần cuối ${vietnameseDay(dayOf(last))}, ${dayOf(asOf) === dayOf(last) ? 'hôm nay' : `${dayOf(asOf) - dayOf(last)} ngày trước`}`

function subjectInWords({ duty, subject }: FreshnessLine, regulation: Regulation, roster: Roster): string {
  if (subject.scope === 'portal') return duty.label
  return subject.scope === 'unit'
    ? labelOf(roster, subject.id)
    : `Chuyên mục «${regulation.sections.get(subject.id)?.label ?? subject.id}» (${partiesOf(duty, roster)})`
}

const partiesOf = ({ by = [] }: Duty, roster: Roster): string =>
  by.map((id) => (id === EVERY_UNIT ? 'mọi đơn vị' : labelOf(roster, id))).join(', ')

function quotaRows(quota: Quota, { regulation }: FreshnessFacts): CoverageRow[] {
  const { duty } = quota
  const row = (
    type: CoverageType,
    says: string,
    fix: string,
    id = duty.id,
    label = duty.label,
  ): CoverageRow => ({
    type,
    id,
    label,
    says,
    fix,
    law: groundOf(regulation, duty),
  })
  if (quota.state === 'no-number')
    return [
      row(
        'uncounted',
        'Quy chế không nêu số lượng',
        'Ban biên tập quyết định rồi ghi amount, every vào quy-che.yaml',
      ),
    ]
  if (quota.state === 'nobody')
    return [
      row(
        'uncounted',
        'chưa khai báo người viết',
        'ghi bút danh của từng người vào mục people của ban-bien-tap.yaml',
      ),
    ]
  return quota.lines.flatMap(({ person, items, standing }) =>
    standing.state === 'short' || standing.state === 'open'
      ? [
          row(
            standing.state,
            `${quota.span.label}: ${items.length} trên ${quota.amount} tin, bài, ${standing.state === 'short' ? 'thiếu' : 'còn'} ${standing.owed}`,
            'nhắc người viết gửi tin, bài',
            person.id,
            person.bylines[0] as string,
          ),
        ]
      : [],
  )
}

/** Somebody who is to approve or supply and has no account cannot do it here. */
function unreachable({ regulation, roster }: FreshnessFacts): CoverageRow[] {
  const row = (
    id: string,
    label: string,
    member: string,
    rule: { basis?: string | string[]; assumption?: string },
  ): CoverageRow[] =>
    (roster.members.get(member)?.accounts.length ?? 0) > 0
      ? []
      : [
          {
            type: 'no-account',
            id,
            label,
            says: `${labelOf(roster, member)} phụ trách nhưng chưa có tài khoản`,
            fix: 'lập tài khoản nhóm rồi ghi vào accounts trong ban-bien-tap.yaml',
            law: groundOf(regulation, rule),
          },
        ]
  return [
    ...regulation.law.linhVuc.flatMap((each) =>
      row(each.id, `Lĩnh vực «${each.label}»`, each.approver, each),
    ),
    ...regulation.law.sections.flatMap((each) =>
      ownersOf(each, regulation, each.id)
        .filter((id) => roster.members.has(id))
        .flatMap((id) => row(each.id, `Chuyên mục «${each.label}»`, id, each)),
    ),
  ]
}

const unowned = ({ regulation }: FreshnessFacts): CoverageRow[] =>
  regulation.law.sections
    .filter((section) => section.mandatory && ownersOf(section, regulation, section.id).length === 0)
    .map((section) => ({
      type: 'no-owner',
      id: section.id,
      label: `Chuyên mục «${section.label}»`,
      says: 'Quy chế không giao cho đơn vị nào',
      fix: 'Ban biên tập phân công, ghi suppliers trong quy-che.yaml khi có văn bản',
      law: groundOf(regulation, section),
    }))
