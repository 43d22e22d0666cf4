import type { WritableFiles } from '../adapters/ports.ts'
import { classify } from '../documents/allowed-files.ts'
import { CONTENT } from '../portal/portal.ts'

/** Where `npm start` answers for the form, beside the sites. */
export const WORKING_COPY = '/_kho/'

/** What the form asks of the working copy: the address below `/_kho/`, decoded. */
export type CopyRequest = {
  readonly method: string
  readonly path: string
  readonly query: Pick<URLSearchParams, 'get'>
  readonly body: Uint8Array
}

/** A Word file, PDF or letter that somebody gave to the form; its name is only a name. */
export type Upload = {
  readonly portal: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly kind: string | null
  readonly linhVuc: string | null
}

/** What became of it. */
export type TakenIn =
  | {
      readonly state: 'written'
      readonly file: string
      readonly kind: string
      readonly taken: readonly string[]
      readonly toDo: readonly string[]
    }
  | { readonly state: 'refused'; readonly why: readonly string[] }

export type CopyAnswer =
  | { readonly status: 200; readonly bytes: Uint8Array }
  | { readonly status: 200; readonly json: unknown }
  | { readonly status: 400 | 404 | 405 | 413; readonly problem: string }

/** Files and the check of a working copy, as the form may use them. */
export type Copy = {
  readonly files: WritableFiles
  readonly portals: readonly string[]
  /** What `congbo check` says of one file, as its JSON. */
  readonly check: (file: string) => Promise<unknown>
  /** Makes an article of a file that `congbo import` takes. */
  readonly takeIn: (upload: Upload) => Promise<TakenIn>
}

/** What nobody types or photographs; a larger file would only fill the memory of this process. */
export const LARGEST = 60_000_000

const ADDRESS = /^([a-z0-9-]+)\/(.*)$/
/** No `..`, no hidden file, no backslash: every part of a path begins with a letter or a digit. */
const PART = /^[a-z0-9][A-Za-z0-9._-]*$/

/** Answers the form: lists, gives and writes documents and what lies beside them, in the portals' own folders, and nothing else. */
export async function answerForm(copy: Copy, request: CopyRequest): Promise<CopyAnswer> {
  const { method, path, body } = request
  const [, portal = '', rest = ''] = ADDRESS.exec(path) ?? []
  if (!copy.portals.includes(portal)) return { status: 404, problem: 'Không có cổng này' }
  const folder = `${CONTENT}/${portal}/`
  if (rest === '') return answerPortal(copy, portal, request)
  const foreign = whyForeign(copy, folder, rest)
  if (foreign !== undefined) return { status: 400, problem: foreign }
  switch (method) {
    case 'GET':
      return give(copy, folder + rest)
    case 'PUT':
      return take(copy, folder + rest, body)
    case 'POST':
      return { status: 200, json: await copy.check(folder + rest) }
    default:
      return notAllowed
  }
}

/** The portal as a whole: what it has, and a file that is to become an article of it. */
async function answerPortal(
  copy: Copy,
  portal: string,
  { method, query, body }: CopyRequest,
): Promise<CopyAnswer> {
  if (method === 'GET') return list(copy, `${CONTENT}/${portal}/`)
  const name = query.get('ten')
  if (method !== 'POST' || name === null) return notAllowed
  const [kind, linhVuc] = [query.get('the-loai'), query.get('linh-vuc')]
  return { status: 200, json: await copy.takeIn({ portal, name, bytes: body, kind, linhVuc }) }
}

const notAllowed: CopyAnswer = { status: 405, problem: 'Mẫu soạn bài không làm việc này trên kho' }

const list = ({ files }: Copy, folder: string): CopyAnswer => ({
  status: 200,
  json: files
    .list(folder.slice(0, -1))
    .filter(({ type }) => type === 'file')
    .map(({ path }) => path.slice(folder.length))
    .filter((path) => path.split('/').every((part) => PART.test(part)) && isOfForm(path)),
})

const isOfForm = (path: string): boolean => {
  const { type } = classify({ path, type: 'file' })
  return (type === 'document' || type === 'attachment') && path.includes('/')
}

/** Why a path is none of the form's; undefined where it is. */
function whyForeign({ files }: Copy, folder: string, path: string): string | undefined {
  const parts = path.split('/')
  if (!parts.every((part) => PART.test(part)))
    return 'Tên tệp, thư mục chỉ gồm chữ thường không dấu, chữ số, gạch nối'
  if (!isOfForm(path)) return 'Mẫu soạn bài chỉ ghi bài và tệp đi kèm bài'
  const above = parts.slice(0, -1).map((_, depth) => folder + parts.slice(0, depth + 1).join('/'))
  const linked = [folder + path, ...above].find((each) => files.entry(each)?.type === 'symlink')
  return linked === undefined ? undefined : `${linked} là liên kết tượng trưng, có thể dẫn ra ngoài kho`
}

function give({ files }: Copy, file: string): CopyAnswer {
  const found = files.read(file, LARGEST)
  return found.state === 'read'
    ? { status: 200, bytes: found.bytes }
    : { status: 404, problem: 'Không đọc được tệp này' }
}

function take({ files }: Copy, file: string, body: Uint8Array): CopyAnswer {
  if (body.length > LARGEST) return { status: 413, problem: 'Tệp quá lớn' }
  files.write(file, body)
  return { status: 200, json: { written: file } }
}
