import type { Ports } from '../adapters/ports.ts'
import { PART_LIMIT } from '../search/parts.ts'
import { writeSearch } from '../search/write-search.ts'
import type { BuildRequest } from '../site/build-site.ts'
import { bodyReader } from '../site/collect.ts'
import { textsBeside } from '../site/texts-beside.ts'
import { UsageError } from './arguments.ts'

/**
 * Writes the index of the search into a site that is being built.
 *
 * @param former the folder of the site that it will replace
 */
export const searchWriter =
  (ports: Ports, former: string): NonNullable<BuildRequest['alsoWrite']> =>
  async (site, building, textOf) => {
    await writeSearch(ports, {
      site,
      bodyOf: bodyReader(ports.files, site.open.portal.folder),
      attachmentText: (document) => textsBeside(document, textOf),
      folder: building,
      former,
      progress: (done, total) => {
        if (total > PART_LIMIT.records)
          ports.out(
            `  ${site.open.portal.id.padEnd(12)} chỉ mục tìm kiếm: ${count(done)} / ${count(total)} trang`,
          )
      },
    })
  }

const count = (number: number): string => number.toLocaleString('vi-VN')

/** What to do where the search engine cannot run; undefined for any other error. */
export function searchFailure(error: unknown): UsageError | undefined {
  if (!(error instanceof Error) || error.name !== 'SearchEngineFailure') return undefined
  return new UsageError(
    `Không lập được chỉ mục tìm kiếm: ${error.message}. Bản dựng trước (nếu có) vẫn nguyên. Cách sửa: cài lại bằng npm install (không dùng --omit=optional), kiểm tra bộ nhớ còn trống; hoặc dựng tạm không có tìm kiếm: --no-search`,
  )
}
