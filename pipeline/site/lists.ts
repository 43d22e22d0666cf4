import type { ListPage } from '../../templates/view.ts'
import type { Site, SiteDocument } from './site.ts'

/** A list of the site: where it is, what it is called, what stands in it, newest first. */
export type List = {
  readonly root: string
  readonly title: string
  readonly description: string
  readonly layout: ListPage['layout']
  readonly documents: readonly SiteDocument[]
}

/** Every list that holds something, and those that must be there even when they are empty. */
export function listsOf({ open: { portal }, documents }: Site): List[] {
  const inFolder = (folder: string) => documents.filter(({ place }) => place.folder === folder)
  const shown = documents.filter(({ front }) => front.kind !== 'trang')
  const bySection = Map.groupBy(shown, ({ front }) => front.section ?? '')
  const byLinhVuc = Map.groupBy(shown, ({ front }) => front.linhVuc ?? '')
  const all: List[] = [
    {
      root: 'tin-moi/',
      title: 'Tin mới',
      description: `Tin, bài mới của ${portal.cong.name}.`,
      layout: 'news',
      documents: inFolder('tin-bai'),
    },
    {
      root: 'van-ban/',
      title: 'Văn bản',
      description: 'Văn bản quy phạm pháp luật, văn bản hành chính và dự thảo lấy ý kiến.',
      layout: 'documents',
      documents: inFolder('van-ban'),
    },
    {
      root: 'hoi-dap/',
      title:
        portal.regulation.sections.get(portal.regulation.law.questions?.section ?? '')?.label ?? 'Hỏi đáp',
      description: 'Câu hỏi, phản ánh, kiến nghị và trả lời.',
      layout: 'questions',
      documents: inFolder('hoi-dap'),
    },
    ...[...portal.regulation.sections.values()].map(
      ({ id, label, description }): List => ({
        root: `chuyen-muc/${id}/`,
        title: label,
        description: description ?? `Chuyên mục ${label}.`,
        layout: 'news',
        documents: bySection.get(id) ?? [],
      }),
    ),
    ...[...portal.regulation.linhVuc.values()].map(
      ({ id, label }): List => ({
        root: `linh-vuc/${id}/`,
        title: `Lĩnh vực ${label}`,
        description: `Tin, bài, văn bản thuộc lĩnh vực ${label}.`,
        layout: 'news',
        documents: byLinhVuc.get(id) ?? [],
      }),
    ),
  ]
  const always = new Set(['tin-moi/', 'van-ban/', 'hoi-dap/'])
  const mandatory = new Set(
    [...portal.regulation.sections.values()]
      .filter((section) => section.mandatory)
      .map(({ id }) => `chuyen-muc/${id}/`),
  )
  return all.filter(({ root, documents: own }) => own.length > 0 || always.has(root) || mandatory.has(root))
}
