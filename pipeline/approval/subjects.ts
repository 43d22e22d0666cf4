import type { Regulation, Section } from '../regulation/regulation.ts'
import type { Subject } from './required-approvals.ts'

/**
 * Everything that a document may be: each kind in each lĩnh vực, without a section and in each that takes its kind; a fixed
 * page may do without a lĩnh vực.
 *
 * @param matters which sections to tell apart; all where absent
 */
export function subjectsOf(
  regulation: Regulation,
  matters: (section: Section) => boolean = () => true,
): Subject[] {
  const sections = [...regulation.sections.values()].filter(matters)
  return [...regulation.kinds.keys()].flatMap((kind) =>
    [...(kind === 'trang' ? [undefined] : []), ...regulation.linhVuc.keys()].flatMap((linhVuc) =>
      [undefined, ...sections.filter(({ kinds }) => kinds?.includes(kind) ?? true)].map((section) => ({
        kind,
        ...(linhVuc === undefined ? {} : { linhVuc }),
        ...(section ? { section: section.id } : {}),
      })),
    ),
  )
}
