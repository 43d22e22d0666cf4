import type { Facet } from '../../templates/view.ts'
import { wayIsOpen } from '../questions/open-to-public.ts'
import { CARDS_ON_PAGE, inFolder, type List } from './list.ts'
import { type ShownState, shownState } from './question-view.ts'
import type { Site, SiteDocument } from './site.ts'

const ROOT = 'hoi-dap/'

type State = { readonly folder: string; readonly title: string; readonly of: readonly ShownState[] }

const STATES: readonly State[] = [
  { folder: 'da-tra-loi', title: 'Đã trả lời', of: ['answered'] },
  { folder: 'dang-xu-ly', title: 'Đang xử lý', of: ['received', 'passed', 'noticed'] },
  { folder: 'ngoai-pham-vi', title: 'Ngoài phạm vi của cơ quan', of: ['out-of-field'] },
]

/** How far those have come that are worked on: only where the way to the answer is public. */
const STAGES: readonly State[] = [
  { folder: 'da-chuyen', title: 'Đã chuyển đơn vị', of: ['passed'] },
  { folder: 'da-hen', title: 'Đã hẹn ngày trả lời', of: ['noticed'] },
]

const isIn =
  ({ of }: State) =>
  ({ front }: SiteDocument): boolean =>
    front.kind === 'hoi-dap' && of.includes(shownState(front))

/** The questions, all and by how they stand. */
export function questionLists(site: Site): List[] {
  const documents = inFolder(site, 'hoi-dap')
  const { regulation } = site.open.portal
  const title = regulation.sections.get(regulation.law.questions?.section ?? '')?.label ?? 'Hỏi đáp'
  const states = wayIsOpen(regulation.law) ? [...STATES, ...STAGES] : STATES
  const facet = (current: string): Facet[] => [
    {
      title: 'Tình trạng',
      links: states.flatMap((state) => {
        const { folder, title: name } = state
        const count = documents.filter(isIn(state)).length
        const url = `${ROOT}${folder}/`
        return count === 0 ? [] : [{ title: name, url, count, current: url === current }]
      }),
    },
  ]
  return [
    {
      root: ROOT,
      title,
      description:
        'Câu hỏi, phản ánh, kiến nghị của tổ chức, công dân và trả lời của cơ quan có trách nhiệm.',
      layout: 'questions',
      documents,
      size: CARDS_ON_PAGE,
      always: true,
      facets: facet(ROOT),
    },
    ...states.map((state): List => {
      const { folder, title: name } = state
      return {
        root: `${ROOT}${folder}/`,
        title: `${title}: ${name.toLowerCase()}`,
        description: `Câu hỏi, phản ánh, kiến nghị ${name.toLowerCase()}.`,
        layout: 'questions',
        documents: documents.filter(isIn(state)),
        size: CARDS_ON_PAGE,
        always: false,
        parent: { title, url: ROOT },
        facets: facet(`${ROOT}${folder}/`),
      }
    }),
  ]
}
