import type { SectionEntry, SectionsView } from '../../templates/view.ts'
import type { Portal } from '../portal/portal.ts'
import { groundOf, type Section } from '../regulation/regulation.ts'
import { labelOf } from '../roster/roster.ts'
import type { Site } from './site.ts'

/** Every section that the regulation names, in its order, with who keeps it and on which clause it stands. */
export function sectionsView({ open: { portal }, documents }: Site): SectionsView {
  const counts = Map.groupBy(documents, ({ front }) => front.section ?? '')
  return {
    regulationName: portal.regulation.law.shortName,
    sections: [...portal.regulation.sections.values()].map((section) =>
      entryOf(section, portal, counts.get(section.id)?.length ?? 0),
    ),
  }
}

function entryOf(section: Section, portal: Portal, count: number): SectionEntry {
  const { id, label, description, mandatory } = section
  return {
    title: label,
    url: count > 0 || mandatory ? `chuyen-muc/${id}/` : undefined,
    description: description ?? '',
    count,
    keepers: keepersOf(section).map((member) => labelOf(portal.roster, member)),
    ground: groundOf(portal.regulation, section),
  }
}

/** Those who approve a section or supply it, each once. */
const keepersOf = ({ approver, coOwner, suppliers }: Section): string[] => [
  ...new Set([approver, coOwner, ...(suppliers ?? [])].filter((id) => id !== undefined)),
]
