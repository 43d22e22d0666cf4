/** A day and perhaps an hour as a person types them, in the form of front matter: `2026-11-20T08:00:00+07:00`, `2026-11-20`. */
export function eventTime(day: string | undefined, hour: string | undefined): string | undefined {
  const date = day === undefined ? undefined : dateIn(day)
  if (date === undefined) return undefined
  const clock = clockIn(hour ?? day ?? '')
  return clock === undefined ? date : `${date}T${clock}:00+07:00`
}

const ISO = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/
const SPOKEN =
  /(?<!\d)(\d{1,2})\s*(?:[/.-]|\s*tháng\s*)\s*(\d{1,2})\s*(?:[/.-]|,?\s*năm\s*)\s*(\d{4})(?!\d)/iu

/** Only a day with its year: which one was meant otherwise is the sender's to say. */
function dateIn(words: string): string | undefined {
  const iso = ISO.exec(words)
  const spoken = SPOKEN.exec(words)
  const [year, month, date] = iso ? iso.slice(1) : spoken ? spoken.slice(1).reverse() : []
  if (year === undefined || month === undefined || date === undefined) return undefined
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const parsed = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== text ? undefined : text
}

const CLOCK =
  /(?<!\d)(\d{1,2})\s*(?:giờ|h|g|:)\s*(\d{1,2})?(?!\d)(?:\s*(?:phút|')?)?\s*(sáng|trưa|chiều|tối|rưỡi)?/iu

/** `8 giờ 30`, `8h30`, `08:30`, `2 giờ chiều` → `14:00`. */
function clockIn(words: string): string | undefined {
  const found = CLOCK.exec(words)
  if (!found) return undefined
  const [, hours = '', minutes, part] = found
  const word = part?.toLowerCase()
  const late = word === 'chiều' || word === 'tối' || /chiều|tối/iu.test(words)
  const hour = Number(hours) + (late && Number(hours) < 12 ? 12 : 0)
  const minute = minutes === undefined ? (/rưỡi/iu.test(words) ? 30 : 0) : Number(minutes)
  if (hour > 23 || minute > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
