import type { Kind } from '../../regulation/regulation.ts'
import { deadlineLine } from '../deadline-line.ts'
import { type FormData, lawOf } from '../form-data.ts'
import { element, registerControl, typedOf } from './form-program.ts'

/** Shows the deadline of the article while it is typed. Nothing of it is saved. */
export function registerDeadlineField(data: FormData): void {
  const { regulation, calendar } = lawOf(data)
  registerControl('han-dang', {
    draw: ({ forID, entry }) => {
      const typed = typedOf(entry)
      const line = deadlineLine(regulation, calendar, typed.kind as Kind, typed, data.standsAt ?? Date.now())
      return element('output', { id: forID, className: `congbo-box congbo-${line.tone}` }, line.text)
    },
  })
}
