import { BY_LINH_VUC, BY_SECTION, requiredApprovals } from '../approval/required-approvals.ts'
import { subjectsOf } from '../approval/subjects.ts'
import { parseDay } from '../calendar/local-time.ts'
import type { MeaningProblem } from '../regulation/check-regulation.ts'
import type { Regulation } from '../regulation/regulation.ts'
import { type Member, type Roster, seatsOf } from './roster.ts'

/** The problems of a roster, and of the regulation where it names somebody whom the roster does not know. */
export type RosterProblems = {
  readonly roster: readonly MeaningProblem[]
  readonly regulation: readonly MeaningProblem[]
}

/** Everything that must hold between a regulation and its roster. */
export function checkRoster(roster: Roster, regulation: Regulation): RosterProblems {
  const unknown = unknownMembers(roster, regulation)
  return {
    roster: [
      ...tooMany(roster),
      ...wrongDelegations(roster, regulation),
      ...wrongPeople(roster),
      ...(unknown.length > 0 ? [] : unapprovable(roster, regulation)),
    ],
    regulation: unknown.length > 0 ? unknown : ungoverned(roster, regulation),
  }
}

/** A lĩnh vực, section or stage whose approver the roster does not know has no approver. */
function unknownMembers(roster: Roster, { law }: Regulation): MeaningProblem[] {
  const problem = (path: (string | number)[], id: string, of: string): MeaningProblem[] =>
    roster.members.has(id)
      ? []
      : [
          {
            path,
            problem: `${of} không có người duyệt: \`${id}\` không có trong ban-bien-tap.yaml`,
            fix: 'sửa mã, hoặc thêm đơn vị, chức danh này vào ban-bien-tap.yaml',
          },
        ]
  return [
    ...law.linhVuc.flatMap(({ approver, label }, index) =>
      problem(['linhVuc', index, 'approver'], approver, `Lĩnh vực «${label}»`),
    ),
    ...law.sections.flatMap(({ approver, label }, index) =>
      approver ? problem(['sections', index, 'approver'], approver, `Chuyên mục «${label}»`) : [],
    ),
    ...law.approval.stages.flatMap(({ approvers, label }, index) =>
      approvers
        .filter((id) => id !== BY_LINH_VUC && id !== BY_SECTION)
        .flatMap((id) => problem(['approval', 'stages', index, 'approvers'], id, `Bước «${label}»`)),
    ),
    ...law.approval.governance.approvers.flatMap((id, index) =>
      problem(['approval', 'governance', 'approvers', index], id, 'Việc sửa dữ liệu của cổng'),
    ),
  ]
}

const tooMany = (roster: Roster): MeaningProblem[] =>
  roster.written.members.flatMap(({ id, label, max, seats = 1 }, index) =>
    max !== undefined && seats > max
      ? [
          {
            path: ['members', index, 'seats'],
            problem: `«${label}» (\`${id}\`) có ${seats} người, Quy chế cho nhiều nhất ${max}`,
            fix: `sửa seats còn ${max}`,
          },
        ]
      : [],
  )

function wrongDelegations(roster: Roster, { law }: Regulation): MeaningProblem[] {
  return roster.written.delegations.flatMap(({ from, to, validFrom, validTo }, index) => {
    const at = (key: string, problem: string, fix: string): MeaningProblem => ({
      path: ['delegations', index, key],
      problem,
      fix,
    })
    if (!law.approval.delegation.allowed)
      return [at('from', 'Quy chế không cho ủy quyền duyệt', 'xóa ủy quyền này')]
    const giver = roster.members.get(from)
    if (!giver) return [at('from', `\`${from}\` không có trong danh sách`, 'sửa mã người ủy quyền')]
    if (!roster.members.has(to))
      return [at('to', `\`${to}\` không có trong danh sách`, 'sửa mã người được ủy quyền')]
    if (from === to) return [at('to', 'Không thể ủy quyền cho chính mình', 'sửa mã người được ủy quyền')]
    if (!giver.mayDelegateTo?.includes(to))
      return [
        at(
          'to',
          `Quy chế không nêu «${giver.label}» được ủy quyền cho \`${to}\``,
          'chọn người có trong mayDelegateTo',
        ),
      ]
    if ((parseDay(validFrom) ?? 0) > (parseDay(validTo) ?? 0))
      return [at('validTo', 'Ngày hết hạn ủy quyền trước ngày bắt đầu', 'sửa lại hai ngày')]
    return []
  })
}

