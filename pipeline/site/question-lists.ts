import type { Facet } from '../../templates/view.ts'
import { CARDS_ON_PAGE, inFolder, type List } from './list.ts'
import type { Site, SiteDocument } from './site.ts'

const ROOT = 'hoi-dap/'

const STATES = [
  { folder: 'da-tra-loi', title: 'Đã trả lời', holds: isAnswered },
  { folder: 'dang-xu-ly', title: 'Đang xử lý', holds: (each: SiteDocument) => !isAnswered(each) },
] as const

function isAnswered({ front }: SiteDocument): boolean {
  return front.kind === 'hoi-dap' && front.answeredDate !== undefined
}

/** The questions, all and by how they stand. */
export function questionLists(site: Site): List[] {
  const documents = inFolder(site, 'hoi-dap')
  const { regulation } = site.open.portal
  const title = regulation.sections.get(regulation.law.questions?.section ?? '')?.label ?? 'Hỏi đáp'
  const facet = (current: string): Facet[] => [
    {
      title: 'Tình trạng',
      links: STATES.flatMap(({ folder, title: name, holds }) => {
        const count = documents.filter(holds).length
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
    ...STATES.map(
      ({ folder, title: name, holds }): List => ({
        root: `${ROOT}${folder}/`,
        title: `${title}: ${name.toLowerCase()}`,
        description: `Câu hỏi, phản ánh, kiến nghị ${name.toLowerCase()}.`,
        layout: 'questions',
        documents: documents.filter(holds),
        size: CARDS_ON_PAGE,
        always: false,
        parent: { title, url: ROOT },
        facets: facet(`${ROOT}${folder}/`),
      }),
    ),
  ]
}
