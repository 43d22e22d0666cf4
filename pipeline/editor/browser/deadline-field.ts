import type { Kind } from '../../regulation/regulation.ts'
import { type DeadlineLine, deadlineLine } from '../deadline-line.ts'
import { type FormData, lawOf } from '../form-data.ts'
import { type ControlProps, type Element, element, PROGRAM, typedOf } from './form-program.ts'

/** Shows the deadline of the article while it is typed. Nothing of it is saved. */
export function registerDeadlineField(data: FormData): void {
  const { regulation, calendar } = lawOf(data)
  PROGRAM.registerFieldType('han-dang', ({ forID, entry }: ControlProps): Element => {
    const typed = typedOf(entry)
    const line = deadlineLine(regulation, calendar, typed.kind as Kind, typed, data.standsAt ?? Date.now())
    return element('output', { id: forID, style: { ...BOX, ...TONES[line.tone] } }, line.text)
  })
}

const BOX = {
  display: 'block',
  padding: '8px 12px',
  borderRadius: '4px',
  borderInlineStart: '4px solid',
  lineHeight: 1.5,
} as const

/** Said in words as well: the colour only helps. */
const TONES: Record<DeadlineLine['tone'], object> = {
  calm: { background: '#e8f3ec', color: '#12402a' },
  ask: { background: '#eef2f7', color: '#1f3347' },
  late: { background: '#fdeceb', color: '#7a1410' },
}