/** A person belongs to a member of the roster, and a byline to one person. */
function wrongPeople({ written: { people = [] }, members }: Roster): MeaningProblem[] {
  const owners = new Map<string, string>()
  return people.flatMap(({ id, bylines, member }, index) => {
    const problems: MeaningProblem[] = []
    if (!members.has(member))
      problems.push({
        path: ['people', index, 'member'],
        problem: `\`${member}\` không có trong danh sách chức danh, đơn vị`,
        fix: 'sửa mã, hoặc thêm vào members',
      })
    if (people.findIndex((each) => each.id === id) < index)
      problems.push({
        path: ['people', index, 'id'],
        problem: `Mã người viết \`${id}\` dùng hai lần`,
        fix: 'đặt mã khác',
      })
    for (const byline of bylines) {
      const owner = owners.get(byline)
      if (owner !== undefined)
        problems.push({
          path: ['people', index, 'bylines'],
          problem: `Bút danh «${byline}» đã thuộc về \`${owner}\``,
          fix: 'mỗi bút danh chỉ ghi cho một người',
        })
      owners.set(byline, id)
    }
    return problems
  })
}

/**
 * For every kind, lĩnh vực, section and stage: whoever may have written the article, somebody else must be left to approve it.
 * People are counted behind accounts, so a person who holds two roles through one account is one person.
 */
function unapprovable(roster: Roster, regulation: Regulation): MeaningProblem[] {
  const authors = roster.written.members.filter((member) => member.writes && seatsOf(member) > 0)
  const subjects = subjectsOf(regulation, ({ approver }) => approver !== undefined)
  const seen = new Set<string>()
  return subjects.flatMap((subject) =>
    requiredApprovals(regulation, subject).flatMap(({ approvers, label }) => {
      const members = approvers.flatMap((id) => roster.members.get(id) ?? [])
      const culprit = authors.find((author) => peopleBesides(members, author) < 1)
      const nobody = peopleBehind(members) < 1
      const key = `${approvers.join()} ${culprit?.id ?? ''} ${nobody}`
      if ((!culprit && !nobody) || seen.has(key)) return []
      seen.add(key)
      const place = regulation.linhVuc.get(subject.linhVuc ?? '')?.label ?? 'trang cố định'
      const what = `Lĩnh vực «${place}», bước «${label}»`
      const path = [
        'members',
        roster.written.members.findIndex(({ id }) => id === (members[0]?.id ?? culprit?.id)),
      ]
      const names = members.map((member) => `«${member.label}»`).join(', ')
      return nobody
        ? [
            {
              path,
              problem: `${what}: ${names} chưa có tài khoản nào, nên không ai duyệt được`,
              fix: 'thêm tài khoản nhóm (accounts) và số người (seats)',
            },
          ]
        : [
            {
              path,
              problem: `${what}: khi «${culprit?.label}» gửi bài thì không còn ai khác để duyệt (người duyệt: ${names})`,
              fix: 'tăng số người (seats), thêm người duyệt, hoặc ghi writes: false nếu đơn vị này không gửi bài',
            },
          ]
    }),
  )
}

/** Somebody must be able to approve a change of regulation and roster, and somebody else to write it. */
function ungoverned(roster: Roster, { law }: Regulation): MeaningProblem[] {
  const members = law.approval.governance.approvers.flatMap((id) => roster.members.get(id) ?? [])
  const own = new Set(members.flatMap(({ accounts }) => accounts))
  const active = [...roster.members.values()].filter((member) => seatsOf(member) > 0)
  const accounts = [...roster.written.administrators, ...active.flatMap((member) => member.accounts)]
  const people = peopleBehind(members)
  if (people > 1 || (people === 1 && accounts.some((account) => !own.has(account)))) return []
  const names = members.map(({ label }) => `«${label}»`).join(', ')
  return [
    {
      path: ['approval', 'governance', 'approvers'],
      problem:
        people === 0
          ? `Việc sửa dữ liệu của cổng: ${names} chưa có tài khoản nào, nên không ai duyệt được`
          : `Việc sửa dữ liệu của cổng: ngoài ${names} không còn ai có tài khoản để gửi, nên không ai duyệt được`,
      fix: 'thêm tài khoản nhóm (accounts) và số người (seats) vào ban-bien-tap.yaml, hoặc chọn người duyệt khác',
    },
  ]
}

function peopleBehind(members: readonly Member[]): number {
  const accounts = new Map<string, number>()
  for (const member of members)
    for (const account of member.accounts)
      accounts.set(account, Math.max(accounts.get(account) ?? 0, seatsOf(member)))
  return [...accounts.values()].reduce((sum, seats) => sum + seats, 0)
}

const peopleBesides = (members: readonly Member[], author: Member): number =>
  peopleBehind(members) -
  (members.some((member) => member.accounts.some((account) => author.accounts.includes(account))) ? 1 : 0)
