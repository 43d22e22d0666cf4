import { parseDay, parseInstant, vietnameseDay, vietnameseInstant } from '../calendar/local-time.ts'
import { labelOf } from '../roster/roster.ts'
import { SENT_KINDS } from '../submissions/form.ts'
import type { Material } from './import-draft.ts'
import type { Desk } from './submission-issue.ts'

/** What the sender has chosen, as far as the portal has it. */
export type Choices = {
  readonly kind: keyof typeof SENT_KINDS | undefined
  readonly linhVuc: string | undefined
  readonly remarks: readonly string[]
}

export function choicesOf({ office, form }: Pick<Desk, 'office' | 'form'>): Choices {
  const { regulation } = office.open.portal
  const linhVuc = [...regulation.linhVuc.values()].find(({ id, label }) =>
    [id, label].includes(form.linhVuc ?? ''),
  )
  const known = form.kind !== undefined && regulation.kinds.has(form.kind)
  return {
    kind: known ? form.kind : undefined,
    linhVuc: linhVuc?.id,
    remarks: [
      ...(form.kind !== undefined && !known
        ? ['cổng không có thể loại mà người gửi chọn; máy tạm chọn']
        : []),
      ...(form.linhVuc !== undefined && !linhVuc
        ? ['cổng không có lĩnh vực mà người gửi chọn; máy tạm chọn']
        : []),
    ],
  }
}

/** How the machine has understood what was filled in, in the portal's own words, so that the sender sees a slip at once. */
export function understood(
  { office }: Pick<Desk, 'office'>,
  { kind, linhVuc }: Choices,
  { dates, fields }: Pick<Material, 'dates' | 'fields'>,
  fromRoster: boolean,
): string[] {
  const { regulation, roster } = office.open.portal
  const when = dates?.eventDate === undefined ? undefined : spoken(dates.eventDate)
  const unit = fields?.submittedBy
  return [
    ...(kind === undefined ? [] : [`thể loại «${SENT_KINDS[kind]}»`]),
    ...(linhVuc === undefined ? [] : [`lĩnh vực «${regulation.linhVuc.get(linhVuc)?.label ?? linhVuc}»`]),
    ...(fromRoster && typeof unit === 'string' ? [`đơn vị gửi «${labelOf(roster, unit)}»`] : []),
    ...(when === undefined ? [] : [`diễn ra ${when}`]),
  ]
}

function spoken(time: string): string | undefined {
  const day = parseDay(time)
  const at = parseInstant(time)
  return day !== undefined
    ? `ngày ${vietnameseDay(day)}`
    : at === undefined
      ? undefined
      : `lúc ${vietnameseInstant(at)}`
}
