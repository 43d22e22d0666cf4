import { relative, resolve } from 'node:path'
import type { Ports } from '../adapters/ports.ts'
import { MOST_WORD_BYTES, wordTypeOf } from '../import/word-type.ts'
import type { Portal } from '../portal/portal.ts'
import { groundOf } from '../regulation/regulation.ts'
import { findingsIn } from '../rules/file-findings.ts'

/** The file that an article came from, where a regulation wants it kept, and what is said of it. */
export type Original = {
  readonly file?: { readonly name: string; readonly bytes: Uint8Array; readonly publish: boolean }
  readonly words: string
}

/** Types that may lie beside an article. */
const KEPT = new Set(['docx', 'odt', 'pdf'])

/**
 * The original of an article as `retention.original` of the regulation wants it.
 *
 * @param slug of the article: the name that somebody gave the file tells nothing and may tell too much
 */
export async function originalOf(
  ports: Ports,
  portal: Portal,
  file: string,
  slug: string,
): Promise<Original> {
  const { law } = portal.regulation
  const wanted = law.retention?.original
  if (!wanted)
    return {
      words: `tệp gốc không đưa vào kho: ${law.shortName} không yêu cầu giữ cùng bài; tự lưu như hồ sơ của cơ quan`,
    }
  const ground = groundOf(portal.regulation, wanted)
  const { files } = ports
  const read = files.read(relative(files.root, resolve(files.root, file)), MOST_WORD_BYTES)
  const bytes = read.state === 'read' ? read.bytes : new Uint8Array()
  const { type } = await wordTypeOf(bytes)
  if (!KEPT.has(type))
    return {
      words: `tệp gốc chưa giữ cùng bài được vì kho chỉ nhận .docx, .odt, .pdf; ${ground} yêu cầu lưu bản chính: tự lưu tệp này`,
    }
  const name = `${slug}-ban-goc.${type}`
  const problem = (await findingsIn(name, bytes)).find(({ severity }) => severity === 'error')
  if (problem)
    return {
      words: `tệp gốc chưa giữ cùng bài: ${problem.problem}; ${problem.fix}. ${ground} yêu cầu lưu bản chính`,
    }
  const where = wanted.publish
    ? 'nằm trong tệp đính kèm của bài'
    : 'nằm cạnh bài trong kho, không hiện trên cổng'
  return { file: { name, bytes, publish: wanted.publish }, words: `bản gốc ${name} ${where} (${ground})` }
}

/** The files that lie beside an article, its own text apart. */
export const filesBeside = ({
  pictures,
  original,
}: {
  readonly pictures: ReadonlyMap<string, Uint8Array>
  readonly original: Original | undefined
}): ReadonlyMap<string, Uint8Array> =>
  new Map([...pictures, ...(original?.file ? [[original.file.name, original.file.bytes] as const] : [])])
