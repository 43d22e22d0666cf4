import { absoluteUrl } from '../../templates/components/words.ts'
import type { PortalView } from '../../templates/view.ts'
import { uidHost } from '../calendar/icalendar.ts'
import { calendarFile } from './calendar-file.ts'
import type { Page } from './page.ts'
import { CALENDAR_FILE } from './schedule.ts'
import type { Site } from './site.ts'

/** The calendar file beside each page that carries a schedule. */
export const calendarPages = ({ documents }: Pick<Site, 'documents'>, portal: PortalView): Page[] =>
  documents.flatMap(({ front, url, path, publishedAt }) => {
    if (front.kind !== 'trang' || front.schedule === undefined) return []
    const entries = front.schedule
    return [
      {
        url: url + CALENDAR_FILE,
        dependsOn: ['portal', `doc:${path}`],
        render: () =>
          calendarFile({
            name: `${front.title}, ${portal.unitName}`,
            host: uidHost(portal),
            url: absoluteUrl(portal, url),
            entries,
            stamped: publishedAt,
          }),
      },
    ]
  })
