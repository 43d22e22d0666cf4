import type { DocumentView, OrganisationUnit, Procedure } from '../../templates/view.ts'
import type { Instant } from '../calendar/local-time.ts'
import type { FrontMatter, Trang } from '../contract/types.ts'
import { scheduleView } from './schedule.ts'

type Parts = Pick<DocumentView, 'directory' | 'schedule' | 'organisation' | 'procedures'>

const NONE: Parts = { directory: [], schedule: undefined, organisation: undefined, procedures: [] }

/** The structured parts of a fixed page: what it carries decides, not its name. */
export function fixedPageParts(front: FrontMatter, url: string, now: Instant): Parts {
  if (front.kind !== 'trang') return NONE
  const language = front.language ?? 'vi'
  return {
    directory: directoryOf(front.contacts ?? []),
    schedule: front.schedule && scheduleView(front.schedule, now, { url, language }),
    organisation: front.organisation && unitView(front.organisation),
    procedures: (front.procedures ?? []).map((each) => procedureView(each, language)),
  }
}

/** People by their unit, both in the order in which they were written: an office lists its own by rank. */
const directoryOf = (people: NonNullable<Trang['contacts']>): DocumentView['directory'] =>
  [...Map.groupBy(people, ({ unit }) => unit)].map(([unit, those]) => ({ unit, people: those }))

type WrittenUnit = Omit<NonNullable<Trang['organisation']>, 'children'> & {
  readonly children?: readonly WrittenUnit[]
}

const unitView = ({ name, role, head, phone, email, children = [] }: WrittenUnit): OrganisationUnit => ({
  name,
  role,
  head,
  phone,
  email,
  children: children.map(unitView),
})

type WrittenProcedure = NonNullable<Trang['procedures']>[number]

const LEVELS: Record<'vi' | 'en', Record<NonNullable<WrittenProcedure['level']>, string>> = {
  vi: {
    'toan-trinh': 'Toàn trình',
    'mot-phan': 'Một phần',
    'thong-tin': 'Cung cấp thông tin',
    'muc-do-2': 'Mức độ 2',
    'muc-do-3': 'Mức độ 3',
    'muc-do-4': 'Mức độ 4',
  },
  en: {
    'toan-trinh': 'Fully online',
    'mot-phan': 'Partly online',
    'thong-tin': 'Information only',
    'muc-do-2': 'Level 2',
    'muc-do-3': 'Level 3',
    'muc-do-4': 'Level 4',
  },
}

const procedureView = (
  { name, field, level, timeLimit, fee, url }: WrittenProcedure,
  language: 'vi' | 'en',
): Procedure => ({ name, field, level: level && LEVELS[language][level], timeLimit, fee, url })
