import { parseInstant } from '../../pipeline/calendar/local-time.ts'
import { toRoster } from '../../pipeline/roster/roster.ts'
import type { BaseSalary, RateTable } from '../../pipeline/royalties/rates.ts'
import { type Closing, sealed } from '../../pipeline/royalties/seal.ts'
import { type Facts, settle } from '../../pipeline/royalties/settle.ts'
import type { MonthScore, SealedMonth } from '../../pipeline/royalties/statement.ts'
import type { Work, WorkEntry } from '../../pipeline/royalties/work.ts'
import { portalOf } from '../support/portals.ts'

/** People of a small board: two writers, a collaborator, a photographer, an editor, two approvers of one office. */
export const ROSTER = toRoster({
  ...portalOf('thanh-dong').roster.written,
  people: [
    { id: 'an', bylines: ['An', 'Bình An'], member: 'vh-xh' },
    { id: 'binh', bylines: ['Bình'], member: 'to-thu-ky' },
    { id: 'cuong', bylines: ['Cường'], member: 'cong-tac-vien', collaborator: true },
    { id: 'dung', bylines: ['Dung'], member: 'kt-ht-dt' },
    { id: 'truong', bylines: ['Trưởng ban'], member: 'truong-ban' },
    { id: 'pho-mot', bylines: ['Phó một'], member: 'pho-truong-ban', account: '@phuong-thanh-dong/pho-mot' },
    { id: 'pho-hai', bylines: ['Phó hai'], member: 'pho-truong-ban', account: '@phuong-thanh-dong/pho-hai' },
  ],
})

const SET = { source: 'văn bản thử', status: 'derived' } as const

/** Whole đồng at round numbers: a unit of coefficient is 10 % of the base salary. */
export const TABLE: RateTable = {
  portal: 'thanh-dong',
  validFrom: '2026-01-01',
  decision: { number: '01/QĐ', title: 'Quyết định thử' },
  unit: { percentOfBase: 10, ...SET },
  scoredBy: ['truong-ban', 'pho-truong-ban'],
  compiledBy: 'vh-xh',
  approvedBy: 'truong-ban',
  payWithin: { days: 60, ...SET },
  rounding: 1000,
  genres: [
    {
      id: 'tin',
      label: 'Tin',
      role: 'author',
      kinds: ['tin-su-kien'],
      coefficient: { min: 1, max: 10 },
      ...SET,
    },
    {
      id: 'bai',
      label: 'Bài',
      role: 'author',
      kinds: ['bai-viet'],
      coefficient: { min: 5, max: 30 },
      ...SET,
    },
    {
      id: 'phong-su',
      label: 'Phóng sự',
      role: 'author',
      kinds: ['bai-viet'],
      coefficient: { min: 10, max: 30 },
      ...SET,
    },
    { id: 'van-ban', label: 'Văn bản', role: 'author', kinds: ['van-ban'], fixed: 50_000, ...SET },
    {
      id: 'anh',
      label: 'Ảnh',
      role: 'photographer',
      kinds: ['tin-su-kien', 'bai-viet'],
      coefficient: { min: 0.5, max: 2 },
      ceiling: 900_000,
      ...SET,
    },
    {
      id: 'bien-tap',
      label: 'Biên tập',
      role: 'editor',
      kinds: ['tin-su-kien', 'bai-viet'],
      percentOfAuthor: 15,
      ...SET,
    },
    { id: 'duyet', label: 'Duyệt', role: 'approver', kinds: ['bai-viet'], fixed: 20_000, ...SET },
  ],
  unpaid: [{ kinds: ['hoi-dap', 'trang'], reason: 'không phải tác phẩm' }],
}

export const SALARIES: readonly BaseSalary[] = [
  {
    validFrom: '2024-07-01',
    amount: 2_340_000,
    status: 'announced',
    document: { number: '73/2024', title: 'Nghị định', source: 'báo' },
  },
  {
    validFrom: '2026-07-01',
    amount: 2_530_000,
    status: 'announced',
    document: { number: '161/2026', title: 'Nghị định', source: 'báo' },
  },
]

/** `2026-11-20` or an instant. */
export const at = (when: string): number =>
  parseInstant(when.includes('T') ? when : `${when}T09:00:00+07:00`) as number

let words = 100

export function work(
  path: string,
  published: string,
  more: Partial<WorkEntry> & {
    credits?: readonly string[]
    formerPaths?: readonly string[]
    approvedBy?: readonly (readonly [member: string, account?: string])[]
  } = {},
): Work {
  const { credits = [], formerPaths = [], approvedBy = [['truong-ban']], ...entry } = more
  words += 1
  return {
    credits,
    formerPaths,
    entry: {
      path: path.includes('/') ? path : `tin-bai/xa-hoi/2026/${path}.md`,
      title: `Bài ${path}`,
      kind: 'tin-su-kien',
      unit: 'vh-xh',
      byline: 'An',
      person: undefined,
      collaborator: false,
      words,
      removed: undefined,
      milestones: {
        merged: at(published),
        approvals: approvedBy.map(([member, account]) => ({
          at: at(published),
          member,
          stage: 'cuoi',
          account,
          delegation: undefined,
        })),
      },
      ...entry,
    },
  }
}

export const score = (
  path: string,
  items: MonthScore['items'],
  more: Partial<MonthScore> = {},
): MonthScore => ({
  path: path.includes('/') ? path : `tin-bai/xa-hoi/2026/${path}.md`,
  month: '2026-11',
  by: 'truong-ban',
  date: '2026-11-30',
  ...(items ? { items } : {}),
  ...more,
})

export const facts = (more: Partial<Facts>): Facts => ({
  works: [],
  roster: ROSTER,
  rates: { tables: [TABLE], salaries: SALARIES },
  scores: [],
  sealed: [],
  breached: new Set(),
  elsewhere: [],
  ...more,
})

/** Settles a month and closes it behind those that are closed. */
export function close(
  month: string,
  so: Facts,
  closing: Partial<Closing> = {},
): Facts & { readonly sealed: readonly SealedMonth[] } {
  const book = sealed(settle(so, month), {
    portal: 'thanh-dong',
    at: at('2027-01-01'),
    by: 'vh-xh',
    sample: false,
    former: so.sealed.at(-1),
    ...closing,
  })
  return { ...so, sealed: [...so.sealed, book] }
}
